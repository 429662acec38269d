package cn.disputes.alerts.routing;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tries a tree of duties before it is put in force, and looks for gaps in the one that is. */
@Path("/v1")
public class RoutingTrialResource {
    private final Jdbi jdbi;
    private final RoutingStore store;
    private final Coverage coverage;
    private final Caller caller;
    private final Clock clock;

    RoutingTrialResource(Jdbi jdbi, RoutingStore store, Coverage coverage, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.coverage = coverage;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * One expectation.
     *
     * @param on the day, today unless given
     * @param recused leaders in conflict
     * @param expected id of the leader who is to answer; absent when nobody is to
     */
    public record Expectation(
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode,
            String defendantCode,
            Domain domain,
            RiskLevel level,
            LocalDate on,
            Set<@NotNull(message = "不能为空 | Must be given") String> recused,
            String expected) {}

    /**
     * A table of expectations and the tree to try them on.
     *
     * @param leaders the draft's leaders, each with its id; the stored ones unless given
     * @param duties the draft's duties, each with its id; the stored ones unless given
     */
    public record Trial(
            @Size(max = 5000, message = "最多5000条 | At most 5000")
                    List<@Valid @NotNull(message = "不能为空 | Must be given") Leader> leaders,
            @Size(max = 5000, message = "最多5000条 | At most 5000")
                    List<@Valid @NotNull(message = "不能为空 | Must be given") Duty> duties,
            @NotNull(message = "不能为空 | Must be given")
                    @Size(min = 1, max = 1000, message = "应有1至1000行 | 1 to 1000 rows")
                    List<@Valid @NotNull(message = "不能为空 | Must be given") Expectation> cases) {}

    /**
     * What came of one expectation.
     *
     * @param row its place in the table, from 0
     * @param actual who answers; absent when nobody does
     * @param zh the outcome in words, as {@code /v1/routing/explain} gives it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrialRow(
            int row, boolean passed, String expected, String actual, String dutyId, String zh, String en) {}

    public record TrialReport(int passed, int failed, List<TrialRow> rows) {}

    /**
     * Runs the table, row by row. Each row stands for itself: no case adds to a leader's load, and a tie that load would
     * decide goes to the lower id.
     */
    @POST
    @Path("/routing/check")
    @RolesAllowed(COORDINATOR)
    public TrialReport check(@Valid @NotNull(message = "不能为空 | Must be given") Trial trial) {
        trial.cases().forEach(row -> caller.requireRegion(row.regionCode()));
        var routing = jdbi.withHandle(h -> draft(h, trial));
        var rows = new ArrayList<TrialRow>();
        for (var row : trial.cases()) rows.add(row(routing, row, rows.size()));
        var passed = (int) rows.stream().filter(TrialRow::passed).count();
        return new TrialReport(passed, rows.size() - passed, rows);
    }

    private TrialRow row(Routing routing, Expectation row, int number) {
        var on = row.on() == null ? LocalDate.now(clock) : row.on();
        var facts = new RoutedCase(
                row.regionCode(), row.defendantCode(), row.domain(), row.level(), on, row.recused(), null);
        var outcome = Explanation.outcome(routing.route(facts), facts);
        var actual = outcome.leader() == null ? null : outcome.leader().id();
        return new TrialRow(
                number,
                Objects.equals(actual, row.expected()),
                row.expected(),
                actual,
                outcome.dutyId(),
                outcome.zh(),
                outcome.en());
    }

    private Routing draft(Handle h, Trial trial) {
        return new Routing(
                trial.leaders() == null ? store.leaders(h) : named(trial.leaders()),
                trial.duties() == null ? store.duties(h) : distinct(trial.duties()));
    }

    private static Map<String, Leader> named(List<Leader> leaders) {
        var named = new HashMap<String, Leader>();
        for (var i = 0; i < leaders.size(); i++) {
            var leader = leaders.get(i);
            requireId("leaders[" + i + "].id", leader.id());
            if (named.put(leader.id(), leader.identified(leader.id())) != null) throw twice("leaders[" + i + "].id");
        }
        return named;
    }

    private static List<Duty> distinct(List<Duty> duties) {
        var ids = new HashSet<String>();
        for (var i = 0; i < duties.size(); i++) {
            requireId("duties[" + i + "].id", duties.get(i).id());
            if (!ids.add(duties.get(i).id())) throw twice("duties[" + i + "].id");
        }
        return duties;
    }

    private static void requireId(String field, String id) {
        if (id == null || id.isBlank()) throw ProblemException.invalid(field, "不能为空", "Must be given");
    }

    private static ProblemException twice(String field) {
        return ProblemException.invalid(field, "编号重复", "The id is given twice");
    }

    public record Gaps(List<CoverageRules.Gap> items) {}

    /** Where nobody will answer although open cases or a list still to be fixed need somebody. */
    @GET
    @Path("/routing/gaps")
    @RolesAllowed(COORDINATOR)
    public Gaps gaps() {
        var scope = caller.scope();
        return jdbi.withHandle(h -> new Gaps(coverage.gaps(h).stream()
                .filter(gap -> scope.covers(gap.regionCode()))
                .toList()));
    }
}

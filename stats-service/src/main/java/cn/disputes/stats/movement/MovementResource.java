package cn.disputes.stats.movement;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Snapshot;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Why did it move: a change shared out over regions, agencies or fields of administration. */
@Path("/v1/movements/{indicator}")
public class MovementResource {
    private final Jdbi jdbi;
    private final Figures figures;
    private final Caller caller;

    MovementResource(Jdbi jdbi, Figures figures, Caller caller) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.caller = caller;
    }

    /**
     * The change of one indicator since {@code compare} (previous-year, or previous-period: as many months right before),
     * shared out over {@code by} (region, agency, domain) into what each group did by its own rate and what by its share.
     * Not for the dashboard role: an effect tells the few cases of a small agency.
     */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR, LEADER})
    public Movement movement(
            @PathParam("indicator") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("compare") String compare,
            @QueryParam("by") String by,
            @QueryParam("asOf") String asOf) {
        var indicator = Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        var before = before(compare, cut);
        var group = GroupBy.asked(by);
        if (indicator.shape() == Shape.COUNTIES && group != GroupBy.region)
            throw new ProblemException(MovementProblem.NOT_DECOMPOSABLE, indicator.code());
        var counts = Snapshot.of(
                jdbi,
                h -> List.of(
                        GroupCount.of(h, figures, indicator, before, group),
                        GroupCount.of(h, figures, indicator, cut, group)));
        return new MovementRules(indicator, group, before, cut).explain(counts.get(0), counts.get(1));
    }

    private static Cut before(String compare, Cut cut) {
        if (compare == null || compare.isEmpty() || compare.equals("previous-year")) return cut.previousYear();
        if (compare.equals("previous-period")) return cut.previousPeriod();
        throw ProblemException.invalid(
                "compare", "应为 previous-year 或 previous-period", "Must be previous-year or previous-period");
    }
}

package cn.disputes.stats.figures;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The figures. */
@Path("/v1/statistics")
public class StatisticsResource {
    private static final int MOST_INDICATORS = 60;

    private final Jdbi jdbi;
    private final Figures figures;
    private final Caller caller;

    StatisticsResource(Jdbi jdbi, Figures figures, Caller caller) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Produces({
        MediaType.APPLICATION_JSON,
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @RolesAllowed({STATISTICIAN, DASHBOARD, COORDINATOR, LEADER})
    public Figure figures(
            @QueryParam("indicators") String indicators,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("groupBy") String groupBy,
            @QueryParam("compare") String compare,
            @QueryParam("asOf") String asOf) {
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        var asked = indicators(indicators);
        var dimensions = Dimension.parse(groupBy);
        var comparison = comparison(compare);
        // one snapshot for all figures of an answer, so that they agree with each other
        return jdbi.inTransaction(
                org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ,
                h -> figures.compute(h, asked, cut, dimensions, comparison));
    }

    private static List<Indicator> indicators(String codes) {
        if (codes == null || codes.isBlank()) throw ProblemException.invalid("indicators", "不能为空", "Must be given");
        var found = new ArrayList<Indicator>();
        for (var code :
                Arrays.stream(codes.split(",")).map(String::trim).distinct().toList()) {
            found.add(Indicators.find(code)
                    .orElseThrow(() -> ProblemException.invalid(
                            "indicators",
                            "没有这个指标，见 /v1/indicators",
                            "There is no such indicator, see /v1/indicators")));
        }
        if (found.size() > MOST_INDICATORS) throw ProblemException.invalid("indicators", "过多", "Too many");
        return found;
    }

    private static Figures.Comparison comparison(String compare) {
        if (compare == null || compare.isEmpty()) return Figures.Comparison.NONE;
        return switch (compare) {
            case "previous-year" -> Figures.Comparison.PREVIOUS_YEAR;
            case "previous-period" -> Figures.Comparison.PREVIOUS_PERIOD;
            default ->
                throw ProblemException.invalid(
                        "compare", "应为 previous-year 或 previous-period", "Must be previous-year or previous-period");
        };
    }
}

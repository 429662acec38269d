package cn.disputes.stats.figures;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The figures. */
@Path("/v1/statistics")
public class StatisticsResource {
    private static final int MOST_INDICATORS = 60;

    private final Jdbi jdbi;
    private final Figures figures;
    private final Suppression suppression;
    private final Caller caller;

    StatisticsResource(Jdbi jdbi, Figures figures, Suppression suppression, Caller caller) {
        this.suppression = suppression;
        this.jdbi = jdbi;
        this.figures = figures;
        this.caller = caller;
    }

    /**
     * The figures of a period by groups, all of one moment.
     *
     * @param groupBy at most one of month, quarter, half and year
     * @param orderBy one of the indicators, largest first unless {@code order=asc}
     * @param top so many rows
     * @param total adds what all groups come to
     */
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
            @QueryParam("asOf") String asOf,
            @BeanParam GroupFilter filter,
            @QueryParam("orderBy") String orderBy,
            @QueryParam("order") String order,
            @QueryParam("top") String top,
            @QueryParam("total") String total) {
        var cut = filter.within(Cut.of(from, to, regionCode, asOf, caller));
        var asked = indicators(indicators);
        var group = filter.group(cut, asked);
        var dimensions = Dimension.parse(groupBy);
        var comparison = comparison(compare);
        var first =
                Top.of(top, orderBy, order, asked.stream().map(Indicator::code).toList());
        var withTotal = Query.bool("total", total);
        // one snapshot for all figures of an answer, so that they agree with each other
        return Snapshot.of(jdbi, h -> {
            var figure = compute(h, asked, cut, dimensions, group, comparison);
            if (!withTotal) return first.of(figure);
            var whole = compute(h, asked, cut, List.of(), group, comparison);
            return first.of(figure).with(whole.rows().get(0));
        });
    }

    private Figure compute(
            Handle h,
            List<Indicator> asked,
            Cut cut,
            List<Dimension> dimensions,
            Map<Dimension, String> group,
            Figures.Comparison comparison) {
        return suppression.appliesTo(caller)
                ? suppression.compute(h, asked, cut, dimensions, group, comparison)
                : figures.compute(h, asked, cut, dimensions, group, comparison);
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
        if (found.isEmpty()) throw ProblemException.invalid("indicators", "不能为空", "Must be given");
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

package cn.disputes.stats.ranking;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.security.Caller;
import cn.disputes.stats.figures.Cut;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 晾晒: who stands where, and how surely. */
@Path("/v1/rankings/{indicator}")
public class RankingResource {
    private final Ranker ranker;
    private final Caller caller;

    RankingResource(Ranker ranker, Caller caller) {
        this.ranker = ranker;
        this.caller = caller;
    }

    /**
     * The groups of {@code by} (region, agency, domain) in order, with the places won or lost since {@code compare}
     * (previous-period, which for one month is the month before, or previous-year). A rate on fewer cases than
     * {@code minimum} (10 unless given, 5 at least; for the dashboard role always 10) has no place. By region counties are
     * ranked: what a city deals with itself is in its figure, and here among those not ranked.
     */
    @GET
    @Operation(
            description = "按地区只给县（市、区）排名：市本级案件计入全市数字，列在 notRanked。对 dashboard 角色不予显示的，只列名称；该角色的 minimum 只能为 10。"
                    + " / By region counties are ranked: a city's own cases are in its figure and listed in notRanked."
                    + " What is withheld from the dashboard role is listed by name only; its minimum is always 10.")
    @RolesAllowed({STATISTICIAN, DASHBOARD, COORDINATOR, LEADER})
    public Ranking ranking(
            @PathParam("indicator") String indicator,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("by") String by,
            @QueryParam("minimum") String minimum,
            @QueryParam("compare") String compare,
            @QueryParam("asOf") String asOf) {
        return ranker.rank(indicator, Cut.of(from, to, regionCode, asOf, caller), by, minimum, compare);
    }
}

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
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who is off the target. */
@Path("/v1/targets/{indicator}/misses")
public class MissResource {
    private final Ranker ranker;
    private final Caller caller;

    MissResource(Ranker ranker, Caller caller) {
        this.ranker = ranker;
        this.caller = caller;
    }

    /**
     * @param items who is off the target, those surely off it first
     * @param met how many reach it
     * @param notJudged who has too few cases to say, or is withheld; among counties also what the city deals with itself,
     *     whose target is for the city as a whole
     * @param withoutTarget who has a place but no target
     */
    public record Misses(
            String indicator,
            String name,
            YearMonth from,
            YearMonth to,
            String regionCode,
            List<Ranking.Place> items,
            int met,
            List<Ranking.Unplaced> notJudged,
            List<String> withoutTarget) {}

    /** Who is off the target of the period's last month, by region, agency or domain. */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR, LEADER, DASHBOARD})
    public Misses misses(
            @PathParam("indicator") String indicator,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("by") String by,
            @QueryParam("minimum") String minimum) {
        var ranking = ranker.rank(indicator, Cut.of(from, to, regionCode, null, caller), by, minimum, null);
        var judged = ranking.places().stream().filter(p -> p.target() != null).toList();
        var off = judged.stream()
                .filter(p -> !p.target().met())
                .sorted(Comparator.comparing((Ranking.Place p) -> !p.target().certain())
                        .thenComparing(Ranking.Place::rank, Comparator.reverseOrder()))
                .toList();
        return new Misses(
                ranking.indicator(),
                ranking.name(),
                ranking.from(),
                ranking.to(),
                ranking.regionCode(),
                off,
                judged.size() - off.size(),
                Stream.concat(
                                ranking.notRanked().stream(),
                                ranking.places().stream()
                                        .filter(Ranking.Place::withheld)
                                        .map(MissResource::notJudged))
                        .toList(),
                ranking.places().stream()
                        .filter(p -> p.target() == null && !p.withheld())
                        .map(Ranking.Place::name)
                        .toList());
    }

    private static Ranking.Unplaced notJudged(Ranking.Place withheld) {
        return new Ranking.Unplaced(
                withheld.group(), withheld.name(), null, null, withheld.rankDisplay(), "withheld: too few cases");
    }
}

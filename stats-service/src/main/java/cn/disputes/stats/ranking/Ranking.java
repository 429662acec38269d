package cn.disputes.stats.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ranking (晾晒) of one indicator.
 *
 * @param minimum cases a rate needs for a place
 * @param previousFrom first month of the period places are compared with
 * @param method how the interval is computed; missing where there is none
 * @param places the best first; those withheld behind them, in the order of their codes
 * @param notRanked who has no place, and why; among counties that is also what the city deals with itself (市本级), which is
 *     in the city's figure all the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ranking(
        String indicator,
        String name,
        String definitionVersion,
        YearMonth from,
        YearMonth to,
        String regionCode,
        String by,
        int minimum,
        Direction direction,
        String directionName,
        YearMonth previousFrom,
        YearMonth previousTo,
        String method,
        List<Place> places,
        List<Unplaced> notRanked) {

    /**
     * @param rank shared by equals; the next is left out. Counted among those that are not withheld
     * @param bestRank the best place the interval allows; missing where there is no interval
     * @param provisional some cases behind it may still change it, and the place with it
     * @param withheld the counts are too small to be shown to this role, or would give away those of another group;
     *     nothing is told but who it is, not even whether there are enough cases for a place
     * @param previousRank place in the period before; null when it had none
     * @param movement places won since then, negative when lost
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String group,
            String name,
            Integer rank,
            String rankDisplay,
            Boolean tied,
            Integer bestRank,
            Integer worstRank,
            Long numerator,
            Long denominator,
            BigDecimal value,
            String display,
            Boolean provisional,
            Interval interval,
            Integer previousRank,
            Integer movement,
            String movementDisplay,
            Aim target,
            boolean withheld) {
        /** A rounded rate, an interval or a place among others is as good as the count to whoever knows its base. */
        static Place withheld(String group, String name) {
            var display = "案件过少，不予显示";
            return new Place(
                    group, name, null, display, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, true);
        }
    }

    /** Wilson, 95 %, rounded outwards to six decimals. */
    public record Interval(BigDecimal low, BigDecimal high, String display) {}

    /**
     * The target that holds for a group at the end of the period.
     *
     * @param met whether the figure reaches it
     * @param certain whether the whole interval lies on that side of it; always true for counts
     * @param gap figure less target; fraction for rates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Aim(BigDecimal target, String regionCode, boolean met, boolean certain, BigDecimal gap) {}

    /** @param denominator cases it has; missing for those who may not see small counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unplaced(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String group,
            String name,
            Long numerator,
            Long denominator,
            String reason,
            String reasonEn) {}
}

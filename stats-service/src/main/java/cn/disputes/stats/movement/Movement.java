package cn.disputes.stats.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a figure moved between two periods.
 *
 * @param before the period compared with
 * @param change fraction of a rate or ratio, number of a count; null when one of the periods has nothing to divide by
 * @param unit what {@code change} and the effects are: FRACTION or CASES
 * @param formula how the effects are computed
 * @param groups the largest effect first
 * @param zh the whole in words
 * @param en the same in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Movement(
        String indicator,
        String name,
        String definitionVersion,
        String regionCode,
        String by,
        Side before,
        Side after,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal change,
        String changeExact,
        String changeDisplay,
        String unit,
        String formula,
        List<Group> groups,
        String zh,
        String en) {

    /**
     * One period; {@code denominator} is missing for counts, {@code value} null where it is zero.
     *
     * @param provisional some cases behind it may still change it, and the movement with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(
            YearMonth from,
            YearMonth to,
            long numerator,
            Long denominator,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal value,
            String display,
            Boolean provisional) {}

    /**
     * What one group did to it.
     *
     * @param group its code, null for cases that do not say
     * @param state KEPT, NEW (none before) or GONE (none after)
     * @param own by its own rate (率效应), count or numerator
     * @param structure by its share of the cases (结构效应) or its denominator; 0 for counts
     * @param total both together; the totals of all groups add up to the change
     * @param totalExact the same as a fraction in lowest terms
     */
    public record Group(
            @Schema(nullable = true) String group,
            String name,
            State state,
            Side before,
            Side after,
            BigDecimal own,
            BigDecimal structure,
            BigDecimal total,
            String totalExact) {}

    /** Whether a group has cases in both periods. */
    public enum State {
        KEPT,
        NEW,
        GONE
    }
}

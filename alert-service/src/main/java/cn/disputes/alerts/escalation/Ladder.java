package cn.disputes.alerts.escalation;

import cn.disputes.alerts.delivery.Audience;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ladder of escalation (督办阶梯) as data: for each colour what follows when nothing is done.
 *
 * @param resolveWithin by when a case is to be resolved, from the day it is handed over; a hearing before that ends the
 *     term on the day before it
 * @param levels the rungs of each colour, lowest first; all three colours
 */
public record Ladder(
        @NotNull(message = "不能为空 | Must be given") @Valid Term resolveWithin,
        @NotNull(message = "不能为空 | Must be given")
                Map<
                                RiskLevel,
                                @NotEmpty(message = "至少一级 | At least one rung")
                                        @Size(max = 20, message = "最多20级 | At most 20 rungs") List<
                                        @Valid @NotNull(message = "不能为空 | Must be given") Rung>>
                        levels) {
    /** What days are counted in. */
    public enum Unit {
        WORKING_DAYS,
        DAYS
    }

    /** What a rung's days are counted from. */
    public enum Base {
        /** The day of the order, the reassignment or the reopening. */
        HANDED_OVER,
        /** The last day to resolve. */
        RESOLVE_BY,
        /** The day the resolution was claimed; no such rung before. */
        CLAIMED
    }

    /** When a rung falls due. */
    public enum Moment {
        /** On the last day itself: a reminder, or what the rule puts on that day. */
        LAST_DAY,
        /** When the last day has passed unused. */
        DAY_AFTER
    }

    /** What keeps a rung from falling due. */
    public enum Answer {
        /** Signed for (签收). */
        SIGNED,
        /** A plan filed (化解方案). */
        PLANNED,
        /** The resolution claimed, or the case ended. */
        RESOLVED,
        /** The claim verified or sent back. */
        VERIFIED
    }

    /** {@code days} 1..365. */
    public record Term(
            @Min(value = 1, message = "应为1至365 | Must be 1 to 365")
                    @Max(value = 365, message = "应为1至365 | Must be 1 to 365")
                    int days,
            @NotNull(message = "不能为空 | Must be given") Unit unit) {}

    /**
     * One rung.
     *
     * @param code its name within the colour
     * @param days 0..365 from the base to the last day
     * @param answer what keeps it from falling due
     * @param tells whom
     */
    public record Rung(
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}", message = "应为大写字母、数字或下划线 | Must be capitals, digits or _")
                    String code,
            @NotNull(message = "不能为空 | Must be given") Base base,
            @Min(value = 0, message = "应为0至365 | Must be 0 to 365")
                    @Max(value = 365, message = "应为0至365 | Must be 0 to 365")
                    int days,
            @NotNull(message = "不能为空 | Must be given") Unit unit,
            @NotNull(message = "不能为空 | Must be given") Moment moment,
            @NotNull(message = "不能为空 | Must be given") Answer answer,
            @NotEmpty(message = "不能为空 | Must be given") Set<@NotNull(message = "不能为空 | Must be given") Audience> tells,
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 50, message = "最多50字 | At most 50 characters")
                    String zh,
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                    String en) {}
}

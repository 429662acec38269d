package cn.disputes.stats.ranking;

import cn.disputes.stats.indicators.Indicator;
import java.util.Map;

/** Which end of an indicator is the good one. A variant goes the way of its indicator. */
public enum Direction {
    HIGHER_IS_BETTER("越高越好"),
    LOWER_IS_BETTER("越低越好"),
    /** Says how much there was, not how well it was done: the largest is listed first and nobody is best. */
    NEITHER("不分优劣，由多到少");

    private static final Map<String, Direction> OF = Map.ofEntries(
            Map.entry("RECONSIDERATIONS_RECEIVED", NEITHER),
            Map.entry("RECONSIDERATIONS_CONCLUDED", NEITHER),
            Map.entry("RECONSIDERATIONS_PENDING", LOWER_IS_BETTER),
            Map.entry("RECONSIDERATIONS_CORRECTED", LOWER_IS_BETTER),
            Map.entry("CORRECTION_RATE", LOWER_IS_BETTER),
            Map.entry("COMPREHENSIVE_CORRECTION_RATE", LOWER_IS_BETTER),
            Map.entry("RECONSIDERATION_SETTLEMENT_RATE", HIGHER_IS_BETTER),
            Map.entry("DISPUTE_SETTLED_RATE", HIGHER_IS_BETTER),
            Map.entry("ON_TIME_RATE", HIGHER_IS_BETTER),
            Map.entry("RECONSIDERATION_LITIGATION_RATIO", HIGHER_IS_BETTER),
            Map.entry("FIRST_INSTANCE_RECEIVED", LOWER_IS_BETTER),
            Map.entry("FIRST_INSTANCE_CONCLUDED", NEITHER),
            Map.entry("FIRST_INSTANCE_LOST", LOWER_IS_BETTER),
            Map.entry("LOSS_RATE", LOWER_IS_BETTER),
            Map.entry("LITIGATION_SETTLEMENT_RATE", HIGHER_IS_BETTER),
            Map.entry("HEAD_APPEARANCE_RATE", HIGHER_IS_BETTER),
            Map.entry("PRINCIPAL_APPEARANCE_RATE", HIGHER_IS_BETTER),
            Map.entry("ZERO_LOSS_COUNTIES", HIGHER_IS_BETTER),
            Map.entry("HIGH_RISK_FLAGGED", LOWER_IS_BETTER),
            Map.entry("HIGH_RISK_ASSIGNED", NEITHER),
            Map.entry("HIGH_RISK_RESOLVED", HIGHER_IS_BETTER),
            Map.entry("HIGH_RISK_RESOLUTION_RATE", HIGHER_IS_BETTER),
            Map.entry("SUPERVISION_ISSUED", NEITHER),
            Map.entry("RECTIFICATION_RATE", HIGHER_IS_BETTER),
            Map.entry("RECTIFICATIONS_OUTSTANDING", LOWER_IS_BETTER));

    private final String zh;

    Direction(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public static Direction of(Indicator indicator) {
        return OF.getOrDefault(base(indicator), NEITHER);
    }

    /** Whether somebody decided; an indicator nobody decided about is ranked by size. */
    static boolean decided(Indicator indicator) {
        return OF.containsKey(base(indicator));
    }

    private static String base(Indicator indicator) {
        return indicator.code().split(":")[0];
    }
}

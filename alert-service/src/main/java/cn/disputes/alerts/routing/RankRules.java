package cn.disputes.alerts.routing;

import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.RiskLevel;

/**
 * Which rank a colour asks for (三级包案): RED a county leader (县领导), ORANGE the principal of the agency (正职), YELLOW a
 * deputy (副职). The rank decides among duties that are equally specific and never against a more specific one. Where
 * nobody has the rank asked for, the next higher answers (提级包案), and only where there is nobody higher, the next lower.
 */
final class RankRules {
    private static final int LOWER = 10;

    private RankRules() {}

    static Rank asked(RiskLevel level) {
        return switch (level) {
            case RED -> Rank.COUNTY;
            case ORANGE -> Rank.PRINCIPAL;
            case YELLOW -> Rank.DEPUTY;
        };
    }

    /** How far a rank is from the one asked for: 0 is exact, one or two steps up, then the steps down. */
    static int distance(RiskLevel level, Rank rank) {
        if (level == null) return 0;
        // ranks are declared from the highest to the lowest
        var down = rank.ordinal() - asked(level).ordinal();
        return down <= 0 ? -down : LOWER + down;
    }
}

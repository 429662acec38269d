package cn.disputes.cases.litigation;

import cn.disputes.contract.problem.ProblemException;

/**
 * Periods that no law bounds, and that are so long that a date was written for a number, or a year wrongly. Asked of what is
 * told now: one that stands in the record from before is folded as it is.
 */
final class LongestPeriods {
    private static final int PERFORMANCE_DAYS = 1095;
    private static final int EXCLUDED_YEARS = 3;

    private LongestPeriods() {}

    static void check(LitigationStep step) {
        var days = step.performWithinDays();
        if (days != null && days > PERFORMANCE_DAYS) {
            throw ProblemException.invalid(
                    "performWithinDays",
                    "应为1至" + PERFORMANCE_DAYS + "日（解释第一百五十三条）",
                    "Must be 1 to " + PERFORMANCE_DAYS + " days (解释 Art. 153)");
        }
        if (step.type() != LitigationStepType.EXCLUDED_PERIOD || step.on() == null) return;
        var latest = step.on().plusYears(EXCLUDED_YEARS);
        if (ExcludedPeriodRules.until(step).isAfter(latest)) {
            throw ProblemException.invalid(
                    "to", "不能晚于 " + latest + "（解释第五十条）", "Must not be after " + latest + " (解释 Art. 50)");
        }
    }
}

package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.ReconsiderationOutcome;

/** What may be done to have a decision performed and known (Art. 77, 79). */
final class PerformanceRules {
    private PerformanceRules() {}

    static void ordered(ReconsiderationFile file, ReconsiderationStep step) {
        effective(file);
        Demand.that(file.performance.performedOn == null, "已经履行（第七十七条）", "It was performed already (Art. 77)");
        Demand.period(step.days(), "days", "第七十七条", "Art. 77");
    }

    /** Only what upholds or changes an act, and what was agreed, leaves something to enforce (Art. 78). */
    static void enforcementApplied(ReconsiderationFile file) {
        effective(file);
        Demand.that(
                PerformanceDeadlines.ENFORCEABLE.contains(file.outcome)
                        || file.outcome == ReconsiderationOutcome.MEDIATED,
                "仅维持、变更的决定和调解书可以申请强制执行（第七十八条）",
                "Only a decision that upholds or changes, or a mediation statement, is enforced (Art. 78)");
        Demand.that(file.performance.enforcementAppliedOn == null, "已经申请强制执行", "It was applied for already");
    }

    /** An interview or public criticism goes with an order to perform. */
    static void pressed(ReconsiderationFile file) {
        Demand.that(file.performance.orderedOn != null, "尚未责令限期履行（第七十七条）", "Performance was not ordered yet (Art. 77)");
    }

    static void published(ReconsiderationFile file) {
        effective(file);
    }

    static void copied(ReconsiderationFile file, ReconsiderationStep step) {
        effective(file);
        Demand.given(step.to(), "to", "须写明抄告的上一级主管部门（第七十九条）", "Name the next-higher department (Art. 79)");
    }

    private static void effective(ReconsiderationFile file) {
        Demand.that(
                file.effectiveOn() != null,
                "决定书、调解书尚未生效（第七十三条、第七十五条）",
                "The decision is not in effect yet (Art. 73, 75)");
    }
}

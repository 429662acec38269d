package cn.disputes.cases.reconsideration;

/** What may be done to have a decision performed and known (Art. 77, 79). */
final class PerformanceRules {
    private PerformanceRules() {}

    static void ordered(ReconsiderationFile file, ReconsiderationStep step) {
        effective(file);
        Demand.that(file.performance.performedOn == null, "已经履行（第七十七条）", "It was performed already (Art. 77)");
        Demand.period(step.days(), "days", "第七十七条", "Art. 77");
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

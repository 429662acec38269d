package cn.disputes.alerts.routing;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about leaders, duties and recusals. */
enum RoutingProblem implements ProblemCode {
    GAP_OPENS(
            422,
            "此变更生效后将无人包案；确需如此，请加 acceptGaps=true",
            "After this change nobody would answer; if it is meant, add acceptGaps=true"),
    SUBSTITUTES_IN_A_CIRCLE(
            422, "自 {0} 起代行关系成环，无人实际在岗", "From {0} the substitutes would stand in for each other in a circle"),
    NO_RECUSAL(404, "该领导没有在本案申报回避", "The leader has declared no conflict in this case");

    private final Words words;

    RoutingProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

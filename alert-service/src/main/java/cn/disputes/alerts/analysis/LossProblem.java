package cn.disputes.alerts.analysis;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about loss analyses. */
enum LossProblem implements ProblemCode {
    NO_LOSS(422, "没有登记该案败诉：{0}", "No loss of that suit is known: {0}"),
    ALREADY_FILED(409, "该案败诉分析报告已报送，请修改原报告", "The analysis of this loss is filed already; amend it"),
    NOT_DEMANDED(409, "该案已不属败诉，无需报告", "The suit is not lost any more; no analysis is demanded");

    private final Words words;

    LossProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

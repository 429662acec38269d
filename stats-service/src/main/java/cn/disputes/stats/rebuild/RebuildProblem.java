package cn.disputes.stats.rebuild;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about folding anew. */
enum RebuildProblem implements ProblemCode {
    SOURCE_AWAY(
            503,
            "数据源 {0} 暂时无法读取，未重算，现有数字不变；请在 Retry-After 所示秒数后再试",
            "The source {0} cannot be read just now: nothing was folded anew, the figures are as they were; try again after"
                    + " the seconds in Retry-After");

    private final Words words;

    RebuildProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

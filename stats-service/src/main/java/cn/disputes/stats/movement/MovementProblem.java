package cn.disputes.stats.movement;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about movements. */
enum MovementProblem implements ProblemCode {
    NOT_DECOMPOSABLE(
            422,
            "{0} 数的是县（市、区），不是案件，只能按 region 分解",
            "{0} counts counties and not cases: it is shared out by region only");

    private final Words words;

    MovementProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

package cn.disputes.stats.ranking;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about rankings. */
enum RankingProblem implements ProblemCode {
    NOT_RANKABLE(
            422,
            "{0} 数的是县（市、区），每个县只有有或无，不能排名",
            "{0} counts counties, each of which is one or none: there is nothing to rank");

    private final Words words;

    RankingProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

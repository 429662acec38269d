package cn.disputes.stats.ranking;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about rankings. */
enum RankingProblem implements ProblemCode {
    NOT_RANKABLE(
            422,
            "{0} 数的是县（市、区），每个县只有有或无，不能排名",
            "{0} counts counties, each of which is one or none: there is nothing to rank");

    private final int status;
    private final String zh;
    private final String en;

    RankingProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}

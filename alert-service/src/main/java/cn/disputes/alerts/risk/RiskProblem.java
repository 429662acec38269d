package cn.disputes.alerts.risk;

import cn.disputes.contract.problem.ProblemCode;

/** What alert-service refuses. */
public enum RiskProblem implements ProblemCode {
    ILLEGAL_ACTION(409, "风险案件处于 {0}，不能 {1}；现在可以：{2}", "The risk case is {0}, {1} cannot follow; allowed now: {2}"),
    LEADER_UNKNOWN(422, "没有登记该领导：{0}", "No such leader is registered: {0}"),
    MONTH_AHEAD(400, "不能交办将来的月份", "A month that has not begun cannot be handed over");

    private final int status;
    private final String zh;
    private final String en;

    RiskProblem(int status, String zh, String en) {
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

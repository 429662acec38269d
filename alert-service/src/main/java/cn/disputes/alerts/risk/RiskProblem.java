package cn.disputes.alerts.risk;

import cn.disputes.contract.problem.ProblemCode;

/** What alert-service refuses. */
public enum RiskProblem implements ProblemCode {
    ILLEGAL_ACTION(409, "风险案件处于 {0}，不能 {1}；现在可以：{2}", "The risk case is {0}, {1} cannot follow; allowed now: {2}"),
    LEADER_UNKNOWN(422, "没有登记该领导：{0}", "No such leader is registered: {0}"),
    MONTH_AHEAD(400, "不能交办将来的月份", "A month that has not begun cannot be handed over"),
    RULES_ARE_FOR_ALL(
            403,
            "评分规则各区域共用，只有管辖全部有案件、有分工区域的协调员可以修改",
            "The scoring rules are one for all regions: only a coordinator whose region covers every case and duty may change"
                    + " them");

    private final Words words;

    RiskProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

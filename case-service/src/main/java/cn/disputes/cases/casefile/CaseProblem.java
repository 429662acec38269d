package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.ProblemCode;

/** What the register refuses of any case. */
public enum CaseProblem implements ProblemCode {
    ILLEGAL_MOVE(409, "案件处于 {0}，不能记录 {1}；现在可以：{2}", "The case is {0}, {1} cannot follow; allowed now: {2}"),
    LATER_STEP_ILLEGAL(
            409,
            "更正后第 {0} 步（{1}）不再合法，请先更正该步",
            "After this rectification step {0} ({1}) would be illegal; rectify that one first"),
    RULE_BROKEN(409, "{0}", "{1}"),
    CASE_NUMBER_TAKEN(409, "案号 {0} 已登记", "Case number {0} is already registered");

    private final Words words;

    CaseProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

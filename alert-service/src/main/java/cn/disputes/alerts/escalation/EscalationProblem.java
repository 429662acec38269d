package cn.disputes.alerts.escalation;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about the ladder. */
enum EscalationProblem implements ProblemCode {
    NO_RUN(409, "案件未在督办中", "The case is not on the ladder"),
    RUNG_UNKNOWN(422, "本轮督办没有该级：{0}", "The run has no such rung: {0}"),
    RUNG_ANSWERED(409, "该级已答复：{0}", "The rung is answered already: {0}"),
    RUNG_NOT_DUE(409, "该级尚未触发，只有协调员可以提前了结", "The rung is not due; only a coordinator can settle it before"),
    SILENCE_IN_FORCE(409, "已有静默，至 {0}；请先解除", "There is a silence in force, until {0}; lift it first"),
    LADDER_IS_FOR_ALL(
            403,
            "督办规则各区域共用，只有管辖全部有案件、有分工区域的协调员可以修改",
            "The ladder is one for all regions: only a coordinator whose region covers every case and duty may change it");

    private final Words words;

    EscalationProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

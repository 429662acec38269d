package cn.disputes.cases.office;

import cn.disputes.contract.problem.ProblemCode;

/** Why a case is not given to an officer. */
public enum OfficeProblem implements ProblemCode {
    NO_OFFICER(409, "该区域没有可承办的人员", "No officer of this region can take the case"),
    OFFICER_UNKNOWN(422, "未登记的承办人", "Not a registered officer"),
    OFFICER_INACTIVE(409, "该承办人已停用", "The officer takes no further cases"),
    OFFICER_ELSEWHERE(409, "该承办人属于其他区域", "The officer belongs to another region"),
    OFFICER_RECUSED(409, "该承办人应当回避", "The officer is recused from the case");

    private final Words words;

    OfficeProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

package cn.disputes.cases.approval;

import cn.disputes.contract.problem.ProblemCode;

/** Why an approval is refused. */
public enum ApprovalProblem implements ProblemCode {
    SELF_APPROVAL(403, "不得审批本人提出的事项", "Nobody approves what they proposed themselves"),
    NOT_THE_PROPOSER(403, "只有提出人可以撤回", "Only whoever proposed it takes it back"),
    ALREADY_DECIDED(409, "该事项已处理：{0}", "Already decided: {0}"),
    ALREADY_PROPOSED(409, "该事项已提交审批，尚未处理", "The same has been proposed and waits to be decided");

    private final Words words;

    ApprovalProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

package cn.disputes.alerts.risk;

import cn.disputes.contract.problem.ProblemCode;

/** What is refused about model and parallel suits (示范诉讼), recusals and promises. */
public enum ModelProblem implements ProblemCode {
    MODEL_PENDING(
            409,
            "平行案件等待示范案件 {0} 的结果，暂不能 {1}；现在可以：{2}",
            "The case waits for the result of its model {0}, {1} cannot follow yet; allowed now: {2}"),
    MODEL_CLOSED(409, "案件已经结束，不能作为示范案件或平行案件", "A case that has ended can be neither model nor parallel"),
    MODEL_OF_ITSELF(422, "案件不能是自己的示范案件", "A case cannot be its own model"),
    MODEL_IS_PARALLEL(409, "所指的示范案件自己是平行案件", "The model named is itself a parallel case"),
    PARALLEL_IS_MODEL(409, "该案已是其他案件的示范案件", "The case is already the model of others"),
    MODEL_LINKED(409, "该案已有示范案件，请先解除", "The case has a model already; take that link off first"),
    LEADER_RECUSED(409, "领导 {0} 已在本案申报回避", "Leader {0} has declared a conflict in this case"),
    CASE_CLOSED(409, "案件已经结束", "The case has ended");

    private final Words words;

    ModelProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}

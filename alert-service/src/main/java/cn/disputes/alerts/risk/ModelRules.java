package cn.disputes.alerts.risk;

import cn.disputes.contract.problem.ProblemException;

/**
 * When one case may wait for another (示范诉讼): one model, any number of parallel cases, and no chains. Both must be open: a
 * case that has ended waits for nothing, and a model that has ended has nothing to be waited for.
 */
final class ModelRules {
    private ModelRules() {}

    /**
     * Refuses a link.
     *
     * @param modelIsParallel the model named waits for a model of its own
     * @param caseIsModel others wait for the case
     */
    static void check(RiskCase risk, RiskCase model, boolean modelIsParallel, boolean caseIsModel) {
        if (risk.id().equals(model.id())) throw refused(ModelProblem.MODEL_OF_ITSELF);
        if (risk.state().closed() || model.state().closed()) throw refused(ModelProblem.MODEL_CLOSED);
        if (modelIsParallel) throw refused(ModelProblem.MODEL_IS_PARALLEL);
        if (caseIsModel) throw refused(ModelProblem.PARALLEL_IS_MODEL);
    }

    private static ProblemException refused(ModelProblem why) {
        return new ProblemException(why).field("modelCaseId", why.zh(), why.en());
    }
}

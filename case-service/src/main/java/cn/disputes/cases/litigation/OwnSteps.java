package cn.disputes.cases.litigation;

import cn.disputes.contract.problem.ProblemException;

/** Whose a step is that each defendant of several has for itself (行诉法 Art. 67). */
final class OwnSteps {
    private OwnSteps() {}

    /**
     * The step with the code of the defendant it concerns, and without one where that is the nominal defendant or who acted
     * for it.
     *
     * @param filing the agency that files it itself; null when an officer records it
     */
    static LitigationStep settle(LitigationRow row, LitigationStep step, String filing) {
        if (step.replacement() != null) return step.replacedBy(settle(row, step.replacement(), filing));
        if (!LitigationRules.OF_ONE_DEFENDANT.contains(step.type())) return step;
        var agency = step.agency() == null ? filing : step.agency();
        if (filing != null && !filing.equals(agency)) {
            throw ProblemException.invalid(
                    "agency", "只能提交本机关的答辩（行诉法第六十七条）", "An agency files its own defence only (Art. 67)");
        }
        if (agency == null || agency.equals(row.defendantCode())) return step.of(null);
        // first, for a co-defendant may be who acted
        if (row.coDefendantCodes().contains(agency)) return step.of(agency);
        if (!agency.equals(row.actorCode())) {
            throw ProblemException.invalid(
                    "agency", "应为本案被告之一的代码（行诉法第六十七条）", "Must be the code of a defendant of this suit (Art. 67)");
        }
        return step.of(null);
    }
}

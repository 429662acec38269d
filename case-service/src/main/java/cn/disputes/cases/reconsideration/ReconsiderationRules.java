package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Under which condition a step may be taken. What is late is recorded; what is impossible is refused here. */
final class ReconsiderationRules {
    /**
     * What the head of the authority or of its office approves: refusal (Art. 30), conversion (Art. 55), decision
     * (Art. 61), extension (Art. 62).
     */
    private static final Set<ReconsiderationStepType> APPROVED_BY_ANOTHER = EnumSet.of(
            ReconsiderationStepType.REFUSED,
            ReconsiderationStepType.PROCEDURE_CONVERTED,
            ReconsiderationStepType.DECIDED,
            ReconsiderationStepType.EXTENDED);

    private ReconsiderationRules() {}

    /** A rectification that touches an approved step, or makes one, is approved like it. */
    static boolean needsApproval(ReconsiderationStep step, List<RecordedStep<ReconsiderationStep>> history) {
        if (!step.rectifies()) return approved(step);
        return approved(step.replacement()) || history.stream().anyMatch(recorded -> stands(recorded, step.step()));
    }

    /** Whether a record says, or once said, something approved of the step of that sequence. */
    private static boolean stands(RecordedStep<ReconsiderationStep> recorded, int sequence) {
        if (!recorded.body().rectifies()) return recorded.sequence() == sequence && approved(recorded.body());
        return recorded.body().step() == sequence && approved(recorded.body().replacement());
    }

    private static boolean approved(ReconsiderationStep step) {
        return step != null && APPROVED_BY_ANOTHER.contains(step.type());
    }

    static void check(ReconsiderationFile file, ReconsiderationStep step) {
        if (step.on() == null) throw ProblemException.invalid("on", "不能为空", "Must be given");
        if (step.on().isBefore(file.lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + file.lastOn, "Must not be before the step it follows, " + file.lastOn);
        }
        switch (step.type()) {
            case CORRECTION_REQUESTED -> AdmissionRules.correctionRequested(file, step);
            case CORRECTION_EXTENDED -> AdmissionRules.correctionExtended(step);
            case ACCEPTED -> AdmissionRules.accepted(file, step);
            case REFUSED -> AdmissionRules.refused(step);
            case TRANSFERRED -> Demand.given(step.to(), "to", "须写明有管辖权的机关", "Name the competent authority");
            case COPY_SERVED -> ReviewRules.copyServed(file);
            case REPLY_RECEIVED -> ReviewRules.replied(file);
            case HEARING_NOTIFIED -> ReviewRules.hearingNotified(step);
            case DOCUMENT_QUESTIONED -> ReviewRules.documentQuestioned(file, step);
            case DOCUMENT_FORWARDED -> ReviewRules.documentForwarded(file, step);
            case DOCUMENT_MAKER_ASKED -> ReviewRules.makerAsked(file);
            case DOCUMENT_MAKER_ANSWERED -> ReviewRules.makerAnswered(file);
            case DOCUMENT_REVIEWED -> ReviewRules.documentReviewed(file);
            case DOCUMENT_ANSWER_RETURNED -> ReviewRules.documentReturned(file);
            case MEDIATION_BEGUN -> ReviewRules.mediationBegun(file);
            case MEDIATION_FAILED -> ReviewRules.mediationFailed(file);
            case TIME_EXCLUDED -> ReviewRules.timeExcluded(file, step);
            case SUSPENDED -> ReviewRules.suspended(step);
            case EXTENDED -> ReviewRules.extended(file, step);
            case PROCEDURE_CONVERTED -> ReviewRules.converted(file, step);
            case DECIDED -> DecisionRules.decided(file, step);
            case MEDIATED -> DecisionRules.mediated(step);
            case WITHDRAWN -> DecisionRules.withdrawn(step);
            case TERMINATED -> DecisionRules.terminated(file, step);
            case DECISION_SERVED -> DecisionRules.served(file);
            case PERFORMANCE_ORDERED -> PerformanceRules.ordered(file, step);
            case ENFORCEMENT_APPLIED -> PerformanceRules.enforcementApplied(file);
            case INTERVIEWED, CRITICISED -> PerformanceRules.pressed(file);
            case PUBLISHED -> PerformanceRules.published(file);
            case COPIED -> PerformanceRules.copied(file, step);
            default -> {
                // no condition beyond the move itself
            }
        }
    }
}

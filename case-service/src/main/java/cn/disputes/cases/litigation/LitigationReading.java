package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.dispute.DefendantAnswer;
import cn.disputes.cases.dispute.NamedAgency;
import cn.disputes.contract.codes.DecisionForm;
import java.time.LocalDate;
import java.util.List;

/**
 * What the steps of a suit and the law come to today; a list does not show it.
 *
 * @param clocks every clock, in the order of the proceedings
 * @param expected who the defendants should be after the reconsideration the suit names; null when none is known
 */
record LitigationReading(
        LitigationFile file,
        List<Deadline> clocks,
        List<Hint> hints,
        HeadDuty headDuty,
        NamedAgency nominalAgency,
        NamedAgency actingAgency,
        DefendantAnswer expected) {

    DecisionForm form() {
        return file.outcome == null ? null : DecisionForm.of(file.outcome);
    }

    Boolean redo() {
        return file.conclusion == null ? null : file.conclusion.redo();
    }

    List<LosingSide> lostBy() {
        return file.conclusion == null ? null : LosingSide.of(file.outcome, file.conclusion.reconsiderationDecision());
    }

    LocalDate judgmentServedOn() {
        return file.dayOf(LitigationStepType.JUDGMENT_SERVED);
    }
}

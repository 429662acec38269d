package cn.disputes.cases.reconsideration;

import java.time.LocalDate;

/**
 * A hearing (听证, Art. 50, 51) as far as it is recorded.
 *
 * @param notifiedOn null when it was held without a recorded notice
 * @param hearingOn the day the notice names; null when it names none
 * @param heldOn null while it is to come
 * @param panelComplete a presider and at least two hearers are recorded
 * @param headExcused the respondent's head came, or said why not
 */
record Hearing(
        LocalDate notifiedOn, LocalDate hearingOn, LocalDate heldOn, boolean panelComplete, boolean headExcused) {
    static Hearing notified(ReconsiderationStep step) {
        return new Hearing(step.on(), step.hearingOn(), null, false, true);
    }

    static Hearing unannounced() {
        return new Hearing(null, null, null, false, true);
    }

    Hearing held(ReconsiderationStep step) {
        var panel = step.presider() != null
                && step.hearers() != null
                && step.hearers().size() >= 2;
        var excused = !Boolean.FALSE.equals(step.respondentHeadAttended()) || step.reason() != null;
        return new Hearing(notifiedOn, hearingOn, step.on(), panel, excused);
    }

    /** The day the notice had to precede. */
    LocalDate day() {
        return hearingOn == null ? heldOn : hearingOn;
    }
}

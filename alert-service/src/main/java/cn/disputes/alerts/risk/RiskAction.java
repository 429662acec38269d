package cn.disputes.alerts.risk;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the history of a risk case.
 *
 * @param on the day it was done
 * @param promisedOn PLAN_FILED: by when the leader promised to resolve the case
 * @param leaderId the leader it is about: to whom it was reassigned, who is in conflict
 * @param underLeader who was responsible when it was done; tells a successor whose word it was
 * @param by who recorded it
 */
public record RiskAction(
        UUID caseId,
        ActionType type,
        LocalDate on,
        String note,
        String evidence,
        EvidenceType evidenceType,
        LocalDate promisedOn,
        String leaderId,
        String underLeader,
        String by) {

    /** What happens to a case without evidence or promise. */
    public static RiskAction of(RiskCase risk, ActionType type, LocalDate on, String note, String leaderId, String by) {
        return new RiskAction(risk.id(), type, on, note, null, null, null, leaderId, risk.leader(), by);
    }
}

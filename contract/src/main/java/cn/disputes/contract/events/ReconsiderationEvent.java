package cn.disputes.contract.events;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * State of a reconsideration (行政复议).
 *
 * @param regionCode region of the authority that handles it
 * @param status RECEIVED, IN_CORRECTION, ACCEPTED, SUSPENDED or CONCLUDED
 * @param procedure ORDINARY or SIMPLIFIED, null before acceptance
 * @param acceptedOn as recorded; of a case that ended without that, the day silence accepted it (Art. 30), else null
 * @param decideDueOn last day to decide (Art. 62) with extension and suspension counted; null before acceptance
 * @param outcomeGround only with WITHDRAWN
 * @param recordedAt when the register learned of the latest step
 * @param particulars null from a producer that does not tell them
 */
public record ReconsiderationEvent(
        UUID id,
        long version,
        String caseNumber,
        String regionCode,
        String respondentCode,
        String respondentName,
        ActType actType,
        Domain domain,
        String status,
        String procedure,
        String lawVersion,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        LocalDate decideDueOn,
        LocalDate concludedOn,
        ReconsiderationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate decisionServedOn,
        Instant recordedAt,
        Particulars particulars)
        implements CaseEvent {}

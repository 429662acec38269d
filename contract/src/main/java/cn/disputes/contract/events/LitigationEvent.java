package cn.disputes.contract.events;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * State of one instance of a suit (行政诉讼).
 *
 * @param regionCode region of the defendant
 * @param defendantCode the nominal defendant
 * @param actorCode the agency that acted (实施主体), null where it is the defendant
 * @param defenceDueOn last day for the defence and the evidence (Art. 67), of several the first that is open; null before
 *     service
 * @param servedOn the first service on a defendant
 * @param defenceFiledOn the last defence, null until every defendant on whom a service is recorded has filed
 * @param hearings every hearing held, in order
 * @param effectiveOn when its end took effect: as recorded, or by {@link Finality} where it is final at once; of a retrial
 *     the register says, which knows as what it was tried (解释 Art. 119)
 * @param particulars null from a producer that does not tell them
 */
public record LitigationEvent(
        UUID id,
        long version,
        String caseNumber,
        String court,
        Instance instance,
        String regionCode,
        String defendantCode,
        String defendantName,
        String actorCode,
        List<String> coDefendantCodes,
        ActType actType,
        Domain domain,
        String status,
        LocalDate filedOn,
        LocalDate servedOn,
        LocalDate defenceDueOn,
        LocalDate defenceFiledOn,
        String reconsiderationCaseNumber,
        String previousCaseNumber,
        List<Hearing> hearings,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate effectiveOn,
        Instant recordedAt,
        Particulars particulars)
        implements CaseEvent {

    public LitigationEvent {
        effectiveOn = Finality.effectiveOn(instance, outcome, concludedOn, effectiveOn);
    }

    public record Hearing(LocalDate on, HeadAttendance headAttendance) {}
}

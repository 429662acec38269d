package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.cases.dispute.DefendantAnswer;
import cn.disputes.cases.dispute.NamedAgency;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.DecisionForm;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.events.LitigationEvent.Hearing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One instance of a suit as it is shown; personal fields are masked unless the caller handles the case. From
 * {@code nominalAgency} on it is shown of a single suit, not in lists.
 *
 * @param nominalAgency the agency sued (名义被告)
 * @param actingAgency the agency that acted (实施主体)
 * @param servedOn the first service on a defendant
 * @param defenceFiledOn the last defence, once every defendant on whom a service is recorded has filed
 * @param procedure ORDINARY or SIMPLIFIED, where the court said
 * @param effectiveOn as recorded; of what is final at once, without a record, the day it was concluded
 * @param decisionForm whether it ended by judgment, ruling or mediation statement
 * @param redo whether the agency is to act anew
 * @param lostBy against whom the judgment went; an unlawful reconsideration decision on a lawful act is lost by the authority
 *     alone
 * @param headDuty whether the head has done the duty to attend in this instance
 * @param expectedDefendants who the defendants should be after the reconsideration the suit names
 * @param hints what the law says of the case as it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LitigationView(
        UUID id,
        String caseNumber,
        String court,
        Instance instance,
        String regionCode,
        List<Party> plaintiffs,
        String defendantCode,
        String defendantName,
        String actorCode,
        List<String> coDefendantCodes,
        ActType actType,
        Domain domain,
        LocalDate filedOn,
        String reconsiderationCaseNumber,
        String previousCaseNumber,
        LitigationStatus status,
        LocalDate servedOn,
        LocalDate defenceDueOn,
        LocalDate defenceFiledOn,
        List<Hearing> hearings,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate effectiveOn,
        String assignedTo,
        NamedAgency nominalAgency,
        NamedAgency actingAgency,
        TrialProcedure procedure,
        DecisionForm decisionForm,
        Boolean redo,
        List<LosingSide> lostBy,
        LocalDate judgmentServedOn,
        LocalDate appealedOn,
        HeadDuty headDuty,
        DefendantAnswer expectedDefendants,
        List<Hint> hints,
        List<Deadline> deadlines,
        long version,
        Instant recordedAt) {
    /** As a list shows it. */
    static LitigationView of(LitigationRow r, Viewer viewer) {
        return of(r, null, viewer);
    }

    static LitigationView of(LitigationRow r, LitigationReading reading, Viewer viewer) {
        var one = Optional.ofNullable(reading);
        return new LitigationView(
                r.id(),
                r.caseNumber(),
                r.court(),
                r.instance(),
                r.regionCode(),
                viewer.shown(r.plaintiffs(), r.handling()),
                r.defendantCode(),
                r.defendantName(),
                r.actorCode(),
                r.coDefendantCodes(),
                r.actType(),
                r.domain(),
                r.filedOn(),
                r.reconsiderationCaseNumber(),
                r.previousCaseNumber(),
                r.status(),
                r.servedOn(),
                r.defenceDueOn(),
                r.defenceFiledOn(),
                r.hearings(),
                r.concludedOn(),
                r.outcome(),
                r.outcomeGround(),
                Finality.effectiveOn(r.instance(), r.outcome(), r.concludedOn(), r.effectiveOn()),
                r.handling().assignedTo(),
                one.map(LitigationReading::nominalAgency).orElse(null),
                one.map(LitigationReading::actingAgency).orElse(null),
                one.map(o -> o.file().procedure).orElse(null),
                one.map(LitigationReading::form).orElse(null),
                one.map(LitigationReading::redo).orElse(null),
                one.map(LitigationReading::lostBy).orElse(null),
                one.map(LitigationReading::judgmentServedOn).orElse(null),
                one.map(o -> o.file().appealedOn).orElse(null),
                one.map(LitigationReading::headDuty).orElse(null),
                one.map(LitigationReading::expected).orElse(null),
                one.map(LitigationReading::hints).orElse(null),
                one.map(LitigationReading::clocks).orElse(null),
                r.version(),
                r.recordedAt());
    }
}

package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.events.LitigationEvent.Hearing;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One instance of a suit as it is shown; personal fields are masked unless the caller handles the case. */
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
        List<Deadline> deadlines,
        long version,
        Instant recordedAt) {
    static LitigationView of(LitigationRow r, List<Deadline> deadlines, Caller caller) {
        return new LitigationView(
                r.id(),
                r.caseNumber(),
                r.court(),
                r.instance(),
                r.regionCode(),
                Personal.shown(r.plaintiffs(), r.handling(), caller),
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
                r.effectiveOn(),
                r.handling().assignedTo(),
                deadlines,
                r.version(),
                r.recordedAt());
    }
}

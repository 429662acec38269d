package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reconsideration as it is shown; personal fields are masked unless the caller handles the case.
 *
 * @param decideDueOn last day to decide, suspension and extension counted
 * @param deadlines every clock; in lists left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconsiderationView(
        UUID id,
        String caseNumber,
        String regionCode,
        LocalDate receivedOn,
        Channel channel,
        List<Party> applicants,
        String respondentCode,
        String respondentName,
        ActType actType,
        Domain domain,
        String actDocumentNumber,
        LocalDate actKnownOn,
        String claims,
        BigDecimal amountInDispute,
        ReconsiderationStatus status,
        Procedure procedure,
        LawVersion lawVersion,
        LocalDate acceptedOn,
        LocalDate copyServedOn,
        LocalDate repliedOn,
        LocalDate decideDueOn,
        LocalDate concludedOn,
        ReconsiderationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate decisionServedOn,
        String assignedTo,
        List<Deadline> deadlines,
        long version,
        Instant recordedAt) {
    static ReconsiderationView of(ReconsiderationRow r, List<Deadline> deadlines, Caller caller) {
        return new ReconsiderationView(
                r.id(),
                r.caseNumber(),
                r.regionCode(),
                r.receivedOn(),
                r.channel(),
                Personal.shown(r.applicants(), r.handling(), caller),
                r.respondentCode(),
                r.respondentName(),
                r.actType(),
                r.domain(),
                r.actDocumentNumber(),
                r.actKnownOn(),
                Personal.mayBeSeenBy(caller, r.handling()) ? r.claims() : null,
                r.amountInDispute(),
                r.status(),
                r.procedure(),
                r.lawVersion(),
                r.acceptedOn(),
                r.copyServedOn(),
                r.repliedOn(),
                r.decideDueOn(),
                r.concludedOn(),
                r.outcome(),
                r.outcomeGround(),
                r.decisionServedOn(),
                r.handling().assignedTo(),
                deadlines,
                r.version(),
                r.recordedAt());
    }
}

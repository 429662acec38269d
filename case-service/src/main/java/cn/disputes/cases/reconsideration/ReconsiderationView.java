package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reconsideration as it is shown; personal fields are masked unless the caller handles the case.
 *
 * @param acceptedOn as recorded; of a case that ended without that, the day silence accepted it (2023 Art. 30)
 * @param decideDueOn last day to decide, suspension and extension counted, as the last step left it; {@code deadlines}
 *     have it as of today
 * @param deadlines every clock; in lists left out, like all that follows except {@code regulationVerified}
 * @param regulationVerified false: received since 2026-07-01, when a revised regulation came into force whose text was
 *     not seen; then no date and no hint rests on it
 * @param lawVersionReason why a law not that of the day of receipt governs; as free text shown to those only who see names
 * @param replyDefault the respondent has not replied in time (Art. 70)
 * @param failedConditions of Art. 30, when it was refused or rejected
 * @param simplifiedGrounds of Art. 53 that what was registered speaks for, while it is not accepted
 * @param effectiveOn day on which the decision or the mediation statement took effect
 * @param jurisdiction on registration, when another authority seems competent
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
        boolean regulationVerified,
        String lawVersionReason,
        Boolean replyDefault,
        List<AcceptanceCondition> failedConditions,
        List<SimplifiedGround> simplifiedGrounds,
        LocalDate effectiveOn,
        List<Shortcoming> shortcomings,
        Jurisdiction jurisdiction,
        long version,
        Instant recordedAt) {
    static ReconsiderationView of(ReconsiderationRow r, Standing standing, Jurisdiction hint, Viewer viewer) {
        var file = standing == null ? null : standing.file();
        return new ReconsiderationView(
                r.id(),
                r.caseNumber(),
                r.regionCode(),
                r.receivedOn(),
                r.channel(),
                viewer.shown(r.applicants(), r.handling()),
                r.respondentCode(),
                r.respondentName(),
                r.actType(),
                r.domain(),
                r.actDocumentNumber(),
                r.actKnownOn(),
                viewer.seesWhole(r.handling()) ? r.claims() : null,
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
                file == null ? null : standing.deadlines(),
                RevisedRegulation.verified(r.receivedOn()),
                file == null ? null : viewer.shown(file.application.lawVersionReason(), r.handling()),
                file == null ? null : standing.replyDefault(),
                file == null ? null : AdmissionRules.failed(file.conditions),
                file == null ? null : simplified(r, file),
                file == null ? null : file.effectiveOn(),
                file == null ? null : standing.shortcomings(),
                hint,
                r.version(),
                r.recordedAt());
    }

    private static List<SimplifiedGround> simplified(ReconsiderationRow r, ReconsiderationFile file) {
        var open = file.status == ReconsiderationStatus.RECEIVED && file.lawVersion == LawVersion.XZFY_2023;
        return open ? SimplifiedGround.seen(r.actType(), r.amountInDispute()) : null;
    }
}

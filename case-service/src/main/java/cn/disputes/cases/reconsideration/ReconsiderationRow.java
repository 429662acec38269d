package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.Party;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.Particulars;
import cn.disputes.contract.events.ReconsiderationEvent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One row of the register: what was registered, and what the steps have folded to.
 *
 * @param acceptedOn as recorded; of a case that ended without an acceptance, the day silence accepted it (2023 Art. 30)
 */
record ReconsiderationRow(
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
        LawVersion lawVersion,
        ReconsiderationStatus status,
        Procedure procedure,
        LocalDate acceptedOn,
        LocalDate copyServedOn,
        LocalDate repliedOn,
        LocalDate concludedOn,
        ReconsiderationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate decisionServedOn,
        LocalDate reviewDueOn,
        LocalDate replyDueOn,
        LocalDate decideDueOn,
        LocalDate hearingOn,
        Boolean compensated,
        BigDecimal compensationAmount,
        Handling handling,
        long version,
        Instant recordedAt,
        String importHash) {

    /** A case as it is registered, before its number and its first step. */
    static ReconsiderationRow opened(UUID id, Registration r, String respondentName, Handling handling, Instant at) {
        return new ReconsiderationRow(
                id,
                null,
                r.regionCode(),
                r.receivedOn(),
                r.channel(),
                r.applicants(),
                r.respondentCode(),
                respondentName,
                r.actType(),
                r.domain(),
                r.actDocumentNumber(),
                r.actKnownOn(),
                r.claims(),
                r.amountInDispute(),
                LawVersion.on(r.receivedOn()),
                ReconsiderationStatus.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                handling,
                1,
                at,
                null);
    }

    ReconsiderationRow folded(
            ReconsiderationFile file, ReconsiderationDeadlines clock, long newVersion, Instant at, String hash) {
        return new ReconsiderationRow(
                id,
                caseNumber,
                regionCode,
                file.receivedOn,
                channel,
                applicants,
                respondentCode,
                respondentName,
                actType,
                domain,
                actDocumentNumber,
                file.application.actKnownOn() == null ? actKnownOn : file.application.actKnownOn(),
                claims,
                amountInDispute,
                file.lawVersion,
                file.status,
                file.procedure,
                clock.acceptedOn(),
                file.copyServedOn,
                file.repliedOn,
                file.concludedOn,
                file.outcome,
                file.outcomeGround,
                file.decisionServedOn,
                clock.review().end(),
                end(clock.reply()),
                end(clock.decide()),
                file.comingHearing(),
                file.performance.compensated,
                file.performance.compensationAmount,
                handling,
                newVersion,
                at,
                hash);
    }

    private static LocalDate end(Deadline clock) {
        return clock == null ? null : clock.end();
    }

    ReconsiderationRow numbered(String number) {
        return new ReconsiderationRow(
                id,
                number,
                regionCode,
                receivedOn,
                channel,
                applicants,
                respondentCode,
                respondentName,
                actType,
                domain,
                actDocumentNumber,
                actKnownOn,
                claims,
                amountInDispute,
                lawVersion,
                status,
                procedure,
                acceptedOn,
                copyServedOn,
                repliedOn,
                concludedOn,
                outcome,
                outcomeGround,
                decisionServedOn,
                reviewDueOn,
                replyDueOn,
                decideDueOn,
                hearingOn,
                compensated,
                compensationAmount,
                handling,
                version,
                recordedAt,
                importHash);
    }

    /** Level, kind and team are added where the event is written. */
    ReconsiderationEvent event() {
        return new ReconsiderationEvent(
                id,
                version,
                caseNumber,
                regionCode,
                respondentCode,
                respondentName,
                actType,
                domain,
                status.name(),
                procedure == null ? null : procedure.name(),
                lawVersion.wireName(),
                receivedOn,
                acceptedOn,
                decideDueOn,
                concludedOn,
                outcome,
                outcomeGround,
                decisionServedOn,
                recordedAt,
                new Particulars(
                        null,
                        null,
                        applicants.size(),
                        Party.organisations(applicants),
                        channel.name(),
                        amountInDispute,
                        compensated,
                        compensationAmount,
                        null));
    }

    static ReconsiderationRow map(ResultSet row, StatementContext context) throws SQLException {
        return new ReconsiderationRow(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getObject("received_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                Parties.read(context.getConfig(), row.getObject("id", UUID.class), row.getString("applicants")),
                row.getString("respondent_code"),
                row.getString("respondent_name"),
                ActType.valueOf(row.getString("act_type")),
                Domain.valueOf(row.getString("domain")),
                row.getString("act_document_number"),
                row.getObject("act_known_on", LocalDate.class),
                row.getString("claims"),
                row.getBigDecimal("amount_in_dispute"),
                LawVersion.of(row.getString("law_version")),
                ReconsiderationStatus.valueOf(row.getString("status")),
                code(Procedure.class, row.getString("procedure")),
                row.getObject("accepted_on", LocalDate.class),
                row.getObject("copy_served_on", LocalDate.class),
                row.getObject("replied_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class),
                code(ReconsiderationOutcome.class, row.getString("outcome")),
                code(OutcomeGround.class, row.getString("outcome_ground")),
                row.getObject("decision_served_on", LocalDate.class),
                row.getObject("review_due_on", LocalDate.class),
                row.getObject("reply_due_on", LocalDate.class),
                row.getObject("decide_due_on", LocalDate.class),
                row.getObject("hearing_on", LocalDate.class),
                row.getObject("compensated", Boolean.class),
                row.getBigDecimal("compensation_amount"),
                Handling.map(row),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("import_hash"));
    }

    private static <E extends Enum<E>> E code(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}

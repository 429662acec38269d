package cn.disputes.cases.reconsideration;

import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL of the register of reconsiderations. */
@Singleton
class ReconsiderationStore {
    final StepLog<ReconsiderationStep> steps = new StepLog<>("reconsideration_step", ReconsiderationStep.class);

    private static final String COLUMNS =
            """
            id, case_number, region_code, received_on, channel, applicants, respondent_code, respondent_name, act_type,
            domain, act_document_number, act_known_on, claims, amount_in_dispute, law_version, status, procedure,
            accepted_on, copy_served_on, replied_on, concluded_on, outcome, outcome_ground, decision_served_on,
            review_due_on, reply_due_on, decide_due_on, assigned_to, registered_by, version, recorded_at, import_hash""";
    private static final String VALUES =
            """
            :id, %s, :regionCode, :receivedOn, :channel, CAST(:applicants AS jsonb), :respondentCode, :respondentName,
            :actType, :domain, :actDocumentNumber, :actKnownOn, :claims, :amountInDispute, :lawVersion, :status, :procedure,
            :acceptedOn, :copyServedOn, :repliedOn, :concludedOn, :outcome, :outcomeGround, :decisionServedOn,
            :reviewDueOn, :replyDueOn, :decideDueOn, :assignedTo, :registeredBy, :version, :recordedAt, :importHash""";

    /**
     * Audit entry, number, case, first step and announcement in one statement: it is whole or nothing without a
     * transaction around it, the number's lock is held only from here to the commit, and a number taken is a number used.
     */
    private static final String REGISTER =
            """
            WITH number AS (
                INSERT INTO case_number_counter (prefix, year, last)
                SELECT prefix, :year, 1 FROM case_number_issuer WHERE region_code = :regionCode
                ON CONFLICT (prefix, year) DO UPDATE SET last = case_number_counter.last + 1
                RETURNING prefix || '〔' || year || '〕' || last || '号' AS text
            ), opened AS (
                INSERT INTO reconsideration (%s, look_on) SELECT %s, CAST(:lookOn AS date) FROM number
            ), step AS (
                INSERT INTO reconsideration_step (case_id, sequence, type, on_date, body, sealed_under, recorded_at, recorded_by)
                SELECT :id, 1, 'RECEIVED', :receivedOn, CAST(:step AS jsonb), :under, :recordedAt, :by FROM number
            ), announced AS (
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
                SELECT :eventId, :aggregatetype, :id, :eventType, :regionCode,
                       jsonb_set(CAST(:payload AS jsonb), '{caseNumber}', to_jsonb(text)), :recordedAt
                FROM number
            ), audited AS (
                %s FROM number
            )
            SELECT text FROM number"""
                    .formatted(COLUMNS, VALUES.formatted("number.text"), AuditTrail.INSERT);

    /**
     * The case number, or nothing when nobody issues numbers for the region.
     *
     * @param lookOn the first day on which its clocks have something to say
     */
    Optional<String> register(
            Handle h,
            ReconsiderationRow row,
            ReconsiderationStep first,
            String by,
            LocalDate lookOn,
            UnaryOperator<Query> audited) {
        var event = row.event();
        var text = SealedText.of(h.getConfig(), SealedText.ofCase(row.id()), first);
        return audited.apply(bind(h.createQuery(REGISTER), row))
                .bind("lookOn", lookOn)
                .bind("year", row.receivedOn().getYear())
                .bind("step", text.json())
                .bind("under", text.under())
                .bind("by", by)
                .bind("eventId", Ids.next())
                .bind("aggregatetype", Outbox.aggregateType(event))
                .bind("eventType", event.type().wireName())
                .bind("payload", Outbox.json(event))
                .mapTo(String.class)
                .findOne();
    }

    void updateAll(Handle h, List<ReconsiderationRow> rows) {
        if (rows.isEmpty()) return;
        var batch = h.prepareBatch(
                """
                UPDATE reconsideration SET received_on = :receivedOn, law_version = :lawVersion, status = :status,
                    procedure = :procedure, accepted_on = :acceptedOn, copy_served_on = :copyServedOn,
                    replied_on = :repliedOn, concluded_on = :concludedOn, outcome = :outcome,
                    outcome_ground = :outcomeGround, decision_served_on = :decisionServedOn,
                    review_due_on = :reviewDueOn, reply_due_on = :replyDueOn, decide_due_on = :decideDueOn, hearing_on = :hearingOn,
                    compensated = CAST(:compensated AS boolean), compensation_amount = CAST(:compensationAmount AS numeric),
                    region_code = :regionCode, channel = :channel, applicants = CAST(:applicants AS jsonb),
                    respondent_code = :respondentCode, respondent_name = :respondentName, act_type = :actType,
                    domain = :domain, act_known_on = coalesce(CAST(:actKnownOn AS date), act_known_on), version = :version, recorded_at = :recordedAt, import_hash = :importHash
                WHERE id = :id""");
        rows.forEach(row -> bind(batch, row).add());
        batch.execute();
    }

    /** The row, locked until the transaction ends: two officers with the same version take turns. */
    Optional<ReconsiderationRow> lock(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM reconsideration WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(ReconsiderationRow::map)
                .findOne();
    }

    Optional<ReconsiderationRow> find(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM reconsideration WHERE id = :id")
                .bind("id", id)
                .map(ReconsiderationRow::map)
                .findOne();
    }

    /** Open cases with a date in or after a year, locked in one order. */
    List<ReconsiderationRow> lockOpenDueFrom(Handle h, LocalDate from) {
        return h.createQuery(
                        """
                        SELECT * FROM reconsideration
                        WHERE status <> 'CONCLUDED' AND greatest(review_due_on, reply_due_on, decide_due_on) >= :from
                        ORDER BY case_number FOR UPDATE""")
                .bind("from", from)
                .map(ReconsiderationRow::map)
                .list();
    }

    Map<UUID, ReconsiderationRow> findAll(Handle h, Collection<UUID> ids) {
        return h.createQuery("SELECT * FROM reconsideration WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(ReconsiderationRow::map)
                .collect(Collectors.toMap(ReconsiderationRow::id, row -> row));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ReconsiderationRow row) {
        return statement
                .bind("id", row.id())
                .bind("regionCode", row.regionCode())
                .bind("receivedOn", row.receivedOn())
                .bind("channel", row.channel().name())
                .bind("applicants", Parties.json(statement.getConfig(), row.id(), row.applicants()))
                .bind("respondentCode", row.respondentCode())
                .bind("respondentName", row.respondentName())
                .bind("actType", row.actType().name())
                .bind("domain", row.domain().name())
                .bind("actDocumentNumber", row.actDocumentNumber())
                .bind("actKnownOn", row.actKnownOn())
                .bind("claims", row.claims())
                .bind("amountInDispute", row.amountInDispute())
                .bind("lawVersion", row.lawVersion().wireName())
                .bind("status", row.status().name())
                .bind("procedure", name(row.procedure()))
                .bind("acceptedOn", row.acceptedOn())
                .bind("copyServedOn", row.copyServedOn())
                .bind("repliedOn", row.repliedOn())
                .bind("concludedOn", row.concludedOn())
                .bind("outcome", name(row.outcome()))
                .bind("outcomeGround", name(row.outcomeGround()))
                .bind("decisionServedOn", row.decisionServedOn())
                .bind("reviewDueOn", row.reviewDueOn())
                .bind("replyDueOn", row.replyDueOn())
                .bind("decideDueOn", row.decideDueOn())
                .bind("hearingOn", row.hearingOn())
                .bind("compensated", row.compensated())
                .bind("compensationAmount", row.compensationAmount())
                .bind("assignedTo", row.handling().assignedTo())
                .bind("registeredBy", row.handling().registeredBy())
                .bind("version", row.version())
                .bind("recordedAt", row.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("importHash", row.importHash());
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}

package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.StepLog;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of the register of suits. */
@Singleton
class LitigationStore {
    final StepLog<LitigationStep> steps = new StepLog<>("litigation_step", LitigationStep.class);

    /** Inserts, or changes what has the id already; a number that another case has comes back as not stored. */
    void saveAll(Handle h, List<LitigationRow> rows) {
        if (rows.isEmpty()) return;
        var batch = h.prepareBatch(
                """
                INSERT INTO litigation (id, case_number, court, instance, region_code, plaintiffs, defendant_code,
                    defendant_name, actor_code, co_defendant_codes, act_type, domain, filed_on,
                    reconsideration_case_number, previous_case_number, status, served_on, defence_filed_on,
                    defence_due_on, hearings, concluded_on, outcome, outcome_ground, effective_on, hearing_on, head_to_name,
                    appeal_due_on, assigned_to, registered_by, version, recorded_at, import_hash)
                VALUES (:id, :caseNumber, :court, :instance, :regionCode, CAST(:plaintiffs AS jsonb), :defendantCode,
                    :defendantName, :actorCode, CAST(:coDefendantCodes AS text[]), :actType, :domain, :filedOn,
                    :reconsiderationCaseNumber, :previousCaseNumber, :status, :servedOn, :defenceFiledOn,
                    :defenceDueOn, CAST(:hearings AS jsonb), :concludedOn, :outcome, :outcomeGround, :effectiveOn,
                    :hearingOn, :headToName, :appealDueOn, :assignedTo, :registeredBy, :version, :recordedAt, :importHash)
                ON CONFLICT (id) DO UPDATE SET court = excluded.court, instance = excluded.instance,
                    region_code = excluded.region_code, plaintiffs = excluded.plaintiffs,
                    defendant_code = excluded.defendant_code, defendant_name = excluded.defendant_name,
                    actor_code = excluded.actor_code, act_type = excluded.act_type, domain = excluded.domain,
                    filed_on = excluded.filed_on, reconsideration_case_number = excluded.reconsideration_case_number,
                    previous_case_number = excluded.previous_case_number, status = excluded.status,
                    served_on = excluded.served_on, defence_filed_on = excluded.defence_filed_on,
                    defence_due_on = excluded.defence_due_on, hearings = excluded.hearings,
                    concluded_on = excluded.concluded_on, outcome = excluded.outcome,
                    outcome_ground = excluded.outcome_ground, effective_on = excluded.effective_on,
                    hearing_on = excluded.hearing_on, head_to_name = excluded.head_to_name,
                    appeal_due_on = excluded.appeal_due_on,
                    version = excluded.version, recorded_at = excluded.recorded_at, import_hash = excluded.import_hash""");
        for (var row : rows) {
            batch.bind("id", row.id())
                    .bind("caseNumber", row.caseNumber())
                    .bind("court", row.court())
                    .bind("instance", row.instance().name())
                    .bind("regionCode", row.regionCode())
                    .bind("plaintiffs", Parties.json(batch.getConfig(), row.id(), row.plaintiffs()))
                    .bind("defendantCode", row.defendantCode())
                    .bind("defendantName", row.defendantName())
                    .bind("actorCode", row.actorCode())
                    .bind("coDefendantCodes", "{" + String.join(",", row.coDefendantCodes()) + "}")
                    .bind("actType", row.actType().name())
                    .bind("domain", row.domain().name())
                    .bind("filedOn", row.filedOn())
                    .bind("reconsiderationCaseNumber", row.reconsiderationCaseNumber())
                    .bind("previousCaseNumber", row.previousCaseNumber())
                    .bind("status", row.status().name())
                    .bind("servedOn", row.servedOn())
                    .bind("defenceFiledOn", row.defenceFiledOn())
                    .bind("defenceDueOn", row.defenceDueOn())
                    .bind("hearings", StepLog.json(row.hearings()))
                    .bind("concludedOn", row.concludedOn())
                    .bind(
                            "outcome",
                            row.outcome() == null ? null : row.outcome().name())
                    .bind(
                            "outcomeGround",
                            row.outcomeGround() == null
                                    ? null
                                    : row.outcomeGround().name())
                    .bind("effectiveOn", row.effectiveOn())
                    .bind("hearingOn", row.upcoming().hearingOn())
                    .bind("headToName", row.upcoming().headToName())
                    .bind("appealDueOn", row.upcoming().appealDueOn())
                    .bind("assignedTo", row.handling().assignedTo())
                    .bind("registeredBy", row.handling().registeredBy())
                    .bind("version", row.version())
                    .bind("recordedAt", row.recordedAt().atOffset(ZoneOffset.UTC))
                    .bind("importHash", row.importHash())
                    .add();
        }
        batch.execute();
    }

    Optional<LitigationRow> find(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM litigation WHERE id = :id")
                .bind("id", id)
                .map(LitigationRow::map)
                .findOne();
    }

    /** Suits with an open defence or appeal date in or after a year, locked in one order. */
    List<LitigationRow> lockOpenDueFrom(Handle h, LocalDate from) {
        return h.createQuery(
                        """
                        SELECT * FROM litigation
                        WHERE status NOT IN ('CONCLUDED', 'EFFECTIVE') AND defence_filed_on IS NULL AND defence_due_on >= :from
                           OR appeal_due_on >= :from
                        ORDER BY case_number FOR UPDATE""")
                .bind("from", from)
                .map(LitigationRow::map)
                .list();
    }

    Optional<LitigationRow> lock(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM litigation WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(LitigationRow::map)
                .findOne();
    }

    Map<String, LitigationRow> lockByNumber(Handle h, Collection<String> numbers) {
        return h.createQuery(
                        "SELECT * FROM litigation WHERE case_number = ANY (:numbers) ORDER BY case_number FOR UPDATE")
                .bindArray("numbers", String.class, numbers.toArray())
                .map(LitigationRow::map)
                .collect(Collectors.toMap(LitigationRow::caseNumber, row -> row));
    }

    Map<UUID, LitigationRow> findAll(Handle h, Collection<UUID> ids) {
        return h.createQuery("SELECT * FROM litigation WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(LitigationRow::map)
                .collect(Collectors.toMap(LitigationRow::id, row -> row));
    }
}

package cn.disputes.cases.retention;

import cn.disputes.cases.casefile.FreeText;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes out of a case whatever speaks of people: parties, claims, free text of steps and proposals, the content of
 * documents (their hashes stay). What is counted stays, so nothing is announced; the version moves, for the case reads
 * differently.
 */
@Singleton
class Anonymisation {
    static final String PLACEHOLDER = "（已匿名）";

    private final Clock clock;

    Anonymisation(Clock clock) {
        this.clock = clock;
    }

    void of(Handle h, KeptCase kind, UUID id) {
        h.createUpdate(
                        """
                        UPDATE %1$s SET version = version + 1, import_hash = NULL%3$s, %2$s = (
                            SELECT coalesce(jsonb_agg(jsonb_build_object('kind', party -> 'kind', 'name', CAST(:gone AS text))), '[]')
                            FROM jsonb_array_elements(%2$s) AS party)
                        WHERE id = :id"""
                                .formatted(
                                        kind.table,
                                        kind.parties,
                                        kind == KeptCase.RECONSIDERATION
                                                ? ", claims = NULL, act_document_number = NULL"
                                                : ""))
                .bind("gone", PLACEHOLDER)
                .bind("id", id)
                .execute();
        texts(h, kind.table + "_step", "body", "sequence", id);
        texts(h, "approval", "body", "id", id);
        h.execute("UPDATE approval SET note = NULL WHERE case_id = ?", id);
        h.execute("UPDATE assignment SET reason = NULL WHERE case_id = ? AND reason <> 'RECUSED'", id);
        h.execute("UPDATE recusal SET reason = ? WHERE case_id = ?", PLACEHOLDER, id);
        h.execute(
                "UPDATE recusal_lifted SET reason = ?, lift_reason = ? WHERE case_id = ?",
                PLACEHOLDER,
                PLACEHOLDER,
                id);
        h.createUpdate("UPDATE case_document SET name = :gone, content_removed_at = :now WHERE case_id = :id")
                .bind("gone", PLACEHOLDER)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
        h.execute(
                "DELETE FROM case_document_part WHERE document_id IN (SELECT id FROM case_document WHERE case_id = ?)",
                id);
    }

    private static void texts(Handle h, String table, String column, String key, UUID caseId) {
        var sql = "SELECT %1$s::text AS key, %2$s::text AS text FROM %3$s WHERE case_id = :id"
                .formatted(key, column, table);
        h.createQuery(sql).bind("id", caseId).mapToMap().list().forEach(row -> {
            var kept = replaced((String) row.get("text"));
            h.createUpdate(
                            "UPDATE %1$s SET %2$s = CAST(:kept AS jsonb), sealed_under = 'NONE' WHERE case_id = :id AND %3$s::text = :key"
                                    .formatted(table, column, key))
                    .bind("kept", kept)
                    .bind("id", caseId)
                    .bind("key", row.get("key"))
                    .execute();
        });
    }

    private static String replaced(String json) {
        try {
            return StepLog.json(FreeText.replaced(EventJson.MAPPER.readTree(json), PLACEHOLDER));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text unreadable");
        }
    }
}

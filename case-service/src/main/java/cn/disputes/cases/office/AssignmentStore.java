package cn.disputes.cases.office;

import cn.disputes.cases.casefile.SealedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of assignment and recusal; the reasons, which may name people, lie sealed. */
@ApplicationScoped
class AssignmentStore {
    private final Clock clock;

    AssignmentStore(Clock clock) {
        this.clock = clock;
    }

    Optional<AssignableCase> find(Handle h, CaseKind kind, UUID id, boolean lock) {
        return h.createQuery(
                        """
                        SELECT id, case_number, region_code, assigned_to, recused, %s AS agencies, version
                        FROM %s WHERE id = :id %s"""
                                .formatted(kind.agencies, kind.table, lock ? "FOR UPDATE" : ""))
                .bind("id", id)
                .map(AssignmentStore::map)
                .findOne();
    }

    /** Picks in one office are made one after the other: each sees the load the one before has made. */
    void oneAtATime(Handle h, String region) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('office ' || :region, 35))::text")
                .bind("region", region)
                .mapTo(String.class)
                .one();
    }

    /** The answer shows whose the case is, so its version rises with it, and is known from now on. */
    void assign(Handle h, CaseKind kind, UUID id, String officer) {
        h.createUpdate("UPDATE " + kind.table
                        + " SET assigned_to = :officer, version = version + 1, recorded_at = :now WHERE id = :id")
                .bind("officer", officer)
                .bind("now", now())
                .bind("id", id)
                .execute();
    }

    void remember(Handle h, UUID id, String officer, String reason, String by) {
        h.createUpdate(
                        """
                        INSERT INTO assignment (case_id, sequence, officer, reason, assigned_by, assigned_at)
                        SELECT :id, coalesce(max(sequence), 0) + 1, :officer, :reason, :by, :now
                        FROM assignment WHERE case_id = :id""")
                .bind("id", id)
                .bind("officer", officer)
                .bind("reason", sealed(h, id, reason))
                .bind("by", by)
                .bind("now", now())
                .execute();
    }

    List<Assignment> history(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM assignment WHERE case_id = :id ORDER BY sequence")
                .bind("id", id)
                .map((row, ctx) -> new Assignment(
                        row.getString("officer"),
                        opened(h, id, row.getString("reason")),
                        row.getString("assigned_by"),
                        instant(row, "assigned_at")))
                .list();
    }

    /** Says whether the recusal is new. */
    boolean recuse(Handle h, CaseKind kind, UUID id, String officer, String reason, String by) {
        var added = h.createUpdate(
                        """
                        INSERT INTO recusal (case_id, officer, reason, declared_by, declared_at)
                        VALUES (:id, :officer, :reason, :by, :now) ON CONFLICT (case_id, officer) DO NOTHING""")
                .bind("id", id)
                .bind("officer", officer)
                .bind("reason", sealed(h, id, reason))
                .bind("by", by)
                .bind("now", now())
                .execute();
        if (added == 0) return false;
        h.createUpdate("UPDATE " + kind.table + " SET recused = array_append(recused, :officer) WHERE id = :id")
                .bind("officer", officer)
                .bind("id", id)
                .execute();
        return true;
    }

    List<Recusal> recusals(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM recusal WHERE case_id = :id ORDER BY declared_at, officer")
                .bind("id", id)
                .map((row, ctx) -> new Recusal(
                        row.getString("officer"),
                        opened(h, id, row.getString("reason")),
                        row.getString("declared_by"),
                        instant(row, "declared_at")))
                .list();
    }

    /** Says whether there was one to lift. */
    boolean lift(Handle h, CaseKind kind, UUID id, String officer, String reason, String by) {
        var lifted = h.createUpdate(
                        """
                        WITH lifted AS (DELETE FROM recusal WHERE case_id = :id AND officer = :officer RETURNING *)
                        INSERT INTO recusal_lifted (case_id, officer, reason, declared_by, declared_at, lift_reason, lifted_by,
                            lifted_at)
                        SELECT case_id, officer, reason, declared_by, declared_at, :reason, :by, :now FROM lifted""")
                .bind("id", id)
                .bind("officer", officer)
                .bind("reason", sealed(h, id, reason))
                .bind("by", by)
                .bind("now", now())
                .execute();
        if (lifted == 0) return false;
        h.createUpdate("UPDATE " + kind.table + " SET recused = array_remove(recused, :officer) WHERE id = :id")
                .bind("officer", officer)
                .bind("id", id)
                .execute();
        return true;
    }

    List<Recusal.Lifted> lifted(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM recusal_lifted WHERE case_id = :id ORDER BY lifted_at, officer")
                .bind("id", id)
                .map((row, ctx) -> new Recusal.Lifted(
                        row.getString("officer"),
                        opened(h, id, row.getString("reason")),
                        row.getString("declared_by"),
                        instant(row, "declared_at"),
                        opened(h, id, row.getString("lift_reason")),
                        row.getString("lifted_by"),
                        instant(row, "lifted_at")))
                .list();
    }

    private static String sealed(Handle h, UUID id, String reason) {
        return Assignment.RECUSED.equals(reason)
                ? reason
                : SealedText.sealText(h.getConfig(), SealedText.ofOffice(id), reason);
    }

    private static String opened(Handle h, UUID id, String reason) {
        return SealedText.openText(h.getConfig(), SealedText.ofOffice(id), reason);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AssignableCase map(ResultSet row, StatementContext context) throws SQLException {
        return new AssignableCase(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("assigned_to"),
                List.of((String[]) row.getArray("recused").getArray()),
                List.of((String[]) row.getArray("agencies").getArray()),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

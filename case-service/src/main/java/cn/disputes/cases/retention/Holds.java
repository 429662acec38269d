package cn.disputes.cases.retention;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Places and lifts holds. Whoever does so holds the lock of the case, which the sweep takes too. */
@ApplicationScoped
class Holds {
    private final AuditTrail audit;
    private final Clock clock;

    Holds(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The same hold again changes who said so and when. */
    Hold place(Handle h, KeptCase kind, String id, Hold.Wanted wanted, Caller caller) {
        var caseId = lock(h, kind, id, caller);
        var gone = h.createQuery("SELECT 1 FROM retention_end WHERE case_id = :id")
                .bind("id", caseId)
                .mapTo(Integer.class)
                .findOne();
        if (gone.isPresent()) throw new ProblemException(RetentionProblem.ALREADY_ANONYMISED);
        var permanent = Boolean.TRUE.equals(wanted.permanent());
        h.createUpdate(
                        """
                        INSERT INTO retention_hold (case_id, kind, reason, permanent, placed_by, placed_at)
                        VALUES (:id, :kind, :reason, :permanent, :by, :now)
                        ON CONFLICT (case_id) DO UPDATE SET reason = excluded.reason, permanent = excluded.permanent,
                            placed_by = excluded.placed_by, placed_at = excluded.placed_at""")
                .bind("id", caseId)
                .bind("kind", kind.path)
                .bind("reason", wanted.reason())
                .bind("permanent", permanent)
                .bind("by", caller.subject())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        record(h, kind, caseId, permanent ? "PERMANENT" : "PLACED");
        return find(h, caseId).orElseThrow();
    }

    /** To lift what is not held changes nothing. */
    void lift(Handle h, KeptCase kind, String id, Caller caller) {
        var caseId = lock(h, kind, id, caller);
        var lifted = h.createUpdate("DELETE FROM retention_hold WHERE case_id = :id")
                .bind("id", caseId)
                .execute();
        if (lifted > 0) record(h, kind, caseId, "LIFTED");
    }

    Hold of(Handle h, KeptCase kind, String id, Caller caller) {
        return find(h, lock(h, kind, id, caller)).orElseThrow(Holds::notFound);
    }

    private Optional<Hold> find(Handle h, UUID caseId) {
        return h.createQuery("SELECT reason, permanent, placed_by, placed_at FROM retention_hold WHERE case_id = :id")
                .bind("id", caseId)
                .map((row, ctx) -> new Hold(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .findOne();
    }

    private void record(Handle h, KeptCase kind, UUID caseId, String what) {
        audit.add(h, AuditAction.HOLD_CHANGED, region(h, kind, caseId), caseId, what);
    }

    private static String region(Handle h, KeptCase kind, UUID caseId) {
        return h.createQuery("SELECT region_code FROM " + kind.table + " WHERE id = :id")
                .bind("id", caseId)
                .mapTo(String.class)
                .one();
    }

    private static UUID lock(Handle h, KeptCase kind, String id, Caller caller) {
        return h.createQuery("SELECT id FROM " + kind.table
                        + " WHERE id = :id AND region_code >= :from AND region_code < :to"
                        + " AND NOT (:subject = ANY (recused)) FOR UPDATE")
                .bind("id", caseId(id))
                .bind("from", caller.scope().from())
                .bind("to", caller.scope().to())
                .bind("subject", caller.subject())
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(Holds::notFound);
    }

    private static UUID caseId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

package cn.disputes.cases.retention;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditActor;
import cn.disputes.cases.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes a chunk of the cases whose term has ended and makes them anonymous. Any number of replicas may sweep: a row
 * another one holds is passed over, and a case is claimed once.
 */
@ApplicationScoped
class Sweep {
    static final int CHUNK = 100;
    private static final AuditActor SERVICE = AuditActor.service("retention");

    private final Anonymisation anonymisation;
    private final AuditTrail audit;
    private final RetentionConfig config;
    private final Clock clock;

    Sweep(Anonymisation anonymisation, AuditTrail audit, RetentionConfig config, Clock clock) {
        this.anonymisation = anonymisation;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    private record Due(UUID id, String region) {}

    /** Returns how many were made anonymous; 0 says that none is left that nobody holds. */
    int chunk(Handle h, KeptCase kind) {
        var due = lockDue(h, kind);
        if (due.isEmpty()) return 0;
        // read only now that the rows are locked: a hold placed just before is seen, one placed after has to wait
        var held = new HashSet<>(h.createQuery("SELECT case_id FROM retention_hold WHERE case_id = ANY (:ids)")
                .bindArray("ids", UUID.class, due.stream().map(Due::id).toArray())
                .mapTo(UUID.class)
                .list());
        var swept = 0;
        for (var one : due) {
            if (held.contains(one.id()) || !claim(h, kind, one.id())) continue;
            anonymisation.of(h, kind, one.id());
            audit.add(h, SERVICE, AuditAction.ANONYMISED, one.region(), List.of(one.id()), kind.path);
            swept++;
        }
        return swept;
    }

    private List<Due> lockDue(Handle h, KeptCase kind) {
        return h.createQuery(
                        """
                        SELECT id, region_code FROM %s AS c
                        WHERE (%s) + make_interval(years => :years) < :today
                          AND NOT EXISTS (SELECT 1 FROM retention_hold AS hold WHERE hold.case_id = c.id)
                          AND NOT EXISTS (SELECT 1 FROM retention_end AS gone WHERE gone.case_id = c.id)
                        ORDER BY id LIMIT :most FOR UPDATE OF c SKIP LOCKED"""
                                .formatted(kind.table, kind.ended))
                .bind("years", config.years())
                .bind("today", LocalDate.now(clock))
                .bind("most", CHUNK)
                .map((row, ctx) -> new Due(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    private boolean claim(Handle h, KeptCase kind, UUID id) {
        return h.createUpdate(
                                """
                                INSERT INTO retention_end (case_id, kind, anonymised_at) VALUES (:id, :kind, :now)
                                ON CONFLICT (case_id) DO NOTHING""")
                        .bind("id", id)
                        .bind("kind", kind.path)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }
}

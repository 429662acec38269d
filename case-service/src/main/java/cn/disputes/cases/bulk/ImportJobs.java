package cn.disputes.cases.bulk;

import cn.disputes.cases.audit.AuditActor;
import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of bulk loads. */
@ApplicationScoped
class ImportJobs {
    /** A file that is still coming in after this long has lost its sender. */
    private static final Duration RECEIVING = Duration.ofHours(6);

    record Job(UUID id, String kind, String mediaType, String encoding, Author author, int processed, int attempts) {
        AuditActor actor() {
            return new AuditActor(
                    author.subject(), author.address(), author.scope().region());
        }
    }

    /** @param total rows in the file, null while they are not known */
    record Progress(
            UUID id,
            String kind,
            String region,
            String status,
            Integer total,
            int processed,
            int created,
            int updated,
            int unchanged,
            int rejected,
            String failure,
            String failureEn) {}

    private final ImportParts parts;
    private final Clock clock;

    ImportJobs(ImportParts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** A load whose file is coming in; nobody sees it yet. */
    void receive(Handle h, UUID id, String kind, String mediaType, Author author) {
        h.createUpdate(
                        """
                        INSERT INTO import_job (id, kind, media_type, subject, address, region, status, recorded_at)
                        VALUES (:id, :kind, :mediaType, :subject, :address, :region, 'RECEIVING', :now)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("mediaType", mediaType)
                .bind("subject", author.subject())
                .bind("address", author.address())
                .bind("region", author.scope().region())
                .bind("now", now())
                .execute();
    }

    void begin(Handle h, UUID id, TableFile.Look look) {
        h.createUpdate("UPDATE import_job SET status = 'RUNNING', encoding = :encoding, total = :total WHERE id = :id")
                .bind("id", id)
                .bind("encoding", look.encoding())
                .bind("total", look.rows())
                .execute();
    }

    /** Of a file that was refused. */
    void forget(Handle h, UUID id) {
        parts.delete(h, id);
        h.execute("DELETE FROM import_job WHERE id = ? AND status = 'RECEIVING'", id);
    }

    void forgetLost(Handle h) {
        h.createQuery("SELECT id FROM import_job WHERE status = 'RECEIVING' AND recorded_at < :before")
                .bind("before", now().minus(RECEIVING))
                .mapTo(UUID.class)
                .forEach(id -> forget(h, id));
    }

    List<UUID> running(Handle h) {
        return h.createQuery("SELECT id FROM import_job WHERE status = 'RUNNING' ORDER BY recorded_at")
                .mapTo(UUID.class)
                .list();
    }

    /** Takes a load up: once more, unless it is done. */
    Optional<Job> take(Handle h, UUID id) {
        return h.createQuery(
                        """
                        UPDATE import_job SET attempts = attempts + 1 WHERE id = :id AND status = 'RUNNING'
                        RETURNING kind, media_type, encoding, subject, address, region, processed, attempts""")
                .bind("id", id)
                .map((row, ctx) -> new Job(
                        id,
                        row.getString("kind"),
                        row.getString("media_type"),
                        row.getString("encoding"),
                        new Author(
                                row.getString("subject"),
                                row.getString("address"),
                                new RegionScope(row.getString("region"))),
                        row.getInt("processed"),
                        row.getInt("attempts")))
                .findOne();
    }

    Optional<Progress> progress(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM import_job WHERE id = :id AND status <> 'RECEIVING'")
                .bind("id", id)
                .map((row, ctx) -> new Progress(
                        id,
                        row.getString("kind"),
                        row.getString("region"),
                        row.getString("status"),
                        row.getObject("total", Integer.class),
                        row.getInt("processed"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getString("failure"),
                        row.getString("failure_en")))
                .findOne();
    }

    /**
     * Books a chunk in the transaction that loads it. False when the load is not where this worker left it: it was
     * cancelled, or another replica works on it; then nothing of the chunk may stay.
     */
    boolean book(Handle h, UUID id, int before, List<ImportOutcome> outcomes) {
        return h.createUpdate(
                                """
                                UPDATE import_job SET processed = processed + :rows, created = created + :created,
                                    updated = updated + :updated, unchanged = unchanged + :unchanged,
                                    rejected = rejected + :rejected, attempts = 0
                                WHERE id = :id AND status = 'RUNNING' AND processed = :before""")
                        .bind("id", id)
                        .bind("before", before)
                        .bind("rows", outcomes.size())
                        .bind("created", count(outcomes, ImportOutcome.Result.CREATED))
                        .bind("updated", count(outcomes, ImportOutcome.Result.UPDATED))
                        .bind("unchanged", count(outcomes, ImportOutcome.Result.UNCHANGED))
                        .bind("rejected", count(outcomes, ImportOutcome.Result.REJECTED))
                        .execute()
                == 1;
    }

    /** The file is not needed any more; it holds names. False when the load had ended already. */
    boolean close(Handle h, UUID id, String status, String failure, String failureEn) {
        var closed = h.createUpdate(
                        """
                        UPDATE import_job SET status = :status, failure = :failure, failure_en = :failureEn,
                            total = CASE WHEN :status = 'DONE' THEN processed ELSE total END
                        WHERE id = :id AND status = 'RUNNING'""")
                .bind("id", id)
                .bind("status", status)
                .bind("failure", failure)
                .bind("failureEn", failureEn)
                .execute();
        if (closed == 1) parts.delete(h, id);
        return closed == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static long count(List<ImportOutcome> outcomes, ImportOutcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}

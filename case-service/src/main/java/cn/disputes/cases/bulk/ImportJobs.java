package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of bulk loads. */
@ApplicationScoped
class ImportJobs {
    record Job(UUID id, String kind, String mediaType, byte[] file, Author author, int processed) {}

    record Progress(
            UUID id,
            String kind,
            String subject,
            String region,
            String status,
            int processed,
            int created,
            int updated,
            int unchanged,
            int rejected,
            String failure) {}

    record Fault(int line, String field, String code, String zh, String en) {}

    private final Clock clock;

    ImportJobs(Clock clock) {
        this.clock = clock;
    }

    void open(Handle h, UUID id, String kind, String mediaType, byte[] file, Author author) {
        h.createUpdate(
                        """
                        INSERT INTO import_job (id, kind, media_type, file, subject, region, recorded_at)
                        VALUES (:id, :kind, :mediaType, :file, :subject, :region, :now)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("mediaType", mediaType)
                .bind("file", file)
                .bind("subject", author.subject())
                .bind("region", author.scope().region())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<UUID> running(Handle h) {
        return h.createQuery("SELECT id FROM import_job WHERE status = 'RUNNING' ORDER BY recorded_at")
                .mapTo(UUID.class)
                .list();
    }

    Optional<Job> find(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM import_job WHERE id = :id AND status = 'RUNNING'")
                .bind("id", id)
                .map((row, ctx) -> new Job(
                        id,
                        row.getString("kind"),
                        row.getString("media_type"),
                        row.getBytes("file"),
                        new Author(row.getString("subject"), new RegionScope(row.getString("region"))),
                        row.getInt("processed")))
                .findOne();
    }

    Optional<Progress> progress(Handle h, UUID id) {
        return h.createQuery("SELECT * FROM import_job WHERE id = :id")
                .bind("id", id)
                .map((row, ctx) -> new Progress(
                        id,
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("region"),
                        row.getString("status"),
                        row.getInt("processed"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getString("failure")))
                .findOne();
    }

    List<Fault> faults(Handle h, UUID id, int most) {
        return h.createQuery(
                        "SELECT line, field, code, zh, en FROM import_error WHERE job_id = :id ORDER BY line, position LIMIT :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, ctx) -> new Fault(
                        row.getInt("line"),
                        row.getString("field"),
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en")))
                .list();
    }

    /** Books a chunk in the transaction that loads it. */
    void book(Handle h, UUID id, List<TableFile.Row> rows, List<ImportOutcome> outcomes) {
        h.createUpdate(
                        """
                        UPDATE import_job SET processed = processed + :rows, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged, rejected = rejected + :rejected
                        WHERE id = :id""")
                .bind("id", id)
                .bind("rows", rows.size())
                .bind("created", count(outcomes, ImportOutcome.Result.CREATED))
                .bind("updated", count(outcomes, ImportOutcome.Result.UPDATED))
                .bind("unchanged", count(outcomes, ImportOutcome.Result.UNCHANGED))
                .bind("rejected", count(outcomes, ImportOutcome.Result.REJECTED))
                .execute();
        for (var i = 0; i < rows.size(); i++) {
            if (outcomes.get(i).refusal() != null)
                bookFault(h, id, rows.get(i).line(), outcomes.get(i).refusal());
        }
    }

    private static void bookFault(Handle h, UUID id, int line, ProblemException refusal) {
        var faults = refusal.faults();
        var zh = refusal.toProblem(false);
        var en = refusal.toProblem(true);
        for (var i = 0; i < Math.max(1, faults.size()); i++) {
            var fault = i < faults.size() ? faults.get(i) : null;
            h.createUpdate(
                            "INSERT INTO import_error (job_id, line, position, field, code, zh, en) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, id)
                    .bind(1, line)
                    .bind(2, i)
                    .bind(3, fault == null ? null : fault.field())
                    .bind(4, refusal.code().code())
                    .bind(5, fault == null ? zh.title() : fault.zh())
                    .bind(6, fault == null ? en.title() : fault.en())
                    .execute();
        }
    }

    /** The file is not needed any more; it holds names. */
    void close(Handle h, UUID id, String status, String failure) {
        h.createUpdate("UPDATE import_job SET status = :status, failure = :failure, file = '' WHERE id = :id")
                .bind("id", id)
                .bind("status", status)
                .bind("failure", failure)
                .execute();
    }

    private static long count(List<ImportOutcome> outcomes, ImportOutcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}

package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.contract.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Works off bulk loads chunk by chunk; one load is worked by one replica, and a load cut off goes on after a restart. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /** Short transactions keep the feeds moving: their horizon waits for the oldest writer. */
    private static final int CHUNK = 250;

    private final Jdbi jdbi;
    private final ImportJobs jobs;
    private final List<CaseImport> kinds;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ImportWorker(Jdbi jdbi, ImportJobs jobs, @All List<CaseImport> kinds) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.kinds = kinds;
    }

    void resume(@Observes StartupEvent started) {
        jdbi.useHandle(h -> jobs.running(h).forEach(this::submit));
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
    }

    void submit(UUID id) {
        worker.execute(() -> {
            try {
                work(id);
            } catch (RuntimeException fault) {
                // the message may quote a row: name the kind and the place only
                LOG.errorf(
                        "import %s: %s at %s",
                        id, fault.getClass().getName(), Arrays.toString(Arrays.copyOf(fault.getStackTrace(), 4)));
                giveUp(id);
            }
        });
    }

    /** What was loaded stays loaded; sending the file again goes on from there, for loaded rows are unchanged rows. */
    private void giveUp(UUID id) {
        try {
            jdbi.useTransaction(h -> jobs.close(h, id, "FAILED", "服务内部错误，已装载的行有效，可重新提交同一文件"));
        } catch (RuntimeException databaseAway) {
            LOG.warnf("import %s goes on after a restart", id);
        }
    }

    /** The session lock goes with the connection, so a replica that dies lets go of its load. */
    private void work(UUID id) {
        try (var guard = jdbi.open()) {
            var mine = guard.createQuery("SELECT pg_try_advisory_lock(hashtextextended(:id, 14))")
                    .bind("id", id.toString())
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) return;
            try {
                jobs.find(guard, id).ifPresent(this::load);
            } finally {
                guard.createQuery("SELECT pg_advisory_unlock(hashtextextended(:id, 14))")
                        .bind("id", id.toString())
                        .mapTo(Boolean.class)
                        .one();
            }
        }
    }

    private void load(ImportJobs.Job job) {
        var kind = kinds.stream()
                .filter(k -> k.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        var chunk = new ArrayList<TableFile.Row>();
        var seen = new int[1];
        try {
            new TableFile(kind.columns()).read(job.file(), job.mediaType(), row -> {
                if (seen[0]++ < job.processed()) return;
                chunk.add(row);
                if (chunk.size() == CHUNK) load(job, kind, chunk);
            });
            if (!chunk.isEmpty()) load(job, kind, chunk);
            jdbi.useTransaction(h -> jobs.close(h, job.id(), "DONE", null));
        } catch (ProblemException unreadable) {
            jdbi.useTransaction(h -> jobs.close(
                    h, job.id(), "FAILED", unreadable.toProblem(false).detail()));
        }
    }

    private void load(ImportJobs.Job job, CaseImport kind, List<TableFile.Row> chunk) {
        jdbi.useTransaction(h -> {
            var cells = chunk.stream().map(TableFile.Row::cells).toList();
            jobs.book(h, job.id(), chunk, kind.load(h, cells, job.author()));
        });
        chunk.clear();
    }
}

package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.contract.problem.DatabaseFaults;
import cn.disputes.contract.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** One load is worked by one replica; a load cut off is taken up by any that lives. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int MOST_ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final ImportJobs jobs;
    private final ImportRun run;
    private final List<CaseImport> kinds;
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ImportWorker(Jdbi jdbi, ImportJobs jobs, ImportRun run, @All List<CaseImport> kinds) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.run = run;
        this.kinds = kinds;
    }

    void resume(@Observes StartupEvent started) {
        look();
    }

    /** Also for loads that another replica has left behind. */
    @Scheduled(every = "${imports.look-every:10s}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        jdbi.useTransaction(jobs::forgetLost);
        jdbi.useHandle(h -> jobs.running(h).forEach(this::submit));
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
    }

    void submit(UUID id) {
        if (!queued.add(id)) return;
        worker.execute(() -> {
            try {
                work(id);
            } catch (ImportRun.Abandoned cancelledOrTaken) {
                LOG.infof("import %s is no longer worked on here", id);
            } catch (RuntimeException fault) {
                // the message may quote a row: name the kind and the place only
                LOG.errorf(
                        "import %s: %s at %s",
                        id, fault.getClass().getName(), Arrays.toString(Arrays.copyOf(fault.getStackTrace(), 4)));
                if (!DatabaseFaults.passing(fault)) giveUp(id);
            } finally {
                queued.remove(id);
            }
        });
    }

    /** What was loaded stays loaded; sending the file again goes on from there, for loaded rows are unchanged rows. */
    private void giveUp(UUID id) {
        try {
            jdbi.useTransaction(h -> jobs.close(
                    h,
                    id,
                    "FAILED",
                    "服务内部错误，已装载的行有效，可重新提交同一文件",
                    "Something went wrong here; the rows loaded stay, and the same file may be sent again"));
        } catch (RuntimeException databaseAway) {
            LOG.warnf("import %s goes on when the database is back", id);
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
                jobs.take(guard, id).ifPresent(this::load);
            } finally {
                guard.createQuery("SELECT pg_advisory_unlock(hashtextextended(:id, 14))")
                        .bind("id", id.toString())
                        .mapTo(Boolean.class)
                        .one();
            }
        }
    }

    private void load(ImportJobs.Job job) {
        if (job.attempts() > MOST_ATTEMPTS) {
            giveUp(job.id());
            return;
        }
        var kind = kinds.stream()
                .filter(k -> k.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        try {
            run.load(job, kind);
            jdbi.useTransaction(h -> jobs.close(h, job.id(), "DONE", null, null));
        } catch (ProblemException unreadable) {
            var zh = unreadable.toProblem(false).detail();
            var en = unreadable.toProblem(true).detail();
            jdbi.useTransaction(h -> jobs.close(h, job.id(), "FAILED", zh, en));
        }
    }
}

package cn.disputes.cases.bulk;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.Cells;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Loads a file chunk by chunk: while one is being written, the next is read and folded. Short transactions keep the
 * feeds moving, for their horizon waits for the oldest writer.
 */
@ApplicationScoped
class ImportRun {
    static final int CHUNK = 2_000;
    private static final int TRIES = 5;

    private final Jdbi jdbi;
    private final ImportJobs jobs;
    private final ImportParts parts;
    private final ImportFaults faults;
    private final AuditTrail audit;

    ImportRun(Jdbi jdbi, ImportJobs jobs, ImportParts parts, ImportFaults faults, AuditTrail audit) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.parts = parts;
        this.faults = faults;
        this.audit = audit;
    }

    /** The load is not this worker's any more: cancelled, or taken up by another. */
    static final class Abandoned extends RuntimeException {
        Abandoned() {
            super(null, null, false, false);
        }
    }

    void load(ImportJobs.Job job, CaseImport kind) {
        var writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-writer"));
        try {
            var loading = new Loading(job, kind, writer);
            TableFile.of(job.mediaType())
                    .read(() -> parts.open(job.id()), job.encoding(), kind.layouts(), loading::row);
            loading.finish();
        } finally {
            writer.shutdown();
        }
    }

    private final class Loading {
        private final ImportJobs.Job job;
        private final CaseImport kind;
        private final ExecutorService writer;
        private List<Cells> rows = new ArrayList<>(CHUNK);
        private int[] lines = new int[CHUNK];
        private int seen;
        private int processed;
        private Future<?> writing;
        private volatile boolean newExpected = true;

        Loading(ImportJobs.Job job, CaseImport kind, ExecutorService writer) {
            this.job = job;
            this.kind = kind;
            this.writer = writer;
            this.processed = job.processed();
        }

        void row(TableFile.Line row) {
            if (seen++ < job.processed()) return;
            lines[rows.size()] = row.number();
            rows.add(row.cells());
            if (rows.size() == CHUNK) hand();
        }

        void finish() {
            if (!rows.isEmpty()) hand();
            await();
        }

        private void hand() {
            var chunk = jdbi.withHandle(h -> kind.prepare(h, rows, job.author(), newExpected));
            var at = java.util.Arrays.copyOf(lines, rows.size());
            var before = processed;
            await();
            writing = writer.submit(() -> write(chunk, at, before));
            processed += rows.size();
            rows = new ArrayList<>(CHUNK);
        }

        private void await() {
            if (writing == null) return;
            try {
                writing.get();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new Abandoned();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) throw cause;
                throw new IllegalStateException(failed.getCause());
            }
        }

        /** Another writer with the same numbers may win, or stand in a circle with this one; then once more. */
        private void write(CaseImport.Chunk chunk, int[] at, int before) {
            for (var attempt = 1; ; attempt++) {
                try {
                    jdbi.useTransaction(h -> write(h, chunk, at, before));
                    return;
                } catch (RuntimeException failed) {
                    if (attempt == TRIES || !Failures.worthRepeating(failed)) throw failed;
                }
            }
        }

        private void write(Handle h, CaseImport.Chunk chunk, int[] at, int before) {
            var loaded = chunk.load(h);
            if (!jobs.book(h, job.id(), before, loaded.outcomes())) throw new Abandoned();
            faults.add(h, job.id(), at, loaded.outcomes());
            loaded.touched()
                    .forEach((region, cases) -> audit.add(
                            h, job.actor(), AuditAction.IMPORTED, region, cases, kind.kind() + " " + job.id()));
            var created = loaded.outcomes().stream()
                    .filter(o -> o.result() == cn.disputes.cases.casefile.ImportOutcome.Result.CREATED)
                    .count();
            newExpected = 2 * created >= at.length;
        }
    }
}

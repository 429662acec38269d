package cn.disputes.alerts.source;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Raises each silence once, on however many replicas it runs: the row that is raised says so. */
@ApplicationScoped
class SilenceWatch {
    private final Jdbi jdbi;
    private final Sources sources;

    SilenceWatch(Jdbi jdbi, Sources sources) {
        this.jdbi = jdbi;
        this.sources = sources;
    }

    @Scheduled(every = "${alert-sources.silence-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        jdbi.useTransaction(sources::raise);
    }
}

package cn.disputes.cases.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Seals what has been written, so that little time is left in which an entry could be changed unseen. */
@ApplicationScoped
class AuditSealer {
    private final Jdbi jdbi;
    private final AuditChain chain;

    AuditSealer(Jdbi jdbi, AuditChain chain) {
        this.jdbi = jdbi;
        this.chain = chain;
    }

    @Scheduled(every = "${audit.seal-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void seal() {
        while (jdbi.inTransaction(chain::seal)) {
            // the next chunk, in a transaction of its own
        }
    }
}

package cn.disputes.cases.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Once a night: what has been kept long enough is forgotten, in short transactions. */
@Singleton
class RetentionSchedule {
    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    private final Jdbi jdbi;
    private final Sweep sweep;

    RetentionSchedule(Jdbi jdbi, Sweep sweep) {
        this.jdbi = jdbi;
        this.sweep = sweep;
    }

    @Scheduled(
            cron = "${retention.at:0 30 3 * * ?}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        for (var kind : KeptCase.values()) LOG.infof("%s made anonymous: %d", kind.path, sweepAll(kind));
    }

    int sweepAll(KeptCase kind) {
        var all = 0;
        for (var more = true; more; ) {
            var swept = jdbi.inTransaction(h -> sweep.chunk(h, kind));
            all += swept;
            more = swept > 0;
        }
        return all;
    }
}

package cn.disputes.cases.retention;

import cn.disputes.conventions.idempotency.Idempotency;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Once a night: what has been kept long enough is forgotten, in short transactions. */
@Singleton
class RetentionSchedule {
    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    private final Jdbi jdbi;
    private final Sweep sweep;
    private final Idempotency idempotency;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionSchedule(Jdbi jdbi, Sweep sweep, Idempotency idempotency, RetentionConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.sweep = sweep;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            cron = "${retention.at:0 30 3 * * ?}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        for (var kind : KeptCase.values()) LOG.infof("%s made anonymous: %d", kind.path, sweepAll(kind));
        jdbi.useTransaction(h -> idempotency.forget(h, clock.instant().minus(config.answers())));
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

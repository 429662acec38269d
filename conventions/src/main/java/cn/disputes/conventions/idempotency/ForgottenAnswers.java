package cn.disputes.conventions.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Once a night: first answers that have been kept long enough are forgotten, in short transactions. */
@Singleton
class ForgottenAnswers {
    /** Of one transaction: less than a second's work. */
    static final int CHUNK = 10_000;

    private final Jdbi jdbi;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long first answers to requests with an Idempotency-Key are kept */
    ForgottenAnswers(
            Jdbi jdbi,
            Idempotency idempotency,
            Clock clock,
            @ConfigProperty(name = "retention.answers", defaultValue = "7d") Duration kept) {
        this.jdbi = jdbi;
        this.idempotency = idempotency;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            cron = "${retention.at:0 30 3 * * ?}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var before = clock.instant().minus(kept);
        while (jdbi.inTransaction(h -> idempotency.forget(h, before, CHUNK)) == CHUNK) {
            // the next chunk, in a transaction of its own
        }
    }
}

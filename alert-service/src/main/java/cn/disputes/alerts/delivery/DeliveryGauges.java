package cn.disputes.alerts.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Whether letters go out, for Prometheus: what is due and not gone yet, and what became of every try. */
@ApplicationScoped
class DeliveryGauges {
    /** @param oldestSeconds how long the letter or notice that waits longest has been due */
    record Waiting(long letters, long notices, double oldestSeconds) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final List<Meter> registered;
    private volatile Waiting waiting = new Waiting(0, 0, 0);

    DeliveryGauges(Jdbi jdbi, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.metrics = metrics;
        registered = List.of(
                Gauge.builder("disputes.letters.due", this, gauges -> gauges.waiting.letters())
                        .description("Letters that are due and have not gone")
                        .register(metrics),
                Gauge.builder("disputes.notices.unrouted", this, gauges -> gauges.waiting.notices())
                        .description("Notices for which recipients have not been looked for yet")
                        .register(metrics),
                Gauge.builder("disputes.delivery.delay.seconds", this, gauges -> gauges.waiting.oldestSeconds())
                        .description("How long what waits longest has been due")
                        .register(metrics));
        for (var outcome : Fate.values()) tries(outcome);
    }

    /** What became of a try. */
    enum Fate {
        ARRIVED,
        FAILED,
        DEAD
    }

    void count(Fate fate) {
        tries(fate).increment();
    }

    private Counter tries(Fate fate) {
        return metrics.counter("disputes.letters.tries", "fate", fate.name());
    }

    @Scheduled(every = "${delivery.watch-every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        waiting = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT (SELECT count(*) FROM letter WHERE state = 'WAITING' AND next_at <= :now) AS letters,
                               (SELECT count(*) FROM notice WHERE routed_at IS NULL) AS notices,
                               coalesce(extract(epoch FROM :now - least(
                                   (SELECT min(next_at) FROM letter WHERE state = 'WAITING' AND next_at <= :now),
                                   (SELECT min(recorded_at) FROM notice WHERE routed_at IS NULL))), 0) AS oldest""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, ctx) -> new Waiting(
                        row.getLong("letters"), row.getLong("notices"), Math.max(0, row.getDouble("oldest"))))
                .one());
    }

    Waiting waiting() {
        return waiting;
    }

    /** The registry outlives the application where one is started after another. */
    void forget(@Observes ShutdownEvent stopping) {
        registered.forEach(metrics::remove);
    }
}

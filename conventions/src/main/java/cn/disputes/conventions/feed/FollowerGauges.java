package cn.disputes.conventions.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far behind its source a follower is, for Prometheus; known from its own reading, nothing is asked for it. */
final class FollowerGauges {
    private final Clock clock;
    private volatile Instant heldAllAt;
    private volatile long setAside;
    private List<Meter> registered = List.of();

    FollowerGauges(Clock clock) {
        this.clock = clock;
        this.heldAllAt = clock.instant();
    }

    /** The source had nothing further when it was last asked. */
    void heldAll() {
        heldAllAt = clock.instant();
    }

    void setAside(long events) {
        setAside = events;
    }

    double ageSeconds() {
        return Math.max(0, Duration.between(heldAllAt, clock.instant()).toMillis() / 1000.0);
    }

    void register(String source) {
        registered = List.of(
                Gauge.builder("disputes.follower.age.seconds", this, FollowerGauges::ageSeconds)
                        .description(
                                "Seconds since this process held all the source had; a quiet source is asked every 5 s")
                        .tag("source", source)
                        .register(Metrics.globalRegistry),
                Gauge.builder("disputes.follower.poisoned", this, gauges -> gauges.setAside)
                        .description("Events passed over because they could not be applied")
                        .tag("source", source)
                        .register(Metrics.globalRegistry));
    }

    /** The registry outlives the application where one is started after another. */
    void forget() {
        registered.forEach(Metrics.globalRegistry::remove);
        registered = List.of();
    }
}

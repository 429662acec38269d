package cn.disputes.stats.dashboard;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Stopping;
import cn.disputes.stats.caching.FactVersions;
import cn.disputes.stats.caching.FeedAges;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells everybody who looks on that figures have changed. The database is asked once a second for the whole process; each
 * stream hears only of its own region.
 */
@Startup // its metric is there from the first look on
@ApplicationScoped
class Changes {
    /** What a page is told. {@code version} alone decides whether there is something to read anew. */
    record Told(String version, List<FeedAges.Age> feeds) {}

    /** A page on the other end. */
    interface Line {
        void tell(boolean changed, Told what);

        void end();
    }

    /** One open stream. */
    private static final class Stream {
        final String subject;
        final RegionScope scope;
        final Instant until;
        final Line line;
        String version;
        Instant toldAt;

        Stream(String subject, RegionScope scope, Instant until, String version, Line line) {
            this.subject = subject;
            this.scope = scope;
            this.until = until;
            this.version = version;
            this.line = line;
        }
    }

    private final FactVersions versions;
    private final FeedAges ages;
    private final ChangesConfig config;
    private final Clock clock;
    private final Stopping stopping;
    private final Set<Stream> streams = new LinkedHashSet<>();
    private final Object oneRound = new Object();
    private final MeterRegistry metrics;
    private final Meter gauge;

    Changes(
            FactVersions versions,
            FeedAges ages,
            ChangesConfig config,
            Clock clock,
            Stopping stopping,
            MeterRegistry metrics) {
        this.stopping = stopping;
        this.metrics = metrics;
        gauge = Gauge.builder("disputes.change.streams", streams, Set::size)
                .description("Pages that wait for a change")
                .register(metrics);
        this.versions = versions;
        this.ages = ages;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Opens a stream.
     *
     * @param known the version the page has already; null when it has none
     * @param expires when the token does; nothing is told after that
     * @return what closes it again
     */
    synchronized Runnable open(String subject, RegionScope scope, String known, Instant expires, Line line) {
        var own = streams.stream().filter(s -> s.subject.equals(subject)).count();
        if (streams.size() >= config.most() || own >= config.mostOfOne())
            throw new ProblemException(GeneralProblem.TOO_MANY_REQUESTS)
                    .retryAfter(config.beat().toSeconds());
        var latest = clock.instant().plus(config.longest());
        var stream = new Stream(subject, scope, expires.isBefore(latest) ? expires : latest, known, line);
        streams.add(stream);
        return () -> close(stream);
    }

    private synchronized void close(Stream stream) {
        streams.remove(stream);
    }

    synchronized int count() {
        return streams.size();
    }

    /** The first round after opening tells a stream where it stands. */
    @Scheduled(every = "${changes.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (count() == 0) return;
        // not the lock of the streams: whoever opens one must not wait for the database
        synchronized (oneRound) {
            tellAll();
        }
    }

    private void tellAll() {
        var known = versions.now();
        var feeds = ages.all();
        var now = clock.instant();
        for (var stream : open()) {
            if (stopping.asked() || !now.isBefore(stream.until)) {
                close(stream);
                stream.line.end();
                continue;
            }
            var version = known.of(stream.scope);
            var changed = !version.equals(stream.version);
            if (!changed && stream.toldAt != null && now.isBefore(stream.toldAt.plus(config.beat()))) continue;
            stream.version = version;
            stream.toldAt = now;
            stream.line.tell(changed, new Told(version, feeds));
        }
    }

    private synchronized List<Stream> open() {
        return List.copyOf(streams);
    }

    void stop(@Observes ShutdownEvent stopping) {
        for (var stream : open()) stream.line.end();
        metrics.remove(gauge);
    }
}

package cn.disputes.stats.caching;

import cn.disputes.conventions.feed.FeedStatus;
import cn.disputes.stats.facts.Feeds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How old the figures are, by source: the sources are asked once in a while for the whole process, however many people look
 * on, and a source that does not answer makes the figures older, never silent.
 */
@ApplicationScoped
public class FeedAges {
    /**
     * The age of what is known from one source.
     *
     * @param ageSeconds seconds since everything the source had recorded was in the figures; null when that was never so
     * @param stopped older than it should be: the source does not answer, or the follower does not follow
     * @param poisoned events passed over because they could not be applied
     */
    public record Age(
            String source,
            @Schema(nullable = true) Long ageSeconds,
            boolean stopped,
            @Schema(nullable = true) Instant lastEventAt,
            long poisoned) {
        /** As in the header: {@code case-service=3}, {@code =?} when unknown. */
        @Override
        public String toString() {
            return source + "=" + (ageSeconds == null ? "?" : ageSeconds);
        }
    }

    private record Looked(FeedStatus status, Instant completeAt) {}

    private final Feeds feeds;
    private final Clock clock;
    private final Duration stoppedAfter;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    FeedAges(
            Feeds feeds,
            Clock clock,
            @ConfigProperty(name = "feed-ages.stopped-after", defaultValue = "60s") Duration stoppedAfter) {
        this.feeds = feeds;
        this.clock = clock;
        this.stoppedAfter = stoppedAfter;
    }

    @Scheduled(every = "${feed-ages.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (var follower : feeds.followers()) {
            var asked = clock.instant();
            var status = follower.status();
            looked.merge(
                    status.source(),
                    new Looked(status, complete(status, asked)),
                    (before, now) -> now.completeAt() == null ? new Looked(now.status(), before.completeAt()) : now);
        }
    }

    /** The last moment of which the figures are known to be whole; null when this look does not tell. */
    private static Instant complete(FeedStatus status, Instant asked) {
        if (status.caughtUp()) return asked;
        if (status.behindSeconds() == null) return null;
        return asked.minusMillis(Math.round(status.behindSeconds() * 1000));
    }

    /** One entry for each source; of one that was not asked yet nothing is known. */
    public List<Age> all() {
        return feeds.clients().keySet().stream().map(this::age).toList();
    }

    private Age age(String source) {
        var known = looked.get(source);
        if (known == null) return new Age(source, null, false, null, 0);
        // before the first answer since this process started: at least as old as the last event applied
        var completeAt = known.completeAt() == null ? known.status().lastEventAt() : known.completeAt();
        var age = completeAt == null
                ? null
                : Math.max(0, Duration.between(completeAt, clock.instant()).toSeconds());
        return new Age(
                source,
                age,
                age == null || age >= stoppedAfter.toSeconds(),
                known.status().lastEventAt(),
                known.status().poisoned());
    }

    /** All ages in one line, for a header. */
    public String line() {
        return all().stream().map(Age::toString).collect(Collectors.joining(", "));
    }
}

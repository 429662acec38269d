package cn.disputes.stats.gauges;

import cn.disputes.stats.caching.FeedAges;
import cn.disputes.stats.facts.Feeds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How old what is known from each source is, for Prometheus. */
@ApplicationScoped
class FeedGauges {
    private final Feeds feeds;
    private final FeedAges ages;
    private final MeterRegistry metrics;
    private final List<Meter> registered = new ArrayList<>();

    FeedGauges(Feeds feeds, FeedAges ages, MeterRegistry metrics) {
        this.feeds = feeds;
        this.ages = ages;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        for (var source : feeds.clients().keySet()) {
            gauge(
                    "disputes.feed.age.seconds",
                    "Seconds since the figures held all the source had",
                    source,
                    age -> age.ageSeconds() == null ? Double.NaN : age.ageSeconds());
            gauge(
                    "disputes.feed.stopped",
                    "1 when the feed is older than it should be",
                    source,
                    age -> age.stopped() ? 1 : 0);
            gauge(
                    "disputes.feed.poisoned",
                    "Events passed over because they could not be applied",
                    source,
                    age -> age.poisoned());
        }
    }

    /** The registry outlives the application where one is started after another, and keeps what it has by that name. */
    void forget(@Observes ShutdownEvent stopping) {
        registered.forEach(metrics::remove);
    }

    private void gauge(String name, String description, String source, ToDoubleFunction<FeedAges.Age> value) {
        registered.add(Gauge.builder(name, ages, all -> all.all().stream()
                        .filter(age -> age.source().equals(source))
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN))
                .description(description)
                .tag("source", source)
                .register(metrics));
    }
}

package cn.disputes.conventions.watching;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Requests are counted by endpoint and by how long they took, so that Prometheus can tell the slowest hundredth. What is
 * no endpoint counts as one: an address that cannot be read, or a method nobody knows, would otherwise stand in a label as
 * it came.
 */
class RequestMetrics {
    private static final String REQUESTS = "http.server.requests";
    private static final Pattern ENDPOINT =
            Pattern.compile("root|NOT_FOUND|REDIRECTION|UNKNOWN|(/[A-Za-z_.{}-]+\\d{0,2})*/?");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final double[] BOUNDS = DoubleStream.of(10, 25, 50, 100, 250, 500, 1000, 2500, 10_000)
            .map(millis -> millis * Duration.ofMillis(1).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter requests() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().equals(REQUESTS)) return id;
                var known = id;
                var uri = id.getTag("uri");
                if (uri != null && !endpoint(uri)) known = known.withTag(Tag.of("uri", "UNREADABLE"));
                var method = id.getTag("method");
                if (method != null && !METHODS.contains(method)) known = known.withTag(Tag.of("method", "OTHER"));
                return known;
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals(REQUESTS)) return config;
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BOUNDS)
                        .build()
                        .merge(config);
            }
        };
    }

    static boolean endpoint(String uri) {
        return ENDPOINT.matcher(uri).matches();
    }
}

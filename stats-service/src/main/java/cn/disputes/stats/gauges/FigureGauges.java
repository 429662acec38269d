package cn.disputes.stats.gauges;

import cn.disputes.contract.codes.Regions;
import cn.disputes.stats.caching.FactVersions;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Dimension;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.figures.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/**
 * The headline figures of the current year for Prometheus, by city and county: {@code disputes_figure} with the labels
 * {@code indicator} and {@code region}. Counts are counts, rates fractions; a rate without a denominator has no series.
 * What a city deals with itself is in its total only. Computed when the facts have changed, never by a scrape, which anybody
 * in the network may send; only whole years of whole regions, which are withheld from nobody.
 */
@ApplicationScoped
class FigureGauges {
    private final Jdbi jdbi;
    private final Figures figures;
    private final FactVersions versions;
    private final Clock clock;
    private final MultiGauge values;
    private final MeterRegistry metrics;
    private final Meter computedGauge;
    private final AtomicLong computedAt = new AtomicLong();
    private String known;

    FigureGauges(Jdbi jdbi, Figures figures, FactVersions versions, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.versions = versions;
        this.clock = clock;
        this.metrics = metrics;
        values = MultiGauge.builder("disputes.figure")
                .description("Headline figure of the current year")
                .register(metrics);
        computedGauge = Gauge.builder("disputes.figures.computed.timestamp.seconds", computedAt, AtomicLong::get)
                .description("When the figures were computed last")
                .register(metrics);
    }

    void forget(@Observes ShutdownEvent stopping) {
        metrics.remove(computedGauge);
        values.register(List.of(), true);
    }

    @Scheduled(every = "${gauges.every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void refresh() {
        var version = versions.now().of(FactVersions.EVERYWHERE);
        if (version.equals(known)) return;
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (var city : Regions.all()) if (!city.county()) rows.addAll(rows(city.code()));
        values.register(rows, true);
        computedAt.set(clock.instant().getEpochSecond());
        known = version;
    }

    private List<MultiGauge.Row<?>> rows(String city) {
        var month = YearMonth.now(clock);
        var cut = new Cut(YearMonth.of(month.getYear(), 1), YearMonth.of(month.getYear(), 12), city, null);
        return Snapshot.of(jdbi, h -> {
            var rows = new ArrayList<MultiGauge.Row<?>>();
            for (var by : List.of(List.<Dimension>of(), List.of(Dimension.region))) {
                var answer = figures.compute(h, Headline.indicators(), cut, by, Comparison.NONE);
                // the city's own cases bear its code, and a second row of the same labels would replace its total
                answer.rows().stream()
                        .filter(row -> !city.equals(row.group().get("region")))
                        .forEach(row -> rows.addAll(rows(city, row)));
            }
            return rows;
        });
    }

    private static List<MultiGauge.Row<?>> rows(String city, Figure.Row row) {
        var region = row.group().getOrDefault("region", city);
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (Map.Entry<String, Figure.Value> figure : row.values().entrySet()) {
            BigDecimal value = figure.getValue().value();
            if (value != null)
                rows.add(MultiGauge.Row.of(Tags.of("indicator", figure.getKey(), "region", region), value));
        }
        return rows;
    }
}

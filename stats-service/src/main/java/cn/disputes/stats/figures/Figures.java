package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Computes the figures of a cut, and beside them those of the period compared with. */
@ApplicationScoped
public class Figures {
    private final Counting counting;

    Figures(Counting counting) {
        this.counting = counting;
    }

    /** What a figure is compared with. */
    public enum Comparison {
        NONE,
        PREVIOUS_YEAR,
        PREVIOUS_PERIOD
    }

    /** One ungrouped figure. */
    public Figure.Value single(Handle h, Indicator indicator, Cut cut, Comparison comparison) {
        return compute(h, List.of(indicator), cut, List.of(), comparison)
                .rows()
                .get(0)
                .values()
                .get(indicator.code());
    }

    /** The figures of a cut by groups, and beside them those of the period compared with. */
    public Figure compute(
            Handle h, List<Indicator> indicators, Cut cut, List<Dimension> dimensions, Comparison comparison) {
        var before =
                switch (comparison) {
                    case NONE -> null;
                    case PREVIOUS_YEAR -> cut.previousYear();
                    case PREVIOUS_PERIOD -> cut.previousPeriod();
                };
        var now = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        var then = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        for (var indicator : indicators) {
            now.put(indicator, counting.count(h, indicator, cut, dimensions));
            if (before != null) then.put(indicator, counting.count(h, indicator, before, dimensions));
        }
        var rows = new ArrayList<Figure.Row>();
        for (var group : groups(now, cut, dimensions)) {
            var values = new LinkedHashMap<String, Figure.Value>();
            for (var indicator : indicators) {
                var counted = now.get(indicator).getOrDefault(group, Counted.NONE);
                values.put(
                        indicator.code(),
                        before == null
                                ? Display.value(indicator, counted)
                                : Display.compared(
                                        indicator,
                                        counted,
                                        then.get(indicator)
                                                .getOrDefault(shifted(group, cut, before, dimensions), Counted.NONE)));
            }
            rows.add(new Figure.Row(named(group, dimensions), values));
        }
        return new Figure(cut.from(), cut.to(), cut.regionCode(), cut.asOf(), Indicator.DEFINITION_VERSION, rows);
    }

    /** Every group that has a row, and every month or county even without one when only that is asked for. */
    private static List<List<String>> groups(
            Map<Indicator, Map<List<String>, Counted>> counts, Cut cut, List<Dimension> dimensions) {
        var groups = new LinkedHashSet<List<String>>();
        if (dimensions.isEmpty()) groups.add(List.of());
        if (dimensions.equals(List.of(Dimension.region)))
            cut.counties().forEach(county -> groups.add(List.of(county.code())));
        if (dimensions.equals(List.of(Dimension.month))) {
            for (var month = cut.from(); !month.isAfter(cut.to()); month = month.plusMonths(1))
                groups.add(List.of(month.toString()));
        }
        counts.values().forEach(byGroup -> groups.addAll(byGroup.keySet()));
        var sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparing(group ->
                String.join("\u0000", group.stream().map(String::valueOf).toList())));
        return sorted;
    }

    /** A month is compared with the month at the same place of the other period. */
    private static List<String> shifted(List<String> group, Cut cut, Cut before, List<Dimension> dimensions) {
        var at = dimensions.indexOf(Dimension.month);
        if (at < 0) return group;
        var offset = cut.from().until(before.from(), java.time.temporal.ChronoUnit.MONTHS);
        var other = new ArrayList<>(group);
        other.set(at, YearMonth.parse(group.get(at)).plusMonths(offset).toString());
        return other;
    }

    private static Map<String, String> named(List<String> group, List<Dimension> dimensions) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < dimensions.size(); i++) named.put(dimensions.get(i).name(), group.get(i));
        return named;
    }
}

package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        return compute(h, indicators, cut, dimensions, Map.of(), comparison);
    }

    /** @param group narrows the figures to these values; a null value stands for rows without one */
    public Figure compute(
            Handle h,
            List<Indicator> indicators,
            Cut cut,
            List<Dimension> dimensions,
            Map<Dimension, String> group,
            Comparison comparison) {
        return compute(h, indicators, cut, dimensions, group, comparison, (indicator, counted, then) -> true);
    }

    /** Whether a count of the period compared with may bring a group that has none now; the group is that of then. */
    interface Brings {
        boolean test(Indicator indicator, Counted counted, Map<String, String> group);
    }

    Figure compute(
            Handle h,
            List<Indicator> indicators,
            Cut cut,
            List<Dimension> dimensions,
            Map<Dimension, String> group,
            Comparison comparison,
            Brings brings) {
        var before = before(cut, comparison);
        var question = new Question(cut, dimensions, group);
        var now = counting.count(h, indicators, question);
        var then = before == null ? null : counting.count(h, indicators, new Question(before, dimensions, group));
        var beside = before == null ? null : new Beside(cut, before, dimensions);
        var groups = groups(now, cut, dimensions, group);
        if (then != null)
            then.forEach((indicator, counts) -> counts.forEach((key, counted) -> {
                var here = beside.now(key);
                if (here != null && brings.test(indicator, counted, named(key, dimensions))) groups.add(here);
            }));
        question.bound(groups.size());
        var unsaid = new LinkedHashMap<Indicator, int[]>();
        for (var indicator : indicators) unsaid.put(indicator, unsaid(indicator, dimensions));
        var rows = new ArrayList<Figure.Row>();
        for (var key : sorted(groups)) {
            var values = new LinkedHashMap<String, Figure.Value>();
            for (var indicator : indicators)
                values.put(
                        indicator.code(),
                        value(
                                indicator,
                                question,
                                unsaid.get(indicator),
                                key,
                                now.get(indicator),
                                then == null ? null : then.get(indicator),
                                beside == null ? null : beside.then(key)));
            rows.add(new Figure.Row(named(key, dimensions), values));
        }
        return new Figure(cut.from(), cut.to(), cut.regionCode(), cut.asOf(), Indicator.DEFINITION_VERSION, rows, null);
    }

    private static Figure.Value value(
            Indicator indicator,
            Question question,
            int[] unsaid,
            List<String> key,
            Map<List<String>, Counted> now,
            Map<List<String>, Counted> then,
            List<String> other) {
        var none = none(indicator, question, key);
        var counted = now.getOrDefault(key, none);
        for (var at : unsaid) if (key.get(at) != null) return Display.outside(indicator, counted);
        return other == null
                ? Display.value(indicator, counted)
                : Display.compared(indicator, counted, then.getOrDefault(other, none));
    }

    /** The places of what the cases of an indicator do not have. */
    private static int[] unsaid(Indicator indicator, List<Dimension> dimensions) {
        return IntStream.range(0, dimensions.size())
                .filter(at -> !Family.says(indicator, dimensions.get(at)))
                .toArray();
    }

    /** What a group without any case comes to; no county of it has lost one. */
    private static Counted none(Indicator indicator, Question question, List<String> group) {
        if (indicator.shape() != Shape.COUNTIES) return Counted.NONE;
        var at = question.dimensions().indexOf(Dimension.region);
        var counties = question.counties().stream()
                .filter(code -> at < 0 || code.equals(group.get(at)))
                .count();
        return new Counted(counties, counties, 0);
    }

    /** The cut compared with; null for none. */
    static Cut before(Cut cut, Comparison comparison) {
        return switch (comparison) {
            case NONE -> null;
            case PREVIOUS_YEAR -> cut.previousYear();
            case PREVIOUS_PERIOD -> cut.previousPeriod();
        };
    }

    /** Every group that has a row, and every part of the period or county even without one when only that is asked for. */
    private static Set<List<String>> groups(
            Map<Indicator, Map<List<String>, Counted>> counts,
            Cut cut,
            List<Dimension> dimensions,
            Map<Dimension, String> group) {
        var groups = new LinkedHashSet<List<String>>();
        if (dimensions.isEmpty()) groups.add(List.of());
        if (dimensions.equals(List.of(Dimension.region)) && !group.containsKey(Dimension.region))
            cut.counties().forEach(county -> groups.add(List.of(county.code())));
        if (dimensions.size() == 1 && dimensions.get(0).time())
            Bucket.of(cut, dimensions.get(0)).forEach(bucket -> groups.add(List.of(bucket.value())));
        counts.values().forEach(byGroup -> groups.addAll(byGroup.keySet()));
        return groups;
    }

    private static List<List<String>> sorted(Set<List<String>> groups) {
        // each key is written once and not at every comparison: there may be ten thousand
        var sorted = new TreeMap<String, List<String>>();
        for (var key : groups) sorted.put(word(key), key);
        return List.copyOf(sorted.values());
    }

    /** What groups are ordered by; a group without a value is another one than that of the value "null". */
    private static String word(List<String> key) {
        var word = new StringBuilder();
        for (var value : key) word.append(value).append('\u0000');
        for (var value : key) word.append(value == null ? '-' : '+');
        return word.toString();
    }

    private static Map<String, String> named(List<String> group, List<Dimension> dimensions) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < dimensions.size(); i++) named.put(dimensions.get(i).name(), group.get(i));
        return named;
    }
}

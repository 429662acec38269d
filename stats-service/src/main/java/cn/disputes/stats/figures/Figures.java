package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        var before = before(cut, comparison);
        var question = new Question(cut, dimensions, group);
        var now = counting.count(h, indicators, question);
        var then = before == null ? null : counting.count(h, indicators, new Question(before, dimensions, group));
        var groups = groups(now, cut, dimensions, group);
        question.bound(groups.size());
        var places = before == null ? Map.<String, String>of() : places(cut, before, dimensions);
        var rows = new ArrayList<Figure.Row>();
        for (var key : groups) {
            var values = new LinkedHashMap<String, Figure.Value>();
            for (var indicator : indicators) {
                var none = none(indicator, question, key);
                var counted = now.get(indicator).getOrDefault(key, none);
                values.put(
                        indicator.code(),
                        before == null
                                ? Display.value(indicator, counted)
                                : Display.compared(
                                        indicator,
                                        counted,
                                        then.get(indicator).getOrDefault(shifted(key, dimensions, places), none)));
            }
            rows.add(new Figure.Row(named(key, dimensions), values));
        }
        return new Figure(cut.from(), cut.to(), cut.regionCode(), cut.asOf(), Indicator.DEFINITION_VERSION, rows, null);
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
    private static List<List<String>> groups(
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

    /** A part of the period is compared with the one at the same place of the other period. */
    static Map<String, String> places(Cut cut, Cut before, List<Dimension> dimensions) {
        var time = Dimension.timeOf(dimensions);
        var places = new LinkedHashMap<String, String>();
        if (time == null) return places;
        var now = Bucket.of(cut, time);
        var then = Bucket.of(before, time);
        for (var i = 0; i < Math.min(now.size(), then.size()); i++)
            places.put(now.get(i).value(), then.get(i).value());
        return places;
    }

    private static List<String> shifted(List<String> group, List<Dimension> dimensions, Map<String, String> places) {
        var time = Dimension.timeOf(dimensions);
        if (time == null) return group;
        var other = new ArrayList<>(group);
        var at = dimensions.indexOf(time);
        other.set(at, places.get(group.get(at)));
        return other;
    }

    private static Map<String, String> named(List<String> group, List<Dimension> dimensions) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < dimensions.size(); i++) named.put(dimensions.get(i).name(), group.get(i));
        return named;
    }
}

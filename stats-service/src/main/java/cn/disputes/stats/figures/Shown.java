package cn.disputes.stats.figures;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.indicators.Indicator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Says of each group of one question whether it may be shown; the yearly total of a region always may. */
final class Shown {
    /** One breakdown of one count and one year. */
    private record Key(Indicator count, int year, Dimension time) {}

    /** All breakdowns of a year that are coarser are looked at too: twice as many with each dimension. */
    static final int MOST_DIMENSIONS = 4;

    /** Of the country's breakdown of a year, which is held in memory. */
    private static final int MOST_GROUPS = 50_000;

    private final Handle h;
    private final Counting counting;
    private final int threshold;
    private final Question question;
    private final YearMonth present;
    private final Map<Key, List<Withheld>> withheld = new HashMap<>();

    /**
     * @param present the month that is not over yet: a year until then is all there is of it
     * @throws ProblemException where the question has more dimensions than can be looked at
     */
    Shown(Handle h, Counting counting, int threshold, Question question, YearMonth present) {
        this.present = present;
        this.h = h;
        this.counting = counting;
        this.threshold = threshold;
        this.question = question;
        if (keys().size() > MOST_DIMENSIONS)
            throw ProblemException.invalid(
                    "groupBy",
                    "除区划和时间外，最多同时按 " + MOST_DIMENSIONS + " 个维度分组和筛选",
                    "At most " + MOST_DIMENSIONS + " dimensions besides region and time, to group and to narrow by");
    }

    /** What the regions' numbers are broken down by, besides time. */
    private List<Dimension> keys() {
        return question.concerned().stream()
                .filter(d -> !d.time() && d != Dimension.region)
                .sorted()
                .toList();
    }

    boolean shows(Indicator indicator, Map<String, String> group) {
        var time = Dimension.timeOf(question.dimensions());
        var from = question.cut().from();
        var to = question.cut().to();
        if (time != null && group.get(time.name()) != null) {
            var first = time.firstMonth(group.get(time.name()));
            var last = first.plusMonths(time.months() - 1L);
            from = first.isBefore(from) ? from : first;
            to = last.isAfter(to) ? to : last;
        }
        for (var year = from.getYear(); year <= to.getYear(); year++) {
            if (!shows(indicator, group, year, atoms(year, time))) return false;
        }
        return true;
    }

    /** What the year is cut into by the question: nothing, a dimension of time, or months where only some are asked for. */
    private Dimension atoms(int year, Dimension time) {
        var whole = !question.cut().from().isAfter(YearMonth.of(year, 1))
                && (!question.cut().to().isBefore(YearMonth.of(year, 12))
                        || !question.cut().to().isBefore(present));
        if (!whole) return Dimension.month;
        return time == Dimension.year ? null : time;
    }

    private boolean shows(Indicator indicator, Map<String, String> group, int year, Dimension time) {
        var keys = keys();
        if (keys.isEmpty() && time == null) return true;
        var alone = group.containsKey(Dimension.region.name())
                ? group.get(Dimension.region.name())
                : question.group().get(Dimension.region);
        return Linked.with(indicator).stream()
                .flatMap(count ->
                        withheld.computeIfAbsent(new Key(count, year, time), k -> breakdowns(k, keys)).stream())
                .allMatch(w -> alone == null ? w.shows(question.cut().regionCode()) : w.showsAlone(alone));
    }

    /** Of a count, and of what a variant leaves out. The whole country is looked at, so that every caller meets the same. */
    private List<Withheld> breakdowns(Key key, List<Dimension> keys) {
        var dimensions = new ArrayList<Dimension>();
        dimensions.add(Dimension.region);
        dimensions.addAll(keys);
        if (key.time != null) dimensions.add(key.time);
        var year = new Cut(
                YearMonth.of(key.year, 1),
                YearMonth.of(key.year, 12),
                "000000",
                question.cut().asOf());
        var asked = new Question(year, dimensions, Map.of(), MOST_GROUPS);
        var counts = counting.plain(h, key.count, asked);
        var found = new ArrayList<Withheld>();
        found.add(withheld(counts, keys.size(), key.time, Counted::numerator));
        found.add(withheld(counts, keys.size(), key.time, Counted::denominator));
        Linked.whole(key.count).ifPresent(whole -> {
            var leftOut = difference(counting.plain(h, whole, asked), counts);
            found.add(withheld(leftOut, keys.size(), key.time, Counted::numerator));
            found.add(withheld(leftOut, keys.size(), key.time, Counted::denominator));
        });
        return found;
    }

    private static Map<List<String>, Counted> difference(
            Map<List<String>, Counted> one, Map<List<String>, Counted> other) {
        var groups = new LinkedHashSet<>(one.keySet());
        groups.addAll(other.keySet());
        var difference = new HashMap<List<String>, Counted>();
        for (var group : groups) {
            var a = one.getOrDefault(group, Counted.NONE);
            var b = other.getOrDefault(group, Counted.NONE);
            difference.put(
                    group,
                    new Counted(
                            Math.abs(a.numerator() - b.numerator()), Math.abs(a.denominator() - b.denominator()), 0));
        }
        return difference;
    }

    private Withheld withheld(
            Map<List<String>, Counted> counts, int keys, Dimension time, ToLongFunction<Counted> part) {
        var tables = new LinkedHashMap<String, Map<List<String>, Long>>();
        counts.forEach((group, c) -> tables.computeIfAbsent(Objects.requireNonNull(group.get(0)), r -> new HashMap<>())
                .put(group.subList(1, group.size()), part.applyAsLong(c)));
        return new Breakdowns(tables, keys, time, threshold).finest();
    }
}

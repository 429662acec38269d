package cn.disputes.stats.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All breakdowns of one count and one year that are coarser than a given one, and which regions each of them withholds.
 * Whoever is withheld in a coarser one is withheld in every finer one: its sums would tell the coarser numbers.
 */
final class Breakdowns {
    private record Level(Set<Integer> keys, Dimension time) {}

    private final Map<String, Map<List<String>, Long>> finest;
    private final Level level;
    private final int threshold;
    private final Map<Level, Withheld> known = new HashMap<>();

    /**
     * The breakdowns of a year.
     *
     * @param finest of each region the numbers by the values of the keys, then the value of time if there is one
     * @param keys how many keys there are
     * @param time the part of the year that the finest has; null for the year as a whole
     */
    Breakdowns(Map<String, Map<List<String>, Long>> finest, int keys, Dimension time, int threshold) {
        this.finest = finest;
        this.threshold = threshold;
        var all = new TreeSet<Integer>();
        for (var i = 0; i < keys; i++) all.add(i);
        this.level = new Level(all, time);
    }

    Withheld finest() {
        return of(level);
    }

    /** Of a coarser one. */
    Withheld of(Set<Integer> keys, Dimension time) {
        return of(new Level(keys, time));
    }

    private Withheld of(Level wanted) {
        var found = known.get(wanted);
        if (found != null) return found;
        // before the table of this one: no more than one is held at a time
        var coarser = new ArrayList<Withheld>();
        for (var key : wanted.keys) {
            var fewer = new TreeSet<>(wanted.keys);
            fewer.remove(key);
            if (!fewer.isEmpty() || wanted.time != null) coarser.add(of(new Level(fewer, wanted.time)));
        }
        if (wanted.time != null && (coarser(wanted.time) != null || !wanted.keys.isEmpty()))
            coarser.add(of(new Level(wanted.keys, coarser(wanted.time))));
        var withheld = new Withheld(tables(wanted), threshold);
        coarser.forEach(withheld::alsoOf);
        withheld.decide();
        known.put(wanted, withheld);
        return withheld;
    }

    private static Dimension coarser(Dimension time) {
        return switch (time) {
            case month -> Dimension.quarter;
            case quarter -> Dimension.half;
            default -> null;
        };
    }

    private Map<String, Map<Object, Long>> tables(Level wanted) {
        var tables = new LinkedHashMap<String, Map<Object, Long>>();
        finest.forEach((region, numbers) -> {
            var table = new HashMap<Object, Long>();
            numbers.forEach((group, n) -> table.merge(part(group, wanted), n, Long::sum));
            tables.put(region, table);
        });
        return tables;
    }

    private List<String> part(List<String> group, Level wanted) {
        var part = new ArrayList<String>();
        for (var key : wanted.keys) part.add(group.get(key));
        if (wanted.time != null) part.add(wanted.time.value(level.time.firstMonth(group.get(group.size() - 1))));
        return part;
    }
}

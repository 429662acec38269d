package cn.disputes.stats.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which regions' breakdowns of one count, one year and one set of dimensions are withheld, so that no small number can be
 * found out. The rule, the same whatever is asked and by whom:
 *
 * <p>A breakdown is safe when every number in it is 0 or at least the threshold. The breakdowns of a city's regions that
 * are not safe are withheld, and with them those of further regions, smallest first, until all that is withheld is safe
 * when added up: what remains when the others are taken from the city's is then never small. A city for which even that
 * does not do is withheld itself, in the same way among the cities.
 *
 * <p>Sums of safe numbers are safe, so any sum and difference of what is shown is 0, or at least the threshold, or the
 * yearly total of a region, which is always shown.
 */
final class Withheld {
    private final int threshold;
    private final Map<String, Map<String, Map<Object, Long>>> byCity = new TreeMap<>();
    private final Set<String> regions = new TreeSet<>();
    private final Set<String> cities = new TreeSet<>();
    private boolean nothingShown;

    /** @param tables of each region (six-digit code) the numbers of its breakdown by group */
    Withheld(Map<String, Map<Object, Long>> tables, int threshold) {
        this.threshold = threshold;
        tables.forEach((region, table) ->
                byCity.computeIfAbsent(city(region), c -> new TreeMap<>()).put(region, table));
    }

    /** Withholds what a coarser breakdown withholds; before {@link #decide}. */
    void alsoOf(Withheld coarser) {
        regions.addAll(coarser.regions);
        cities.addAll(coarser.cities);
        nothingShown |= coarser.nothingShown;
    }

    /** Once; the tables are let go of. */
    Withheld decide() {
        choose();
        byCity.clear();
        return this;
    }

    private void choose() {
        var cityTables = new TreeMap<String, Map<Object, Long>>();
        byCity.forEach((city, children) -> {
            cityTables.put(city, pooled(children.values()));
            var unsafe = unsafe(children);
            children.keySet().stream().filter(regions::contains).forEach(unsafe::add);
            if (unsafe.isEmpty()) return;
            var pool = pool(children, unsafe);
            if (pool == null) cities.add(city);
            else regions.addAll(pool);
        });
        if (cities.isEmpty()) return;
        var pool = pool(cityTables, Set.copyOf(cities));
        if (pool == null) nothingShown = true;
        else cities.addAll(pool);
    }

    /** Whether the breakdown of a region, with all below it, is shown. */
    boolean shows(String regionCode) {
        if (nothingShown) return false;
        var prefix = cn.disputes.contract.codes.Regions.prefix(regionCode);
        if (prefix.length() <= 2) {
            var withheld = cities.stream().filter(c -> c.startsWith(prefix)).count();
            return withheld == 0 || withheld == cities.size();
        }
        return prefix.length() == 4 ? !cities.contains(prefix) : showsAlone(regionCode);
    }

    /** Whether the breakdown of exactly this region, without those below it, is shown. */
    boolean showsAlone(String region) {
        return !nothingShown && !cities.contains(city(region)) && !regions.contains(region);
    }

    /** The unsafe ones and as many of the smallest others as it takes; null when all together are not safe. */
    private Set<String> pool(Map<String, Map<Object, Long>> tables, Set<String> unsafe) {
        var pool = new TreeSet<>(unsafe);
        var others = tables.keySet().stream()
                .filter(name -> !pool.contains(name))
                .sorted(Comparator.comparing((String name) -> total(tables.get(name)))
                        .thenComparing(name -> name))
                .iterator();
        while (!safe(pooled(pool.stream().map(tables::get).toList())) || pool.size() == 1) {
            if (!others.hasNext()) return safe(pooled(tables.values())) && pool.size() > 1 ? pool : null;
            pool.add(others.next());
        }
        return pool;
    }

    private Set<String> unsafe(Map<String, Map<Object, Long>> tables) {
        var unsafe = new HashSet<String>();
        tables.forEach((name, table) -> {
            if (!safe(table)) unsafe.add(name);
        });
        return unsafe;
    }

    private boolean safe(Map<Object, Long> table) {
        return table.values().stream().allMatch(n -> n == 0 || n >= threshold);
    }

    private static Map<Object, Long> pooled(Collection<Map<Object, Long>> tables) {
        var sum = new LinkedHashMap<Object, Long>();
        tables.forEach(table -> new HashMap<>(table).forEach((key, n) -> sum.merge(key, n, Long::sum)));
        return sum;
    }

    private static long total(Map<Object, Long> table) {
        return table.values().stream().mapToLong(n -> n).sum();
    }

    private static String city(String region) {
        return region.substring(0, 4);
    }
}

package cn.disputes.stats.figures;

import cn.disputes.stats.facts.FactKind;
import cn.disputes.stats.indicators.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** SQL of what a single case is for the cells: where it counts, when, and as what. */
final class CaseSql {
    private static final List<Dimension> DIMENSIONS = Arrays.stream(Dimension.values())
            .filter(d -> !d.time() && d != Dimension.region)
            .toList();
    /** Days on which a case may count: SQL over {@code f}, null where it does not. */
    private static final List<String> DAYS = Arrays.stream(Period.values())
            .flatMap(p -> p.stock() ? Stream.of(p.day(), leaving(p)) : Stream.of(p.day()))
            .distinct()
            .toList();

    private CaseSql() {}

    /** The day a case leaves a stock, never before it entered. */
    private static String leaving(Period period) {
        return "CASE WHEN " + period.end() + " IS NOT NULL THEN greatest(" + period.day() + ", " + period.end()
                + ") END";
    }

    /**
     * Each case once: its keys, the months of the days on which it counts, and as bits which conditions it meets. Each
     * condition is asked once, whatever the number of cubes and days.
     *
     * @param from a table with the columns of a fact under the name {@code f}, and conditions on it
     * @param sign SQL: +1 for a case that is to be counted, −1 for one that no longer is
     */
    static String cases(String from, String sign) {
        var met = Arrays.stream(FactKind.values())
                .map(kind -> " WHEN '" + kind + "' THEN " + met(Family.of(kind)))
                .collect(Collectors.joining());
        return "SELECT " + sign + " AS sign, f.kind, f.region_code AS region, "
                + DIMENSIONS.stream()
                        .map(d -> "coalesce(" + d.expression(false) + ", '') AS " + d.name() + ", ")
                        .collect(Collectors.joining())
                + "coalesce(" + Dimension.agency.expression(true) + ", '') AS actor, "
                + IntStream.range(0, DAYS.size())
                        .mapToObj(n -> month(DAYS.get(n)) + " AS m" + n + ", ")
                        .collect(Collectors.joining())
                + "CASE f.kind" + met + " END AS met FROM " + from;
    }

    // date_part and not extract, which reckons with decimal numbers
    private static String month(String day) {
        return "CAST(date_part('year', " + day + ") * 100 + date_part('month', " + day + ") AS int)";
    }

    private static String met(Family family) {
        return family.measures().stream()
                .map(m -> "CASE WHEN " + m.condition() + " THEN " + (family.bit(m) | family.leavingBit(m))
                        + " ELSE 0 END")
                .collect(Collectors.joining(" + ", "CAST(", " AS bigint)"));
    }

    /**
     * One row per case and month in which it counts, with the bits that count there.
     *
     * @param cases name of a table of {@link #cases}
     * @param years one row per case and year instead; fewer, and enough for cells of years
     */
    static String rows(Family family, String cases, boolean years) {
        var days = days(family);
        var keys = new LinkedHashSet<Dimension>();
        family.cubes().forEach(cube -> keys.addAll(cube.keys()));
        var parts = new ArrayList<String>();
        for (var n = 0; n < days.size(); n++) {
            var period = period(days.get(n), years);
            var where = new StringBuilder(" WHERE c.kind = '" + family.kind + "' AND " + period + " IS NOT NULL");
            for (var earlier : days.subList(0, n))
                where.append(" AND ")
                        .append(period(earlier, years))
                        .append(" IS DISTINCT FROM ")
                        .append(period);
            var met = counted(family, days.subList(n, days.size()), years);
            parts.add("SELECT c.sign, c.region, "
                    + keys.stream().map(k -> key(family, k) + ", ").collect(Collectors.joining())
                    + (years ? "CAST(NULL AS int)" : period) + " AS month, c.m" + days.get(n) + " / 100 AS year, " + met
                    + " AS met FROM " + cases + " c" + where + " AND (" + met + ") <> 0");
        }
        return String.join(" UNION ALL ", parts);
    }

    private static String key(Family family, Dimension key) {
        return (key == Dimension.agency && family.byActor ? "c.actor" : "c." + key.name()) + " AS " + key.name();
    }

    private static String period(int day, boolean years) {
        return "c.m" + day + (years ? " / 100" : "");
    }

    /** What counts on the first of these days, and with it on later ones of the same month. */
    private static String counted(Family family, List<Integer> days, boolean years) {
        var first = days.get(0);
        var counted = new StringBuilder("c.met & (CAST(" + mask(family, first) + " AS bigint)");
        for (var later : days.subList(1, days.size()))
            counted.append(" | CASE WHEN ")
                    .append(period(later, years))
                    .append(" = ")
                    .append(period(first, years))
                    .append(" THEN ")
                    .append(mask(family, later))
                    .append(" ELSE 0 END");
        return counted.append(")").toString();
    }

    private static List<Integer> days(Family family) {
        return IntStream.range(0, DAYS.size())
                .filter(day -> mask(family, day) != 0)
                .boxed()
                .toList();
    }

    private static long mask(Family family, int day) {
        var mask = 0L;
        for (var measure : family.measures()) {
            if (DAYS.indexOf(measure.period().day()) == day) mask |= family.bit(measure);
            if (measure.period().stock() && DAYS.indexOf(leaving(measure.period())) == day)
                mask |= family.leavingBit(measure);
        }
        return mask;
    }
}

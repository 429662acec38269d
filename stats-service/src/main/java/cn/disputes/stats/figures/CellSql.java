package cn.disputes.stats.figures;

import cn.disputes.stats.figures.Family.Cube;
import cn.disputes.stats.indicators.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SQL that counts cases into cells; the same for a single change and for all facts. */
final class CellSql {
    static final String KEYS = "cube, period, region, d1, d2, d3, d4, d5";

    private CellSql() {}

    /** Days on which a case of the family counts: SQL over {@code f}, null where it does not. */
    private static List<String> days(Family family) {
        var days = new LinkedHashSet<String>();
        for (var measure : family.measures()) {
            days.add(measure.period().day());
            if (measure.period().stock()) days.add(leaving(measure.period()));
        }
        return new ArrayList<>(days);
    }

    /** The day a case leaves a stock, never before it entered. */
    private static String leaving(Period period) {
        return "CASE WHEN " + period.end() + " IS NOT NULL THEN greatest(" + period.day() + ", " + period.end()
                + ") END";
    }

    /**
     * One row per case and day that counts: the keys, and as bits which conditions it meets.
     *
     * @param from a table with the columns of a fact under the name {@code f}, and conditions on it
     * @param sign SQL: +1 for a case that is to be counted, −1 for one that no longer is
     */
    static String rows(Family family, String from, String sign) {
        var days = days(family);
        var keys = new LinkedHashSet<Dimension>();
        family.cubes().forEach(cube -> keys.addAll(cube.keys()));
        var bits = IntStream.range(0, family.measures().size())
                .mapToObj(
                        i -> "CASE WHEN " + family.measures().get(i).condition() + " THEN " + (1L << i) + " ELSE 0 END")
                .collect(Collectors.joining(" + "));
        var columns = keys.stream().map(key -> ", r." + key.name()).collect(Collectors.joining());
        // the conditions are asked once a case and not once a day: hence the OFFSET, which keeps the query inside apart
        return "SELECT r.sign, b.basis, CAST(extract(year FROM b.day) * 100 + extract(month FROM b.day) AS int) AS period,"
                + " r.region" + columns + ", r.met FROM (SELECT " + sign + " AS sign, f.region_code AS region, "
                + keys.stream()
                        .map(key -> "coalesce(" + key.expression(family.byActor) + ", '') AS " + key.name() + ", ")
                        .collect(Collectors.joining())
                + IntStream.range(0, days.size())
                        .mapToObj(i -> days.get(i) + " AS day" + i + ", ")
                        .collect(Collectors.joining())
                + "CAST(" + bits + " AS bigint) AS met FROM " + from.formatted(family.kind)
                + " OFFSET 0) r CROSS JOIN LATERAL (VALUES "
                + IntStream.range(0, days.size())
                        .mapToObj(i -> "(" + i + ", r.day" + i + ")")
                        .collect(Collectors.joining(", "))
                + ") b(basis, day) WHERE b.day IS NOT NULL";
    }

    /** Cells of one cube, counted from {@link #rows} of changes given as a table. */
    static String cells(Cube cube, String rows, boolean years) {
        return cells(cube, rows, years, true);
    }

    /** @param signed false where every row counts once, which is quicker */
    static String cells(Cube cube, String rows, boolean years, boolean signed) {
        var period = years ? "period / 100" : "period";
        var keys = cube.keys().stream().map(key -> key.name() + ", ").collect(Collectors.joining());
        return "SELECT " + (cube.id() + (years ? Cube.YEARS : 0)) + " AS cube, " + period + " AS period, region, "
                + keys
                + empty(cube) + counts(cube.family(), signed) + " FROM " + rows + " c GROUP BY " + period + ", region"
                + cube.keys().stream().map(key -> ", " + key.name()).collect(Collectors.joining());
    }

    private static String empty(Cube cube) {
        return "'', ".repeat(5 - cube.keys().size());
    }

    private static String counts(Family family, boolean signed) {
        var days = days(family);
        var counts = new ArrayList<String>();
        for (var i = 0; i < family.measures().size(); i++) {
            var measure = family.measures().get(i);
            var met = "met & " + (1L << i) + " <> 0";
            var in = days.indexOf(measure.period().day());
            if (measure.period().stock()) {
                var out = days.indexOf(leaving(measure.period()));
                counts.add("coalesce(sum(CASE basis WHEN " + in + " THEN sign WHEN " + out
                        + " THEN -sign ELSE 0 END) FILTER (WHERE " + met + "), 0)");
            } else if (!signed) {
                counts.add("count(*) FILTER (WHERE basis = " + in + " AND " + met + ")");
            } else {
                counts.add("coalesce(sum(sign) FILTER (WHERE basis = " + in + " AND " + met + "), 0)");
            }
        }
        return String.join(", ", counts);
    }

    /** Columns of {@link #cells}, in their order. */
    static String columns(Family family) {
        return KEYS + ", " + names(family).collect(Collectors.joining(", "));
    }

    /** Adds cells to those of a table. */
    static String add(String table, Family family, String cells) {
        return "INSERT INTO " + table + " AS c (" + columns(family) + ") " + cells + " ON CONFLICT (" + KEYS
                + ") DO UPDATE SET "
                + names(family).map(n -> n + " = c." + n + " + excluded." + n).collect(Collectors.joining(", "));
    }

    static java.util.stream.Stream<String> names(Family family) {
        return IntStream.rangeClosed(1, family.measures().size()).mapToObj(i -> "n" + i);
    }

    /** What the cells hold, as one word: cells counted by other definitions are known by it. */
    static String dictionary() {
        var text = new StringBuilder();
        for (var family : Family.values())
            text.append(family).append(family.cubes()).append(family.measures());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.disputes.stats.figures;

import cn.disputes.stats.figures.Family.Cube;
import cn.disputes.stats.figures.Family.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** SQL that counts cases into cells; the same for a single change and for all facts. */
final class CellSql {
    static final String KEYS = "cube, period, region, d1, d2, d3, d4, d5";

    private static final int MOST_KEYS = 5;

    private CellSql() {}

    /**
     * Cells of several cubes of one family, counted together.
     *
     * @param rows SQL of {@link CaseSql#rows}
     * @param signed false where every row counts once, which is quicker
     */
    static String cells(List<Span> spans, String rows, boolean signed) {
        var family = spans.get(0).cube().family();
        var marks = spans.stream()
                .flatMap(span -> Stream.concat(
                        Stream.of(span.period()), span.cube().keys().stream().map(Dimension::name)))
                .distinct()
                .toList();
        var select = new StringBuilder("SELECT ")
                .append(choice(spans, marks, span -> String.valueOf(span.id())))
                .append(" AS cube, ")
                .append(choice(spans, marks, Span::period))
                .append(" AS period, region");
        for (var n = 0; n < MOST_KEYS; n++) {
            var at = n;
            select.append(", ")
                    .append(choice(spans, marks, span -> key(span.cube(), at)))
                    .append(" AS d")
                    .append(n + 1);
        }
        for (var measure : family.measures())
            select.append(", ")
                    .append(count(family, measure, signed))
                    .append(" AS ")
                    .append(family.column(measure).orElseThrow());
        return select + " FROM (" + rows + ") c GROUP BY GROUPING SETS (" + list(spans, CellSql::set) + ")";
    }

    private static String set(Span span) {
        return "(" + span.period() + ", region"
                + span.cube().keys().stream().map(k -> ", " + k.name()).collect(Collectors.joining()) + ")";
    }

    /** By which of the grouping sets a row comes from. */
    private static String choice(List<Span> spans, List<String> marks, Function<Span, String> what) {
        var choices = spans.stream().map(what).distinct().toList();
        if (choices.size() == 1) return choices.get(0);
        return "CASE GROUPING(" + String.join(", ", marks) + ")"
                + spans.stream()
                        .map(span -> " WHEN " + absent(span, marks) + " THEN " + what.apply(span))
                        .collect(Collectors.joining())
                + " END";
    }

    private static long absent(Span span, List<String> marks) {
        var bits = 0L;
        for (var mark : marks) {
            var present = mark.equals(span.period())
                    || span.cube().keys().stream().anyMatch(key -> key.name().equals(mark));
            bits = bits << 1 | (present ? 0 : 1);
        }
        return bits;
    }

    private static String key(Cube cube, int n) {
        return n < cube.keys().size() ? cube.keys().get(n).name() : "''";
    }

    private static String count(Family family, Measure measure, boolean signed) {
        var entered = count(family.bit(measure), signed);
        return measure.period().stock() ? entered + " - " + count(family.leavingBit(measure), signed) : entered;
    }

    private static String count(long bit, boolean signed) {
        var met = " FILTER (WHERE met & " + bit + " <> 0)";
        return signed ? "coalesce(sum(sign)" + met + ", 0)" : "count(*)" + met;
    }

    /** Cells of another cube from those of one that has all its keys and more. */
    static String sums(String table, Cube from, Cube to) {
        var keys = to.keys().stream().map(k -> ", " + from.column(k)).collect(Collectors.joining());
        return "SELECT " + to.id() + ", period, region" + keys
                + ", ''".repeat(MOST_KEYS - to.keys().size()) + ", " + sums(from.family()) + " FROM " + table
                + " WHERE cube = " + from.id() + " GROUP BY period, region" + keys;
    }

    /** Cells of years of a family from those of months. */
    static String years(String table, Family family) {
        var months = family.cubes().stream().filter(Cube::months).toList();
        return "SELECT cube + " + Cube.YEARS + ", period / 100, region, d1, d2, d3, d4, d5, " + sums(family) + " FROM "
                + table + " WHERE cube IN (" + list(months, cube -> String.valueOf(cube.id()))
                + ") GROUP BY cube, period / 100, region, d1, d2, d3, d4, d5";
    }

    private static String sums(Family family) {
        return list(names(family).toList(), n -> "sum(" + n + ")");
    }

    private static <T> String list(List<T> all, Function<T, String> written) {
        return all.stream().map(written).collect(Collectors.joining(", "));
    }

    /** Columns of {@link #cells}, in their order. */
    static String columns(Family family) {
        return KEYS + ", " + names(family).collect(Collectors.joining(", "));
    }

    /** Adds cells to those of a table. */
    static String add(String table, Family family, String cells) {
        return "INSERT INTO " + table + " AS c (" + columns(family) + ") SELECT * FROM (" + cells + ") added WHERE "
                + names(family).map(n -> n + " <> 0").collect(Collectors.joining(" OR ")) + " ON CONFLICT (" + KEYS
                + ") DO UPDATE SET "
                + names(family).map(n -> n + " = c." + n + " + excluded." + n).collect(Collectors.joining(", "));
    }

    static Stream<String> names(Family family) {
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

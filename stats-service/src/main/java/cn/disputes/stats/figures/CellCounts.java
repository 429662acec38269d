package cn.disputes.stats.figures;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.stats.figures.Family.Cube;
import cn.disputes.stats.indicators.Indicator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts from the cells: what it costs grows with the cells of the answer, not with the cases. */
final class CellCounts {
    private final Handle h;
    private final String table;
    private final Cube cube;
    private final Question question;

    CellCounts(Handle h, String table, Cube cube, Question question) {
        this.h = h;
        this.table = table;
        this.cube = cube;
        this.question = question;
    }

    /** Things that happened in the period. */
    Map<Indicator, Map<List<String>, Counted>> flows(List<Indicator> indicators) {
        return sums(indicators, within(question.cut().from(), question.cut().to()), question.dimensions());
    }

    /** What there was at the end of each part of the period: all before it, and then part by part. */
    Map<Indicator, Map<List<String>, Counted>> stocks(List<Indicator> indicators) {
        var time = Dimension.timeOf(question.dimensions());
        if (time == null) return sums(indicators, until(question.cut().to()), question.dimensions());
        var others = question.dimensions().stream().filter(d -> d != time).toList();
        var opening = sums(indicators, until(question.cut().from().minusMonths(1)), others);
        var moves =
                sums(indicators, within(question.cut().from(), question.cut().to()), question.dimensions());
        var at = question.dimensions().indexOf(time);
        var found = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        for (var indicator : indicators) {
            var groups = new LinkedHashMap<List<String>, Counted>(opening.get(indicator));
            moves.get(indicator).keySet().forEach(key -> {
                var other = new ArrayList<>(key);
                other.remove(at);
                groups.putIfAbsent(other, Counted.NONE);
            });
            var stocks = new LinkedHashMap<List<String>, Counted>();
            groups.forEach((other, count) -> {
                var running = count;
                for (var bucket : Bucket.of(question.cut(), time)) {
                    var key = new ArrayList<>(other);
                    key.add(at, bucket.value());
                    running = running.plus(moves.get(indicator).getOrDefault(key, Counted.NONE));
                    if (!running.isNone()) stocks.put(key, running);
                }
            });
            found.put(indicator, stocks);
        }
        return found;
    }

    private Map<Indicator, Map<List<String>, Counted>> sums(
            List<Indicator> indicators, Periods periods, List<Dimension> dimensions) {
        var columns = new ArrayList<String>();
        for (var indicator : indicators) {
            columns.add(cube.family().column(Measure.numerator(indicator)).orElseThrow());
            columns.add(cube.family().column(Measure.denominator(indicator)).orElseThrow());
        }
        var groups = dimensions.stream().map(this::group).toList();
        var sql = new StringBuilder("SELECT ");
        for (var i = 0; i < groups.size(); i++)
            sql.append(groups.get(i)).append(" AS g").append(i).append(", ");
        var distinct = columns.stream().distinct().toList();
        sql.append(String.join(
                ", ", distinct.stream().map(c -> "sum(" + c + ") AS " + c).toList()));
        sql.append(" FROM ").append(table).append(" WHERE ").append(periods.sql());
        sql.append(" AND region >= :scopeFrom AND region < :scopeTo");
        question.group().keySet().forEach(d -> sql.append(" AND ")
                .append(cube.column(d))
                .append(" = :group_")
                .append(d.name()));
        if (!groups.isEmpty()) sql.append(" GROUP BY ").append(String.join(", ", groups));
        sql.append(" HAVING ")
                .append(String.join(
                        " OR ",
                        distinct.stream().map(c -> "sum(" + c + ") <> 0").toList()));
        sql.append(" LIMIT ").append(question.most() + 1);
        var scope = new RegionScope(question.cut().regionCode());
        var query =
                h.createQuery(sql.toString()).bind("scopeFrom", scope.from()).bind("scopeTo", scope.to());
        periods.bindTo(query);
        question.group().forEach((d, value) -> query.bind("group_" + d.name(), value == null ? "" : value));
        var found = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        indicators.forEach(indicator -> found.put(indicator, new LinkedHashMap<>()));
        var rows = new int[1];
        query.reduceResultSet(found, (all, row, ctx) -> {
            question.bound(++rows[0]);
            var key = new ArrayList<String>();
            for (var i = 0; i < groups.size(); i++) key.add(value(dimensions.get(i), row.getString("g" + i)));
            for (var i = 0; i < indicators.size(); i++) {
                var counted = new Counted(row.getLong(columns.get(2 * i)), row.getLong(columns.get(2 * i + 1)), 0);
                if (!counted.isNone()) all.get(indicators.get(i)).put(key, counted);
            }
            return all;
        });
        return found;
    }

    private String group(Dimension d) {
        return switch (d) {
            case month -> "period";
            case quarter -> "period / 100 * 10 + (period % 100 + 2) / 3";
            case half -> "period / 100 * 10 + (period % 100 + 5) / 6";
            case year -> "CASE WHEN cube >= " + Cube.YEARS + " THEN period ELSE period / 100 END";
            default -> cube.column(d);
        };
    }

    private static String value(Dimension d, String key) {
        if (!d.time()) return key.isEmpty() ? null : key;
        return switch (d) {
            case month -> key.substring(0, 4) + "-" + key.substring(4);
            case quarter -> key.substring(0, 4) + "-Q" + key.substring(4);
            case half -> key.substring(0, 4) + "-H" + key.substring(4);
            default -> key;
        };
    }

    /** Whole years from the cells of years, unless parts of a year are asked for; the rest from those of months. */
    private Periods within(YearMonth from, YearMonth to) {
        var time = Dimension.timeOf(question.dimensions());
        var firstYear = from.getMonthValue() == 1 ? from.getYear() : from.getYear() + 1;
        var lastYear = to.getMonthValue() == 12 ? to.getYear() : to.getYear() - 1;
        var periods = new Periods();
        if (time != null && time != Dimension.year || firstYear > lastYear) return months(periods, from, to);
        years(periods, firstYear, lastYear);
        if (from.getYear() < firstYear) months(periods, from, YearMonth.of(from.getYear(), 12));
        if (to.getYear() > lastYear) months(periods, YearMonth.of(to.getYear(), 1), to);
        return periods;
    }

    private Periods until(YearMonth to) {
        if (to.getMonthValue() == 12) return years(new Periods(), 0, to.getYear());
        return months(years(new Periods(), 0, to.getYear() - 1), YearMonth.of(to.getYear(), 1), to);
    }

    private Periods years(Periods periods, int from, int to) {
        return periods.or(cube.id() + Cube.YEARS, from, to);
    }

    private Periods months(Periods periods, YearMonth from, YearMonth to) {
        return periods.or(cube.id(), number(from), number(to));
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Which cells: each range of periods is bound, so that the database meets the same statement again. */
    private static final class Periods {
        private record Range(int cube, int from, int to) {}

        private final List<Range> ranges = new ArrayList<>();

        Periods or(int cube, int from, int to) {
            ranges.add(new Range(cube, from, to));
            return this;
        }

        String sql() {
            return IntStream.range(0, ranges.size())
                    .mapToObj(n -> "cube = :cube" + n + " AND period BETWEEN :from" + n + " AND :to" + n)
                    .collect(Collectors.joining(" OR ", "(", ")"));
        }

        void bindTo(Query query) {
            for (var n = 0; n < ranges.size(); n++) {
                var range = ranges.get(n);
                query.bind("cube" + n, range.cube).bind("from" + n, range.from).bind("to" + n, range.to);
            }
        }
    }
}

package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts case by case: what was known on a day, what no cube has, and what the cells do not hold yet. */
final class FactCounts {
    /** In two parts, each of which has an index of its own. */
    private static final String UNSETTLED = "SELECT * FROM known WHERE served_on > :settledBefore UNION ALL"
            + " SELECT * FROM known WHERE served_on IS NULL AND concluded_on > :settledBefore";

    private final Handle h;
    private final Question question;

    FactCounts(Handle h, Question question) {
        this.h = h;
        this.question = question;
    }

    /** Over the facts as known at the moment of the cut. */
    Map<List<String>, Counted> known(Indicator i) {
        var groups = groups(i);
        var sql = FigureSql.with(i, question.cut()) + " SELECT * FROM (SELECT " + select(groups)
                + "count(*) FILTER (WHERE (" + i.counted() + ") AND (" + i.numerator() + ")) AS numerator, "
                + "count(*) FILTER (WHERE " + i.counted() + ") AS denominator FROM known f JOIN "
                + FigureSql.periods(question) + " ON " + FigureSql.population(i, question)
                + FigureSql.narrowed(i, question.group()) + by(groups)
                + ") c WHERE numerator <> 0 OR denominator <> 0 LIMIT "
                + (question.most() + 1);
        var rows = new int[1];
        return FigureSql.bind(h.createQuery(sql), question)
                .reduceResultSet(new LinkedHashMap<>(), (counts, row, ctx) -> {
                    question.bound(++rows[0]);
                    counts.put(
                            key(row, groups.size()),
                            new Counted(row.getLong("numerator"), row.getLong("denominator"), 0));
                    return counts;
                });
    }

    /** What changes that wait add to the cells, or take from them; of indicators of one kind that group alike, at once. */
    Map<Indicator, Map<List<String>, Counted>> waiting(List<Indicator> indicators) {
        var any = indicators.get(0);
        var groups = groups(any);
        var sums = new StringBuilder();
        for (var n = 0; n < indicators.size(); n++) {
            var i = indicators.get(n);
            var counted = "(" + i.population() + ") AND (" + i.counted() + ")";
            sums.append(", sum(f.sign) FILTER (WHERE ")
                    .append(counted)
                    .append(") AS below")
                    .append(n);
            sums.append(", sum(f.sign) FILTER (WHERE ")
                    .append(counted)
                    .append(" AND (")
                    .append(i.numerator())
                    .append(")) AS above")
                    .append(n);
        }
        var sql = "SELECT " + select(groups) + sums.substring(2) + " FROM fact_change f JOIN "
                + FigureSql.periods(question) + " ON " + FigureSql.within(any, question)
                + FigureSql.narrowed(any, question.group()) + by(groups);
        var found = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        indicators.forEach(i -> found.put(i, new LinkedHashMap<>()));
        return FigureSql.bind(h.createQuery(sql), question).reduceResultSet(found, (all, row, ctx) -> {
            var key = key(row, groups.size());
            for (var n = 0; n < indicators.size(); n++) {
                var counted = new Counted(row.getLong("above" + n), row.getLong("below" + n), 0);
                if (!counted.isNone()) all.get(indicators.get(n)).put(key, counted);
            }
            return all;
        });
    }

    /**
     * How many of those counted may still change the figure: served less than the indicator's days ago. A case without a day
     * of service goes by that of its conclusion, so that one never recorded does not keep a figure open for ever.
     */
    Map<List<String>, Counted> provisional(Indicator i, LocalDate today) {
        var groups = groups(i);
        var sql = FigureSql.with(i, question.cut()) + " SELECT " + select(groups)
                + "count(*) AS provisional FROM (" + UNSETTLED + ") f JOIN " + FigureSql.periods(question) + " ON "
                + FigureSql.population(i, question) + " AND (" + i.counted() + ")"
                + FigureSql.narrowed(i, question.group()) + by(groups);
        var query = FigureSql.bind(h.createQuery(sql), question)
                .bind("settledBefore", today.minusDays(i.provisionalDays()));
        return query.reduceResultSet(new LinkedHashMap<>(), (counts, row, ctx) -> {
            counts.put(key(row, groups.size()), new Counted(0, 0, row.getLong("provisional")));
            return counts;
        });
    }

    private List<String> groups(Indicator i) {
        return question.dimensions().stream()
                .map(d -> d.time() ? "p.value" : d.expression(i))
                .toList();
    }

    private static String select(List<String> groups) {
        var select = new StringBuilder();
        for (var g = 0; g < groups.size(); g++)
            select.append(groups.get(g)).append(" AS g").append(g).append(", ");
        return select.toString();
    }

    private static String by(List<String> groups) {
        return groups.isEmpty() ? "" : groups.stream().collect(Collectors.joining(", ", " GROUP BY ", ""));
    }

    private static List<String> key(java.sql.ResultSet row, int size) throws java.sql.SQLException {
        var key = new ArrayList<String>();
        for (var g = 0; g < size; g++) key.add(row.getString("g" + g));
        return key;
    }
}

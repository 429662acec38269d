package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts an indicator by groups, set-based, over the facts. */
@ApplicationScoped
class Counting {
    /** A decision served less than sixty days ago may still be sued over. */
    private static final int SETTLED_AFTER_DAYS = 60;

    private final Clock clock;

    Counting(Clock clock) {
        this.clock = clock;
    }

    Map<List<String>, Counted> count(Handle h, Indicator indicator, Cut cut, List<Dimension> dimensions) {
        return switch (indicator.shape()) {
            case RATIO -> ratio(h, cut, dimensions);
            case COUNTIES -> counties(h, indicator, cut, dimensions);
            default -> rows(h, indicator, cut, dimensions);
        };
    }

    private Map<List<String>, Counted> rows(Handle h, Indicator i, Cut cut, List<Dimension> dimensions) {
        var groups = dimensions.stream().map(d -> d.expression(i)).toList();
        var select = new StringBuilder("SELECT ");
        for (var g = 0; g < groups.size(); g++)
            select.append(groups.get(g)).append(" AS g").append(g).append(", ");
        var by = groups.isEmpty() ? "" : " GROUP BY " + String.join(", ", groups);
        var provisional = i.code().startsWith("DISPUTE_SETTLED_RATE")
                ? "count(*) FILTER (WHERE f.served_on > :settledBefore)"
                : "0";
        var sql = FigureSql.with(i, cut) + " " + select + "count(*) FILTER (WHERE (" + i.counted() + ") AND ("
                + i.numerator()
                + ")) AS numerator, count(*) FILTER (WHERE " + i.counted() + ") AS denominator, " + provisional
                + " AS provisional FROM " + FigureSql.source(i) + " CROSS JOIN " + FigureSql.periods(dimensions)
                + " WHERE "
                + FigureSql.population(i) + by;
        var query = FigureSql.bind(h.createQuery(sql), cut);
        if (!provisional.equals("0"))
            query.bind("settledBefore", LocalDate.now(clock).minusDays(SETTLED_AFTER_DAYS));
        return query.reduceResultSet(new LinkedHashMap<>(), (counts, row, ctx) -> {
            var key = new ArrayList<String>();
            for (var g = 0; g < groups.size(); g++) key.add(row.getString("g" + g));
            counts.put(
                    key, new Counted(row.getLong("numerator"), row.getLong("denominator"), row.getLong("provisional")));
            return counts;
        });
    }

    private Map<List<String>, Counted> ratio(Handle h, Cut cut, List<Dimension> dimensions) {
        var counts = new LinkedHashMap<List<String>, Counted>();
        rows(h, Indicators.find("RECONSIDERATIONS_RECEIVED").orElseThrow(), cut, dimensions)
                .forEach((group, c) -> counts.merge(group, new Counted(c.numerator(), 0, 0), Counted::plus));
        rows(h, Indicators.find("FIRST_INSTANCE_RECEIVED").orElseThrow(), cut, dimensions)
                .forEach((group, c) -> counts.merge(group, new Counted(0, c.numerator(), 0), Counted::plus));
        return counts;
    }

    /** Counties of the scope without a loss; grouped by region, each county counts itself. */
    private Map<List<String>, Counted> counties(Handle h, Indicator i, Cut cut, List<Dimension> dimensions) {
        var withRegion = new ArrayList<>(dimensions);
        withRegion.remove(Dimension.region);
        withRegion.add(Dimension.region);
        var lost = new LinkedHashMap<List<String>, Set<String>>();
        rows(h, i, cut, withRegion).forEach((group, c) -> {
            var others = List.copyOf(group.subList(0, group.size() - 1));
            var losses = lost.computeIfAbsent(others, g -> new HashSet<>());
            if (c.numerator() > 0) losses.add(group.get(group.size() - 1));
        });
        if (withRegion.size() == 1) lost.putIfAbsent(List.of(), Set.of());
        var counties = cut.counties().stream().map(region -> region.code()).collect(Collectors.toList());
        var counts = new LinkedHashMap<List<String>, Counted>();
        var at = dimensions.indexOf(Dimension.region);
        lost.forEach((others, losses) -> {
            if (at < 0) {
                counts.put(
                        others,
                        new Counted(
                                counties.stream()
                                        .filter(c -> !losses.contains(c))
                                        .count(),
                                counties.size(),
                                0));
                return;
            }
            for (var county : counties) {
                var key = new ArrayList<>(others);
                key.add(at, county);
                counts.put(key, new Counted(losses.contains(county) ? 0 : 1, 1, 0));
            }
        });
        return counts;
    }
}

package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The rows behind a figure: the same conditions, listed instead of counted, newest first. Denominator and excluded rows
 * together are the cases of the period; the numerator is part of the denominator. Of a count both are the rows counted.
 */
@ApplicationScoped
public class Rows {
    private static final int CHUNK = 1000;

    /** Where a list goes on: the sort keys of the last row shown, a day (of counties their code) and an id. */
    public record Place(String key, UUID id) {
        /** The place behind a row. */
        public static Place after(CaseRow row) {
            return new Place(row.on() == null ? row.regionCode() : row.on().toString(), row.id());
        }
    }

    /** All of a figure: no narrowing to a group. */
    public static final Map<Dimension, String> WHOLE = Map.of();

    private final Counting counting;

    Rows(Counting counting) {
        this.counting = counting;
    }

    /**
     * One page, in keyset order.
     *
     * @param group the values of one group of the figure, time excepted; {@link #WHOLE} for the figure without groups
     * @param after null from the beginning
     */
    public List<CaseRow> page(
            Handle h, Indicator asked, Cut cut, RowSet set, Map<Dimension, String> group, Place after, int limit) {
        var question = new Question(cut, List.of(), group);
        if (asked.shape() == Shape.COUNTIES) {
            return new CountyRows(h, asked, question)
                    .list(set).stream()
                            .filter(row -> after == null || row.regionCode().compareTo(after.key()) > 0)
                            .limit(limit)
                            .toList();
        }
        var i = part(asked, set);
        var keyset = after == null ? "" : " AND (" + i.period().day() + ", f.id) < (CAST(:afterDay AS date), :afterId)";
        var reason = set == RowSet.EXCLUDED ? i.excludedBy() : "NULL::int";
        var query = FigureSql.bind(
                h.createQuery(
                        FigureSql.with(i, cut) + " SELECT f.*, " + i.period().day() + " AS decides, " + reason
                                + " AS excluded_by" + from(i, set, question) + keyset + " ORDER BY "
                                + i.period().day()
                                // a plan for any number of rows would sort all of them
                                + " DESC, f.id DESC LIMIT " + limit),
                question);
        if (after != null) query.bind("afterDay", LocalDate.parse(after.key())).bind("afterId", after.id());
        return query.map((row, ctx) -> row(row, i)).list();
    }

    /** Every row of a set in keyset order, read in chunks. */
    public void each(
            Handle h, Indicator asked, Cut cut, RowSet set, Map<Dimension, String> group, Consumer<CaseRow> sink) {
        Place after = null;
        while (true) {
            var rows = page(h, asked, cut, set, group, after, CHUNK);
            rows.forEach(sink);
            if (rows.size() < CHUNK) return;
            after = Place.after(rows.get(rows.size() - 1));
        }
    }

    /** How many rows a set has; of numerator and denominator it is the figure itself. */
    public long count(Handle h, Indicator asked, Cut cut, RowSet set, Map<Dimension, String> group) {
        var question = new Question(cut, List.of(), group);
        if (set != RowSet.EXCLUDED || asked.shape() == Shape.COUNTIES) {
            var counted = counting.count(h, List.of(asked), question).get(asked).getOrDefault(List.of(), Counted.NONE);
            return switch (set) {
                case NUMERATOR -> counted.numerator();
                case DENOMINATOR -> counted.denominator();
                case EXCLUDED -> counted.denominator() - counted.numerator();
            };
        }
        var i = part(asked, set);
        Query query = FigureSql.bind(
                h.createQuery(FigureSql.with(i, cut) + " SELECT count(*)" + from(i, set, question)), question);
        return query.mapTo(Long.class).one();
    }

    private static String from(Indicator i, RowSet set, Question question) {
        return " FROM known f JOIN " + FigureSql.periods(question) + " ON TRUE WHERE "
                + FigureSql.population(i, question) + " AND (" + condition(i, set) + ")"
                + FigureSql.narrowed(i, question.group());
    }

    /** A ratio's two sets are those of the two counts it divides. */
    private static Indicator part(Indicator asked, RowSet set) {
        if (asked.shape() != Shape.RATIO) return asked;
        return Indicators.find(set == RowSet.NUMERATOR ? asked.numeratorOf() : asked.denominatorOf())
                .orElseThrow();
    }

    private static String condition(Indicator i, RowSet set) {
        return switch (set) {
            case NUMERATOR -> "(" + i.counted() + ") AND (" + i.numerator() + ")";
            case DENOMINATOR -> i.counted();
            case EXCLUDED -> "(" + i.counted() + ") IS NOT TRUE";
        };
    }

    private static CaseRow row(ResultSet row, Indicator i) throws SQLException {
        var excludedBy = row.getObject("excluded_by", Integer.class);
        return new CaseRow(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("agency_code"),
                row.getString("domain"),
                row.getString("act_type"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome"),
                excludedBy == null ? null : i.base().get(excludedBy).otherwiseZh(),
                row.getObject("decides", LocalDate.class));
    }
}

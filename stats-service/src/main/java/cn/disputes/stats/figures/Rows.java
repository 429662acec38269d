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

/** The rows behind a figure: the same conditions, listed instead of counted. */
@ApplicationScoped
public class Rows {
    private static final int CHUNK = 1000;

    /** Where a list goes on: the sort keys of the last row shown. */
    public record Place(String key, UUID id) {
        /** The place behind a row. */
        public static Place after(CaseRow row) {
            return new Place(row.caseNumber(), row.id());
        }
    }

    /** All of a figure: no narrowing to a group. */
    public static final Map<Dimension, String> WHOLE = Map.of();

    /**
     * One page, in keyset order.
     *
     * @param group the values of one group of the figure; {@link #WHOLE} for the figure without groups
     * @param after null from the beginning
     */
    public List<CaseRow> page(
            Handle h, Indicator asked, Cut cut, RowSet set, Map<Dimension, String> group, Place after, int limit) {
        if (asked.shape() == Shape.RATIO && set == RowSet.EXCLUDED) return List.of();
        var indicator = part(asked, set);
        var keyset = after == null ? "" : " AND (f.case_number, f.id) > (:afterNumber, :afterId)";
        var query = FigureSql.bind(
                h.createQuery(FigureSql.with(indicator, cut) + " SELECT f.*" + where(asked, indicator, set, group)
                        + keyset + " ORDER BY f.case_number, f.id LIMIT :rows"),
                cut);
        group.forEach((dimension, value) -> query.bind("group_" + dimension.name(), value));
        if (after != null) query.bind("afterNumber", after.key()).bind("afterId", after.id());
        var reason = set == RowSet.EXCLUDED ? indicator.excludedReason() : null;
        return query.bind("rows", limit).map((row, ctx) -> row(row, reason)).list();
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

    /** How many rows a set has. */
    public long count(Handle h, Indicator asked, Cut cut, RowSet set, Map<Dimension, String> group) {
        if (asked.shape() == Shape.RATIO && set == RowSet.EXCLUDED) return 0;
        var indicator = part(asked, set);
        var query = FigureSql.bind(
                h.createQuery(
                        FigureSql.with(indicator, cut) + " SELECT count(*)" + where(asked, indicator, set, group)),
                cut);
        group.forEach((dimension, value) -> query.bind("group_" + dimension.name(), value));
        return query.mapTo(Long.class).one();
    }

    private static String where(Indicator asked, Indicator i, RowSet set, Map<Dimension, String> group) {
        var narrowed = new StringBuilder();
        group.keySet().forEach(dimension -> narrowed.append(" AND ")
                .append(dimension.expression(i))
                .append(" IS NOT DISTINCT FROM :group_")
                .append(dimension.name()));
        return " FROM " + FigureSql.source(i) + " CROSS JOIN "
                + FigureSql.periods(List.copyOf(group.keySet())) + " WHERE " + FigureSql.population(i) + " AND ("
                + (asked.shape() == Shape.RATIO ? "TRUE" : condition(i, set)) + ")" + narrowed;
    }

    /** A ratio's two sets are those of the two counts it divides. */
    private static Indicator part(Indicator asked, RowSet set) {
        if (asked.shape() != Shape.RATIO) return asked;
        return Indicators.find(set == RowSet.NUMERATOR ? "RECONSIDERATIONS_RECEIVED" : "FIRST_INSTANCE_RECEIVED")
                .orElseThrow();
    }

    private static String condition(Indicator i, RowSet set) {
        return switch (set) {
            case NUMERATOR -> "(" + i.counted() + ") AND (" + i.numerator() + ")";
            case DENOMINATOR -> i.counted();
            case EXCLUDED -> "(" + i.counted() + ") IS NOT TRUE";
        };
    }

    private static CaseRow row(ResultSet row, String reason) throws SQLException {
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
                reason);
    }
}

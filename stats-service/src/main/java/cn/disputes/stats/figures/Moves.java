package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Lists the cases that two definitions put into different sets. */
public final class Moves {
    /**
     * A case that moves.
     *
     * @param was NUMERATOR, DENOMINATOR (counted, but not in the numerator), EXCLUDED, or OUTSIDE the period
     * @param becomes the same by the newer definition
     * @param reason why the newer one leaves it out; null where it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            String kind,
            UUID id,
            Long version,
            String caseNumber,
            String regionCode,
            String agencyCode,
            String was,
            String becomes,
            String reason) {}

    private Moves() {}

    static List<Move> page(
            Handle h, Indicator older, Indicator newer, Cut cut, String afterNumber, UUID afterId, int limit) {
        var question = new Question(cut, List.of(), Map.of());
        var sql = FigureSql.with(older.crossCase() ? older : newer, cut) + ", both_ways AS (SELECT f.*, " + set(older)
                + " AS was, " + set(newer) + " AS becomes, " + newer.excludedBy() + " AS excluded_by FROM known f JOIN "
                + FigureSql.periods(question) + " ON TRUE WHERE " + FigureSql.within(older, question) + " AND (("
                + older.population() + ") OR (" + newer.population()
                + "))) SELECT * FROM both_ways f WHERE was <> becomes"
                + (afterId == null ? "" : " AND (f.case_number, f.id) > (:afterNumber, :afterId)")
                + " ORDER BY f.case_number, f.id LIMIT :rows";
        var query = FigureSql.bind(h.createQuery(sql), question);
        if (afterId != null) query.bind("afterNumber", afterNumber).bind("afterId", afterId);
        return query.bind("rows", limit).map((row, ctx) -> move(row, newer)).list();
    }

    private static String set(Indicator i) {
        return "CASE WHEN (" + i.population() + ") IS NOT TRUE THEN 'OUTSIDE' WHEN (" + i.counted()
                + ") IS NOT TRUE THEN 'EXCLUDED' WHEN (" + i.numerator() + ") THEN 'NUMERATOR' ELSE 'DENOMINATOR' END";
    }

    private static Move move(ResultSet row, Indicator newer) throws SQLException {
        var excludedBy = row.getObject("excluded_by", Integer.class);
        var left = row.getString("becomes").equals("EXCLUDED") && excludedBy != null;
        return new Move(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("agency_code"),
                row.getString("was"),
                row.getString("becomes"),
                left ? newer.base().get(excludedBy).otherwiseZh() : null);
    }
}

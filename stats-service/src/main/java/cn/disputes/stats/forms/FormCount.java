package cn.disputes.stats.forms;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.forms.FormAnswer.CaseBehind;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts a form over the facts: one statement for its cells, one for the cases behind each check. */
final class FormCount {
    private static final int MOST_CASES_SHOWN = 50;

    private final Handle h;
    private final FormDefinition form;
    private final Cut cut;
    private final Map<String, FormColumn> columns;

    FormCount(Handle h, FormDefinition form, Cut cut) {
        this.h = h;
        this.form = form;
        this.cut = cut;
        this.columns = FormColumn.of(form);
    }

    /** A sum, and how many cases might belong to it but do not say. */
    record Counted(BigDecimal value, long unsure) {
        static final Counted NONE = new Counted(BigDecimal.ZERO, 0);

        Counted plus(Counted other) {
            return new Counted(value.add(other.value), unsure + other.unsure);
        }
    }

    /** Cells by row and column; a row without a case is not there. */
    Map<String, Map<String, Counted>> cells() {
        var select = new ArrayList<String>();
        select.add(form.rows().by().column() + " AS row_key");
        var at = 0;
        for (var column : columns.values()) {
            select.add(column.sum() + " AS c" + at);
            select.add(
                    (column.unsure() == null ? "0" : "count(*) FILTER (WHERE " + column.unsure() + ")") + " AS u" + at);
            at++;
        }
        var sql = "SELECT " + String.join(", ", select) + from() + " GROUP BY 1";
        return bound(h.createQuery(sql)).reduceResultSet(new LinkedHashMap<>(), (rows, row, ctx) -> {
            var cells = new LinkedHashMap<String, Counted>();
            var i = 0;
            for (var code : columns.keySet()) {
                cells.put(code, new Counted(row.getBigDecimal("c" + i), row.getLong("u" + i)));
                i++;
            }
            rows.put(row.getString("row_key"), cells);
            return rows;
        });
    }

    /** Where a check does not hold in one row. */
    record Broken(long caseCount, List<CaseBehind> cases) {}

    /** The rows of a check with cases that count differently on its two sides. */
    Map<String, Broken> broken(FormDefinition.Check check) {
        var sql = "SELECT * FROM (SELECT row_key, id, case_number, region_code, left_sum, right_sum,"
                + " row_number() OVER (PARTITION BY row_key ORDER BY case_number, id) AS place,"
                + " count(*) OVER (PARTITION BY row_key) AS cases FROM (SELECT "
                + form.rows().by().column() + " AS row_key, f.id, f.case_number, f.region_code, "
                + side(check.left()) + " AS left_sum, " + side(check.right()) + " AS right_sum" + from()
                + ") one WHERE left_sum <> right_sum) all_of_them WHERE place <= :shown ORDER BY row_key, place";
        var query = bound(h.createQuery(sql)).bind("shown", MOST_CASES_SHOWN);
        return query.reduceResultSet(new LinkedHashMap<>(), (rows, row, ctx) -> {
            var key = row.getString("row_key");
            var cases = row.getLong("cases");
            rows.computeIfAbsent(key, k -> new Broken(cases, new ArrayList<>()))
                    .cases()
                    .add(new CaseBehind(
                            row.getObject("id", UUID.class),
                            row.getString("case_number"),
                            row.getString("region_code"),
                            row.getBigDecimal("left_sum"),
                            row.getBigDecimal("right_sum")));
            return rows;
        });
    }

    private String side(List<String> codes) {
        return codes.stream().map(code -> columns.get(code).ofOneCase()).collect(Collectors.joining(" + ", "(", ")"));
    }

    private String from() {
        var known = cut.asOf() == null
                ? "f.known_to IS NULL"
                : "f.known_from < :knownAt AND (f.known_to IS NULL OR f.known_to >= :knownAt)";
        return " FROM fact f WHERE " + known + " AND f.kind = '" + form.kind() + "' AND "
                + new RegionScope(cut.regionCode()).sql("f.region_code") + " AND " + FormBasis.ANY;
    }

    private Query bound(Query query) {
        query.bind("first", cut.firstDay()).bind("last", cut.lastDay());
        return cut.asOf() == null ? query : query.bind("knownAt", cut.knownAt().atOffset(ZoneOffset.UTC));
    }
}

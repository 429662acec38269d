package cn.disputes.stats.forms;

import cn.disputes.stats.forms.FormDefinition.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A counted column, ready to be asked of the facts.
 *
 * @param condition which cases are in it
 * @param unsure which cases might be, but do not say; null where every case says
 */
record FormColumn(Column column, String condition, String unsure, FormMeasure measure) {

    /** The counted columns of a form, each with what the headings above it say. */
    static Map<String, FormColumn> of(FormDefinition form) {
        var columns = new LinkedHashMap<String, FormColumn>();
        form.columns().forEach(column -> collect(column, null, List.of(), columns));
        return columns;
    }

    private record Asked(String condition, String sparse) {}

    private static void collect(
            Column column, FormBasis inherited, List<Asked> above, Map<String, FormColumn> columns) {
        var basis = column.basis() == null ? inherited : column.basis();
        var asked = new ArrayList<>(above);
        ask(column.when(), false, asked);
        ask(column.unless(), true, asked);
        if (!column.leaf()) {
            column.columns().forEach(below -> collect(below, basis, asked, columns));
        } else if (column.missing() == null) {
            columns.put(column.code(), counted(column, basis, asked));
        }
    }

    private static void ask(Map<String, List<String>> conditions, boolean not, List<Asked> asked) {
        if (conditions == null) return;
        conditions.forEach((name, values) -> {
            var field = FormField.valueOf(name);
            var any = String.join(" OR ", values.stream().map(field::sql).toList());
            var sparse = values.contains(FormField.UNKNOWN) ? null : field.sparse();
            asked.add(new Asked(not ? "((" + any + ") IS NOT TRUE)" : "(" + any + ")", sparse));
        });
    }

    private static FormColumn counted(Column column, FormBasis basis, List<Asked> asked) {
        var in = new ArrayList<String>(List.of("(" + basis.sql() + ")"));
        var maybe = new ArrayList<String>(in);
        var silent = new ArrayList<String>();
        for (var one : asked) {
            in.add(one.condition());
            maybe.add(
                    one.sparse() == null
                            ? one.condition()
                            : "(" + one.sparse() + " IS NULL OR " + one.condition() + ")");
            if (one.sparse() != null) silent.add(one.sparse() + " IS NULL");
        }
        var measure = column.measure() == null ? FormMeasure.CASES : column.measure();
        if (measure.column() != null) silent.add(measure.column() + " IS NULL");
        var unsure =
                silent.isEmpty() ? null : String.join(" AND ", maybe) + " AND (" + String.join(" OR ", silent) + ")";
        return new FormColumn(column, String.join(" AND ", in), unsure, measure);
    }

    /** Its sum over a group of cases. */
    String sum() {
        return measure.column() == null
                ? "count(*) FILTER (WHERE " + condition + ")"
                : "coalesce(sum(" + measure.column() + ") FILTER (WHERE " + condition + "), 0)";
    }

    /** What one case adds to it. */
    String ofOneCase() {
        return "CASE WHEN " + condition + " THEN "
                + (measure.column() == null ? "1" : "coalesce(" + measure.column() + ", 0)") + " ELSE 0 END";
    }
}

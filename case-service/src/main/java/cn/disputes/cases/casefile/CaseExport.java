package cn.disputes.cases.casefile;

import cn.disputes.cases.casefile.CaseImport.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A kind of case as a table with the columns of its import, so that what leaves one register can enter another. Names are
 * whole in the rows of those cases only whose names the caller sees in lists, and masked in the others.
 *
 * @param select one SQL expression per column, in their order; that of the names gives the parties as they are kept
 * @param names the column of the parties' names, null where the kind has none
 * @param order newest first
 */
public record CaseExport(String kind, List<Column> columns, String select, String names, String table, String order) {
    private static final int FETCH = 500;

    /** One row of the table, and whether it shows whole names. */
    public record Row(List<String> cells, boolean whole) {}

    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Hands out the rows the filter lets through, one by one from a cursor of the database. */
    public void each(Handle h, CaseFilter filter, Viewer viewer, Consumer<Row> sink) {
        var sql = "SELECT " + select + (names == null ? "" : ", assigned_to, recused, registered_by") + " FROM " + table
                + " WHERE " + filter.where() + " ORDER BY " + order;
        h.createQuery(sql)
                .bindMap(filter.values())
                .setFetchSize(FETCH)
                .map((row, ctx) -> row(row, viewer))
                .forEach(sink::accept);
    }

    private Row row(ResultSet row, Viewer viewer) throws SQLException {
        var cells = new String[columns.size()];
        for (var i = 0; i < cells.length; i++) cells[i] = row.getString(i + 1);
        var whole = names != null && viewer.seesWhole(Handling.map(row));
        if (names != null) {
            var at = header().indexOf(names);
            cells[at] = Parties.names(cells[at], whole);
        }
        return new Row(new ArrayList<>(Arrays.asList(cells)), whole);
    }
}

package cn.disputes.cases.casefile;

import cn.disputes.cases.casefile.CaseImport.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A kind of case as a table with the columns of its import, so that what leaves one register can enter another.
 *
 * @param select one SQL expression per column, in their order
 * @param order newest first
 */
public record CaseExport(String kind, List<Column> columns, String select, String table, String order) {
    private static final int FETCH = 500;

    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Hands out the rows the filter lets through, one by one from a cursor of the database. */
    public void each(Handle h, CaseFilter filter, Consumer<List<String>> sink) {
        var sql = "SELECT " + select + " FROM " + table + " WHERE " + filter.where() + " ORDER BY " + order;
        h.createQuery(sql)
                .bindMap(filter.values())
                .setFetchSize(FETCH)
                .map((row, ctx) -> {
                    var cells = new String[columns.size()];
                    for (var i = 0; i < cells.length; i++) cells[i] = row.getString(i + 1);
                    return new ArrayList<>(Arrays.asList(cells));
                })
                .forEach(sink::accept);
    }
}

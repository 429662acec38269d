package cn.disputes.alerts.view;

import cn.disputes.alerts.view.Circular.Escalation;
import cn.disputes.alerts.view.Circular.Figures;
import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A circular as a spreadsheet, a row as it has them, the total last; every rung has a column. */
final class CircularSheet {
    private static final List<String> BEFORE = List.of("名次", "区划", "区划名称", "机关代码", "机关", "领导");
    /** The rungs stand between these and the last. */
    private static final List<CircularColumn> FIGURES = Stream.of(CircularColumn.values())
            .filter(column -> column != CircularColumn.OVERDUE_ANALYSES)
            .toList();

    private CircularSheet() {}

    static byte[] of(Circular circular) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var rungs = circular.total().escalations();
        var sheet = TableWriter.open(TableFormat.XLSX, "季度通报", bytes);
        var header = new ArrayList<Object>(BEFORE);
        FIGURES.forEach(column -> header.add(column.heading));
        rungs.forEach(rung -> header.add(rung.zh()));
        header.add(CircularColumn.OVERDUE_ANALYSES.heading);
        sheet.row(header);
        for (var row : circular.rows()) {
            var cells = new ArrayList<Object>();
            cells.add(row.rank());
            cells.add(row.regionCode());
            cells.add(row.regionName());
            cells.add(row.agencyCode());
            cells.add(row.agencyName());
            cells.add(row.leader() == null ? null : row.leader().name());
            figures(cells, row.figures(), rungs);
            sheet.row(cells);
        }
        var total = new ArrayList<Object>(List.of("合计", "", "", "", "", ""));
        figures(total, circular.total(), rungs);
        sheet.row(total);
        sheet.finish();
        return bytes.toByteArray();
    }

    private static void figures(List<Object> cells, Figures f, List<Escalation> rungs) {
        for (var column : FIGURES) cells.add(column.of(f));
        for (var rung : rungs)
            cells.add(f.escalations().stream()
                    .filter(one -> one.code().equals(rung.code()) && one.zh().equals(rung.zh()))
                    .mapToLong(Escalation::count)
                    .sum());
        cells.add(CircularColumn.OVERDUE_ANALYSES.of(f));
    }
}

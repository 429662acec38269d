package cn.disputes.stats.release;

import cn.disputes.conventions.table.SafeCell;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.printing.Periods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The bulletin's tables as a workbook: numbers as numbers, so that they can be reckoned with. */
final class BulletinTables {
    private static final String CHANGE = "+0.00%;-0.00%;0.00%";
    private static final String POINTS = "+0.00\" 个百分点\";-0.00\" 个百分点\";0.00\" 个百分点\"";

    private final Release release;
    private final BulletinFigures figures;

    private BulletinTables(Release release) {
        this.release = release;
        this.figures = new BulletinFigures(release);
    }

    static byte[] of(ReleaseStore.Stored stored) throws IOException {
        var tables = new BulletinTables(stored.release());
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "stats-service", "1.0")) {
            tables.cover(workbook.newWorksheet("公报"), stored.hash());
            tables.totals(workbook.newWorksheet("主要指标"));
            tables.groups(
                    workbook.newWorksheet("分地区"), "县（市、区）", tables.figures.regions(), BulletinFigures::regionName);
            tables.groups(workbook.newWorksheet("分月"), "月份", tables.figures.months(), BulletinFigures::month);
            tables.texts(
                    workbook.newWorksheet("指标口径"), BulletinFigures.definitionHeadings(), tables.figures.definitions());
        }
        return bytes.toByteArray();
    }

    private void cover(Worksheet sheet, String hash) {
        text(sheet, 0, 0, release.title());
        sheet.style(0, 0).bold().fontSize(16).set();
        text(sheet, 1, 0, release.regionName());
        text(sheet, 1, 1, Periods.zh(release.from(), release.to()));
        sheet.width(0, 34);
        sheet.width(1, 70);
        var row = 3;
        for (var line : figures.seal(hash)) {
            text(sheet, row, 0, line.get(0));
            text(sheet, row++, 1, line.get(1));
        }
    }

    private void totals(Worksheet sheet) {
        headings(sheet, BulletinFigures.totalHeadings());
        sheet.width(0, 38);
        sheet.width(1, 30);
        var values = release.total().rows().get(0).values();
        var row = 1;
        for (var d : release.definitions()) {
            var value = values.get(d.code());
            if (value == null) continue;
            text(sheet, row, 0, d.code());
            text(sheet, row, 1, d.zh());
            value(sheet, row, 2, value);
            number(sheet, row, 3, value.numerator());
            number(sheet, row, 4, value.denominator());
            if (value.previous() != null) value(sheet, row, 5, value.previous());
            if (value.change() != null) change(sheet, row, 6, value);
            row++;
        }
    }

    private void groups(Worksheet sheet, String name, List<Figure.Row> rows, Function<Figure.Row, String> named) {
        sheet.value(0, 0, name);
        var column = 1;
        for (var d : release.definitions()) {
            text(sheet, 0, column, d.zh());
            sheet.width(column++, 14);
        }
        sheet.range(0, 0, 0, column - 1).style().bold().wrapText(true).set();
        sheet.freezePane(1, 1);
        var at = 1;
        for (var row : rows) {
            text(sheet, at, 0, named.apply(row));
            column = 1;
            for (var d : release.definitions())
                value(sheet, at, column++, row.values().get(d.code()));
            at++;
        }
    }

    private void texts(Worksheet sheet, List<String> headings, List<List<String>> lines) {
        headings(sheet, headings);
        for (var c = 0; c < headings.size(); c++) sheet.width(c, c == 2 ? 70 : 30);
        var row = 1;
        for (var line : lines) {
            for (var c = 0; c < line.size(); c++) text(sheet, row, c, line.get(c));
            row++;
        }
    }

    private static void headings(Worksheet sheet, List<String> headings) {
        for (var c = 0; c < headings.size(); c++) {
            sheet.value(0, c, headings.get(c));
            sheet.width(c, 14);
        }
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    /** A percentage is kept in full and only shown rounded; what is provisional stays a number and says so. */
    private static void value(Worksheet sheet, int row, int column, Figure.Value value) {
        if (value == null || value.value() == null) {
            sheet.value(row, column, BulletinFigures.NOTHING);
            return;
        }
        sheet.value(row, column, value.value());
        var mark = value.mark();
        if (!value.display().endsWith("%") && mark.isEmpty()) return;
        sheet.style(row, column)
                .format(format(value.display()) + (mark.isEmpty() ? "" : '"' + mark + '"'))
                .set();
    }

    /** A number too: text that begins with a sign is taken for a formula, and guarded against it printed otherwise. */
    private static void change(Worksheet sheet, int row, int column, Figure.Value value) {
        sheet.value(row, column, value.change());
        sheet.style(row, column)
                .format(value.changeDisplay().endsWith("%") ? CHANGE : POINTS)
                .set();
    }

    private static String format(String shown) {
        if (!shown.endsWith("%")) return "General";
        var decimals = shown.contains(".") ? shown.length() - 2 - shown.indexOf('.') : 0;
        return decimals == 0 ? "0%" : "0." + "0".repeat(decimals) + "%";
    }

    private static void number(Worksheet sheet, int row, int column, Long number) {
        if (number != null) sheet.value(row, column, number);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, SafeCell.guard(text));
    }
}

package cn.disputes.stats.forms;

import cn.disputes.conventions.table.SafeCell;
import cn.disputes.stats.forms.FormAnswer.Cell;
import cn.disputes.stats.forms.FormAnswer.Row;
import cn.disputes.stats.forms.FormDefinition.Column;
import cn.disputes.stats.printing.Periods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A return as it is printed: title, 表号 and 制表机关, unit and period, headings over headings, a line of column numbers,
 * the total and the rows, and the lines to sign on. A second sheet says whether the checks hold and what breaks them.
 */
final class FormSheet {
    private static final String NOT_RECORDED = "—";
    private static final int TITLE_ROWS = 4;
    private static final int FIRST_COLUMN_WIDTH = 22;
    private static final double COLUMN_WIDTH = 9.5;

    private final FormDefinition form;
    private final FormAnswer answer;
    private final LocalDate today;
    private final int depth;
    private final int width;

    FormSheet(FormDefinition form, FormAnswer answer, LocalDate today) {
        this.form = form;
        this.answer = answer;
        this.today = today;
        this.depth = form.depth();
        this.width = form.leaves().size() + 1;
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "stats-service", "1.0")) {
            var sheet = workbook.newWorksheet(form.number());
            page(sheet);
            title(sheet);
            headings(sheet);
            var below = rows(sheet);
            foot(sheet, below);
            sheet.finish();
            checks(workbook.newWorksheet("平衡检查"));
        }
        return bytes.toByteArray();
    }

    private void page(Worksheet sheet) {
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(TITLE_ROWS, TITLE_ROWS + depth);
        sheet.freezePane(1, TITLE_ROWS + depth + 1);
        sheet.width(0, FIRST_COLUMN_WIDTH);
        for (var c = 1; c < width; c++) sheet.width(c, COLUMN_WIDTH);
    }

    private void title(Worksheet sheet) {
        sheet.value(0, 0, form.title());
        sheet.range(0, 0, 0, width - 1).merge();
        sheet.style(0, 0).bold().fontSize(18).horizontalAlignment("center").set();
        line(sheet, 1, "表　　号：" + form.number());
        line(sheet, 2, "制表机关：" + form.authority() + (form.approval() == null ? "" : "　批准文号：" + form.approval()));
        var left = "填报单位：" + answer.regionName() + "　　统计时期：" + Periods.zh(answer.from(), answer.to());
        sheet.value(3, 0, left);
        sheet.value(3, width - 1, "计量单位：" + form.unit());
        sheet.style(3, width - 1).horizontalAlignment("right").set();
    }

    private void line(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, width - 1).merge();
        sheet.style(row, 0).horizontalAlignment("right").set();
    }

    private void headings(Worksheet sheet) {
        heading(sheet, TITLE_ROWS, 0, TITLE_ROWS + depth - 1, 0, form.rows().label());
        place(sheet, form.columns(), TITLE_ROWS, 1);
        var numbers = TITLE_ROWS + depth;
        heading(sheet, numbers, 0, numbers, 0, "甲");
        for (var c = 1; c < width; c++) heading(sheet, numbers, c, numbers, c, String.valueOf(c));
    }

    private void place(Worksheet sheet, List<Column> columns, int row, int from) {
        var at = from;
        for (var column : columns) {
            var last = column.leaf() ? TITLE_ROWS + depth - 1 : row;
            heading(sheet, row, at, last, at + column.width() - 1, column.label());
            if (!column.leaf()) place(sheet, column.columns(), row + 1, at);
            at += column.width();
        }
    }

    private static void heading(Worksheet sheet, int top, int left, int bottom, int right, String label) {
        sheet.value(top, left, label);
        var range = sheet.range(top, left, bottom, right);
        if (top != bottom || left != right) range.merge();
        range.style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    /** Returns the first row below. */
    private int rows(Worksheet sheet) {
        var at = TITLE_ROWS + depth + 1;
        for (var row : answer.rows()) {
            sheet.value(at, 0, row.label());
            var c = 1;
            for (var column : form.leaves()) cell(sheet, at, c++, row.cells().get(column.code()));
            sheet.range(at, 0, at, width - 1)
                    .style()
                    .borderStyle(BorderStyle.THIN)
                    .set();
            if (row.total()) sheet.range(at, 0, at, width - 1).style().bold().set();
            at++;
        }
        return at;
    }

    private static void cell(Worksheet sheet, int row, int column, Cell cell) {
        if (cell.value() != null) sheet.value(row, column, cell.value());
        else sheet.value(row, column, NOT_RECORDED);
        sheet.style(row, column).horizontalAlignment("right").set();
    }

    private void foot(Worksheet sheet, int below) {
        var at = below + 1;
        var signed = String.join(
                "　　　　　　", answer.signatures().stream().map(s -> s + "：").toList());
        sheet.value(at++, 0, signed + "　　　　　　填报日期：" + today);
        if (!answer.notRecorded().isEmpty()) sheet.value(at++, 0, "说明：“" + NOT_RECORDED + "”为登记中没有该项数据，不等于零。");
        for (var row : answer.rows()) at = partial(sheet, at, row);
        for (var note : answer.notes()) sheet.value(at++, 0, "注：" + note);
    }

    /** Sums that may be short by cases that do not say, by the number their column has in the form. */
    private int partial(Worksheet sheet, int below, Row row) {
        var at = below;
        var number = 1;
        for (var column : form.leaves()) {
            var cell = row.cells().get(column.code());
            if (cell.value() != null && cell.unrecorded() != null)
                sheet.value(
                        at++,
                        0,
                        "说明：“" + row.label() + "”第" + number + "栏另有" + cell.unrecorded() + "件案件登记中没有该项数据，未计入。");
            number++;
        }
        return at;
    }

    private void checks(Worksheet sheet) {
        var at = 0;
        for (var title : List.of("检查", "结果", "行", "左边", "右边", "多的一边", "案件数", "案件")) sheet.value(0, at++, title);
        sheet.range(0, 0, 0, 7).style().bold().set();
        sheet.width(0, 60);
        sheet.width(7, 80);
        sheet.freezePane(0, 1);
        var row = 1;
        for (var check : answer.checks()) {
            sheet.value(row, 0, check.label());
            sheet.value(row++, 1, check.holds() ? "平衡" : "不平衡");
            for (var broken : check.breaks()) {
                sheet.value(row, 2, broken.label());
                sheet.value(row, 3, broken.left());
                sheet.value(row, 4, broken.right());
                sheet.value(row, 5, heavier(broken.heavier()));
                sheet.value(row, 6, broken.caseCount());
                sheet.value(row++, 7, SafeCell.guard(numbers(broken)));
            }
        }
        for (var agreement : answer.agreements()) {
            sheet.value(row, 0, agreement.label() + " = " + agreement.indicator());
            sheet.value(row, 1, agreement.agrees() ? "一致" : "不一致");
            sheet.value(row, 3, agreement.form());
            sheet.value(row++, 4, agreement.figure());
        }
        for (var column : answer.notRecorded()) {
            sheet.value(row, 0, column.label());
            sheet.value(row++, 1, "未登记：" + column.reason());
        }
    }

    private static String numbers(FormAnswer.Break broken) {
        return broken.cases().stream().map(FormAnswer.CaseBehind::caseNumber).collect(Collectors.joining("、"));
    }

    private static String heavier(FormAnswer.Heavier heavier) {
        return switch (heavier) {
            case LEFT -> "左边";
            case RIGHT -> "右边";
            case NEITHER -> "合计相抵";
        };
    }
}

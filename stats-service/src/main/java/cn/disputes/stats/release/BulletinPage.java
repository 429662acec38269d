package cn.disputes.stats.release;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A document laid out as official ones are (GB/T 9704): A4 with 37, 28, 35 and 26 mm of margin. */
final class BulletinPage implements AutoCloseable {
    private static final int BODY = 16;
    private static final int TABLE = 9;
    private static final double CHART_WIDTH_CM = 15.4;
    private static final double CHART_HEIGHT_CM = 8;

    /** One row of columns of a chart. */
    record Line(String name, List<Double> values) {}

    private final XWPFDocument document = new XWPFDocument();

    BulletinPage() {
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(11906));
        section.getPgSz().setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setRight(BigInteger.valueOf(1474));
    }

    void title(String text) {
        written(text, ParagraphAlignment.CENTER, 22, true, "方正小标宋简体");
    }

    void centred(String text) {
        written(text, ParagraphAlignment.CENTER, BODY, false, "楷体_GB2312");
    }

    void heading(String text) {
        written(text, ParagraphAlignment.LEFT, BODY, true, "黑体").setKeepNext(true);
    }

    void paragraph(String text) {
        written(text, ParagraphAlignment.BOTH, BODY, false, "仿宋_GB2312").setFirstLineIndent(640);
    }

    private XWPFParagraph written(String text, ParagraphAlignment alignment, int size, boolean bold, String font) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(28, LineSpacingRule.AT_LEAST);
        run(paragraph, text, size, bold, font);
        return paragraph;
    }

    void table(List<String> headings, List<List<String>> rows) {
        var table = document.createTable(rows.size() + 1, headings.size());
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        fill(table.getRow(0), headings, true);
        for (var i = 0; i < rows.size(); i++) fill(table.getRow(i + 1), rows.get(i), false);
    }

    private static void fill(XWPFTableRow row, List<String> cells, boolean bold) {
        for (var i = 0; i < cells.size(); i++)
            run(row.getCell(i).getParagraphs().get(0), cells.get(i), TABLE, bold, "仿宋_GB2312");
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold, String font) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    }

    /** A chart of columns with its numbers in a sheet inside the document, where Word edits them. */
    void columns(String title, List<String> categories, List<Line> lines) throws IOException, InvalidFormatException {
        var chart = document.createChart(
                (int) (CHART_WIDTH_CM * Units.EMU_PER_CENTIMETER), (int) (CHART_HEIGHT_CM * Units.EMU_PER_CENTIMETER));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setMinimum(0);
        // columns between the ticks, or the first and the last are cut in half
        left.setCrossBetween(AxisCrossBetween.BETWEEN);
        // said outright: Word hides an axis that does not say
        left.setVisible(true);
        bottom.setVisible(true);
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bottom, left);
        data.setBarDirection(BarDirection.COL);
        var names = XDDFDataSourcesFactory.fromArray(
                categories.toArray(String[]::new),
                chart.formatRange(new CellRangeAddress(1, categories.size(), 0, 0)),
                0);
        for (var i = 0; i < lines.size(); i++) {
            var column = i + 1;
            var values = XDDFDataSourcesFactory.fromArray(
                    lines.get(i).values().toArray(Double[]::new),
                    chart.formatRange(new CellRangeAddress(1, categories.size(), column, column)),
                    column);
            data.addSeries(names, values)
                    .setTitle(
                            lines.get(i).name(),
                            chart.setSheetTitle(lines.get(i).name(), column));
        }
        chart.plot(data);
    }

    void write(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

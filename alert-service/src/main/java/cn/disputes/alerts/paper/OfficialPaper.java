package cn.disputes.alerts.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A .docx laid out as official documents are (GB/T 9704): A4 with 37, 28, 35 and 26 mm of margin. */
public final class OfficialPaper implements AutoCloseable {
    private static final int TITLE = 22;
    private static final int BODY = 16;
    private static final int TABLE = 12;
    private static final int SHORT_SIDE = 11906;
    private static final int LONG_SIDE = 16838;

    private final XWPFDocument document = new XWPFDocument();
    private boolean begun;

    private OfficialPaper(boolean wide) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(wide ? SHORT_SIDE : LONG_SIDE));
        if (wide) size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setRight(BigInteger.valueOf(1474));
    }

    public static OfficialPaper upright() {
        return new OfficialPaper(false);
    }

    /** For a table of many columns. */
    public static OfficialPaper wide() {
        return new OfficialPaper(true);
    }

    /** Every further title begins a page. */
    public void title(String text) {
        paragraph(text, ParagraphAlignment.CENTER, TITLE, true).setPageBreak(begun);
        begun = true;
    }

    public void centred(String text) {
        paragraph(text, ParagraphAlignment.CENTER, BODY, false);
    }

    public void line(String text) {
        paragraph(text, ParagraphAlignment.LEFT, BODY, false);
    }

    public void indented(String text) {
        paragraph(text, ParagraphAlignment.BOTH, BODY, false).setFirstLineIndent(640);
    }

    public void closing(String text) {
        paragraph(text, ParagraphAlignment.RIGHT, BODY, false);
    }

    /** The header is repeated on every page. */
    public void table(List<String> header, List<List<String>> rows) {
        var table = document.createTable(rows.size() + 1, header.size());
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        fill(table.getRow(0), true, header);
        for (var i = 0; i < rows.size(); i++) fill(table.getRow(i + 1), false, rows.get(i));
    }

    public byte[] bytes() throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static void fill(XWPFTableRow row, boolean bold, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            var run = row.getCell(i).getParagraphs().get(0).createRun();
            text(run, cells.get(i), TABLE, bold);
        }
    }

    private XWPFParagraph paragraph(String text, ParagraphAlignment alignment, int size, boolean bold) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(28, LineSpacingRule.AT_LEAST);
        text(paragraph.createRun(), text, size, bold);
        return paragraph;
    }

    private static void text(XWPFRun run, String text, int size, boolean bold) {
        var font = bold && size > BODY ? "方正小标宋简体" : "仿宋_GB2312";
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    }
}

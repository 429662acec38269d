package cn.disputes.alerts.round;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
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

/**
 * Orders as letters (高败诉风险案件交办单), one to a page, laid out as official documents are (GB/T 9704): A4 with 37, 28, 35 and
 * 26 mm of margin.
 */
final class OrderLetter {
    /** A document is held in memory while it is made; a row takes some kilobytes. */
    static final int MOST_CASES = 1000;

    private static final String[] COLUMNS = {"序号", "案号", "被告行政机关", "等级", "交办次数"};
    private static final int BODY = 16;
    private static final int TABLE = 12;

    private OrderLetter() {}

    static byte[] of(List<OrderView> orders) throws IOException {
        var count = orders.stream().mapToInt(order -> order.cases().size()).sum();
        if (count > MOST_CASES) throw new ProblemException(RoundProblem.LETTER_TOO_LONG, count, MOST_CASES);
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            margins(document);
            for (var i = 0; i < orders.size(); i++) letter(document, orders.get(i), i > 0);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void letter(XWPFDocument document, OrderView order, boolean onANewPage) {
        var title = paragraph(document, "高败诉风险案件交办单", ParagraphAlignment.CENTER, 22, true);
        title.setPageBreak(onANewPage);
        var region = Regions.find(order.regionCode()).map(Regions.Region::name).orElse(order.regionCode());
        var month = order.month().getYear() + "年" + order.month().getMonthValue() + "月";
        paragraph(document, region + " " + month, ParagraphAlignment.CENTER, BODY, false);
        paragraph(document, order.leader().name() + "：", ParagraphAlignment.LEFT, BODY, false);
        paragraph(
                        document,
                        "按照包案分工，现将 " + order.cases().size() + " 件高败诉风险案件交由您牵头化解，请签收并报送化解方案。",
                        ParagraphAlignment.BOTH,
                        BODY,
                        false)
                .setFirstLineIndent(640);
        cases(document, order.cases());
        paragraph(document, receipt(order.receipt()), ParagraphAlignment.RIGHT, BODY, false);
    }

    private static String receipt(Round.SignedFor receipt) {
        return receipt == null ? "签收人：＿＿＿＿　签收日期：＿＿＿＿" : "签收人：" + receipt.by() + "　签收日期：" + receipt.on();
    }

    private static void cases(XWPFDocument document, List<Round.Ordered> cases) {
        var table = document.createTable(cases.size() + 1, COLUMNS.length);
        table.setWidth("100%");
        var header = table.getRow(0);
        header.setRepeatHeader(true);
        fill(header, true, COLUMNS);
        for (var i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            fill(
                    table.getRow(i + 1),
                    false,
                    String.valueOf(i + 1),
                    one.litigationCaseNumber(),
                    one.defendantName(),
                    one.level().zh(),
                    String.valueOf(one.monthsCarried() + 1));
        }
    }

    private static void fill(XWPFTableRow row, boolean bold, String... cells) {
        for (var i = 0; i < cells.length; i++) {
            var run = row.getCell(i).getParagraphs().get(0).createRun();
            text(run, cells[i], TABLE, bold);
        }
    }

    private static XWPFParagraph paragraph(
            XWPFDocument document, String text, ParagraphAlignment alignment, int size, boolean bold) {
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

    private static void margins(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(11906));
        section.getPgSz().setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setRight(BigInteger.valueOf(1474));
    }
}

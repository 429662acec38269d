package cn.disputes.alerts.round;

import cn.disputes.alerts.paper.OfficialPaper;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Orders as letters (高败诉风险案件交办单), one to a page. */
final class OrderLetter {
    /** A document is held in memory while it is made; a row takes some kilobytes. */
    static final int MOST_CASES = 1000;

    private static final List<String> COLUMNS = List.of("序号", "案号", "被告行政机关", "等级", "交办次数");

    private OrderLetter() {}

    static byte[] of(List<OrderView> orders) throws IOException {
        var count = orders.stream().mapToInt(order -> order.cases().size()).sum();
        if (count > MOST_CASES) throw new ProblemException(RoundProblem.LETTER_TOO_LONG, count, MOST_CASES);
        try (var paper = OfficialPaper.upright()) {
            orders.forEach(order -> letter(paper, order));
            return paper.bytes();
        }
    }

    private static void letter(OfficialPaper paper, OrderView order) {
        paper.title("高败诉风险案件交办单");
        var region = Regions.find(order.regionCode()).map(Regions.Region::name).orElse(order.regionCode());
        paper.centred(
                region + " " + order.month().getYear() + "年" + order.month().getMonthValue() + "月");
        paper.line(order.leader().name() + "：");
        paper.indented("按照包案分工，现将 " + order.cases().size() + " 件高败诉风险案件交由您牵头化解，请签收并报送化解方案。");
        paper.table(COLUMNS, rows(order.cases()));
        paper.closing(receipt(order.receipt()));
    }

    private static String receipt(Round.SignedFor receipt) {
        return receipt == null ? "签收人：＿＿＿＿　签收日期：＿＿＿＿" : "签收人：" + receipt.by() + "　签收日期：" + receipt.on();
    }

    private static List<List<String>> rows(List<Round.Ordered> cases) {
        var rows = new ArrayList<List<String>>();
        for (var one : cases)
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    one.litigationCaseNumber(),
                    one.defendantName(),
                    one.level().zh(),
                    String.valueOf(one.monthsCarried() + 1)));
        return rows;
    }
}

package cn.disputes.alerts.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/** The orders of a round as a spreadsheet (交办清单). */
final class OrderSheet {
    private static final String[] HEADER = {"月份", "领导", "案号", "等级", "已结转月数"};

    private OrderSheet() {}

    static byte[] of(Round round) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "disputes", "1.0")) {
            var sheet = workbook.newWorksheet("交办清单");
            for (var column = 0; column < HEADER.length; column++) sheet.value(0, column, HEADER[column]);
            var line = 1;
            for (var order : round.orders()) {
                for (var ordered : order.cases()) {
                    sheet.value(line, 0, round.month().toString());
                    sheet.value(line, 1, order.leader().name());
                    sheet.value(line, 2, ordered.litigationCaseNumber());
                    sheet.value(line, 3, ordered.level().zh());
                    sheet.value(line++, 4, ordered.monthsCarried());
                }
            }
        }
        return bytes.toByteArray();
    }
}

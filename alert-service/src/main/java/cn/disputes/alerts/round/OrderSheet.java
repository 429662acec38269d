package cn.disputes.alerts.round;

import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The orders of a round as a spreadsheet (交办清单). */
final class OrderSheet {
    private OrderSheet() {}

    static byte[] of(Round round) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var sheet = TableWriter.open(TableFormat.XLSX, "交办清单", bytes)) {
            sheet.row(List.of("月份", "领导", "案号", "等级", "已结转月数"));
            for (var order : round.orders()) {
                for (var ordered : order.cases()) {
                    sheet.row(List.of(
                            round.month(),
                            order.leader().name(),
                            ordered.litigationCaseNumber(),
                            ordered.level().zh(),
                            ordered.monthsCarried()));
                }
            }
        }
        return bytes.toByteArray();
    }
}

package cn.disputes.alerts.round;

import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Orders as a spreadsheet (交办清单), a row per case. */
final class OrderSheet {
    private OrderSheet() {}

    static byte[] of(List<OrderView> orders) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var sheet = TableWriter.open(TableFormat.XLSX, "交办清单", bytes);
        sheet.row(List.of("月份", "领导", "案号", "等级", "已结转月数", "被告", "签收日期", "签收人"));
        for (var order : orders) {
            var receipt = order.receipt();
            for (var ordered : order.cases()) {
                sheet.row(Arrays.asList(
                        order.month(),
                        order.leader().name(),
                        ordered.litigationCaseNumber(),
                        ordered.level().zh(),
                        ordered.monthsCarried(),
                        ordered.defendantName(),
                        receipt == null ? null : receipt.on(),
                        receipt == null ? null : receipt.by()));
            }
        }
        sheet.finish();
        return bytes.toByteArray();
    }
}

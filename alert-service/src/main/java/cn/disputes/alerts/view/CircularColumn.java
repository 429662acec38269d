package cn.disputes.alerts.view;

import cn.disputes.alerts.view.Circular.Figures;
import java.util.function.ToLongFunction;

/** A figure of a circular by its heading, in the order in which sheet and letter have them. */
enum CircularColumn {
    HANDED_OVER("交办", Figures::handedOver),
    CARRIED("其中结转", Figures::carried),
    SIGNED_IN_TIME("按期签收", Figures::signedInTime),
    SIGNED_LATE("逾期签收", Figures::signedLate),
    UNSIGNED("逾期未签收", Figures::unsigned),
    LAPSED("未及签收", Figures::lapsed),
    PENDING("待签收", Figures::pending),
    CLAIMED("申报化解", Figures::claimed),
    VERIFIED("核验销号", Figures::verified),
    BY_REGISTER("登记了结", Figures::byRegister),
    LOST("败诉", Figures::lost),
    ESCALATED("督办", Figures::escalated),
    OVERDUE_ANALYSES("分析报告逾期", Figures::overdueAnalyses);

    final String heading;
    private final ToLongFunction<Figures> figure;

    CircularColumn(String heading, ToLongFunction<Figures> figure) {
        this.heading = heading;
        this.figure = figure;
    }

    long of(Figures figures) {
        return figure.applyAsLong(figures);
    }
}

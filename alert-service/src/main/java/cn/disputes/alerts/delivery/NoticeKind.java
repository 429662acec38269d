package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.Code;

/** What there is to be told of. */
public enum NoticeKind implements Code {
    ORDER("交办单", "order of the month"),
    RUNG("督办通知", "escalation"),
    SILENCE_ENDING("静默即将到期", "silence about to end"),
    LOSS_ANALYSIS("败诉分析报告", "loss analysis"),
    WARNING("预警提示", "warning"),
    COURT_SILENT("预警来源中断", "a court's system is silent");

    private final String zh;
    private final String en;

    NoticeKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}

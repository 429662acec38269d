package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.Code;

/** Whom a notice is for. Whoever subscribes to a region is told of it besides. */
public enum Audience implements Code {
    LEADER("包案领导", "the leader responsible"),
    SUPERIOR("上级领导", "the county leader above"),
    COORDINATOR("协调机构", "the coordinators of the region"),
    AGENCY("被告机关", "the agency concerned"),
    LEADERSHIP("分管领导", "the leader who answers for the agency");

    private final String zh;
    private final String en;

    Audience(String zh, String en) {
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

package cn.disputes.cases.supervision;

import cn.disputes.contract.codes.Code;

/** Where a supervision document stands (整改状态). */
public enum SupervisionStatus implements Code {
    ISSUED("已制发", "issued"),
    REPORTED("已反馈", "reported"),
    RECTIFIED("已整改", "rectified");

    private final String zh;
    private final String en;

    SupervisionStatus(String zh, String en) {
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

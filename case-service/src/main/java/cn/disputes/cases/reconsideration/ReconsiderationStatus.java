package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** Where a reconsideration stands (案件状态). */
public enum ReconsiderationStatus implements Code {
    RECEIVED("已收到", "received"),
    IN_CORRECTION("补正中", "in correction"),
    ACCEPTED("已受理", "accepted"),
    SUSPENDED("中止", "suspended"),
    CONCLUDED("已办结", "concluded");

    private final String zh;
    private final String en;

    ReconsiderationStatus(String zh, String en) {
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

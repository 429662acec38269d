package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Code;

/** Level of the court of first instance (级别管辖). */
public enum CourtLevel implements Code {
    BASIC("基层人民法院", "basic court (Art. 14)"),
    INTERMEDIATE("中级人民法院", "intermediate court (Art. 15)");

    private final String zh;
    private final String en;

    CourtLevel(String zh, String en) {
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

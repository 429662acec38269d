package cn.disputes.cases.warning;

import cn.disputes.contract.codes.Code;

/** Whom a warning is for. */
public enum Addressee implements Code {
    CLERK("承办人", "the officer who has the case"),
    INSTITUTION("行政复议机构", "the reconsideration institution"),
    RESPONDENT("被申请人", "the respondent"),
    DEFENDANT_AGENCY("被告机关", "the defendant agency"),
    AGENCY_HEAD("被告机关负责人", "the head of the defendant agency"),
    ADDRESSED_AGENCY("被监督机关", "the agency a supervision document is addressed to"),
    LEADERSHIP("分管领导", "the leadership"),
    EVERYONE("全体", "everyone");

    private final String zh;
    private final String en;

    Addressee(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Whether the agencies that are parties are the ones told. */
    boolean agency() {
        return this == RESPONDENT || this == DEFENDANT_AGENCY || this == AGENCY_HEAD || this == ADDRESSED_AGENCY;
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

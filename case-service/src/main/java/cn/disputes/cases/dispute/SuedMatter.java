package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Code;

/** What a suit after a reconsideration is about. */
public enum SuedMatter implements Code {
    ACT_AND_DECISION("原行政行为和复议决定", "the act and the decision on it"),
    ORIGINAL_ACT("原行政行为", "the act"),
    RECONSIDERATION_DECISION("复议决定", "the reconsideration decision"),
    RECONSIDERATION_INACTION("复议机关不作为", "the authority's inaction");

    private final String zh;
    private final String en;

    SuedMatter(String zh, String en) {
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

package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Code;

/** Who can be sued after a reconsideration (复议后的被告). */
public enum DefendantSide implements Code {
    ORIGINAL_AGENCY("作出原行政行为的行政机关", "the agency that acted"),
    RECONSIDERATION_AUTHORITY("复议机关", "the reconsideration authority");

    private final String zh;
    private final String en;

    DefendantSide(String zh, String en) {
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

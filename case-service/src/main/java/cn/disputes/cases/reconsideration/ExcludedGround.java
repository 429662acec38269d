package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** Time that does not count towards the decision (不计入审理期限), by the 2007 regulation. */
public enum ExcludedGround implements Code {
    AUTHORITY_AGREED("协商或者指定受理机关", "agreeing on or naming the authority (Regulation Art. 30)", 30),
    INSPECTION("现场勘验", "inspection on site (Regulation Art. 34)", 34),
    APPRAISAL("鉴定", "expert appraisal (Regulation Art. 37)", 37);

    private final String zh;
    private final String en;
    private final int article;

    ExcludedGround(String zh, String en, int article) {
        this.zh = zh;
        this.en = en;
        this.article = article;
    }

    int article() {
        return article;
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

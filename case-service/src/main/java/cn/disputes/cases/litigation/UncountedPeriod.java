package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** What beside a suspension does not count towards the time of trial (不计入审限, 解释 Art. 50). */
public enum UncountedPeriod implements Code {
    PUBLIC_NOTICE("公告期间", "public notice"),
    APPRAISAL("鉴定期间", "expert appraisal"),
    MEDIATION("调解期间", "mediation"),
    JURISDICTION_OBJECTION("审理管辖异议期间", "a party's objection to jurisdiction"),
    JURISDICTION_DISPUTE("处理管辖争议期间", "a dispute between courts over jurisdiction");

    private final String zh;
    private final String en;

    UncountedPeriod(String zh, String en) {
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

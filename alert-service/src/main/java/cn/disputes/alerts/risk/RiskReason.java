package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.Code;

/** Why a court thinks that the agency may lose (风险事由). */
public enum RiskReason implements Code {
    PROCEDURE_DEFECT("程序瑕疵", "defect of procedure"),
    EVIDENCE_GAP("证据不足", "gap in the evidence"),
    DEFENCE_OVERDUE("逾期答辩举证", "defence or evidence overdue"),
    WRONG_SUBJECT("主体不适格", "wrong subject"),
    BEYOND_AUTHORITY("超越职权", "beyond authority"),
    LAW_MISAPPLIED("适用法律错误", "law misapplied"),
    FIRST_INSTANCE_LOST("一审败诉", "lost in first instance"),
    SIMILAR_CASE_LOST("类案败诉", "a similar case was lost"),
    GROUP_CASE("群体性案件", "group case"),
    COURT_OPINION("法院认为败诉风险高", "the court holds the risk to be high");

    private final String zh;
    private final String en;

    RiskReason(String zh, String en) {
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

package cn.disputes.alerts.analysis;

import cn.disputes.contract.codes.Code;

/**
 * Why a suit was lost (败诉原因): the grounds of Art. 70 and 72 of the Administrative Litigation Law, and what is found
 * behind them. Each belongs to a category of case-service's supervision documents.
 */
public enum LossCause implements Code {
    EVIDENCE_INSUFFICIENT("主要证据不足", "main evidence insufficient (Art. 70 no. 1)", "FACTS"),
    LAW_MISAPPLIED("适用法律、法规错误", "law misapplied (Art. 70 no. 2)", "LAW"),
    PROCEDURE_VIOLATED("违反法定程序", "procedure violated (Art. 70 no. 3)", "PROCEDURE"),
    BEYOND_AUTHORITY("超越职权", "beyond authority (Art. 70 no. 4)", "AUTHORITY"),
    ABUSE_OF_AUTHORITY("滥用职权", "abuse of authority (Art. 70 no. 5)", "AUTHORITY"),
    OBVIOUSLY_IMPROPER("明显不当", "obviously improper (Art. 70 no. 6)", "DISCRETION"),
    DUTY_NOT_PERFORMED("不履行法定职责", "duty not performed (Art. 72)", "INACTION"),
    EVIDENCE_OVERDUE("逾期举证、答辩", "evidence or defence overdue (Art. 34, 67)", "REPLY"),
    WRONG_SUBJECT("主体不适格", "wrong subject", "AUTHORITY"),
    NORMATIVE_DOCUMENT("规范性文件不合法", "unlawful normative document (Art. 64)", "NORMATIVE_DOCUMENT"),
    OTHER("其他", "other", "OTHER");

    private final String zh;
    private final String en;
    private final String category;

    LossCause(String zh, String en, String category) {
        this.zh = zh;
        this.en = en;
        this.category = category;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** {@code category} of case-service's {@code POST /v1/supervision-documents}. */
    public String category() {
        return category;
    }
}

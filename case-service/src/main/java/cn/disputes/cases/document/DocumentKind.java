package cn.disputes.cases.document;

import cn.disputes.contract.codes.Code;

/** The 文书 an office issues, each with the character its numbers carry, and what is kept beside them. */
public enum DocumentKind implements Code {
    ACCEPTANCE_NOTICE("受理通知书", "notice of acceptance (Art. 30)", "受"),
    REFUSAL_DECISION("不予受理决定书", "decision of non-acceptance (Art. 30)", "不受"),
    CORRECTION_NOTICE("补正通知书", "notice of correction (Art. 31)", "补"),
    REPLY_NOTICE("答复通知书", "notice to reply (Art. 48, 54)", "答"),
    HEARING_NOTICE("听证通知书", "notice of hearing (Art. 51)", "听"),
    SUSPENSION_NOTICE("中止通知书", "notice of suspension (Art. 39)", "中"),
    RESUMPTION_NOTICE("恢复审理通知书", "notice of resumption (Art. 39)", "恢"),
    EXTENSION_NOTICE("延期审理通知书", "notice of extension (Art. 62)", "延"),
    CONVERSION_NOTICE("程序转换通知书", "notice of conversion (Art. 55)", "转"),
    TERMINATION_DECISION("终止决定书", "decision of termination (Art. 41)", "终"),
    DECISION("复议决定书", "decision (Art. 75)", "决"),
    MEDIATION_STATEMENT("调解书", "mediation statement (Art. 73)", "调"),
    OPINION("意见书", "opinion (Art. 76)", "意"),
    ADVICE("建议书", "advice", "建"),
    SERVICE_RECEIPT("送达回证", "certificate of service", "送"),
    DEFENCE_COVER("答辩状封面", "cover of a defence (行诉法 Art. 67)", "答"),
    APPEARANCE_LETTER("出庭函", "letter of appearance (行诉法 Art. 3)", "出"),
    /** A file somebody brought; it has no number. */
    ATTACHMENT("附件", "attachment", null);

    private final String zh;
    private final String en;
    private final String character;

    DocumentKind(String zh, String en, String character) {
        this.zh = zh;
        this.en = en;
        this.character = character;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    String character() {
        return character;
    }
}

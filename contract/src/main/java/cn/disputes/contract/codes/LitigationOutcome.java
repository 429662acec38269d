package cn.disputes.contract.codes;

/** How an instance of a suit (行政诉讼) ended; articles of the Administrative Litigation Law. */
public enum LitigationOutcome implements Code {
    CLAIM_REJECTED("驳回诉讼请求", "claim rejected (Art. 69)"),
    REVOKED("撤销", "revoked (Art. 70)"),
    PARTLY_REVOKED("部分撤销", "partly revoked (Art. 70)"),
    CHANGED("变更", "changed (Art. 77)"),
    ORDERED_TO_PERFORM("责令履行", "ordered to perform (Art. 72)"),
    ORDERED_TO_PAY("判决给付", "ordered to pay (Art. 73)"),
    CONFIRMED_UNLAWFUL("确认违法", "confirmed unlawful (Art. 74)"),
    CONFIRMED_VOID("确认无效", "confirmed void (Art. 75)"),
    COMPENSATION("判决赔偿", "compensation (Art. 76)"),
    AGREEMENT_REMEDY("行政协议补救", "remedy under an agreement (Art. 78)"),
    SUIT_DISMISSED("驳回起诉", "suit dismissed"),
    NOT_DOCKETED("不予立案", "not docketed"),
    WITHDRAWN("准许撤诉", "withdrawn (Art. 62)"),
    DEEMED_WITHDRAWN("按撤诉处理", "deemed withdrawn (Art. 58)"),
    MEDIATED("调解", "mediated (Art. 60)"),
    TRANSFERRED("移送", "transferred (Art. 22)"),
    TERMINATED("终结", "terminated"),
    APPEAL_DISMISSED("驳回上诉，维持原判", "appeal dismissed (Art. 89)"),
    REMANDED("发回重审", "remanded (Art. 89)");

    private final String zh;
    private final String en;

    LitigationOutcome(String zh, String en) {
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

    /** Lost (败诉): the judgment goes against the agency. */
    public boolean lost() {
        return compareTo(REVOKED) >= 0 && compareTo(AGREEMENT_REMEDY) <= 0;
    }

    /** Only a court of second instance or retrial ends a case so. */
    public boolean onlyOnAppeal() {
        return this == APPEAL_DISMISSED || this == REMANDED;
    }
}

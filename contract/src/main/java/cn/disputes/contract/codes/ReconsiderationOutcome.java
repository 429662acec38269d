package cn.disputes.contract.codes;

/** How a reconsideration (行政复议) ended; articles of the 2023 law. */
public enum ReconsiderationOutcome implements Code {
    UPHELD("维持", "upheld (Art. 68)"),
    CHANGED("变更", "changed (Art. 63)"),
    REVOKED("撤销", "revoked (Art. 64)"),
    PARTLY_REVOKED("部分撤销", "partly revoked (Art. 64)"),
    CONFIRMED_UNLAWFUL("确认违法", "confirmed unlawful (Art. 65)"),
    CONFIRMED_VOID("确认无效", "confirmed void (Art. 67)"),
    ORDERED_TO_PERFORM("责令履行", "ordered to perform (Art. 66)"),
    AGREEMENT_REMEDY("行政协议补救", "remedy under an agreement (Art. 71)"),
    CLAIM_REJECTED("驳回复议请求", "claim rejected (Art. 69)"),
    APPLICATION_REJECTED("驳回复议申请", "application rejected (Art. 33)"),
    MEDIATED("调解", "mediated (Art. 73)"),
    WITHDRAWN("撤回", "withdrawn (Art. 41, 74)"),
    TERMINATED("终止", "terminated (Art. 41)"),
    REFUSED("不予受理", "not accepted (Art. 30)"),
    ABANDONED("视为放弃", "deemed abandoned (Art. 31)"),
    TRANSFERRED("告知移送", "transferred");

    private final String zh;
    private final String en;

    ReconsiderationOutcome(String zh, String en) {
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

    /** Directly corrected (直接纠错): the authority itself set the act right. */
    public boolean directlyCorrected() {
        return compareTo(CHANGED) >= 0 && compareTo(AGREEMENT_REMEDY) <= 0;
    }

    /** Never admitted (未受理): left out of every {@code :ADMITTED} base. */
    public boolean notAdmitted() {
        return this == REFUSED || this == ABANDONED || this == TRANSFERRED;
    }
}

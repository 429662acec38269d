package cn.disputes.contract.codes;

/** Where a risk case stands between the alert and its end (高败诉风险案件状态). */
public enum RiskState implements Code {
    FLAGGED("已识别", "flagged"),
    ASSIGNED("已交办", "assigned"),
    ACKNOWLEDGED("已签收", "acknowledged"),
    IN_COORDINATION("化解中", "in coordination"),
    RESOLUTION_CLAIMED("申报化解", "resolution claimed"),
    RESOLVED("已化解", "resolved"),
    LOST("败诉", "lost"),
    WON("胜诉", "won");

    private final String zh;
    private final String en;

    RiskState(String zh, String en) {
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

    /** No further action but REOPENED is possible. */
    public boolean closed() {
        return this == RESOLVED || this == LOST || this == WON;
    }
}

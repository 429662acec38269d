package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Code;

/** Where a dispute stands as a whole (争议状态). */
public enum DisputeStanding implements Code {
    RECONSIDERATION_PENDING("复议尚未审结", "the reconsideration is pending"),
    DECISION_NOT_SERVED("复议决定尚未送达", "the reconsideration decision has not been served"),
    SUIT_POSSIBLE("起诉期限未满", "a suit is still possible"),
    SUIT_PENDING("诉讼尚未审结", "a suit is pending"),
    AWAITING_EFFECT("裁判尚未生效", "a decision has not taken effect"),
    AWAITING_NEXT_INSTANCE(
            "已上诉、发回重审或者移送，后一审级尚未登记", "appealed, remanded or transferred; the next instance is not registered yet"),
    CLOSED("争议已经了结", "closed");

    private final String zh;
    private final String en;

    DisputeStanding(String zh, String en) {
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

    boolean closed() {
        return this == CLOSED;
    }
}

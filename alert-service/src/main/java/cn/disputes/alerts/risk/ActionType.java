package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.Code;

/** What is done about a risk case. */
public enum ActionType implements Code {
    ACKNOWLEDGED("签收", "acknowledged"),
    PLAN_FILED("报送方案", "plan filed"),
    COORDINATED("协调", "coordinated"),
    RESOLUTION_CLAIMED("申报化解", "resolution claimed"),
    RESOLVED("核验销号", "resolution verified"),
    LOST("败诉", "lost"),
    WON("胜诉", "won"),
    REASSIGNED("改派", "reassigned"),
    SILENCED("暂停提醒", "silenced"),
    REOPENED("重新打开", "reopened"),
    /** A leader declared a conflict; the case loses that leader. Recorded by its own call. */
    RECUSED("回避", "recused"),
    RECUSAL_WITHDRAWN("撤销回避", "recusal withdrawn"),
    /** Waits for the result of its model case (示范诉讼). Recorded by its own call. */
    HELD("等待示范案件", "held for its model"),
    /** The model case ended, or the link was taken off. */
    RELEASED("解除等待", "released"),
    /** Handed over by a month's round; kept with the round's orders, not among the actions. */
    ORDERED("每月交办", "handed over by the month's round");

    private final String zh;
    private final String en;

    ActionType(String zh, String en) {
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

    /** Whether it may be recorded by {@code POST …/actions}; the others follow from calls of their own. */
    public boolean recordable() {
        return compareTo(RECUSED) < 0;
    }

    /** Whether it ends the case. */
    boolean ends() {
        return this == RESOLVED || this == LOST || this == WON;
    }
}

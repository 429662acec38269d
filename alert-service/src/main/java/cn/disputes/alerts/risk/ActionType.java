package cn.disputes.alerts.risk;

/** What is done about a risk case. */
public enum ActionType {
    ACKNOWLEDGED,
    PLAN_FILED,
    COORDINATED,
    RESOLUTION_CLAIMED,
    RESOLVED,
    LOST,
    WON,
    REASSIGNED,
    SILENCED,
    REOPENED
}

package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.List;

/** The course of one high-risk suit: the court's alert, what is done about it, where that leads by the end of the year. */
record RiskPlan(String alertId, Suit suit, LocalDate raisedOn, List<String> reasons, List<Action> actions, String end) {
    /** One step; {@code evidence} only where a resolution is verified. */
    record Action(String type, LocalDate on, String note, String evidence) {
        boolean byCoordinator() {
            return type.equals("RESOLVED");
        }
    }

    static final String OPEN = "OPEN";

    /** The feed of the suits ends it; otherwise the coordinator does, or nobody yet. */
    boolean endsInCourt() {
        return end.equals("LOST") || end.equals("WON");
    }
}

package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import java.time.LocalDate;

/** What became of a promise (承诺). Plain Java: the present day is handed in. */
public final class PlanRules {
    /** Where a promise stands. */
    public enum Standing {
        /** Its day has not passed, or it names none, and the case is open. */
        OPEN,
        /** The case was resolved by its day. */
        KEPT,
        /** Its day passed before the case was resolved. */
        BROKEN,
        /** The suit was decided before its day came: neither kept nor broken. */
        MOOT,
        /** A later plan took its place. */
        REPLACED
    }

    private PlanRules() {}

    static Standing standing(
            LocalDate promisedOn, boolean replaced, RiskState state, LocalDate closedOn, LocalDate today) {
        if (replaced) return Standing.REPLACED;
        var until = closedOn == null ? today : closedOn;
        if (promisedOn != null && until.isAfter(promisedOn)) return Standing.BROKEN;
        if (closedOn == null) return Standing.OPEN;
        return state == RiskState.RESOLVED ? Standing.KEPT : Standing.MOOT;
    }
}

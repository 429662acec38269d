package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;

/** Whether the caller sees the people of one case as they are; {@link Viewer} has the rule. */
public final class Personal {
    private Personal() {}

    public static boolean mayBeSeenBy(Caller caller, Handling handling) {
        return Viewer.of(caller).seesWhole(handling);
    }
}

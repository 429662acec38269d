package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import java.util.List;

/** Who sees whole names and numbers: those who handle the case; everyone else sees masks. */
public final class Personal {
    private Personal() {}

    public static boolean mayBeSeenBy(Caller caller) {
        return caller.has(Roles.CASE_OFFICER) || caller.has(Roles.APPROVER);
    }

    public static List<Party> shown(List<Party> parties, Caller caller) {
        return mayBeSeenBy(caller)
                ? parties
                : parties.stream().map(Party::masked).toList();
    }
}

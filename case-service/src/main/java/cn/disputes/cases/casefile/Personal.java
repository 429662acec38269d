package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import java.util.List;

/**
 * Who sees whole names and numbers (PIPL Art. 6, 34: no more than the task needs): the officer who has the case, the one
 * who took it in, and the approvers of the region; while nobody has the case, any officer of the region. Everyone else
 * sees masks.
 */
public final class Personal {
    private Personal() {}

    public static boolean mayBeSeenBy(Caller caller, Handling handling) {
        if (handling.bars(caller)) return false;
        if (caller.has(Roles.APPROVER)) return true;
        return caller.has(Roles.CASE_OFFICER)
                && (handling.assignedTo() == null
                        || caller.subject().equals(handling.assignedTo())
                        || caller.subject().equals(handling.registeredBy()));
    }

    public static List<Party> shown(List<Party> parties, Handling handling, Caller caller) {
        return mayBeSeenBy(caller, handling)
                ? parties
                : parties.stream().map(Party::masked).toList();
    }
}

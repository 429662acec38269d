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
        return Eyes.of(caller).see(handling);
    }

    /** The caller as far as it decides what is seen, for work that outlives the request. */
    public record Eyes(String subject, boolean approver, boolean officer) {
        public static Eyes of(Caller caller) {
            return new Eyes(caller.subject(), caller.has(Roles.APPROVER), caller.has(Roles.CASE_OFFICER));
        }

        public boolean see(Handling handling) {
            if (handling.recused().contains(subject)) return false;
            if (approver) return true;
            return officer
                    && (handling.assignedTo() == null
                            || subject.equals(handling.assignedTo())
                            || subject.equals(handling.registeredBy()));
        }
    }

    public static List<Party> shown(List<Party> parties, Handling handling, Caller caller) {
        return mayBeSeenBy(caller, handling)
                ? parties
                : parties.stream().map(Party::masked).toList();
    }
}

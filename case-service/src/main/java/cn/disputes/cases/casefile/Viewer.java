package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import java.util.List;

/**
 * Whose eyes a page of cases is shown to, asked of the token once: who sees whole names and numbers (PIPL Art. 6, 34: no
 * more than the task needs) is the officer who has the case, the one who took it in, and the approvers of the region;
 * while nobody has the case, any officer of the region. Everyone else sees masks.
 */
public record Viewer(String subject, boolean approver, boolean officer) {
    public static Viewer of(Caller caller) {
        return new Viewer(caller.subject(), caller.has(Roles.APPROVER), caller.has(Roles.CASE_OFFICER));
    }

    public boolean seesWhole(Handling handling) {
        if (handling.recused().contains(subject)) return false;
        if (approver) return true;
        return officer
                && (handling.assignedTo() == null
                        || subject.equals(handling.assignedTo())
                        || subject.equals(handling.registeredBy()));
    }

    /** Whether there are cases it sees whole. */
    boolean seesSome() {
        return approver || officer;
    }

    /** Free text may name people. */
    public String shown(String text, Handling handling) {
        return seesWhole(handling) ? text : FreeText.hidden(text);
    }

    public List<Party> shown(List<Party> parties, Handling handling) {
        return seesWhole(handling)
                ? parties
                : parties.stream().map(Party::masked).toList();
    }
}

package cn.disputes.cases.office;

import cn.disputes.cases.casefile.FreeText;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The reasons of assignment and recusal as one reader sees them. They may name people: whole they are shown to those who
 * see the names of the case, and to whoever wrote them.
 */
record Reasons(boolean whole, String reader) {
    static Reasons of(Handle h, UUID caseId, Caller caller) {
        var handling = Handling.of(h, List.of(caseId)).get(caseId);
        return new Reasons(Personal.mayBeSeenBy(caller, handling), caller.subject());
    }

    Assignment shown(Assignment a) {
        return new Assignment(a.officer(), shown(a.reason(), a.assignedBy()), a.assignedBy(), a.assignedAt());
    }

    Recusal shown(Recusal r) {
        return new Recusal(r.officer(), shown(r.reason(), r.declaredBy()), r.declaredBy(), r.declaredAt());
    }

    Recusal.Lifted shown(Recusal.Lifted l) {
        return new Recusal.Lifted(
                l.officer(),
                shown(l.reason(), l.declaredBy()),
                l.declaredBy(),
                l.declaredAt(),
                shown(l.liftReason(), l.liftedBy()),
                l.liftedBy(),
                l.liftedAt());
    }

    /** The first answer to an assignment that is repeated, as it may be read today. */
    JsonNode shown(JsonNode first) {
        for (var item : first.path("items")) {
            var reason = item.path("reason").textValue();
            ((ObjectNode) item)
                    .put("reason", shown(reason, item.path("assignedBy").textValue()));
        }
        return first;
    }

    private String shown(String reason, String writer) {
        return whole || reader.equals(writer) ? reason : FreeText.hidden(reason);
    }
}

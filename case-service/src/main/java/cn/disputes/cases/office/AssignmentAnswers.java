package cn.disputes.cases.office;

import cn.disputes.cases.casefile.CaseId;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What assignment and recusal answer, for either kind of case. */
@ApplicationScoped
class AssignmentAnswers {
    private final Jdbi jdbi;
    private final Assignments assignments;
    private final Idempotency idempotency;

    AssignmentAnswers(Jdbi jdbi, Assignments assignments, Idempotency idempotency) {
        this.jdbi = jdbi;
        this.assignments = assignments;
        this.idempotency = idempotency;
    }

    Response assign(CaseKind kind, String id, String ifMatch, String key, Assign body, Caller caller) {
        var caseId = CaseId.of(id);
        return jdbi.inTransaction(h -> idempotency.once(
                h,
                key,
                caller,
                "POST assignment of " + caseId,
                body,
                first -> {
                    assignments.require(h, kind, caseId, caller, false);
                    return Reasons.of(h, caseId, caller).shown(first);
                },
                () -> show(h, assignments.assign(h, kind, caseId, ifMatch, body, caller), caller)));
    }

    Response history(CaseKind kind, String id, Caller caller) {
        return jdbi.withHandle(h -> show(h, assignments.require(h, kind, CaseId.of(id), caller, false), caller));
    }

    Recusal.All recuse(CaseKind kind, String id, Recusal.Declaration body, Caller caller) {
        return jdbi.inTransaction(h -> assignments.recuse(h, kind, CaseId.of(id), body, caller));
    }

    Recusal.All lift(CaseKind kind, String id, String officer, Recusal.Lifting body, Caller caller) {
        var subject = Query.text("officer", officer);
        return jdbi.inTransaction(h -> assignments.lift(h, kind, CaseId.of(id), subject, body, caller));
    }

    Recusal.All recusals(CaseKind kind, String id, Caller caller) {
        return jdbi.withHandle(
                h -> assignments.recusals(h, assignments.require(h, kind, CaseId.of(id), caller, false), caller));
    }

    private Response show(Handle h, AssignableCase file, Caller caller) {
        return Response.ok(assignments.history(h, file, caller))
                .tag(Preconditions.etag(file.version()))
                .build();
    }
}

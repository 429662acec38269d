package cn.disputes.cases.approval;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.cases.approval.Approval.Status;
import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What waits for approval (审批), and its decision by another person. */
@Path("/v1/approvals")
public class ApprovalResource {
    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final Approvals approvals;
    private final List<Approvable> kinds;
    private final Caller caller;

    ApprovalResource(Jdbi jdbi, Approvals approvals, @All List<Approvable> kinds, Caller caller, AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.approvals = approvals;
        this.kinds = kinds;
        this.caller = caller;
    }

    /** Newest first; {@code status} PENDING, APPROVED, REJECTED, WITHDRAWN or OVERTAKEN, all of them when not given. */
    @GET
    @RolesAllowed({APPROVER, CASE_OFFICER})
    public Page<Approval> list(
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var wanted = Query.code("status", status, Status.class);
        var before = cursor == null || cursor.isEmpty() ? null : position(cursor);
        var found = jdbi.inTransaction(h -> approvals.list(h, wanted, caller, before, rows + 1));
        var whole = whole(found);
        read(found.stream().limit(rows).filter(whole));
        var shown = found.stream().map(a -> whole.test(a) ? a : a.masked()).toList();
        return Page.of(
                shown, rows, null, approval -> Cursor.encode(approval.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({APPROVER, CASE_OFFICER})
    public Approval get(@PathParam("id") String id) {
        var found = jdbi.inTransaction(
                h -> approvals.find(h, approvalId(id), caller, false).orElseThrow(ApprovalResource::notFound));
        if (!whole(List.of(found)).test(found)) return found.masked();
        read(Stream.of(found));
        return found;
    }

    /** What was proposed may quote people in its free text. */
    private void read(Stream<Approval> whole) {
        var cases = cases(whole);
        if (!cases.isEmpty()) audit.read(null, cases, "approvals");
    }

    /** Whom a proposal is shown to as it was written: whoever made it, approvers, and those who see the names of its case. */
    private Predicate<Approval> whole(List<Approval> found) {
        var viewer = Viewer.of(caller);
        if (viewer.approver()) return any -> true;
        var handling = jdbi.withHandle(h -> Handling.of(h, cases(found.stream())));
        return a -> a.proposedBy().equals(viewer.subject())
                || handling.containsKey(a.caseId()) && viewer.seesWhole(handling.get(a.caseId()));
    }

    private static List<UUID> cases(Stream<Approval> of) {
        return of.map(Approval::caseId).filter(Objects::nonNull).distinct().toList();
    }

    /** @param note why; a rejection needs one */
    public record Decision(
            @NotNull(message = "应为 APPROVED 或 REJECTED | Must be APPROVED or REJECTED") Verdict decision,
            @Size(max = 1000, message = "最多1000字 | At most 1000 characters") String note) {
        /** What an approver can say. */
        public enum Verdict {
            APPROVED,
            REJECTED
        }
    }

    /** The same decision by the same person again answers as the first time. */
    @POST
    @Path("/{id}/decision")
    @RolesAllowed(APPROVER)
    public Approval decide(
            @PathParam("id") String id, @Valid @NotNull(message = "不能为空 | Must be given") Decision body) {
        var verdict = Status.valueOf(body.decision().name());
        if (verdict == Status.REJECTED && (body.note() == null || body.note().isBlank())) {
            throw ProblemException.invalid("note", "不同意须说明理由", "A rejection states its reasons");
        }
        return jdbi.inTransaction(h -> {
            var laid = approvals.find(h, approvalId(id), caller, false).orElseThrow(ApprovalResource::notFound);
            responsible(laid.kind()).lock(h, laid);
            var waiting = approvals.find(h, laid.id(), caller, true).orElseThrow(ApprovalResource::notFound);
            if (waiting.proposedBy().equals(caller.subject())) {
                throw new ProblemException(ApprovalProblem.SELF_APPROVAL);
            }
            if (waiting.status() != Status.PENDING) {
                if (waiting.status() == verdict && caller.subject().equals(waiting.decidedBy())) return waiting;
                throw new ProblemException(ApprovalProblem.ALREADY_DECIDED, waiting.status());
            }
            var decided = approvals.decide(h, waiting, verdict, caller.subject(), body.note());
            audit.add(
                    h, AuditAction.APPROVAL_DECIDED, laid.regionCode(), laid.caseId(), laid.stepType() + " " + verdict);
            if (verdict == Status.APPROVED) responsible(waiting.kind()).apply(h, decided);
            return decided;
        });
    }

    /** Whoever proposed it takes it back while it waits; taken back twice it answers as the first time. */
    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(CASE_OFFICER)
    public Approval withdraw(@PathParam("id") String id) {
        return jdbi.inTransaction(h -> {
            var laid = approvals.find(h, approvalId(id), caller, false).orElseThrow(ApprovalResource::notFound);
            responsible(laid.kind()).lock(h, laid);
            var waiting = approvals.find(h, laid.id(), caller, true).orElseThrow(ApprovalResource::notFound);
            if (!waiting.proposedBy().equals(caller.subject())) {
                throw new ProblemException(ApprovalProblem.NOT_THE_PROPOSER);
            }
            if (waiting.status() == Status.WITHDRAWN) return waiting;
            if (waiting.status() != Status.PENDING) {
                throw new ProblemException(ApprovalProblem.ALREADY_DECIDED, waiting.status());
            }
            audit.add(h, AuditAction.PROPOSAL_WITHDRAWN, laid.regionCode(), laid.caseId(), laid.stepType());
            return approvals.withdraw(h, waiting);
        });
    }

    private Approvable responsible(String kind) {
        return kinds.stream().filter(k -> k.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw Cursor.forged();
        }
    }

    private static UUID approvalId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

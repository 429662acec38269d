package cn.disputes.alerts.routing;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.ModelProblem;
import cn.disputes.alerts.risk.Recusals;
import cn.disputes.alerts.risk.RiskAction;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCaseAccess;
import cn.disputes.alerts.risk.RiskCaseState;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskHistory;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Conflicts that leaders declare in a case (回避): from then on it is neither routed nor reassigned to them. */
@Path("/v1/risk-cases/{id}/recusals")
public class RecusalResource {
    private final Jdbi jdbi;
    private final RiskCases cases;
    private final RiskCaseAccess access;
    private final RiskHistory history;
    private final RoutingStore routing;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    RecusalResource(
            Jdbi jdbi,
            RiskCases cases,
            RiskCaseAccess access,
            RiskHistory history,
            RoutingStore routing,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.access = access;
        this.history = history;
        this.routing = routing;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    public record Recusal(String leaderId, String reason, LocalDate declaredOn, String recordedBy) {}

    public record RecusalList(List<Recusal> items) {}

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public RecusalList list(@PathParam("id") String id) {
        return jdbi.withHandle(h -> new RecusalList(
                h.createQuery("SELECT * FROM recusal WHERE case_id = :id ORDER BY declared_on, leader_id")
                        .bind("id", access.require(h, id).id())
                        .map((row, ctx) -> new Recusal(
                                row.getString("leader_id"),
                                row.getString("reason"),
                                row.getObject("declared_on", LocalDate.class),
                                row.getString("recorded_by")))
                        .list()));
    }

    /**
     * A conflict.
     *
     * @param leaderId whose; a leader declares the own one and need not name it
     */
    public record Declaration(
            String leaderId,
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 2000, message = "最多2000字 | At most 2000 characters")
                    String reason) {}

    /**
     * Declares a conflict. A case the leader has goes at once to whoever answers next; when nobody does it is FLAGGED
     * again, without a leader. Needs no If-Match: a conflict stands whatever else has changed. The same again changes
     * nothing.
     */
    @POST
    @RolesAllowed({COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response declare(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Declaration body) {
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST recusals of " + id, body, () -> {
            var risk = access.lock(h, id);
            var leader = whose(body);
            Recusals.requireLeader(h, leader);
            if (Recusals.of(h, risk.id()).contains(leader)) return show(200, risk);
            if (risk.state().closed()) throw new ProblemException(ModelProblem.CASE_CLOSED);
            insert(h, risk, leader, body.reason());
            record(h, risk, ActionType.RECUSED, leader, body.reason());
            return show(201, leader.equals(risk.leader()) ? passedOn(h, risk) : cases.save(h, risk));
        }));
    }

    private String whose(Declaration body) {
        if (caller.has(COORDINATOR)) {
            if (body.leaderId() == null) throw ProblemException.invalid("leaderId", "不能为空", "Must be given");
            return body.leaderId();
        }
        if (body.leaderId() != null && !body.leaderId().equals(caller.subject()))
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        return caller.subject();
    }

    private void insert(Handle h, RiskCase risk, String leader, String reason) {
        h.execute(
                "INSERT INTO recusal (case_id, leader_id, reason, declared_on, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
                risk.id(),
                leader,
                reason,
                LocalDate.now(clock),
                caller.subject(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** From the leader in conflict to whoever answers next; one version, two lines of history. */
    private RiskCase passedOn(Handle h, RiskCase risk) {
        var today = LocalDate.now(clock);
        var freed = RiskCaseState.next(risk.state(), ActionType.RECUSED).orElseThrow();
        var without = risk.assigned(null, risk.months(), risk.dueOn()).moved(freed, today, false);
        var route = routing.routing(h).route(RoutedCases.of(without, today, Recusals.of(h, risk.id())));
        if (route.leader() == null) return cases.save(h, without);
        record(
                h,
                without,
                ActionType.REASSIGNED,
                route.leader().id(),
                "回避后按分工 " + route.duty().id() + " 改派");
        return cases.save(h, without.assigned(route.leader().id(), risk.months(), risk.dueOn()));
    }

    private void record(Handle h, RiskCase risk, ActionType type, String leader, String note) {
        history.add(h, List.of(RiskAction.of(risk, type, LocalDate.now(clock), note, leader, caller.subject())));
    }

    /** Takes a conflict back that was recorded by mistake; the case stays where it is. */
    @DELETE
    @Path("/{leaderId}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response withdraw(@PathParam("id") String id, @PathParam("leaderId") String leaderId) {
        return jdbi.inTransaction(h -> {
            var risk = access.lock(h, id);
            var deleted = h.execute(
                    "DELETE FROM recusal WHERE case_id = ? AND leader_id = ?",
                    risk.id(),
                    Query.text("leaderId", leaderId));
            if (deleted == 0) throw new ProblemException(RoutingProblem.NO_RECUSAL);
            if (risk.state().closed()) return show(200, risk);
            record(h, risk, ActionType.RECUSAL_WITHDRAWN, leaderId, null);
            return show(200, cases.save(h, risk));
        });
    }

    private static Response show(int status, RiskCase risk) {
        return Response.status(status)
                .entity(risk)
                .tag(Preconditions.etag(risk.version()))
                .build();
    }
}

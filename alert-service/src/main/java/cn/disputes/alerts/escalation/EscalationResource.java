package cn.disputes.alerts.escalation;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.escalation.Climb.State;
import cn.disputes.alerts.risk.RiskCaseAccess;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.idempotency.Idempotency;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ladder of one case: done, next, why; and the receipt of a rung (签收督办). */
@Path("/v1/risk-cases/{id}/escalation")
public class EscalationResource {
    private final Jdbi jdbi;
    private final Escalations escalations;
    private final RiskCaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    EscalationResource(
            Jdbi jdbi,
            Escalations escalations,
            RiskCaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.escalations = escalations;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public EscalationView get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> view(h, access.require(h, id).id()));
    }

    /** @param note what was done about it; a coordinator who settles a rung before it is due must say it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acknowledgement(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 40, message = "最多40字 | At most 40 characters")
                    String rung,
            @Size(max = 500, message = "最多500字 | At most 500 characters") String note) {}

    /**
     * Acknowledges one rung of the run under way, and nothing else: what still waits to be sent about it is not sent, and
     * before its day it does not fall due. The leader acknowledges what has fallen due, a coordinator also what has not.
     */
    @POST
    @Path("/acknowledgements")
    @RolesAllowed({COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EscalationView.class)))
    public Response acknowledge(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Acknowledgement body) {
        return jdbi.inTransaction(
                h -> idempotency.once(h, key, caller, "POST escalation acknowledgements of " + id, body, () -> {
                    var caseId = access.require(h, id).id();
                    escalations.lookNow(h, caseId);
                    var run = acknowledged(h, caseId, body);
                    store(h, caseId, run, body);
                    escalations.lookNow(h, caseId);
                    return Response.status(201).entity(view(h, caseId)).build();
                }));
    }

    private int acknowledged(Handle h, UUID caseId, Acknowledgement body) {
        var derived = escalations.derive(h, List.of(caseId)).get(caseId);
        var open = derived.climbs().entrySet().stream()
                .filter(e -> e.getKey().endedAt() == null)
                .findFirst()
                .orElseThrow(() -> new ProblemException(EscalationProblem.NO_RUN));
        var step = open.getValue().steps().stream()
                .filter(s -> s.rung().code().equals(body.rung()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(EscalationProblem.RUNG_UNKNOWN, body.rung())
                        .field("rung", "没有该级", "No such rung"));
        if (step.answeredAt() != null) throw new ProblemException(EscalationProblem.RUNG_ANSWERED, step.answeredBy());
        if (step.state() != State.FIRED) {
            if (!caller.has(COORDINATOR)) throw new ProblemException(EscalationProblem.RUNG_NOT_DUE);
            if (body.note() == null || body.note().isBlank())
                throw ProblemException.invalid("note", "提前了结须说明理由", "To settle it before it is due needs a reason");
        }
        return open.getKey().run();
    }

    private void store(Handle h, UUID caseId, int run, Acknowledgement body) {
        h.createUpdate(
                        """
                        INSERT INTO escalation_acknowledgement (case_id, run, rung, note, acknowledged_by, recorded_at)
                        VALUES (:case, :run, :rung, :note, :by, :now)""")
                .bind("case", caseId)
                .bind("run", run)
                .bind("rung", body.rung())
                .bind("note", body.note())
                .bind("by", caller.subject())
                .bind("now", EscalationStore.utc(clock.instant()))
                .execute();
    }

    private EscalationView view(Handle h, UUID caseId) {
        return EscalationView.of(escalations.derive(h, List.of(caseId)).get(caseId), LocalDate.now(clock));
    }
}

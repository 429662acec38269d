package cn.disputes.alerts.escalation;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.escalation.EscalationView.SilenceView;
import cn.disputes.alerts.risk.RiskCaseAccess;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.idempotency.Idempotency;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Silences of a case (静默): no rung falls due before the end of one; none falls away by it. */
@Path("/v1/risk-cases/{id}/silences")
public class SilenceResource {
    private final Jdbi jdbi;
    private final Escalations escalations;
    private final EscalationReader reader;
    private final EscalationStore store;
    private final Silences silences;
    private final RiskCaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    SilenceResource(
            Jdbi jdbi,
            Escalations escalations,
            EscalationReader reader,
            EscalationStore store,
            Silences silences,
            RiskCaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.escalations = escalations;
        this.reader = reader;
        this.store = store;
        this.silences = silences;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@code until}: its last day, from today to 60 days ahead; the author is the caller. */
    @Schema(name = "SilenceRequest")
    public record Request(
            @NotNull(message = "不能为空 | Must be given") LocalDate until,
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 500, message = "最多500字 | At most 500 characters")
                    String reason) {}

    @Schema(name = "SilenceList")
    public record SilenceList(List<SilenceView> items) {}

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public SilenceList list(@PathParam("id") String id) {
        return jdbi.withHandle(h -> new SilenceList(
                all(h, access.require(h, id).id()).stream().map(SilenceView::of).toList()));
    }

    /** One at a time; it is announced to its author and to the leader a day before it ends. */
    @POST
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SilenceView.class)))
    public Response silence(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Request body) {
        var today = LocalDate.now(clock);
        silences.requireEnd(body.until(), today);
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST silences of " + id, body, () -> {
            var risk = access.lock(h, id);
            store.await(h, risk.id());
            if (risk.state().closed()) throw new ProblemException(EscalationProblem.NO_RUN);
            silences.requireNone(h, risk.id(), today);
            // what has fallen due by now has fallen due, silenced or not
            escalations.lookNow(h, risk.id());
            var silence = silences.add(h, risk.id(), body.until(), body.reason(), caller.subject());
            escalations.lookNow(h, risk.id());
            return Response.status(201).entity(SilenceView.of(silence)).build();
        }));
    }

    /** Ends it now; what it held back falls due. */
    @DELETE
    @Path("/{silenceId}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(responseCode = "204")
    public Response lift(@PathParam("id") String id, @PathParam("silenceId") String silenceId) {
        return jdbi.inTransaction(h -> {
            var caseId = access.require(h, id).id();
            store.await(h, caseId);
            var silence = Silences.inForce(all(h, caseId), LocalDate.now(clock))
                    .filter(s -> s.id().toString().equals(silenceId))
                    .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
            silences.lift(h, silence.id(), caller.subject());
            escalations.lookNow(h, caseId);
            return Response.noContent().build();
        });
    }

    private List<EscalationFile.Silence> all(Handle h, UUID caseId) {
        return reader.read(h, List.of(caseId)).get(caseId).silences;
    }
}

package cn.disputes.alerts.delivery;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.risk.CaseAccess;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Who must not hear of a risk case (回避): nothing about it is sent to that person, whatever is subscribed. */
@Path("/v1/risk-cases/{id}/recusals")
public class RecusalResource {
    private final Jdbi jdbi;
    private final CaseAccess access;
    private final Caller caller;
    private final Clock clock;

    RecusalResource(Jdbi jdbi, CaseAccess access, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "RecusalRequest")
    public record Request(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 500, message = "最多500字 | At most 500 characters")
                    String reason) {}

    /** @param person the {@code sub} of the person */
    public record Recusal(String person, String reason, String recordedBy) {}

    public record Recusals(List<Recusal> items) {}

    @GET
    @RolesAllowed(COORDINATOR)
    public Recusals list(@PathParam("id") String id) {
        return jdbi.withHandle(h -> new Recusals(h.createQuery(
                        "SELECT person, reason, recorded_by FROM case_recusal WHERE case_id = :id ORDER BY person")
                .bind("id", access.require(h, id, caller).id())
                .map((row, ctx) ->
                        new Recusal(row.getString("person"), row.getString("reason"), row.getString("recorded_by")))
                .list()));
    }

    /** The same again changes the reason only. */
    @PUT
    @Path("/{person}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Recusal.class)))
    public Response put(
            @PathParam("id") String id,
            @PathParam("person") String person,
            @Valid @NotNull(message = "不能为空 | Must be given") Request body) {
        if (person.length() > 100 || person.indexOf('\0') >= 0)
            throw ProblemException.invalid("person", "最多100字", "At most 100 characters");
        return jdbi.inTransaction(h -> {
            h.createUpdate(
                            """
                            INSERT INTO case_recusal (case_id, person, reason, recorded_by, recorded_at)
                            VALUES (:id, :person, :reason, :by, :now)
                            ON CONFLICT (case_id, person) DO UPDATE SET reason = excluded.reason,
                                recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                    .bind("id", access.require(h, id, caller).id())
                    .bind("person", person)
                    .bind("reason", body.reason())
                    .bind("by", caller.subject())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            return Response.ok(new Recusal(person, body.reason(), caller.subject()))
                    .build();
        });
    }

    @DELETE
    @Path("/{person}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("id") String id, @PathParam("person") String person) {
        return jdbi.inTransaction(h -> {
            var gone = h.createUpdate("DELETE FROM case_recusal WHERE case_id = :id AND person = :person")
                    .bind("id", access.require(h, id, caller).id())
                    .bind("person", person)
                    .execute();
            if (gone == 0) throw new ProblemException(GeneralProblem.NOT_FOUND);
            return Response.noContent().build();
        });
    }
}

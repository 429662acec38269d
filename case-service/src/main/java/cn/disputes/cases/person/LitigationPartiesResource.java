package cn.disputes.cases.person;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The plaintiffs of a litigation, corrected at their request or by the office. */
@Path("/v1/litigations/{id}/parties")
public class LitigationPartiesResource {
    private final Jdbi jdbi;
    private final PartyCorrection correction;
    private final Caller caller;

    LitigationPartiesResource(Jdbi jdbi, PartyCorrection correction, Caller caller) {
        this.jdbi = jdbi;
        this.correction = correction;
        this.caller = caller;
    }

    /** Replaces all of them; 403 for whoever does not see their whole names. */
    @PUT
    @RolesAllowed({CASE_OFFICER, APPROVER})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PartyCorrection.Corrected.class)))
    public Response correct(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") PartyCorrection.Corrected body) {
        var version = jdbi.inTransaction(
                h -> correction.correct(h, PartyCorrection.Of.LITIGATIONS, id, ifMatch, body, caller));
        return Response.ok(body).tag(Preconditions.etag(version)).build();
    }
}

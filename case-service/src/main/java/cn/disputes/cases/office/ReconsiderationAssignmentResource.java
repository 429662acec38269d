package cn.disputes.cases.office;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whose a reconsideration is. */
@Path("/v1/reconsiderations/{id}/assignment")
public class ReconsiderationAssignmentResource {
    private final AssignmentAnswers answers;
    private final Caller caller;

    ReconsiderationAssignmentResource(AssignmentAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    /** Gives the case to an officer, or to the one whose turn it is; the ETag is that of the case. */
    @POST
    @RolesAllowed({CASE_OFFICER, APPROVER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Assignment.Of.class)))
    public Response assign(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Assign body) {
        return answers.assign(CaseKind.RECONSIDERATIONS, id, ifMatch, key, body, caller);
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Assignment.Of.class)))
    public Response history(@PathParam("id") String id) {
        return answers.history(CaseKind.RECONSIDERATIONS, id, caller);
    }
}

package cn.disputes.cases.office;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Who keeps away from a suit (回避). */
@Path("/v1/litigations/{id}/recusals")
public class LitigationRecusalResource {
    private final AssignmentAnswers answers;
    private final Caller caller;

    LitigationRecusalResource(AssignmentAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    /** Needs no If-Match: a conflict holds whatever has happened to the case. Declared twice it stays the first one. */
    @POST
    @RolesAllowed({CASE_OFFICER, APPROVER})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Recusal.All.class)))
    public Response declare(
            @PathParam("id") String id, @Valid @NotNull(message = "不能为空 | Must be given") Recusal.Declaration body) {
        return Response.status(201)
                .entity(answers.recuse(CaseKind.LITIGATIONS, id, body, caller))
                .build();
    }

    /** An approver who is not recused lifts one, with the reason; like the declaration it needs no If-Match. */
    @POST
    @Path("/{officer}/lifting")
    @RolesAllowed(APPROVER)
    public Recusal.All lift(
            @PathParam("id") String id,
            @PathParam("officer") String officer,
            @Valid @NotNull(message = "不能为空 | Must be given") Recusal.Lifting body) {
        return answers.lift(CaseKind.LITIGATIONS, id, officer, body, caller);
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER})
    public Recusal.All list(@PathParam("id") String id) {
        return answers.recusals(CaseKind.LITIGATIONS, id, caller);
    }
}

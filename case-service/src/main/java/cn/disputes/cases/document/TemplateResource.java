package cn.disputes.cases.document;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The forms of the notices: take one as it is, edit it in a word processor, put it back. */
@Path("/v1/document-templates/{kind}")
public class TemplateResource {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final Templates templates;
    private final Caller caller;

    TemplateResource(Jdbi jdbi, Templates templates, Caller caller, AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({CASE_OFFICER, ADMIN})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = DOCX, schema = @Schema(implementation = String.class, format = "binary")))
    public Response get(@PathParam("kind") String kind) {
        var form = jdbi.withHandle(h -> templates.of(h, known(kind)));
        return Response.ok(form, DOCX)
                .header("Content-Disposition", "attachment; filename=\"" + kind + ".docx\"")
                .build();
    }

    /** Which version of an office's own form is in use. */
    public record Stored(DocumentKind kind, long version) {}

    @PUT
    @Consumes(DOCX)
    @RolesAllowed(ADMIN)
    public Stored put(@PathParam("kind") String kind, byte[] content) {
        var form = known(kind);
        return jdbi.inTransaction(h -> {
            audit.add(h, AuditAction.REFERENCE_DATA_CHANGED, "template " + form);
            return new Stored(form, templates.replace(h, form, content, caller.subject()));
        });
    }

    private static DocumentKind known(String kind) {
        return Arrays.stream(DocumentKind.values())
                .filter(k -> k.name().equals(kind) && k != DocumentKind.ATTACHMENT)
                .findFirst()
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }
}

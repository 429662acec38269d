package cn.disputes.cases.litigation;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseId;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.cases.casefile.Repeated;
import cn.disputes.cases.document.CaseDocument;
import cn.disputes.cases.document.DocumentAnswers;
import cn.disputes.cases.document.DocumentKind;
import cn.disputes.cases.document.Documents;
import cn.disputes.cases.document.MakeDocument;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.idempotency.Idempotency;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The 文书 and attachments of a suit. */
@Path("/v1/litigations/{id}/documents")
public class LitigationDocumentResource {
    private static final Set<DocumentKind> OF_SUITS =
            EnumSet.of(DocumentKind.DEFENCE_COVER, DocumentKind.APPEARANCE_LETTER);

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final LitigationRegister register;
    private final Documents documents;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Caller caller;

    LitigationDocumentResource(
            Jdbi jdbi,
            LitigationRegister register,
            Documents documents,
            Idempotency idempotency,
            Clock clock,
            Caller caller,
            AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.register = register;
        this.documents = documents;
        this.idempotency = idempotency;
        this.clock = clock;
        this.caller = caller;
    }

    /** Makes a notice from the office's form and gives it its number. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CASE_OFFICER)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseDocument.class)))
    public Response make(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") MakeDocument body) {
        if (!OF_SUITS.contains(body.kind())) {
            throw ProblemException.invalid("kind", "不是行政应诉文书", "Not a document of a suit");
        }
        return jdbi.inTransaction(h ->
                idempotency.once(h, key, caller, "POST documents of " + id, body, first -> again(h, id, first), () -> {
                    var row = register.require(h, CaseId.of(id), caller);
                    var facts = LitigationFacts.of(row, LocalDate.now(clock));
                    var made = documents.make(h, row.id(), row.regionCode(), body.kind(), true, facts, caller);
                    return DocumentAnswers.created("/v1/litigations/" + id + "/documents", made);
                }));
    }

    /** A repeated request is told what the caller may see today. */
    private JsonNode again(Handle h, String id, JsonNode first) {
        return Repeated.shown(first, register.require(h, CaseId.of(id), caller).handling(), caller);
    }

    /** Takes a file of at most 50 MB; {@code name} without its ending. */
    @POST
    @Consumes({"application/pdf", "application/ofd", "image/*", "text/plain", "application/*"})
    @RolesAllowed({CASE_OFFICER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseDocument.class)))
    public Response attach(
            @PathParam("id") String id,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body) {
        // whoever may not is told so before a byte is taken in, and asked again when the file is there
        jdbi.useHandle(h -> register.require(h, CaseId.of(id), caller));
        try (var arrived = documents.arrived(name, contentType, body)) {
            return jdbi.inTransaction(h -> {
                var row = register.require(h, CaseId.of(id), caller);
                var kept = documents.attach(h, row.id(), row.regionCode(), arrived, caller);
                return DocumentAnswers.created("/v1/litigations/" + id + "/documents", kept);
            });
        }
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, AGENCY_LIAISON})
    public CaseDocument.All list(@PathParam("id") String id) {
        var row = jdbi.withHandle(h -> register.require(h, CaseId.of(id), caller));
        // the name a file was given may be a person's
        audit.read(row.regionCode(), row.id(), "documents");
        return jdbi.withHandle(h -> documents.of(h, row.id()));
    }

    /** As it was kept; {@code ?format=pdf} gives a notice as PDF, where the server has LibreOffice. */
    @GET
    @Path("/{documentId}")
    @RolesAllowed({CASE_OFFICER, APPROVER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(implementation = String.class, format = "binary")))
    public Response content(
            @PathParam("id") String id,
            @PathParam("documentId") String documentId,
            @QueryParam("format") String format,
            @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        var document = DocumentAnswers.documentId(documentId);
        var row = jdbi.inTransaction(h -> {
            var found = register.require(h, CaseId.of(id), caller);
            // the liaison of the agency is served its copies; another officer's case shows its names to nobody else
            if (caller.has(CASE_OFFICER) && !Personal.mayBeSeenBy(caller, found.handling()))
                throw new ProblemException(GeneralProblem.FORBIDDEN);
            audit.add(h, AuditAction.DOCUMENT_READ, found.regionCode(), found.id(), document.toString());
            return found;
        });
        return DocumentAnswers.content(jdbi, documents, row.id(), document, format, accept);
    }
}

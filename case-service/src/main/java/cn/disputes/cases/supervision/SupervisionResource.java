package cn.disputes.cases.supervision;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.cases.approval.Approval;
import cn.disputes.cases.casefile.CaseLists;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Supervision documents (复议意见书、建议书、执法监督书) and their rectification. */
@Path("/v1/supervision-documents")
public class SupervisionResource {
    private static final CaseLists.Kind<SupervisionDocument> KIND = new CaseLists.Kind<>(
            "supervision_document",
            "issued_on",
            ConstructorMapper.of(SupervisionDocument.class),
            SupervisionDocument::id,
            SupervisionDocument::issuedOn);

    private final Jdbi jdbi;
    private final SupervisionRegister register;
    private final SupervisionStore store;
    private final Idempotency idempotency;
    private final Caller caller;
    private final CaseLists lists;

    SupervisionResource(
            Jdbi jdbi,
            SupervisionRegister register,
            SupervisionStore store,
            Idempotency idempotency,
            Caller caller,
            CaseLists lists) {
        this.jdbi = jdbi;
        this.register = register;
        this.store = store;
        this.idempotency = idempotency;
        this.caller = caller;
        this.lists = lists;
    }

    @POST
    @RolesAllowed(CASE_OFFICER)
    @APIResponse(
            responseCode = "202",
            description = "待审批 / waits for approval",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Approval.Proposed.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull(message = "不能为空 | Must be given") Issue body) {
        return jdbi.inTransaction(h -> idempotency.once(
                h,
                key,
                caller,
                "POST /v1/supervision-documents",
                body,
                first -> register.proposedBefore(h, first, caller),
                () -> {
                    var waiting = register.propose(h, body, caller);
                    return Response.accepted(waiting)
                            .location(URI.create("/v1/approvals/" + waiting.approvalId()))
                            .build();
                }));
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR})
    public Page<SupervisionDocument> list(@BeanParam SupervisionFilter filter) {
        return lists.page(KIND, filter.conditions(caller));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SupervisionDocument.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(store.find(h, documentId(id), false, caller), Response.ok()));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed(CASE_OFFICER)
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SupervisionDocument.class)))
    public Response record(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") SupervisionStep step) {
        var documentId = documentId(id);
        return jdbi.inTransaction(h -> idempotency.once(
                h,
                key,
                caller,
                "POST steps of " + documentId,
                step,
                first -> {
                    store.find(h, documentId, false, caller);
                    return first;
                },
                () -> show(register.record(h, documentId, ifMatch, step, caller), Response.status(201))));
    }

    /** The history, oldest first. */
    @Schema(name = "SupervisionSteps")
    public record Steps(List<RecordedStep<SupervisionStep>> items) {}

    @GET
    @Path("/{id}/steps")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR})
    public Steps steps(@PathParam("id") String id) {
        return jdbi.withHandle(h -> new Steps(
                store.steps.read(h, store.find(h, documentId(id), false, caller).id())));
    }

    /** The clock of the report (Art. 76) with its proof. */
    public record Deadlines(List<Deadline> items) {}

    @GET
    @Path("/{id}/deadlines")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR})
    public Deadlines deadlines(@PathParam("id") String id, @QueryParam("proof") String proof) {
        var proven = Query.bool("proof", proof);
        return jdbi.withHandle(
                h -> new Deadlines(register.deadlines(h, store.find(h, documentId(id), false, caller), proven)));
    }

    private static Response show(SupervisionDocument document, Response.ResponseBuilder response) {
        return response.entity(document)
                .tag(Preconditions.etag(document.version()))
                .build();
    }

    private static UUID documentId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}

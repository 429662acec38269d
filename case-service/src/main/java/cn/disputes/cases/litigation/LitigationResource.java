package cn.disputes.cases.litigation;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseId;
import cn.disputes.cases.casefile.CaseLists;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.DeadlineChanges;
import cn.disputes.cases.casefile.FilterBody;
import cn.disputes.cases.casefile.FreeText;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.Repeated;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Suits (行政诉讼案件), one row per instance: register, find, read, and record what happens. */
@Path("/v1/litigations")
public class LitigationResource {
    private static final CaseLists.Kind<LitigationRow> KIND = new CaseLists.Kind<>(
            "litigation", "filed_on", LitigationRow::map, LitigationRow::id, LitigationRow::filedOn);

    /** A page of the list as its reader sees it; cases go out as they were written before. */
    @Schema(name = "PageLitigationView")
    public record Listed(List<LitigationView> items, @Schema(nullable = true) String next, Long total) {}

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final LitigationRegister register;
    private final LitigationReader reader;
    private final LitigationStore store;
    private final Idempotency idempotency;
    private final DeadlineChanges changes;
    private final Caller caller;
    private final FilterBody filters;
    private final CaseLists lists;

    LitigationResource(
            Jdbi jdbi,
            LitigationRegister register,
            LitigationReader reader,
            LitigationStore store,
            Idempotency idempotency,
            DeadlineChanges changes,
            Caller caller,
            AuditTrail audit,
            FilterBody filters,
            CaseLists lists) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.register = register;
        this.reader = reader;
        this.store = store;
        this.idempotency = idempotency;
        this.changes = changes;
        this.caller = caller;
        this.filters = filters;
        this.lists = lists;
    }

    @POST
    @RolesAllowed(CASE_OFFICER)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LitigationView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull(message = "不能为空 | Must be given") Filing body) {
        return jdbi.inTransaction(h -> idempotency.once(
                h, key, caller, "POST /v1/litigations", body, first -> again(h, Repeated.id(first), first), () -> {
                    var row = register.register(h, body, caller);
                    return show(h, row, Response.created(URI.create("/v1/litigations/" + row.id())));
                }));
    }

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Listed.class)))
    public Page<RawValue> list(@BeanParam LitigationFilter filter) {
        return lists.page(KIND, filter.conditions(caller), LitigationView::of);
    }

    /** The list with its filters in the body: a name that is searched for belongs in no address. */
    @POST
    @Path("/search")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    @RequestBody(content = @Content(schema = @Schema(implementation = LitigationFilter.class)))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Listed.class)))
    public Page<RawValue> search(@NotNull(message = "不能为空 | Must be given") JsonNode body) {
        return list(filters.read(body, LitigationFilter.class));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LitigationView.class)))
    public Response get(@PathParam("id") String id) {
        var row = jdbi.withHandle(h -> register.require(h, CaseId.of(id), caller));
        if (Personal.mayBeSeenBy(caller, row.handling())) audit.read(row.regionCode(), row.id(), null);
        return jdbi.withHandle(h -> show(h, row, Response.ok()));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed({CASE_OFFICER, AGENCY_LIAISON})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LitigationView.class)))
    public Response record(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") LitigationStep step) {
        var caseId = CaseId.of(id);
        return jdbi.inTransaction(h -> idempotency.once(
                h, key, caller, "POST steps of " + caseId, step, first -> again(h, caseId, first), () -> {
                    var row = register.record(h, caseId, ifMatch, step, caller);
                    return show(h, row, Response.status(201));
                }));
    }

    /** The history, oldest first; what is free text may name people and is shown to those only who see names. */
    @Schema(name = "LitigationSteps")
    public record Steps(List<RecordedStep<LitigationStep>> items) {}

    @GET
    @Path("/{id}/steps")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Steps steps(@PathParam("id") String id) {
        var row = jdbi.withHandle(h -> register.require(h, CaseId.of(id), caller));
        if (!Personal.mayBeSeenBy(caller, row.handling()))
            return jdbi.withHandle(
                    h -> new Steps(FreeText.hidden(store.steps.readSealed(h, row.id()), LitigationStep.class)));
        audit.read(row.regionCode(), row.id(), "steps");
        return jdbi.withHandle(h -> new Steps(store.steps.read(h, row.id())));
    }

    /** Every clock of the case with its proof. */
    @Schema(name = "LitigationDeadlines")
    public record Deadlines(List<Deadline> items, List<DeadlineChanges.Change> changes) {}

    @GET
    @Path("/{id}/deadlines")
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Deadlines deadlines(@PathParam("id") String id, @QueryParam("proof") String proof) {
        var proven = Query.bool("proof", proof);
        return jdbi.withHandle(h -> {
            var clocks = reader.read(h, register.require(h, CaseId.of(id), caller), caller)
                    .clocks();
            return new Deadlines(proven ? reader.proven(h, clocks) : clocks, changes.of(h, CaseId.of(id)));
        });
    }

    /** A repeated request is told what the caller may see today. */
    private JsonNode again(Handle h, UUID id, JsonNode first) {
        return Repeated.shown(first, register.require(h, id, caller).handling(), caller);
    }

    private Response show(Handle h, LitigationRow row, Response.ResponseBuilder response) {
        return response.entity(LitigationView.of(row, reader.read(h, row, caller), Viewer.of(caller)))
                .tag(Preconditions.etag(row.version()))
                .build();
    }
}

package cn.disputes.cases.office;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The officers (承办人) of an office; kept by its head (approver) or the administrator. */
@Path("/v1/officers")
public class OfficerResource {
    private final Jdbi jdbi;
    private final OfficerStore store;
    private final AgencyStore agencies;
    private final AuditTrail audit;
    private final Caller caller;

    OfficerResource(Jdbi jdbi, OfficerStore store, AgencyStore agencies, AuditTrail audit, Caller caller) {
        this.jdbi = jdbi;
        this.store = store;
        this.agencies = agencies;
        this.audit = audit;
        this.caller = caller;
    }

    /** Those of the caller's region, by subject, each with the open cases of the moment. */
    @GET
    @RolesAllowed({ADMIN, APPROVER, CASE_OFFICER, COORDINATOR})
    public Page<Officer> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.decode(cursor, 1).get(0);
        var found = jdbi.withHandle(h -> store.list(h, caller.scope(), after, rows + 1));
        return Page.of(found, rows, null, officer -> Cursor.encode(officer.subject()));
    }

    @GET
    @Path("/{subject}")
    @RolesAllowed({ADMIN, APPROVER, CASE_OFFICER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Officer.class)))
    public Response get(@PathParam("subject") String subject) {
        var officer = jdbi.withHandle(h -> store.find(h, Query.text("subject", subject)))
                .filter(known -> caller.scope().covers(known.regionCode()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        return show(officer, 200);
    }

    /**
     * What is known of an officer.
     *
     * @param active true when not given
     * @param team whom the officer works with; figures can be grouped by it
     * @param capacity open cases of a full load, 1..1000; 20 when not given
     */
    @Schema(name = "OfficerEntry")
    public record Entry(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                    String name,
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode,
            Boolean active,
            @Min(value = 1, message = "应为 1 到 1000 | Must be from 1 to 1000")
                    @Max(value = 1000, message = "应为 1 到 1000 | Must be from 1 to 1000")
                    Integer capacity,
            @Size(max = 50, message = "最多50个 | At most 50")
                    List<@NotNull(message = "不能为空 | Must be given") String> conflictAgencies,
            @Size(max = 50, message = "最多50字 | At most 50 characters") String team) {
        Officer of(String subject) {
            return new Officer(
                    subject,
                    name,
                    regionCode,
                    active == null || active,
                    capacity == null ? 20 : capacity,
                    conflictAgencies == null ? List.of() : conflictAgencies,
                    team,
                    0,
                    0);
        }
    }

    @PUT
    @Path("/{subject}")
    @RolesAllowed({ADMIN, APPROVER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Officer.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Officer.class)))
    public Response put(
            @PathParam("subject") String subject,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") Entry entry) {
        Query.text("subject", subject);
        caller.requireRegion(entry.regionCode());
        var officer = entry.of(subject);
        return jdbi.inTransaction(h -> {
            h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 35))::text")
                    .bind("subject", subject)
                    .mapTo(String.class)
                    .one();
            var present = store.find(h, subject);
            present.ifPresent(known -> {
                caller.requireRegion(known.regionCode());
                Preconditions.ifMatch(ifMatch, known.version());
            });
            for (var i = 0; i < officer.conflictAgencies().size(); i++)
                agencies.require(
                        h,
                        "conflictAgencies[" + i + "]",
                        officer.conflictAgencies().get(i));
            audit.add(h, AuditAction.REFERENCE_DATA_CHANGED, entry.regionCode(), (java.util.UUID) null, "officer");
            return show(store.put(h, officer), present.isPresent() ? 200 : 201);
        });
    }

    private static Response show(Officer officer, int status) {
        return Response.status(status)
                .entity(officer)
                .tag(Preconditions.etag(officer.version()))
                .build();
    }
}

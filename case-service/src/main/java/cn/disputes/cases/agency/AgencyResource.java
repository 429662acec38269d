package cn.disputes.cases.agency;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The agencies that acts come from. */
@Path("/v1/agencies")
public class AgencyResource {
    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final AgencyStore store;
    private final Caller caller;

    AgencyResource(Jdbi jdbi, AgencyStore store, Caller caller, AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Authenticated
    public Page<Agency> list(
            @QueryParam("regionCode") String regionCode,
            @QueryParam("domain") String domain,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var region = Query.region("regionCode", regionCode);
        var found = jdbi.withHandle(h -> store.list(
                h,
                region == null ? null : Regions.prefix(region),
                Query.code("domain", domain, Domain.class),
                Query.text("q", text),
                cursor == null ? "" : Cursor.decode(cursor, 1).get(0),
                rows + 1));
        return Page.of(found, rows, null, agency -> Cursor.encode(agency.code()));
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Agency.class)))
    public Response get(@PathParam("code") String code) {
        var known = Query.text("code", code);
        var agency = jdbi.withHandle(h -> store.find(h, known))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        return Response.ok(agency).tag(Preconditions.etag(agency.version())).build();
    }

    /** What is known of an agency. */
    @Schema(name = "AgencyEntry")
    public record Entry(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                    String name,
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode,
            Agency.Level level,
            Domain domain,
            AgencyKind kind) {}

    @PUT
    @Path("/{code}")
    @RolesAllowed({Roles.ADMIN, Roles.CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Agency.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Agency.class)))
    public Response put(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Entry entry) {
        if (!CreditCode.valid(code)) {
            throw ProblemException.invalid(
                    "code", "不是有效的统一社会信用代码（GB 32100）", "Not a valid unified social credit code (GB 32100)");
        }
        caller.requireRegion(entry.regionCode());
        var agency = new Agency(code, entry.name(), entry.regionCode(), entry.level(), entry.domain(), entry.kind(), 0);
        return jdbi.inTransaction(h -> {
            h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:code, 32100))::text")
                    .bind("code", code)
                    .mapTo(String.class)
                    .one();
            var present = store.find(h, code);
            present.ifPresent(known -> {
                if (!caller.has(Roles.ADMIN)) throw new ProblemException(GeneralProblem.FORBIDDEN);
                caller.requireRegion(known.regionCode());
                Preconditions.ifMatch(ifMatch, known.version());
            });
            audit.add(h, AuditAction.REFERENCE_DATA_CHANGED, "agency " + code);
            var stored = store.put(h, agency);
            return Response.status(present.isPresent() ? 200 : 201)
                    .entity(stored)
                    .tag(Preconditions.etag(stored.version()))
                    .build();
        });
    }
}

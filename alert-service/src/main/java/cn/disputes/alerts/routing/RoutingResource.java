package cn.disputes.alerts.routing;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Who answers for what, since when, and why a case goes to whom. */
@Path("/v1")
public class RoutingResource {
    private final Jdbi jdbi;
    private final RoutingStore store;
    private final RoutingChanges changes;
    private final RoutedCases cases;
    private final Caller caller;
    private final Clock clock;

    RoutingResource(
            Jdbi jdbi, RoutingStore store, RoutingChanges changes, RoutedCases cases, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.changes = changes;
        this.cases = cases;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/leaders")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Page<Leader> leaders(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.decode(cursor, 1).get(0);
        var found = jdbi.withHandle(h -> store.list(h, "leader", Leader.class, caller.scope(), after, rows + 1));
        return Page.of(
                found.stream().map(this::shownToCaller).toList(), rows, null, leader -> Cursor.encode(leader.id()));
    }

    /** What is found lies in the caller's region: there a coordinator keeps the addresses. */
    private Leader shownToCaller(Leader leader) {
        return caller.has(COORDINATOR) || caller.subject().equals(leader.id()) ? leader : leader.withoutAddresses();
    }

    @GET
    @Path("/leaders/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Leader.class)))
    public Response leader(@PathParam("id") String id) {
        var found = jdbi.withHandle(h -> store.find(h, "leader", id, Leader.class, caller.scope()))
                .orElseThrow(RoutingResource::notFound);
        return shown(200, shownToCaller(found.value()), found.version()).build();
    }

    /**
     * Registers or changes a leader. A change of absences that would leave an open case, or a list still to be fixed, with
     * nobody is refused with 422 and the gaps named; {@code acceptGaps=true} makes it all the same, and each gap comes
     * back in a {@code Warning} header. Substitutes that would stand in for each other in a circle are refused.
     */
    @PUT
    @Path("/leaders/{id}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Leader.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Leader.class)))
    public Response putLeader(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("acceptGaps") String acceptGaps,
            @Valid @NotNull(message = "不能为空 | Must be given") Leader body) {
        var leader = body.identified(checked(id, body.id()));
        var accepted = Query.bool("acceptGaps", acceptGaps);
        caller.requireRegion(leader.regionCode());
        changes.check(leader);
        return jdbi.inTransaction(h -> {
            store.lock(h, "leader " + id);
            var present = store.find(h, "leader", id, Leader.class, caller.scope());
            if (present.isPresent() && present.get().value().equals(leader)) return show(present.get());
            present.ifPresent(known -> Preconditions.ifMatch(ifMatch, known.version()));
            var gaps = changes.of(h, present.map(RoutingStore.Stored::value).orElse(null), leader, accepted);
            var version = store.putLeader(h, leader);
            return RoutingChanges.warned(shown(present.isPresent() ? 200 : 201, leader, version), gaps);
        });
    }

    @GET
    @Path("/duties")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Page<Duty> duties(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.decode(cursor, 1).get(0);
        var found = jdbi.withHandle(h -> store.list(h, "duty", Duty.class, caller.scope(), after, rows + 1));
        return Page.of(found, rows, null, duty -> Cursor.encode(duty.id()));
    }

    @GET
    @Path("/duties/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Duty.class)))
    public Response duty(@PathParam("id") String id) {
        return jdbi.withHandle(h ->
                show(store.find(h, "duty", id, Duty.class, caller.scope()).orElseThrow(RoutingResource::notFound)));
    }

    /**
     * Registers or changes a duty. A change that would leave an open case, or a list still to be fixed, with nobody is
     * refused with 422 and the gaps named; {@code acceptGaps=true} makes it all the same, and each gap comes back in a
     * {@code Warning} header. A new duty can only add and is never refused for that.
     */
    @PUT
    @Path("/duties/{id}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Duty.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Duty.class)))
    public Response putDuty(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @QueryParam("acceptGaps") String acceptGaps,
            @Valid @NotNull(message = "不能为空 | Must be given") Duty body) {
        var duty = body.identified(checked(id, body.id()));
        var accepted = Query.bool("acceptGaps", acceptGaps);
        caller.requireRegion(duty.regionCode());
        if (duty.to() != null && duty.to().isBefore(duty.from()))
            throw ProblemException.invalid("to", "结束早于开始", "Ends before it begins");
        return jdbi.inTransaction(h -> {
            store.lock(h, "duty " + id);
            changes.requireLeader(h, duty.leaderId());
            var present = store.find(h, "duty", id, Duty.class, caller.scope());
            if (present.isPresent() && present.get().value().equals(duty)) return show(present.get());
            present.ifPresent(known -> Preconditions.ifMatch(ifMatch, known.version()));
            var gaps = changes.of(h, present.map(RoutingStore.Stored::value).orElse(null), duty, accepted);
            var version = store.putDuty(h, duty);
            return RoutingChanges.warned(shown(present.isPresent() ? 200 : 201, duty, version), gaps);
        });
    }

    /**
     * The case to explain: a risk case, with the conflicts declared in it, or facts, or a risk case with other facts.
     *
     * @param regionCode needed without {@code riskCaseId}
     * @param on today unless given
     */
    public record Question(
            String riskCaseId,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code") String regionCode,
            String defendantCode,
            Domain domain,
            RiskLevel level,
            LocalDate on) {}

    /** Why a case goes to whom: the path through the tree, and every duty with what became of it. */
    @POST
    @Path("/routing/explain")
    @RolesAllowed(COORDINATOR)
    public Explanation explain(@Valid @NotNull(message = "不能为空 | Must be given") Question q) {
        var on = q.on() == null ? LocalDate.now(clock) : q.on();
        return jdbi.withHandle(h -> Explanation.of(store.routing(h), cases.of(h, q, on), caller.scope()));
    }

    private static String checked(String id, String inBody) {
        if (!id.matches("[\\p{L}\\p{N}._:@-]{1,100}"))
            throw ProblemException.invalid(
                    "id", "应为1至100个字母、数字或 . _ : @ -", "Must be 1 to 100 letters, digits or . _ : @ -");
        if (inBody != null && !inBody.equals(id))
            throw ProblemException.invalid("id", "与地址中的编号不同", "Differs from the id in the address");
        return id;
    }

    private static Response show(RoutingStore.Stored<?> stored) {
        return shown(200, stored.value(), stored.version()).build();
    }

    private static Response.ResponseBuilder shown(int status, Object value, long version) {
        return Response.status(status).entity(value).tag(Preconditions.etag(version));
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

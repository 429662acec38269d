package cn.disputes.alerts.routing;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.risk.RiskProblem;
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
    private final Caller caller;
    private final Clock clock;

    RoutingResource(Jdbi jdbi, RoutingStore store, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
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
        return Page.of(found, rows, null, leader -> Cursor.encode(leader.id()));
    }

    @GET
    @Path("/leaders/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Leader.class)))
    public Response leader(@PathParam("id") String id) {
        return jdbi.withHandle(h ->
                show(store.find(h, "leader", id, Leader.class, caller.scope()).orElseThrow(RoutingResource::notFound)));
    }

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
            @Valid @NotNull(message = "不能为空 | Must be given") Leader body) {
        var leader = body.identified(checked(id, body.id()));
        caller.requireRegion(leader.regionCode());
        for (var absence : leader.absences()) {
            if (absence.to().isBefore(absence.from()))
                throw ProblemException.invalid("absences", "结束早于开始", "Ends before it begins");
        }
        return jdbi.inTransaction(h -> {
            lock(h, "leader " + id);
            var present = store.find(h, "leader", id, Leader.class, caller.scope());
            if (present.isPresent() && present.get().value().equals(leader)) return show(present.get());
            present.ifPresent(known -> Preconditions.ifMatch(ifMatch, known.version()));
            var version = store.put(h, "leader", id, leader.regionCode(), leader);
            return show(present.isPresent() ? 200 : 201, leader, version);
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
            @Valid @NotNull(message = "不能为空 | Must be given") Duty body) {
        var duty = body.identified(checked(id, body.id()));
        caller.requireRegion(duty.regionCode());
        if (duty.to() != null && duty.to().isBefore(duty.from()))
            throw ProblemException.invalid("to", "结束早于开始", "Ends before it begins");
        return jdbi.inTransaction(h -> {
            lock(h, "duty " + id);
            if (!store.leaders(h).containsKey(duty.leaderId())) {
                throw new ProblemException(RiskProblem.LEADER_UNKNOWN, duty.leaderId())
                        .field("leaderId", "没有登记该领导", "Not registered");
            }
            var present = store.find(h, "duty", id, Duty.class, caller.scope());
            if (present.isPresent() && present.get().value().equals(duty)) return show(present.get());
            present.ifPresent(known -> Preconditions.ifMatch(ifMatch, known.version()));
            var version = store.putDuty(h, duty);
            return show(present.isPresent() ? 200 : 201, duty, version);
        });
    }

    /** The case to explain; {@code on} is today unless given. */
    public record Question(
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode,
            String defendantCode,
            Domain domain,
            RiskLevel level,
            LocalDate on) {}

    @POST
    @Path("/routing/explain")
    @RolesAllowed(COORDINATOR)
    public Routing.Route explain(@Valid @NotNull(message = "不能为空 | Must be given") Question q) {
        caller.requireRegion(q.regionCode());
        var on = q.on() == null ? LocalDate.now(clock) : q.on();
        return jdbi.withHandle(h -> store.routing(h)
                .route(new Duty.RoutedCase(q.regionCode(), q.defendantCode(), q.domain(), q.level(), on)));
    }

    private static String checked(String id, String inBody) {
        if (!id.matches("[\\p{L}\\p{N}._:@-]{1,100}"))
            throw ProblemException.invalid(
                    "id", "应为1至100个字母、数字或 . _ : @ -", "Must be 1 to 100 letters, digits or . _ : @ -");
        if (inBody != null && !inBody.equals(id))
            throw ProblemException.invalid("id", "与地址中的编号不同", "Differs from the id in the address");
        return id;
    }

    private static void lock(org.jdbi.v3.core.Handle h, String what) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:what, 5))::text")
                .bind("what", what)
                .mapTo(String.class)
                .one();
    }

    private static Response show(RoutingStore.Stored<?> stored) {
        return show(200, stored.value(), stored.version());
    }

    private static Response show(int status, Object value, long version) {
        return Response.status(status)
                .entity(value)
                .tag(Preconditions.etag(version))
                .build();
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

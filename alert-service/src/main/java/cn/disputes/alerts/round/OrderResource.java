package cn.disputes.alerts.round;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.paper.PaperFormat;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskAction;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCaseAccess;
import cn.disputes.alerts.risk.RiskCaseBatch;
import cn.disputes.alerts.risk.RiskCaseState;
import cn.disputes.alerts.risk.RiskHistory;
import cn.disputes.alerts.round.OrderStore.Sight;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The orders of the months (交办单), each signed for once by its leader (签收). */
@Path("/v1/orders")
public class OrderResource {
    private final Jdbi jdbi;
    private final OrderStore store;
    private final RiskCaseAccess access;
    private final RiskCaseBatch cases;
    private final RiskHistory history;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    OrderResource(
            Jdbi jdbi,
            OrderStore store,
            RiskCaseAccess access,
            RiskCaseBatch cases,
            RiskHistory history,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.history = history;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** The latest months first; a leader sees the own orders, others those that hold cases of their region. */
    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Page<OrderView> list(
            @QueryParam("month") String month,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("leaderId") String leaderId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var named = Query.month("month", month);
        var region = Query.region("regionCode", regionCode);
        if (region != null) caller.requireRegion(region);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var filter = new OrderStore.Filter(
                named == null ? null : named.toString(),
                Query.text("leaderId", leaderId),
                after == null ? null : Query.month("cursor", after.get(0)),
                after == null ? null : Query.id("cursor", after.get(1)));
        var found = jdbi.withHandle(h -> store.list(h, sight(region), filter, rows + 1));
        return Page.of(
                found,
                rows,
                null,
                order -> Cursor.encode(order.month().toString(), order.id().toString()));
    }

    /** One order as JSON, or as a sheet or letter: {@code format}, else Accept. */
    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)),
                @Content(mediaType = PaperFormat.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PaperFormat.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(@PathParam("id") String id, @QueryParam("format") String format, @Context HttpHeaders headers) {
        var asked = PaperFormat.asked(format, headers);
        var order = jdbi.withHandle(h -> require(h, id, false));
        var alone = List.of(order);
        return asked.answer(order, "交办单" + order.month(), () -> OrderSheet.of(alone), () -> OrderLetter.of(alone))
                .tag(Preconditions.etag(order.version()))
                .build();
    }

    /**
     * A receipt.
     *
     * @param on the day, today unless given; from the first of the month of the order
     * @param by who signed, the caller's name unless given
     */
    public record Signing(
            LocalDate on, @Size(min = 1, max = 100, message = "应为1至100字 | 1 to 100 characters") String by) {}

    /**
     * Signs for an order, once; by it, its cases that the leader still has and has not acknowledged are ACKNOWLEDGED.
     * If-Match is looked at when given: as the receipt is the only change an order knows, nothing can be overwritten.
     */
    @POST
    @Path("/{id}/receipt")
    @RolesAllowed(LEADER)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    public Response receipt(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Signing signing) {
        return Deadlocks.retried(
                jdbi,
                h -> idempotency.once(h, key, caller, "POST receipt of " + id, signing, () -> {
                    var order = require(h, id, true);
                    if (!order.leader().id().equals(caller.subject()))
                        throw new ProblemException(GeneralProblem.FORBIDDEN);
                    if (ifMatch != null) Preconditions.ifMatch(ifMatch, order.version());
                    if (order.receipt() != null) {
                        throw new ProblemException(
                                RoundProblem.ALREADY_SIGNED,
                                order.receipt().on(),
                                order.receipt().by());
                    }
                    var signed = order.signed(receipt(order, signing));
                    store.sign(h, order.id(), signed.receipt());
                    acknowledge(h, order, signed.receipt());
                    return Response.status(201)
                            .entity(signed)
                            .tag(Preconditions.etag(signed.version()))
                            .build();
                }));
    }

    private Round.SignedFor receipt(OrderView order, Signing signing) {
        var today = LocalDate.now(clock);
        var on = signing.on() == null ? today : signing.on();
        if (on.isAfter(today)) throw ProblemException.invalid("on", "不能晚于今天", "Must not be in the future");
        if (on.isBefore(order.month().atDay(1)))
            throw ProblemException.invalid("on", "不能早于交办月份", "Must not be before the month of the order");
        return new Round.SignedFor(on, signing.by() == null ? caller.name() : signing.by());
    }

    private void acknowledge(Handle h, OrderView order, Round.SignedFor receipt) {
        var acknowledged = new ArrayList<RiskCase>();
        var lines = new ArrayList<RiskAction>();
        for (var risk : store.unacknowledged(h, order.id())) {
            var next = RiskCaseState.next(risk.state(), ActionType.ACKNOWLEDGED).orElseThrow();
            // nothing is acknowledged before it was flagged
            var on = receipt.on().isBefore(risk.flaggedOn()) ? risk.flaggedOn() : receipt.on();
            lines.add(RiskAction.of(
                    risk, ActionType.ACKNOWLEDGED, on, "签收 " + order.month() + " 交办单", null, caller.subject()));
            acknowledged.add(risk.moved(next, on, false));
        }
        history.add(h, lines);
        cases.save(h, acknowledged);
    }

    private OrderView require(Handle h, String id, boolean lock) {
        UUID orderId;
        try {
            orderId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        return store.find(h, sight(null), orderId, lock)
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private Sight sight(String region) {
        return new Sight(
                access.ownOnly() ? caller.subject() : null, region == null ? caller.scope() : new RegionScope(region));
    }
}

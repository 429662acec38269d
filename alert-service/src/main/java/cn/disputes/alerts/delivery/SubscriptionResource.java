package cn.disputes.alerts.delivery;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who wants to be told of what: a leader's own subscriptions; a coordinator's for everybody in the region. */
@Path("/v1/subscriptions")
public class SubscriptionResource {
    private final Jdbi jdbi;
    private final SubscriptionStore store;
    private final SubscriptionSecrets secrets;
    private final DeliveryConfig config;
    private final Caller caller;

    SubscriptionResource(
            Jdbi jdbi, SubscriptionStore store, SubscriptionSecrets secrets, DeliveryConfig config, Caller caller) {
        this.jdbi = jdbi;
        this.store = store;
        this.secrets = secrets;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({LEADER, COORDINATOR})
    public Page<SubscriptionView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.decode(cursor, 1).get(0);
        var own = caller.has(COORDINATOR) ? null : caller.subject();
        var found = jdbi.withHandle(h -> store.list(h, caller.scope(), own, after, rows + 1)).stream()
                .map(s -> SubscriptionView.of(s, null))
                .toList();
        return Page.of(found, rows, null, s -> Cursor.encode(s.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({LEADER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(200, require(h, id), null));
    }

    /** Made: 201, of a webhook with its secret, which is never shown again. Changed: needs If-Match; the secret stays. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({LEADER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") SubscriptionRequest body) {
        if (!id.matches("[\\p{L}\\p{N}._:@-]{1,120}"))
            throw ProblemException.invalid(
                    "id", "应为1至120个字母、数字或 . _ : @ -", "Must be 1 to 120 letters, digits or . _ : @ -");
        check(body);
        return jdbi.inTransaction(h -> {
            store.claim(h, id);
            var present = store.find(h, id);
            present.ifPresent(this::requireMine);
            if (present.isEmpty() && id.startsWith(LeaderSubscriptions.PREFIX))
                throw ProblemException.invalid("id", "留作领导登记之用", "Kept for the leaders' own entries");
            var wanted = wanted(id, body, present);
            if (present.filter(known -> SubscriptionView.same(known, wanted)).isPresent())
                return show(200, present.get(), null);
            present.ifPresent(known -> Preconditions.ifMatch(ifMatch, known.version()));
            var secret = wanted.channel() == Channel.WEBHOOK
                            && present.map(Subscription::secret).isEmpty()
                    ? secrets.make()
                    : null;
            store.put(h, secret == null ? wanted : wanted.sealed(secrets.seal(secret, id)), caller.subject());
            return show(present.isPresent() ? 200 : 201, store.find(h, id).orElseThrow(), secret);
        });
    }

    /** Makes another secret and shows it once; the one before it goes on signing beside it for a day. */
    @POST
    @Path("/{id}/secret")
    @RolesAllowed({LEADER, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Response renewSecret(@PathParam("id") String id) {
        return jdbi.inTransaction(h -> {
            store.claim(h, id);
            var present = require(h, id);
            if (present.channel() != Channel.WEBHOOK) throw new ProblemException(DeliveryProblem.NO_SECRET);
            requireKey();
            var secret = secrets.make();
            store.rotate(h, id, secrets.seal(secret, id), config.oldSecretFor());
            return show(200, store.find(h, id).orElseThrow(), secret);
        });
    }

    /** What still waits for it is not sent. One of a leader's own entry ends with the entry's address: pause it instead. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({LEADER, COORDINATOR})
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("id") String id) {
        return jdbi.inTransaction(h -> {
            store.claim(h, id);
            if (require(h, id).ofLeader())
                throw new ProblemException(GeneralProblem.CONFLICT)
                        .field("id", "来自领导登记，请暂停或修改登记", "Made of the leader's entry: pause it, or change the entry");
            store.delete(h, id);
            return Response.noContent().build();
        });
    }

    private void check(SubscriptionRequest body) {
        if (!caller.has(COORDINATOR)) {
            if (body.owner() != null && !body.owner().equals(caller.subject()))
                throw new ProblemException(GeneralProblem.FORBIDDEN).field("owner", "只能为本人订阅", "Only your own");
            if (body.regionCode() != null || body.agencyCode() != null)
                throw new ProblemException(GeneralProblem.FORBIDDEN)
                        .field("regionCode", "领导只收本人包案的通知", "A leader is told of the own cases only");
        }
        if (body.regionCode() != null) caller.requireRegion(body.regionCode());
        if (body.digest() != null
                && (body.digest().everyMinutes() == null) == (body.digest().dailyAtHour() == null))
            throw ProblemException.invalid(
                    "digest", "everyMinutes 与 dailyAtHour 须给其一", "Give one of everyMinutes and dailyAtHour");
        if (body.channel() == Channel.WEBHOOK) {
            var refusal = new WebhookTarget(config.webhook()).refusal(body.target());
            if (refusal != null) throw ProblemException.invalid("target", refusal[0], refusal[1]);
            requireKey();
        } else if (!body.target().matches("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]{1,255}")) {
            throw ProblemException.invalid("target", "应为邮箱地址", "Must be a mail address");
        }
    }

    private void requireKey() {
        if (!secrets.available()) throw new ProblemException(DeliveryProblem.NO_SECRET_KEY);
    }

    private Subscription wanted(String id, SubscriptionRequest body, Optional<Subscription> present) {
        var ofLeader = present.filter(Subscription::ofLeader);
        ofLeader.ifPresent(own -> {
            if (own.channel() != body.channel() || !own.target().equals(body.target()))
                throw ProblemException.invalid("target", "须与领导登记一致", "Must be as in the leader's entry");
        });
        var owner = ofLeader.map(Subscription::owner)
                .orElse(
                        body.owner() != null
                                ? body.owner()
                                : present.map(Subscription::owner).orElse(caller.subject()));
        return new Subscription(
                id,
                owner,
                body.channel(),
                body.target(),
                all(body.kinds()),
                all(body.levels()),
                all(body.audiences()),
                body.regionCode(),
                body.agencyCode(),
                body.hours(),
                Boolean.TRUE.equals(body.paused()),
                ofLeader.isPresent(),
                present.map(Subscription::scopeRegion).orElse(caller.scope().region()),
                null,
                null,
                null,
                0,
                0);
    }

    private static <T> Set<T> all(Set<T> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    private Subscription require(Handle h, String id) {
        var found = store.find(h, id).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        requireMine(found);
        return found;
    }

    /** Somebody else's does not exist. */
    private void requireMine(Subscription found) {
        var mine = caller.subject().equals(found.owner())
                || caller.has(COORDINATOR) && caller.scope().covers(found.scopeRegion());
        if (!mine) throw new ProblemException(GeneralProblem.NOT_FOUND);
    }

    private static Response show(int status, Subscription subscription, String secret) {
        return Response.status(status)
                .entity(SubscriptionView.of(subscription, secret))
                .tag(Preconditions.etag(subscription.version()))
                .build();
    }
}

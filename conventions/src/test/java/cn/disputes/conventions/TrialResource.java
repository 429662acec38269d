package cn.disputes.conventions;

import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.feed.FeedReader;
import cn.disputes.conventions.feed.Outbox;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Query;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** An endpoint of each kind, to try the conventions on. */
@Path("/v1")
public class TrialResource {
    static final AtomicInteger EFFECTS = new AtomicInteger();

    private final Jdbi jdbi;
    private final Caller caller;
    private final Idempotency idempotency;
    private final FeedReader feed;
    private final Outbox outbox;
    private final Clock clock;

    TrialResource(Jdbi jdbi, Caller caller, Idempotency idempotency, FeedReader feed, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.idempotency = idempotency;
        this.feed = feed;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Body(
            @NotNull(message = "不能为空 | Must be given") @Size(max = 20, message = "最多20字 | At most 20 characters")
                    String name,
            LocalDate on,
            YearMonth month,
            Instant at,
            SupervisionKind kind) {}

    @POST
    @Path("/things")
    @RolesAllowed(Roles.CASE_OFFICER)
    public Response create(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Body body) {
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "create", body, () -> {
            EFFECTS.incrementAndGet();
            outbox.append(h, event(UUID.randomUUID(), 1, "330702"));
            return Response.status(201)
                    .tag(Preconditions.etag(1))
                    .entity(Map.of("name", body.name()))
                    .build();
        }));
    }

    @GET
    @Path("/things")
    @Authenticated
    public Map<String, Object> list(@QueryParam("limit") String limit, @QueryParam("from") String from) {
        return Map.of(
                "limit", Query.limit(limit), "from", String.valueOf(Query.date("from", from)), "by", caller.subject());
    }

    @GET
    @Path("/undeclared")
    public String undeclared() {
        return "nobody declared who may read this";
    }

    @GET
    @Path("/fault")
    @Authenticated
    public String fault() {
        throw new IllegalStateException("合成甲");
    }

    /** Whatever the database makes of it. */
    @POST
    @Path("/statements")
    @Authenticated
    public void statement(String sql) {
        jdbi.useTransaction(h -> h.execute(sql));
    }

    @GET
    @Path("/events")
    @RolesAllowed(Roles.SERVICE)
    public FeedPage events(
            @QueryParam("after") String after, @QueryParam("limit") String limit, @QueryParam("wait") String wait) {
        return feed.page(
                after, Query.limit(limit), Duration.ofSeconds(Query.integer("wait", wait, 0, 30, 0)), caller.scope());
    }

    static SupervisionDocumentEvent event(UUID id, long version, String region) {
        return new SupervisionDocumentEvent(
                id,
                version,
                "婺府复意〔2026〕1号",
                SupervisionKind.OPINION,
                region,
                "11330700002592265Y",
                "局",
                LocalDate.of(2026, 3, 2),
                null,
                null,
                null,
                null);
    }
}

package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.DeliveryRules.Decision;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.contract.problem.DatabaseFaults;
import cn.disputes.conventions.Ids;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds the recipients of what is new. What becomes ready for one recipient in one pass goes in one letter. */
@ApplicationScoped
class Router {
    private static final Logger LOG = Logger.getLogger(Router.class);

    private final Jdbi jdbi;
    private final Notices notices;
    private final SubscriptionStore subscriptions;
    private final LeaderSubscriptions entries;
    private final Letters letters;
    private final RoutingStore routing;
    private final DeliveryConfig config;
    private final Clock clock;

    Router(
            Jdbi jdbi,
            Notices notices,
            SubscriptionStore subscriptions,
            LeaderSubscriptions entries,
            Letters letters,
            RoutingStore routing,
            DeliveryConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.entries = entries;
        this.letters = letters;
        this.routing = routing;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${delivery.route-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void route() {
        while (pass() == config.chunk()) {
            // the next chunk, in a transaction of its own
        }
    }

    private int pass() {
        try {
            return jdbi.inTransaction(h -> chunk(h, config.chunk()));
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            // one notice that cannot be routed must not keep the others from anybody
            var done = 0;
            while (done < config.chunk() && alone()) done++;
            return done;
        }
    }

    private boolean alone() {
        try {
            return jdbi.inTransaction(h -> chunk(h, 1)) > 0;
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            LOG.errorf("a notice cannot be routed: %s", fault.getClass().getSimpleName());
            return jdbi.inTransaction(notices::setAside);
        }
    }

    private int chunk(Handle h, int rows) {
        var fresh = notices.claimUnrouted(h, rows);
        if (fresh.isEmpty()) return 0;
        var now = clock.instant();
        insert(h, lines(h, fresh, now), now);
        notices.routed(h, fresh.stream().map(Notice::id).toList());
        return fresh.size();
    }

    private List<Line> lines(Handle h, List<Notice> fresh, Instant now) {
        entries.follow(h);
        var all = subscriptions.all(h);
        var offices = new Offices(routing.leaders(h).values(), routing.routing(h), LocalDate.now(clock));
        var recused = recused(h, fresh);
        var lines = new ArrayList<Line>();
        for (var notice : fresh) {
            var parties = new DeliveryRules.Parties(
                    offices.of(notice),
                    notice.caseId() == null ? Set.of() : recused.getOrDefault(notice.caseId(), Set.of()));
            for (var decision : DeliveryRules.route(notice, all, parties, now, config.stale())) {
                lines.add(new Line(notice, decision));
            }
        }
        return lines;
    }

    private record Line(Notice notice, Decision decision) {}

    private void insert(Handle h, List<Line> lines, Instant now) {
        var chosen = new TreeMap<String, Subscription>();
        for (var line : lines) {
            var d = line.decision();
            if (d.not() == null) chosen.put(d.subscription().id(), d.subscription());
        }
        var letterOf = new HashMap<String, UUID>();
        var heldOf = new HashMap<String, DeliveryHours.Held>();
        // in the order of their ids, so that two replicas never wait for each other in a circle
        chosen.forEach((id, subscription) -> {
            var release = subscription.hours().release(now);
            heldOf.put(id, release.held());
            letterOf.put(
                    id,
                    release.held() == null
                            ? letters.open(h, subscription)
                            : letters.gathering(h, subscription, release.at()));
        });
        var batch = h.prepareBatch(
                """
                INSERT INTO delivery (id, notice_id, subscription_id, recipient, because, status, reason, held, letter_id,
                    region_code, recorded_at)
                VALUES (:id, :notice, :subscription, :recipient, :because, :status, :reason, :held, :letter, :region, :now)
                ON CONFLICT DO NOTHING""");
        for (var line : lines) {
            var d = line.decision();
            var subscription =
                    d.subscription() == null ? null : d.subscription().id();
            var sent = d.not() == null;
            batch.bind("id", Ids.next())
                    .bind("notice", line.notice().id())
                    .bind("subscription", subscription)
                    .bind("recipient", d.recipient())
                    .bind("because", d.because().name())
                    .bind("status", sent ? "QUEUED" : "NOT_SENT")
                    .bind("reason", sent ? null : d.not().name())
                    .bind(
                            "held",
                            sent && heldOf.get(subscription) != null
                                    ? heldOf.get(subscription).name()
                                    : null)
                    .bind("letter", sent ? letterOf.get(subscription) : null)
                    .bind("region", line.notice().regionCode())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
    }

    private static Map<UUID, Set<String>> recused(Handle h, List<Notice> notices) {
        var recused = new HashMap<UUID, Set<String>>();
        h.createQuery("SELECT case_id, leader_id FROM recusal WHERE case_id = ANY (:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        notices.stream()
                                .map(Notice::caseId)
                                .filter(id -> id != null)
                                .distinct()
                                .toArray())
                .map((row, ctx) -> recused.computeIfAbsent(row.getObject("case_id", UUID.class), id -> new HashSet<>())
                        .add(row.getString("leader_id")))
                .list();
        return recused;
    }
}

package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.DeliveryRules.Because;
import cn.disputes.alerts.delivery.DeliveryRules.Decision;
import cn.disputes.alerts.routing.Leader;
import cn.disputes.alerts.routing.RoutedCase;
import cn.disputes.alerts.routing.Routing;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.contract.codes.Regions;
import cn.disputes.conventions.Ids;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds the recipients of what is new. What becomes ready for one recipient in one pass goes in one letter. */
@ApplicationScoped
class Router {
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
        while (jdbi.inTransaction(this::chunk) == config.chunk()) {
            // the next chunk, in a transaction of its own
        }
    }

    private int chunk(Handle h) {
        var fresh = notices.claimUnrouted(h, config.chunk());
        if (fresh.isEmpty()) return 0;
        entries.follow(h);
        var all = subscriptions.all(h);
        var offices = new Offices(routing.leaders(h).values(), routing.routing(h), LocalDate.now(clock));
        var recused = recused(h, fresh);
        var now = clock.instant();
        var lines = new ArrayList<Line>();
        for (var notice : fresh) {
            var parties = new DeliveryRules.Parties(
                    offices.of(notice),
                    notice.caseId() == null ? Set.of() : recused.getOrDefault(notice.caseId(), Set.of()));
            for (var decision : DeliveryRules.route(notice, all, parties, now, config.stale())) {
                lines.add(new Line(notice, decision));
            }
        }
        insert(h, lines, now);
        notices.routed(h, fresh.stream().map(Notice::id).toList());
        return fresh.size();
    }

    private record Line(Notice notice, Decision decision) {}

    /** Whom a notice addresses by office. */
    private record Offices(Collection<Leader> leaders, Routing routing, LocalDate today) {
        Map<String, Because> of(Notice notice) {
            var persons = new TreeMap<String, Because>();
            for (var audience : notice.audiences()) {
                switch (audience) {
                    case LEADER -> {
                        if (notice.leaderId() != null)
                            persons.put(
                                    notice.leaderId(),
                                    notice.kind() == NoticeKind.SILENCE_ENDING ? Because.ADDRESSED : Because.OWN_CASE);
                    }
                    case SUPERIOR -> superiors(notice).forEach(id -> persons.putIfAbsent(id, Because.SUPERIOR));
                    case AGENCY ->
                        leaders.stream()
                                .filter(l -> l.agencyCode() != null
                                        && notice.agencyCodes().contains(l.agencyCode()))
                                .forEach(l -> persons.putIfAbsent(l.id(), Because.AGENCY));
                    case LEADERSHIP -> answering(notice).forEach(id -> persons.putIfAbsent(id, Because.AGENCY));
                    case COORDINATOR -> {
                        // they subscribe to the region
                    }
                }
            }
            return persons;
        }

        /** The county leaders (县领导) of the nearest region that covers the case. */
        private List<String> superiors(Notice notice) {
            var covering = leaders.stream()
                    .filter(l -> l.rank() == Leader.Rank.COUNTY && !l.id().equals(notice.leaderId()))
                    .filter(l -> notice.regionCode().startsWith(Regions.prefix(l.regionCode())))
                    .toList();
            var nearest = covering.stream()
                    .mapToInt(l -> Regions.prefix(l.regionCode()).length())
                    .max()
                    .orElse(0);
            return covering.stream()
                    .filter(l -> Regions.prefix(l.regionCode()).length() == nearest)
                    .map(Leader::id)
                    .toList();
        }

        private List<String> answering(Notice notice) {
            var agencies = notice.agencyCodes().isEmpty()
                    ? new String[] {null}
                    : notice.agencyCodes().toArray();
            var ids = new ArrayList<String>();
            for (var agency : agencies) {
                var route = routing.route(
                        new RoutedCase(notice.regionCode(), (String) agency, null, notice.level(), today));
                if (route.leader() != null) ids.add(route.leader().id());
            }
            return ids;
        }
    }

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

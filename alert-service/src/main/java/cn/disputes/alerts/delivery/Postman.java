package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.DeliveryRules.Because;
import cn.disputes.alerts.delivery.Letters.Claimed;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends what is due. A letter is claimed for a while, written in the words of the moment, sent without holding a
 * connection to the database, and settled; should the process die in between, the claim runs out and the letter goes
 * again under its old id. Recipients that failed last time have places of their own, so that they keep nobody waiting.
 */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    /** From so many failures in a row on, the recipient as a whole is left alone for a while. */
    private static final int REST_FROM = 3;

    private record Written(Subscription to, Letter letter) {}

    private final Jdbi jdbi;
    private final Letters letters;
    private final SubscriptionStore subscriptions;
    private final Map<NoticeKind, NoticeSource> sources = new HashMap<>();
    private final WebhookSender webhooks;
    private final MailSender mails;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore troubledPlaces;
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "postman");
        thread.setDaemon(true);
        return thread;
    });

    Postman(
            Jdbi jdbi,
            Letters letters,
            SubscriptionStore subscriptions,
            @All List<NoticeSource> sources,
            WebhookSender webhooks,
            MailSender mails,
            DeliveryConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.letters = letters;
        this.subscriptions = subscriptions;
        sources.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.webhooks = webhooks;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
        this.places = new Semaphore(config.places());
        this.troubledPlaces = new Semaphore(config.troubledPlaces());
    }

    @Scheduled(every = "${delivery.send-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        fill(places, false);
        fill(troubledPlaces, true);
    }

    void stop(@Observes ShutdownEvent stopping) {
        pool.shutdownNow();
    }

    /** Claims as many letters as there are free places; whoever is done looks for the next. */
    private void fill(Semaphore free, boolean troubled) {
        if (pool.isShutdown()) return;
        var taken = free.drainPermits();
        if (taken == 0) return;
        List<Claimed> claimed = List.of();
        try {
            claimed = claim(taken, troubled);
        } finally {
            free.release(taken - claimed.size());
        }
        for (var letter : claimed) hand(letter, free, troubled);
    }

    private void hand(Claimed letter, Semaphore free, boolean troubled) {
        try {
            pool.execute(() -> {
                try {
                    deliver(letter);
                } finally {
                    free.release();
                }
                fill(free, troubled);
            });
        } catch (RejectedExecutionException stopping) {
            // the claim runs out, and another replica sends it
            free.release();
        }
    }

    List<Claimed> claim(int most, boolean troubled) {
        return jdbi.inTransaction(
                h -> letters.claim(h, most, troubled, clock.instant().plus(config.lease())));
    }

    void deliver(Claimed claimed) {
        try {
            var written = jdbi.inTransaction(h -> write(h, claimed));
            if (written.isEmpty()) return;
            var outcome = dispatch(written.get());
            jdbi.useTransaction(h -> settle(h, claimed, outcome));
        } catch (RuntimeException fault) {
            // the claim runs out by itself; the letter is tried again
            LOG.errorf("letter %s: %s", claimed.id(), fault.getClass().getSimpleName());
            jdbi.useTransaction(h -> settle(
                    h,
                    claimed,
                    new Outcome(null, "not written: " + fault.getClass().getSimpleName(), false, false, null)));
        }
    }

    Outcome dispatch(Subscription to, Letter letter) {
        return to.channel() == Channel.MAIL ? mails.send(to, letter) : webhooks.send(to, letter);
    }

    private Outcome dispatch(Written written) {
        return dispatch(written.to(), written.letter());
    }

    private record Line(UUID id, Notice notice, Because because, boolean recused) {}

    /** The words of this moment; empty when it is not to be sent now, or not at all. */
    private Optional<Written> write(Handle h, Claimed claimed) {
        var to = subscriptions.find(h, claimed.subscriptionId()).orElse(null);
        if (to == null) {
            letters.moot(h, claimed.id());
            return Optional.empty();
        }
        var now = clock.instant();
        var free = to.hours().free(now);
        if (free.isAfter(now)) {
            letters.hold(h, claimed.id(), free, DeliveryHours.Held.QUIET_HOURS);
            return Optional.empty();
        }
        var lines = lines(h, claimed.id());
        var tellings = tell(h, lines.stream().map(Line::notice).toList());
        var items = new ArrayList<Letter.Item>();
        for (var line : lines) {
            var telling = tellings.getOrDefault(line.notice().id(), Telling.moot("GONE"));
            var not = to.paused() ? "PAUSED" : line.recused() ? "RECUSED" : telling.moot();
            if (not == null) items.add(new Letter.Item(line.id(), line.notice(), line.because(), telling));
            else drop(h, line.id(), not);
        }
        if (items.isEmpty()) {
            letters.moot(h, claimed.id());
            return Optional.empty();
        }
        return Optional.of(new Written(to, new Letter(claimed.id(), now, items)));
    }

    private Map<UUID, Telling> tell(Handle h, List<Notice> notices) {
        var byKind = new HashMap<NoticeKind, List<Notice>>();
        notices.forEach(
                n -> byKind.computeIfAbsent(n.kind(), kind -> new ArrayList<>()).add(n));
        var tellings = new HashMap<UUID, Telling>();
        byKind.forEach((kind, some) -> {
            if (sources.containsKey(kind)) tellings.putAll(sources.get(kind).tell(h, some));
        });
        return tellings;
    }

    private static List<Line> lines(Handle h, UUID letter) {
        return h.createQuery(
                        """
                        SELECT d.id AS delivery_id, d.because, n.id, n.key, n.kind, n.code, n.region_code, n.level,
                               n.agency_codes, n.case_id, n.leader_id, n.audiences, n.about::text AS about, n.recorded_at,
                               EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = n.case_id AND r.leader_id = d.recipient)
                                   AS recused
                        FROM delivery d JOIN notice n ON n.id = d.notice_id
                        WHERE d.letter_id = :letter AND d.status = 'QUEUED' ORDER BY n.recorded_at, n.id""")
                .bind("letter", letter)
                .map((row, ctx) -> new Line(
                        row.getObject("delivery_id", UUID.class),
                        Notice.map(row, ctx),
                        Because.valueOf(row.getString("because")),
                        row.getBoolean("recused")))
                .list();
    }

    private static void drop(Handle h, UUID delivery, String reason) {
        h.createUpdate("UPDATE delivery SET status = 'NOT_SENT', reason = :reason, held = NULL WHERE id = :id")
                .bind("id", delivery)
                .bind("reason", reason)
                .execute();
    }

    private void settle(Handle h, Claimed claimed, Outcome outcome) {
        if (outcome.failure() == null) {
            letters.sent(h, claimed.id(), outcome.status());
            subscriptions.answered(h, claimed.subscriptionId());
            return;
        }
        var pause = DeliveryRules.pause(
                claimed.attempts(),
                config.firstPause(),
                config.longestPause(),
                ThreadLocalRandom.current().nextDouble());
        if (outcome.retryAfter() != null && outcome.retryAfter().compareTo(pause) > 0)
            pause = outcome.retryAfter().compareTo(config.longestPause()) > 0
                    ? config.longestPause()
                    : outcome.retryAfter();
        var dead = outcome.hopeless() || claimed.attempts() >= config.attempts();
        Instant next = dead ? null : clock.instant().plus(pause);
        letters.failed(h, claimed.id(), outcome.status(), outcome.failure(), next);
        if (!outcome.down()) return;
        var failures = subscriptions
                .find(h, claimed.subscriptionId())
                .map(Subscription::failures)
                .orElse(0);
        subscriptions.failed(
                h,
                claimed.subscriptionId(),
                failures + 1 < REST_FROM ? null : clock.instant().plus(pause));
    }
}

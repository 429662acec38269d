package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.Letters.Claimed;
import cn.disputes.contract.problem.DatabaseFaults;
import cn.disputes.conventions.Trouble;
import cn.disputes.conventions.watching.Tracing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    private final Jdbi jdbi;
    private final Letters letters;
    private final SubscriptionStore subscriptions;
    private final LetterWriter writer;
    private final WebhookSender webhooks;
    private final MailSender mails;
    private final DeliveryGauges gauges;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore troubledPlaces;
    private final Trouble database = new Trouble(LOG, "the database, for what is delivered");
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "postman");
        thread.setDaemon(true);
        return thread;
    });

    Postman(
            Jdbi jdbi,
            Letters letters,
            SubscriptionStore subscriptions,
            LetterWriter writer,
            WebhookSender webhooks,
            MailSender mails,
            DeliveryGauges gauges,
            DeliveryConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.letters = letters;
        this.subscriptions = subscriptions;
        this.writer = writer;
        this.webhooks = webhooks;
        this.mails = mails;
        this.gauges = gauges;
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
                next(free, troubled);
            });
        } catch (RejectedExecutionException stopping) {
            // the claim runs out, and another replica sends it
            free.release();
        }
    }

    private void next(Semaphore free, boolean troubled) {
        try {
            fill(free, troubled);
            database.over();
        } catch (RuntimeException fault) {
            // the schedule looks again
            if (!DatabaseFaults.passing(fault)) throw fault;
            database.met(fault);
        }
    }

    List<Claimed> claim(int most, boolean troubled) {
        return jdbi.inTransaction(
                h -> letters.claim(h, most, troubled, clock.instant().plus(config.lease())));
    }

    void deliver(Claimed claimed) {
        try (var step = Tracing.step("deliver")) {
            var written = jdbi.inTransaction(h -> writer.write(h, claimed));
            if (written.isEmpty()) return;
            var outcome = dispatch(written.get().to(), written.get().letter());
            jdbi.useTransaction(h -> settle(h, claimed, outcome));
        } catch (RuntimeException fault) {
            // the claim runs out by itself; a database that is away is no failure of the letter
            if (DatabaseFaults.passing(fault)) {
                database.met(fault);
                return;
            }
            LOG.errorf("letter %s: %s", claimed.id(), fault.getClass().getSimpleName());
            jdbi.useTransaction(h -> settle(
                    h,
                    claimed,
                    new Outcome(null, "not written: " + fault.getClass().getSimpleName(), false, false, null)));
        }
    }

    private Outcome dispatch(Subscription to, Letter letter) {
        return to.channel() == Channel.MAIL ? mails.send(to, letter) : webhooks.send(to, letter);
    }

    private void settle(Handle h, Claimed claimed, Outcome outcome) {
        if (outcome.failure() == null) {
            letters.sent(h, claimed.id(), outcome.status());
            subscriptions.answered(h, claimed.subscriptionId());
            gauges.count(DeliveryGauges.Fate.ARRIVED);
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
        var now = clock.instant();
        var failingFor = claimed.failingSince() == null ? Duration.ZERO : Duration.between(claimed.failingSince(), now);
        var dead = DeliveryRules.dead(outcome, claimed.refusals(), failingFor, config.attempts(), config.giveUpAfter());
        gauges.count(dead ? DeliveryGauges.Fate.DEAD : DeliveryGauges.Fate.FAILED);
        letters.failed(h, claimed.id(), outcome, dead ? null : now.plus(pause));
        if (!outcome.down()) return;
        var failures = subscriptions
                .find(h, claimed.subscriptionId())
                .map(Subscription::failures)
                .orElse(0);
        subscriptions.failed(h, claimed.subscriptionId(), failures + 1 < REST_FROM ? null : now.plus(pause));
    }
}

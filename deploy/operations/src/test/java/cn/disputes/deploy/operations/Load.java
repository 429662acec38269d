package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * People at work: they register cases and take them on, a court sends alerts, others look at their queues and at figures.
 * What is not answered with success is sent again under the same key until it is, as a careful client does.
 */
final class Load {
    /**
     * What writes in the register. Whoever was cut off while accepting is told 409 as long as the database has the first
     * try in hand, and registers nothing meanwhile.
     */
    static final String IN_THE_REGISTER = "register|accept";

    private static final long PAUSE_MILLIS = 150;

    final Attempts attempts = new Attempts();
    private final Trial trial;
    private final AtomicInteger counter = new AtomicInteger();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger alerted = new AtomicInteger();
    private final Map<Service, AtomicInteger> done = new ConcurrentHashMap<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean over;

    Load(Trial trial) {
        this.trial = trial;
        for (var service : Service.values()) done.put(service, new AtomicInteger());
    }

    Load start() {
        for (var i = 0; i < 2; i++) person(this::register);
        person(this::alert);
        person(this::look);
        return this;
    }

    private void person(Runnable work) {
        var thread = new Thread(() -> {
            while (!over) {
                work.run();
                pause();
            }
        });
        people.add(thread);
        thread.start();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean over() {
        return over;
    }

    /** Everybody finishes what was begun. */
    void stop() throws InterruptedException {
        over = true;
        for (var person : people) {
            person.join(TimeUnit.SECONDS.toMillis(120));
            assertTrue(!person.isAlive(), "somebody never gets an answer");
        }
    }

    private Attempts.Answer untilDone(Service service, java.util.function.Supplier<Attempts.Answer> send) {
        while (true) {
            var answer = send.get();
            if (answer.done()) {
                done.get(service).incrementAndGet();
                return answer;
            }
            // refused for good: noted, and found by whoever judges the attempts
            if (answer.status() >= 400 && answer.status() != 503 && answer.status() != 409) return answer;
            pause();
        }
    }

    private void register() {
        var number = counter.incrementAndGet();
        var key = UUID.randomUUID().toString();
        var first = untilDone(Service.CASES, () -> register(number, key));
        if (!first.done()) return;
        var id = acknowledged(first);
        if (number % 3 == 0) return;
        var step = untilDone(
                Service.CASES,
                () -> attempts.post(
                        "accept",
                        trial.address(Service.CASES) + "/v1/reconsiderations/" + id + "/steps",
                        trial.token("case-officer"),
                        Map.of("type", "ACCEPTED", "on", Synthetic.today(), "procedure", "ORDINARY"),
                        "Idempotency-Key",
                        key + "-accept",
                        "If-Match",
                        first.header("ETag")));
        if (step.done()) accepted.incrementAndGet();
    }

    private Attempts.Answer register(int number, String key) {
        return attempts.post(
                "register",
                trial.address(Service.CASES) + "/v1/reconsiderations",
                trial.token("case-officer"),
                Synthetic.reconsideration("合成" + number),
                "Idempotency-Key",
                key);
    }

    private String acknowledged(Attempts.Answer answer) {
        var id = answer.body().path("id").asText();
        registered.add(id);
        numbers.add(answer.body().path("caseNumber").asText());
        return id;
    }

    /** One try, whatever comes of it; the same key is the same case. */
    Attempts.Answer registerOnce(String key) {
        var answer = register(0, key);
        if (answer.done()) acknowledged(answer);
        return answer;
    }

    private void alert() {
        var number = counter.incrementAndGet();
        var answer = untilDone(
                Service.ALERTS,
                () -> attempts.post(
                        "alert",
                        trial.address(Service.ALERTS) + "/v1/alerts",
                        trial.token("court-liaison"),
                        Synthetic.alert("a-" + number, number)));
        if (answer.done()) alerted.incrementAndGet();
    }

    private void look() {
        var queues = trial.address(Service.CASES) + "/v1/worklist";
        if (attempts.get("worklist", queues, trial.token("case-officer")).done())
            done.get(Service.CASES).incrementAndGet();
        var figures =
                trial.address(Service.STATS) + "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2026-01&to="
                        + Synthetic.today().substring(0, 7);
        if (attempts.get("figures", figures, trial.token("statistician")).done())
            done.get(Service.STATS).incrementAndGet();
    }

    /** Each service has answered so many requests more; how long that took. */
    long awaitWork(int more, int seconds) {
        var begun = System.nanoTime();
        var before = new java.util.EnumMap<Service, Integer>(Service.class);
        done.forEach((service, count) -> before.put(service, count.get()));
        Awaitility.await("work goes on")
                .atMost(seconds, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() ->
                        done.entrySet().stream().allMatch(of -> of.getValue().get() >= before.get(of.getKey()) + more));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Somebody was refused by each service for the sake of the database, since a moment. */
    void awaitRefusals(long since, int seconds) {
        awaitRefusals(since, seconds, IN_THE_REGISTER, "alert", "figures");
    }

    /** @param all patterns of what is tried */
    void awaitRefusals(long since, int seconds, String... all) {
        for (var what : all)
            Awaitility.await(what + " is refused")
                    .atMost(seconds, TimeUnit.SECONDS)
                    .until(() -> attempts.refused(since).stream()
                            .anyMatch(attempt -> attempt.what().matches(what)));
    }

    /** Whatever was acknowledged is there, and nothing besides. */
    void nothingLost(TrialPostgres postgres) {
        nothingLost(postgres, 0);
    }

    /** @param imported cases that came by files */
    void nothingLost(TrialPostgres postgres, int imported) {
        assertTrue(registered.size() > 5, "only " + registered.size() + " cases");
        assertEquals(registered.size(), numbers.size(), "no number was given twice");
        assertEquals(
                registered.size() + imported, postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration"));
        var ids = "'" + String.join("','", registered) + "'";
        assertEquals(
                registered.size(),
                postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration WHERE id IN (" + ids + ")"));
        assertEquals(
                accepted.get() + imported,
                postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration_step WHERE type = 'ACCEPTED'"));
        assertEquals(
                alerted.get(), postgres.count(Service.ALERTS, "SELECT count(DISTINCT source_alert_id) FROM alert"));
        Trial.numbersAreRight(postgres);
    }
}

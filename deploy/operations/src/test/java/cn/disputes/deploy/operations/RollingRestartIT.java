package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two replicas of the register are ended and started again one after the other, behind a client that takes turns between
 * those that say they are ready and tries another one only where nobody listens: nobody sees any of it.
 */
@Tag("faults")
class RollingRestartIT {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private static final TokenIssuer TOKENS = TokenIssuer.generate();
    private static final Attempts ATTEMPTS = new Attempts();
    private static final List<Replica> REPLICAS = new ArrayList<>();
    /** Those that get work, as whoever balances the load knows them. */
    private static final List<Replica> READY = new CopyOnWriteArrayList<>();

    private static final AtomicInteger TURN = new AtomicInteger();
    private static final ConcurrentLinkedQueue<String> FAILED = new ConcurrentLinkedQueue<>();
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();

    private static TrialPostgres postgres;
    private static volatile boolean over;

    @BeforeAll
    static void start() throws Exception {
        postgres = TrialPostgres.create();
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.url(Service.CASES.database),
                "QUARKUS_DATASOURCE_USERNAME",
                TrialPostgres.APP,
                "QUARKUS_DATASOURCE_PASSWORD",
                "",
                "QUARKUS_OIDC_PUBLIC_KEY",
                TOKENS.publicKey(),
                "PERSONAL_DATA_KEY",
                DataKeyFile.random(),
                "QUARKUS_SHUTDOWN_DELAY",
                DELAY.toString());
        for (var port : Ports.free(2)) {
            var log = Path.of("target/rolling-restart-it/" + port + ".log").toAbsolutePath();
            REPLICAS.add(new Replica(Service.CASES, port, environment, log));
        }
        for (var replica : REPLICAS) {
            replica.start();
            replica.awaitReady();
        }
        READY.addAll(REPLICAS);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var replica : REPLICAS) replica.close();
        if (postgres != null) postgres.close();
    }

    private static String token(String role) {
        return TOKENS.token(Set.of(role), "330700", null, role, Duration.ofHours(1));
    }

    private interface Sent {
        Attempts.Answer to(Replica replica);
    }

    /** Round-robin; the next one only where the connection was refused. */
    private static Attempts.Answer send(Sent request) {
        for (var tries = 0; ; tries++) {
            var ready = List.copyOf(READY);
            var replica = ready.get(Math.floorMod(TURN.getAndIncrement(), ready.size()));
            var begun = System.nanoTime();
            var answer = request.to(replica);
            if (answer.done()) return answer;
            var refused = answer.status() == 0
                    && ATTEMPTS.since(begun).stream().anyMatch(a -> "ConnectException".equals(a.problem()));
            if (refused && tries < REPLICAS.size()) continue;
            FAILED.add(answer.status() + " of " + replica.port + " " + ATTEMPTS.since(begun));
            return answer;
        }
    }

    private static Thread person(Runnable work) {
        var thread = new Thread(() -> {
            while (!over) work.run();
        });
        thread.start();
        return thread;
    }

    private static Attempts.Answer register(Replica replica) {
        return ATTEMPTS.post(
                "register",
                replica.uri("/v1/reconsiderations").toString(),
                token("case-officer"),
                Synthetic.reconsideration("合成"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static void registers() {
        var answer = send(RollingRestartIT::register);
        if (answer.done()) REGISTERED.add(answer.body().path("id").asText());
    }

    private static Attempts.Answer feed(Replica replica, String after, int wait) {
        return ATTEMPTS.get(
                "feed",
                replica.uri("/v1/events?limit=500&wait=" + wait + (after.isEmpty() ? "" : "&after=" + after))
                        .toString(),
                token("service"));
    }

    @Test
    void nobodySeesARollingRestart() throws Exception {
        var people = List.of(
                person(RollingRestartIT::registers),
                person(RollingRestartIT::registers),
                person(() -> send(replica ->
                        ATTEMPTS.get("worklist", replica.uri("/v1/worklist").toString(), token("case-officer")))));
        var follower = person(new Follower());
        try {
            for (var replica : REPLICAS) restart(replica);
        } finally {
            over = true;
            for (var person : people) person.join();
            follower.join();
        }
        assertEquals(List.of(), List.copyOf(FAILED));
        assertTrue(REGISTERED.size() > 20, "only " + REGISTERED.size());
        assertEquals(
                REGISTERED.size(), postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration"), "each once");
        System.out.printf(
                "rolling restart: %d requests, none failed%n", ATTEMPTS.since(0).size());
    }

    private void restart(Replica replica) throws Exception {
        var before = REGISTERED.size();
        await("work goes on").atMost(Duration.ofSeconds(30)).until(() -> REGISTERED.size() > before + 5);
        // nothing is going to happen in this county: whoever waits for it waits till the end
        var waiting = CompletableFuture.supplyAsync(() -> {
            var begun = System.nanoTime();
            var answer = ATTEMPTS.get(
                    "waiting",
                    replica.uri("/v1/events?limit=1&wait=30&after=" + "9".repeat(18) + "-0")
                            .toString(),
                    token("service"));
            assertEquals(200, answer.status());
            assertEquals(0, answer.body().path("items").size());
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        });
        await("it waits in the middle")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> !waiting.isDone() && replica.ready());
        CompletableFuture<Attempts.Answer> slow;
        var asked = System.nanoTime();
        try (var other = postgres.connect(Service.CASES.database, "postgres");
                var hold = other.createStatement()) {
            other.setAutoCommit(false);
            hold.execute("LOCK TABLE outbox IN EXCLUSIVE MODE");
            slow = CompletableFuture.supplyAsync(() -> register(replica));
            await("a registration is under way, besides those of the two who always register")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> postgres.waitToAnnounce() > 2);
            asked = System.nanoTime();
            replica.ask();
            await("it says it is not ready")
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(DELAY)
                    .until(() -> !replica.ready());
            READY.remove(replica);
            waiting.get(5, TimeUnit.SECONDS);
            var answered = Duration.ofNanos(System.nanoTime() - asked);
            assertTrue(answered.compareTo(Duration.ofSeconds(4)) < 0, "the reader was kept " + answered);
            // held beyond the delay, so that it is finished while the process already ends
            TimeUnit.NANOSECONDS.sleep(DELAY.plusSeconds(1).toNanos() - answered.toNanos());
            assertTrue(replica.alive(), "it waits for what is under way");
            other.rollback();
        }
        var finished = slow.get(20, TimeUnit.SECONDS);
        assertEquals(201, finished.status());
        REGISTERED.add(finished.body().path("id").asText());
        assertEquals(143, replica.ended(25));
        System.out.printf(
                "asked to end, ended after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
        replica.start();
        replica.awaitReady();
        READY.add(replica);
    }

    /** Reads the feed as another service does, long polls and all. */
    private static final class Follower implements Runnable {
        private String cursor = "";

        @Override
        public void run() {
            var page = send(replica -> feed(replica, cursor, 5));
            if (page.done()) cursor = page.body().path("next").asText();
        }
    }
}

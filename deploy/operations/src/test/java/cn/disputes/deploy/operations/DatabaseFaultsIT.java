package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * PostgreSQL killed, out of connections, behind a network that stands still or is cut, while people work: they are told in
 * time, nothing acknowledged is lost, no figure is wrong, and no service has to be started again.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFaultsIT {
    /** How long a service waits for the database in the middle of a statement; here shorter than by default. */
    private static final int PATIENCE_SECONDS = 8;

    private static TrialPostgres postgres;
    private static TcpProxy network;
    private static Trial trial;
    private static Load load;

    private long begun;

    @BeforeAll
    static void start() throws Exception {
        postgres = TrialPostgres.create("max_connections=60");
        network = new TcpProxy(List.of(postgres.port()));
        trial = new Trial(
                "database-faults-it",
                1,
                database -> "jdbc:postgresql://127.0.0.1:" + network.port() + "/" + database,
                Map.of("DB_PATIENCE_SECONDS", Integer.toString(PATIENCE_SECONDS), "DB_POOL_MAX", "10"));
        trial.start();
        load = new Load(trial).start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) trial.close();
        if (network != null) network.close();
        if (postgres != null) postgres.close();
    }

    @BeforeEach
    void workGoesOn() {
        load.awaitWork(5, 60);
        begun = System.nanoTime();
    }

    @AfterEach
    void itWorksAgain() {
        if (load.over()) return;
        load.awaitWork(10, 60);
        assertTrue(trial.all().stream().allMatch(Replica::alive), "nobody had to be started again");
        assertTrue(trial.all().stream().allMatch(Replica::ready));
        trial.caughtUp();
    }

    private void say(String fault, long back) {
        System.out.printf("%s: %s; back after %d ms%n", fault, load.attempts.summary(begun), back);
    }

    @Test
    @Order(1)
    void theServerIsKilledAndStartedAgain() throws Exception {
        postgres.kill();
        load.awaitRefusals(begun, 20);
        assertTrue(trial.all().stream().noneMatch(Replica::ready), "nobody says it is ready");
        TimeUnit.SECONDS.sleep(3); // so long it is away
        postgres.start();
        say("killed", load.awaitWork(1, 30));
        load.attempts.answeredWithin(begun, 8, false);
    }

    /** Flyway comes first: a process that began while the database was away waits for it, it does not end. */
    @Test
    @Order(2)
    void servicesStartWhileTheServerIsAway() throws Exception {
        postgres.kill();
        for (var replica : trial.all()) {
            replica.kill();
            replica.start();
        }
        for (var replica : trial.all())
            await(replica.service.title + " has found it away")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> replica.sinceStart().contains("Connection error"));
        postgres.start();
        var back = System.nanoTime();
        for (var replica : trial.all()) replica.awaitReady();
        System.out.printf(
                "started without a database: ready %d ms after it%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - back));
    }

    @Test
    @Order(3)
    void allConnectionsAreTakenByOthers() throws Exception {
        var others = new ArrayList<Connection>();
        try {
            postgres.execute("postgres", "CREATE ROLE other LOGIN");
            await("others have all there are").atMost(Duration.ofSeconds(30)).until(() -> {
                takeAll(others);
                postgres.execute(
                        "postgres",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + TrialPostgres.APP
                                + "'");
                takeAll(others);
                return "0"
                        .equals(postgres.ask(
                                "postgres",
                                "SELECT count(*) FROM pg_stat_activity WHERE usename = '" + TrialPostgres.APP + "'"));
            });
            load.awaitRefusals(System.nanoTime(), 20);
            TimeUnit.SECONDS.sleep(3); // so long they keep them
        } finally {
            for (var other : others) other.close();
        }
        say("connections exhausted", load.awaitWork(1, 30));
        load.attempts.answeredWithin(begun, 8, false);
    }

    private static void takeAll(List<Connection> others) {
        try {
            while (others.size() < 100) others.add(postgres.connect("postgres", "other"));
        } catch (SQLException noMore) {
            // that is what is wanted
        }
    }

    @Test
    @Order(4)
    void theNetworkStandsStillForFiveSeconds() throws Exception {
        network.stall();
        TimeUnit.SECONDS.sleep(5);
        network.resume();
        say("network still for 5 s", load.awaitWork(1, 30));
        load.attempts.answeredWithin(begun, 10, false);
    }

    /** Longer than anybody waits: whoever is in the middle of a statement is answered all the same. */
    @Test
    @Order(5)
    void theNetworkSwallowsEverything() throws Exception {
        network.stall();
        load.awaitRefusals(begun, 30);
        TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        network.resume();
        say("network swallows everything", load.awaitWork(1, 30));
        load.attempts.answeredWithin(begun, PATIENCE_SECONDS + 8, false);
    }

    @Test
    @Order(6)
    void connectionsAreCutAgainAndAgain() throws Exception {
        for (var i = 0; i < 20; i++) {
            TimeUnit.MILLISECONDS.sleep(150);
            network.cut();
        }
        say("20 times cut", load.awaitWork(1, 30));
        load.attempts.answeredWithin(begun, 8, false);
    }

    /** The case is written and its announcement waits: cut there, nothing of it stays, and the repetition is one case. */
    @Test
    @Order(7)
    void aTransactionIsCutInTheMiddle() throws Exception {
        var key = "cut-in-the-middle";
        CompletableFuture<Attempts.Answer> first;
        try (var other = postgres.connect(Service.CASES.database, "postgres");
                var hold = other.createStatement()) {
            other.setAutoCommit(false);
            hold.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
            first = CompletableFuture.supplyAsync(() -> load.registerOnce(key));
            await("all who register wait in the middle, it among them")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> postgres.waitToAnnounce() > 2);
            network.cut();
            assertEquals(503, first.get(20, TimeUnit.SECONDS).status());
            other.rollback();
        }
        await("the first is forgotten").atMost(Duration.ofSeconds(30)).until(() -> load.registerOnce(key)
                .done());
        assertEquals("true", load.registerOnce(key).header("Idempotency-Replayed"));
        load.attempts.answeredWithin(begun, PATIENCE_SECONDS + 8, false);
        say("cut in a transaction", 0);
    }

    @Test
    @Order(8)
    void nothingIsLostAndNoFigureIsWrong() throws Exception {
        load.stop();
        load.nothingLost(postgres);
        trial.figuresAreRight(postgres);
        trial.logsAreShort(40);
    }
}

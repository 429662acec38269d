package cn.disputes.deploy.run;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rounds over 10,000 open cases on three replicas that are killed at random moments: every case ends up in exactly one
 * order of its month. The seed is printed; {@code -Dkill.seed=} plays the same kills again.
 */
@Tag("faults")
class RoundKillIT {
    private static final int CASES = 10_000;
    private static final int KILLS = 20;
    private static final int REPLICAS = 3;
    private static final String COUNTY = "330782";

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Service> replicas = new ArrayList<>();
    private LocalPostgres postgres;
    private Connection database;
    private String token;

    @BeforeEach
    void start() throws Exception {
        System.out.println("kill.seed=" + seed);
        var folder = Path.of("target/round-kill-it").toAbsolutePath();
        Files.createDirectories(folder.getParent());
        var data = DataFolder.open(folder, true);
        postgres = LocalPostgres.start(data.path("postgres"), 0, data.databasePassword());
        postgres.createDatabase("alerts");
        token = data.tokens().token(Set.of("coordinator"), "330700", null, "协调员", Duration.ofHours(2));
        for (var port : RunningSuite.freePorts(REPLICAS)) replicas.add(replica(data, port));
        for (var replica : replicas) replica.start();
        for (var replica : replicas) replica.awaitReady(120);
        database = DriverManager.getConnection(postgres.url("alerts"), postgres.user(), postgres.password());
        for (var i = 0; i < 7; i++) {
            put("/v1/leaders/L-" + i, Map.of("name", "虚构" + i, "rank", "COUNTY", "regionCode", COUNTY));
            put("/v1/duties/D-" + i, Map.of("leaderId", "L-" + i, "regionCode", COUNTY, "from", "2020-01-01"));
        }
        cases();
    }

    private Service replica(DataFolder data, int port) throws IOException {
        return new Service(
                "alert-service",
                port,
                RunningSuite.HOME,
                data,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.url("alerts"),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "QUARKUS_OIDC_PUBLIC_KEY", data.tokens().publicKey(),
                        "TOKEN_ISSUER", TokenIssuer.ISSUER,
                        "TOKEN_AUDIENCE", TokenIssuer.AUDIENCE));
    }

    private void put(String path, Map<String, String> body) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(replicas.get(0).uri().resolve(path))
                .then()
                .statusCode(201);
    }

    private void cases() throws SQLException {
        try (var insert = database.prepareStatement(
                """
                INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level, score,
                    factors, state, flagged_on, version, recorded_at)
                SELECT gen_random_uuid(), '(2021)浙0782行初' || n || '号', ?, '11330700002592265Y', '虚构局', 'RED', 70, '[]',
                    'FLAGGED', '2021-12-01', 1, now()
                FROM generate_series(1, ?) AS n""")) {
            insert.setString(1, COUNTY);
            insert.setInt(2, CASES);
            insert.executeUpdate();
        }
    }

    @AfterEach
    void stop() throws Exception {
        replicas.forEach(Service::stop);
        if (database != null) database.close();
        if (postgres != null) postgres.close();
    }

    @Test
    void everyCaseIsInExactlyOneOrderOfEachMonthWhoeverIsKilled() throws Exception {
        var killed = 0;
        var amid = 0;
        var taken = TimeUnit.SECONDS.toMillis(3);
        for (var round = 1; killed < KILLS; round++) {
            var month = YearMonth.of(2022, 1).plusMonths(round - 1).toString();
            var order = new ArrayList<>(replicas);
            Collections.shuffle(order, random);
            var begun = System.nanoTime();
            var asked = order.stream().map(replica -> ask(replica, month)).toList();
            // whoever is asked first mostly holds the lock of the month, and is mostly among those who are killed
            var victims = Math.min(KILLS - killed, 1 + random.nextInt(REPLICAS));
            if (random.nextInt(3) == 0) Collections.reverse(order);
            for (var victim : order.subList(0, victims)) {
                TimeUnit.MILLISECONDS.sleep((long) (random.nextDouble() * taken / victims));
                var done = count("SELECT count(*) FROM assignment_round WHERE month = '" + month + "'") > 0;
                victim.kill();
                killed++;
                if (!done) amid++;
                System.out.printf(
                        "kill %d: %s %s its round, after %d ms%n",
                        killed, month, done ? "after" : "amid", millis(begun));
            }
            var answers = new ArrayList<Integer>();
            for (var answer : asked) answers.add(answer.get(2, TimeUnit.MINUTES));
            // a killed one cuts the line; nobody gets a fault of the service for an answer
            assertTrue(answers.stream().allMatch(status -> List.of(0, 200, 201).contains(status)), answers.toString());
            for (var victim : order.subList(0, victims)) victim.start();
            for (var victim : order.subList(0, victims)) victim.awaitReady(120);
            var again = System.nanoTime();
            var last = ask(replicas.get(random.nextInt(REPLICAS)), month).get(2, TimeUnit.MINUTES);
            assertTrue(last == 200 || last == 201, "answered " + last);
            if (last == 201) taken = Math.max(500, millis(again));
            exactlyOnce(month, round);
        }
        System.out.printf("%d of %d kills fell amid a round%n", amid, killed);
        assertTrue(amid >= KILLS / 4, "only " + amid + " kills fell amid a round");
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    /** The status; 0 when there was no answer. */
    private CompletableFuture<Integer> ask(Service replica, String month) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body(Map.of("month", month, "regionCode", "330700"))
                        .post(replica.uri().resolve("/v1/assignment-rounds"))
                        .statusCode();
            } catch (Exception cut) {
                return 0;
            }
        });
    }

    private void exactlyOnce(String month, int rounds) throws SQLException {
        var of = " WHERE month = '" + month + "'";
        assertEquals(1, count("SELECT count(*) FROM assignment_round" + of));
        assertEquals(7, count("SELECT count(*) FROM monthly_order" + of));
        assertEquals(CASES, count("SELECT count(*) FROM assignment_order" + of + " AND leader_id IS NOT NULL"));
        assertEquals(CASES, count("SELECT count(DISTINCT case_id) FROM assignment_order" + of));
        assertEquals(
                CASES,
                count("SELECT count(*) FROM risk_case WHERE version = " + (rounds + 1) + " AND cardinality(months) = "
                        + rounds + " AND months[" + rounds + "] = '" + month + "'"));
        // every version was announced, none twice
        assertEquals((long) CASES * rounds, count("SELECT count(*) FROM outbox"));
        assertEquals(
                (long) CASES * rounds,
                count("SELECT count(DISTINCT (aggregateid, payload ->> 'version')) FROM outbox"));
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

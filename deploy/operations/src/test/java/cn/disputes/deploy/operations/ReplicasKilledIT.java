package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three replicas of each service on one PostgreSQL, some of them killed and started again in every round while people
 * register, import, alert, look and hand over: afterwards every count is exact. The seed is printed; {@code -Dkill.seed=}
 * kills the same replicas again.
 */
@Tag("faults")
class ReplicasKilledIT {
    private static final int REPLICAS = 3;
    private static final int ROUNDS = 6;
    private static final int RISKS = 1_500;
    private static final int ROWS = 4_000;
    private static final String COUNTY = "330782";

    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    private static TrialPostgres postgres;
    private static Trial trial;
    private static Load load;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("kill.seed=" + SEED);
        postgres = TrialPostgres.create("max_connections=130");
        trial = new Trial(
                "replicas-killed-it",
                REPLICAS,
                postgres::url,
                Map.of(
                        "DB_POOL_MAX", "8",
                        "ESCALATION_SWEEP_EVERY", "1s",
                        "ESCALATION_CHUNK", "50",
                        "ESCALATION_AUDIT_GRACE", "0s"));
        trial.start();
        for (var i = 0; i < 3; i++) {
            put("/v1/leaders/L-" + i, Map.of("name", "虚构" + i, "rank", "COUNTY", "regionCode", COUNTY));
            put("/v1/duties/D-" + i, Map.of("leaderId", "L-" + i, "regionCode", COUNTY, "from", "2020-01-01"));
        }
        postgres.execute(
                Service.ALERTS.database,
                "INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level, score,"
                        + " factors, state, flagged_on, version, recorded_at) SELECT gen_random_uuid(), '(2021)浙0782行初' || n"
                        + " || '号', '" + COUNTY + "', '" + Synthetic.BUREAU + "', '虚构局', 'RED', 70, '[]', 'FLAGGED',"
                        + " '2021-12-01', 1, now() FROM generate_series(1, " + RISKS + ") AS n");
        load = new Load(trial).start().start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) trial.close();
        if (postgres != null) postgres.close();
    }

    private static void put(String path, Map<String, String> body) {
        trial.as("coordinator")
                .body(body)
                .put(trial.address(Service.ALERTS) + path)
                .then()
                .statusCode(201);
    }

    @Test
    void everyCountIsExactWhoeverIsKilled() throws Exception {
        var random = new Random(SEED);
        var months = new ArrayList<String>();
        for (var round = 0; round < ROUNDS; round++) {
            load.awaitWork(3, 60);
            var month = YearMonth.of(2022, 1).plusMonths(round).toString();
            months.add(month);
            var number = round;
            var importing = CompletableFuture.runAsync(() -> importFile(number));
            var handing = CompletableFuture.runAsync(() -> handOver(month));
            // every rung of the orders so far falls due in the middle of the killing
            if (round == ROUNDS / 2) monthsAgo();
            killSome(random);
            importing.get(3, TimeUnit.MINUTES);
            handing.get(3, TimeUnit.MINUTES);
        }
        load.awaitWork(3, 60);
        load.stop();
        System.out.println("replicas killed: " + load.attempts.summary(0));
        load.attempts.answeredWithin(0, 30, true);
        var counts = new ExactCounts(trial, postgres);
        counts.importsAreWhole(ROUNDS, ROWS);
        load.nothingLost(postgres, ROUNDS * ROWS);
        counts.everyCaseIsInOneOrder(RISKS, months);
        counts.everyRungIsToldOnce(RISKS);
        trial.figuresAreRight(postgres);
        counts.everyChangeIsAnnouncedOnce();
        counts.queuesAreRight(load.attempts);
        trial.logsAreShort(150);
    }

    /** One to five of the nine, at moments of the next two seconds, each started again a little later. */
    private static void killSome(Random random) throws Exception {
        var victims = new ArrayList<>(trial.all());
        Collections.shuffle(victims, random);
        var dead = victims.subList(0, 1 + random.nextInt(5));
        for (var victim : dead) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            victim.kill();
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        for (var victim : dead) victim.start();
        for (var victim : dead) victim.awaitReady();
        System.out.println("killed and started again: "
                + dead.stream().map(victim -> victim.service.title).sorted().toList());
    }

    /** Sent until it is taken, a second time where the answer was cut off: rows that are there are no new ones. */
    private static void importFile(int number) {
        var text =
                new StringBuilder("caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,"
                        + "respondentName,domain,actType,acceptedOn,concludedOn,outcome\n");
        for (var i = 1; i <= ROWS; i++)
            text.append("断电〔2022〕")
                    .append(number * ROWS + i)
                    .append("号,330702,2022-03-01,ONLINE,NATURAL_PERSON,合成,")
                    .append(Synthetic.BUREAU)
                    .append(",金华市司法局,OTHER,PENALTY,2022-03-02,2022-04-01,UPHELD\n");
        var file = text.toString().getBytes(StandardCharsets.UTF_8);
        await("taken").atMost(Duration.ofMinutes(2)).until(() -> load.attempts
                .post(
                        "import",
                        trial.address(Service.CASES) + "/v1/imports?kind=reconsiderations",
                        trial.token("case-officer"),
                        file)
                .done());
        await("loaded")
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        postgres.count(Service.CASES, "SELECT count(*) FROM import_job WHERE status = 'RUNNING'") == 0);
    }

    private static void handOver(String month) {
        await("handed over").atMost(Duration.ofMinutes(2)).until(() -> load.attempts
                .post(
                        "round",
                        trial.address(Service.ALERTS) + "/v1/assignment-rounds",
                        trial.token("coordinator"),
                        Map.of("month", month, "regionCode", Trial.CITY))
                .done());
    }

    private static void monthsAgo() {
        await("climbs have begun")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        postgres.count(Service.ALERTS, "SELECT count(*) FROM escalation_run WHERE ended_at IS NULL")
                                >= RISKS);
        postgres.execute(
                Service.ALERTS.database,
                "UPDATE escalation_run SET started_at = started_at - interval '100 days', started_on = started_on - 100;"
                        + " UPDATE escalation_case SET next_at = now()");
    }
}

package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A rolling upgrade: the former release has written, the present one starts beside it and migrates, and both work on the
 * same databases while people use both. {@code ./mvnw verify -Pupgrade [-Dprevious.release=…]}
 */
@Tag("upgrade")
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BEFORE = 40;
    private static final int EACH = 60;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> cases = new ConcurrentLinkedQueue<>();
    private final AtomicInteger registered = new AtomicInteger();
    private final AtomicInteger stepped = new AtomicInteger();
    private final AtomicInteger alerts = new AtomicInteger();
    private ThreeServices trial;

    @Test
    void bothReleasesWorkOnTheSameDatabases() throws Exception {
        var name = FormerRelease.named();
        assumeTrue(
                name.isPresent(),
                "no upgrade is tried: the history of this checkout has no former release; fetch it, or name a commit with -Dprevious.release=…");
        var former = FormerRelease.build(name.get());
        try (var opened = ThreeServices.open(Path.of("target/upgrade-it").toAbsolutePath())) {
            trial = opened;
            var old = trial.begin("former", former.home(), Map.of());
            for (var i = 0; i < BEFORE; i++) register(old);
            for (var i = 0; i < BEFORE; i++) alert(old);
            await().atMost(PATIENCE).until(() -> received(old) == BEFORE);
            var present = trial.begin("present", Service.HOME, Map.of());
            together(old, present);
            assertEquals(List.of(), List.copyOf(failures), former.name() + " beside the present release");
            assertTrue(stepped.get() > EACH, "cases of one were taken further by the other: " + stepped);
            await("figures of the former release").atMost(PATIENCE).until(() -> received(old) == registered.get());
            // a release older than the roll-ups neither counts what it folds nor keeps all that is folded now
            if (former.lacks("stats-service/src/main/resources/db/migration/V12__cells.sql")) differences(present);
            await("figures of the present release").atMost(PATIENCE).until(() -> received(present) == registered.get());
            assertEquals(0, differences(present), "what was folded by both is what is folded anew");
            assertEquals(registered.get(), received(present));
        }
    }

    /** Two people with each release, each taking up what the other registered; readers beside them. */
    private void together(Map<Service, String> old, Map<Service, String> present) throws Exception {
        var people = Executors.newFixedThreadPool(6);
        var over = new AtomicBoolean();
        var work = new ArrayList<java.util.concurrent.Future<?>>();
        for (var release : List.of(old, present)) {
            work.add(people.submit(() -> {
                for (var i = 0; i < EACH; i++) {
                    register(release);
                    step(release == old ? present : old);
                }
            }));
            work.add(people.submit(() -> {
                for (var i = 0; i < EACH; i++) alert(release);
            }));
        }
        var readers = new ArrayList<java.util.concurrent.Future<?>>();
        for (var release : List.of(old, present))
            readers.add(people.submit(() -> {
                while (!over.get()) read(release);
            }));
        try {
            for (var one : work) one.get(5, TimeUnit.MINUTES);
        } finally {
            over.set(true);
            for (var one : readers) one.get(1, TimeUnit.MINUTES);
            people.shutdownNow();
        }
    }

    private Response noted(String what, Response answer) {
        if (answer.statusCode() >= 500) failures.add(what + " answered " + answer.statusCode());
        return answer;
    }

    private void register(Map<Service, String> release) {
        var answer = noted(
                "a registration",
                trial.as("case-officer")
                        .body(Synthetic.reconsideration(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")))
                        .post(release.get(Service.CASES) + "/v1/reconsiderations"));
        if (answer.statusCode() != 201) return;
        registered.incrementAndGet();
        cases.add(answer.path("id") + " " + answer.header("ETag"));
    }

    private void step(Map<Service, String> release) {
        var next = cases.poll();
        if (next == null) return;
        var parts = next.split(" ", 2);
        var answer = noted(
                "a step",
                trial.as("case-officer")
                        .header("If-Match", parts[1])
                        .body(Map.of("type", "ACCEPTED", "on", Synthetic.today(), "procedure", "ORDINARY"))
                        .post(release.get(Service.CASES) + "/v1/reconsiderations/" + parts[0] + "/steps"));
        if (answer.statusCode() < 300) stepped.incrementAndGet();
    }

    private void alert(Map<Service, String> release) {
        var number = alerts.incrementAndGet();
        noted(
                "an alert",
                trial.as("court-liaison")
                        .body(Synthetic.alert("a-" + number, number))
                        .post(release.get(Service.ALERTS) + "/v1/alerts"));
    }

    private void read(Map<Service, String> release) {
        var officer = Map.of(
                Service.CASES, List.of("case-officer /v1/reconsiderations?limit=20", "service /v1/events?limit=50"),
                Service.ALERTS, List.of("coordinator /v1/risk-cases?limit=20", "service /v1/events?limit=50"),
                Service.STATS, List.of("statistician /v1/freshness"));
        officer.forEach((service, asked) -> {
            for (var one : asked) {
                var parts = one.split(" ");
                var answer = trial.as(parts[0]).get(release.get(service) + parts[1]);
                noted("GET " + parts[1] + " of " + service.title, answer);
            }
        });
        received(release);
    }

    private int received(Map<Service, String> release) {
        var answer = noted(
                "figures",
                trial.as("statistician")
                        .get(release.get(Service.STATS)
                                + "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2025-01&to="
                                + Synthetic.today().substring(0, 7)));
        if (answer.statusCode() != 200) return -1;
        Integer value = answer.path("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
        return value == null ? 0 : value;
    }

    private int differences(Map<Service, String> release) {
        return trial.as("statistician")
                .post(release.get(Service.STATS) + "/v1/rebuild")
                .then()
                .statusCode(200)
                .extract()
                .path("differences");
    }
}

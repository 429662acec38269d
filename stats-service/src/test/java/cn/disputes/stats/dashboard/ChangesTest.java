package cn.disputes.stats.dashboard;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ChangesTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /** A page that writes down what it is told. */
    private static final class Page implements Changes.Line {
        final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void tell(boolean changed, Changes.Told what) {
            told.add(changed ? "figures" : "beat");
        }

        @Override
        public void end() {
            told.add("end");
        }

        String next() throws InterruptedException {
            return String.valueOf(told.poll(10, TimeUnit.SECONDS));
        }
    }

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
        // streams of other tests end by themselves
        Awaitility.await().until(() -> changes.count() == 0);
    }

    private Page listen(String subject, String region, String known) {
        var page = new Page();
        changes.open(subject, new RegionScope(region), known, clock.instant().plusSeconds(600), page);
        return page;
    }

    @Test
    void eachHearsOfItsOwnRegionOnly() throws Exception {
        var here = listen("a", "330702", null);
        var there = listen("b", "330782", null);
        var city = listen("c", "330700", null);
        changes.round();
        for (var page : List.of(here, there, city)) assertEquals("figures", page.next());
        Told.fold(jdbi, Told.reconsideration("R1", "330702", "2022-01-05"));
        changes.round();
        assertEquals("figures", here.next());
        assertEquals("figures", city.next());
        assertEquals("end", there.next());
    }

    @Test
    void whoKnowsTheVersionIsNotToldToReadAnew() throws Exception {
        var version = given().auth()
                .oauth2(token("dashboard").sign())
                .get("/v1/changes")
                .body()
                .asString();
        var id = version.lines()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3)
                .trim();
        var knows = listen("a", "330700", id);
        var forged = listen("b", "330700", "forged");
        changes.round();
        assertEquals("beat", knows.next());
        assertEquals("figures", forged.next());
    }

    /** Ends with the token, however long the stream would last. */
    @Test
    void endsWithTheToken() throws Exception {
        var page = new Page();
        changes.open("a", new RegionScope("330700"), null, clock.instant(), page);
        assertEquals("end", page.next());
        assertEquals(0, changes.count());
    }

    @Test
    void nobodyTakesAllStreamsAndNobodyGetsMoreThanThereAre() throws Exception {
        var scope = new RegionScope("330700");
        var until = clock.instant().plusSeconds(600);
        var opened = Together.together(8, thread -> () -> {
            var own = 0;
            for (var i = 0; i < 10; i++) {
                try {
                    changes.open("greedy", scope, null, until, new Page());
                    own++;
                } catch (ProblemException full) {
                    assertEquals(429, full.code().status());
                }
            }
            return own;
        });
        assertEquals(20, opened.stream().mapToInt(n -> n).sum());
        changes.open("another", scope, null, until, new Page());
        assertThrows(ProblemException.class, () -> changes.open("greedy", scope, null, until, new Page()));
    }

    @Test
    void overHttpItIsAStreamOfEventsThatEnds() {
        var answer = given().auth().oauth2(token("dashboard").sign()).get("/v1/changes");
        answer.then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Accel-Buffering", equalTo("no"));
        var text = answer.body().asString();
        assertTrue(text.contains("event:figures") || text.contains("event: figures"), text);
        assertTrue(text.contains("\"version\"") && text.contains("\"feeds\""), text);
    }

    @Test
    void closingAPageFreesItsStream() {
        var close = changes.open(
                "a", new RegionScope("330700"), null, clock.instant().plusSeconds(600), new Page());
        assertEquals(1, changes.count());
        close.run();
        assertEquals(0, changes.count());
    }
}

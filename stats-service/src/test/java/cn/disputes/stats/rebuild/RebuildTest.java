package cn.disputes.stats.rebuild;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.figures.Histories;
import cn.disputes.stats.indicators.Indicators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was followed step by step, folded anew, is the same; what was damaged is found and mended. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = FeedStub.class, restrictToAnnotatedClass = true)
class RebuildTest {
    @Inject
    Jdbi jdbi;

    private static RequestSpecification statistician() {
        return given().auth().oauth2(token("statistician").region("000000").sign());
    }

    @BeforeEach
    void follow() {
        if (FeedStub.EVENTS.isEmpty())
            for (var seed = 400; seed < 430; seed++) FeedStub.EVENTS.addAll(Histories.of(seed));
        var until = System.nanoTime() + 60_000_000_000L;
        while (!statistician().get("/v1/freshness").jsonPath().getBoolean("caughtUp"))
            assertTrue(System.nanoTime() < until, "the follower does not catch up");
    }

    private static String figures() {
        var all = Indicators.all().stream().map(i -> i.code()).collect(Collectors.joining(","));
        return statistician()
                .get("/v1/statistics?groupBy=quarter,region&from=2021-10&to=2023-03&indicators=" + all)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath rebuilt(String path) {
        return statistician()
                .post("/v1/rebuild" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void foldedAnewIsTheSame() {
        var before = figures();
        for (var times = 0; times < 2; times++) {
            var result = rebuilt("");
            assertTrue(result.getLong("facts") > 300);
            assertEquals(0, result.getLong("differences"));
            assertEquals(0, result.getLong("cellDifferences"));
            assertEquals(before, figures());
        }
        assertEquals(0, rebuilt("/cells").getLong("cellDifferences"));
        assertEquals(before, figures());
    }

    @Test
    void aDamagedFactIsFoundAndMended() {
        var before = figures();
        jdbi.useHandle(h -> h.execute("UPDATE fact SET outcome = 'REVOKED' WHERE outcome = 'UPHELD'"));
        assertNotEquals(0, rebuilt("").getLong("differences"));
        assertEquals(before, figures());
    }

    @Test
    void aDamagedCellIsFoundAndMended() {
        var before = figures();
        jdbi.useHandle(h -> {
            for (var table : new String[] {"cell_a", "cell_b"})
                h.execute("UPDATE " + table + " SET n1 = n1 + 1 WHERE cube = 0");
            // what was answered before is not answered again once the cells lie elsewhere
            for (var table : new String[] {"cell_a", "cell_b"}) h.execute("VACUUM FULL " + table);
        });
        assertNotEquals(before, figures());
        assertNotEquals(0, rebuilt("/cells").getLong("cellDifferences"));
        assertEquals(before, figures());
    }

    /** Somebody who reads for long, a download on a slow line, keeps the swap waiting and nobody else. */
    @Test
    void whoReadsForLongHoldsUpNobodyElse() {
        CompletableFuture<JsonPath> rebuild;
        try (var reader = jdbi.open()) {
            reader.begin();
            reader.execute("SELECT count(*) FROM fact");
            rebuild = CompletableFuture.supplyAsync(() -> rebuilt(""));
            var until = System.nanoTime() + 60_000_000_000L;
            while (!swapWaits()) assertTrue(System.nanoTime() < until, "nothing waits for the reader");
            var others = jdbi.inTransaction(h -> {
                h.execute("SET LOCAL statement_timeout = '15s'");
                return h.createQuery("SELECT count(*) FROM fact")
                        .mapTo(Long.class)
                        .one();
            });
            assertTrue(others > 0);
            reader.rollback();
        }
        assertEquals(0, rebuild.join().getLong("differences"));
    }

    private boolean swapWaits() {
        return !swapsWaiting().isEmpty();
    }

    /** The transactions of a swap that wait for a reader. */
    private Set<String> swapsWaiting() {
        return jdbi.withHandle(h -> h.createQuery("SELECT virtualtransaction FROM pg_locks WHERE NOT granted"
                        + " AND relation = 'fact'::regclass AND mode = 'AccessExclusiveLock'")
                .mapTo(String.class)
                .set());
    }

    /** Events that a try of the swap has read before it gave way are read again by the next one. */
    @Test
    void whatComesWhileTheSwapIsTriedAgainIsNotLost() {
        var told = Histories.of(530);
        CompletableFuture<JsonPath> rebuild;
        try (var reader = jdbi.open()) {
            reader.begin();
            reader.execute("SELECT count(*) FROM fact");
            rebuild = CompletableFuture.supplyAsync(() -> rebuilt(""));
            var tries = new HashSet<String>();
            var until = System.nanoTime() + 60_000_000_000L;
            while (tries.size() < 3) {
                assertTrue(System.nanoTime() < until, "the swap is not tried again");
                if (tries.addAll(swapsWaiting()) && tries.size() == 1) FeedStub.EVENTS.addAll(told);
            }
            reader.rollback();
        }
        rebuild.join();
        follow();
        var wanted = told.stream().map(CaseEvent::id).distinct().toList();
        var known = jdbi.withHandle(h -> h.createQuery("SELECT count(DISTINCT id) FROM fact WHERE id IN (<ids>)")
                .bindList("ids", wanted)
                .mapTo(Integer.class)
                .one());
        assertEquals(wanted.size(), known);
    }

    @Test
    void aSourceThatIsAwayIsNamed() {
        FeedStub.away = true;
        try {
            statistician()
                    .header("Accept-Language", "en")
                    .post("/v1/rebuild")
                    .then()
                    .statusCode(503)
                    .contentType(containsString("problem+json"))
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("case-service"));
        } finally {
            FeedStub.away = false;
        }
        follow();
        assertEquals(0, rebuilt("").getLong("differences"));
    }

    /** What was set aside when it came is passed over, and those of its page are folded. */
    @Test
    void anEventThatCannotBeAppliedDoesNotStopIt() {
        FeedStub.EVENTS.add(
                Cases.suit("never filed", "2022-05-05").with("filedOn", null).event());
        var behind = Cases.suit("behind it", "2022-05-05");
        FeedStub.EVENTS.add(behind.event());
        follow();
        var before = figures();
        assertEquals(0, rebuilt("").getLong("differences"));
        assertEquals(before, figures());
        var known = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM fact WHERE id = :id")
                .bind("id", behind.id())
                .mapTo(Integer.class)
                .one());
        assertEquals(1, known);
    }

    /** Who follows the feed never comes by what a rebuild has read: what it cannot apply it lists itself. */
    @Test
    void whatARebuildMeetsFirstAndCannotApplyIsListed() {
        var before = rebuilt("").getLong("setAside");
        FeedStub.EVENTS.add(
                Cases.suit("never filed", "2022-05-05").with("filedOn", null).event());
        assertTrue(rebuilt("").getLong("setAside") > before);
    }

    /** Events that come while it is folded anew are neither lost nor counted twice. */
    @Test
    void eventsGoOnMeanwhile() throws InterruptedException {
        var more = new Thread(() -> {
            for (var seed = 500; seed < 520; seed++) FeedStub.EVENTS.addAll(Histories.of(seed));
        });
        more.start();
        rebuilt("");
        more.join();
        follow();
        var before = figures();
        assertEquals(0, rebuilt("").getLong("differences"));
        assertEquals(before, figures());
    }
}

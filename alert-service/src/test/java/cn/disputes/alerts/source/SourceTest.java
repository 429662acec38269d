package cn.disputes.alerts.source;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.number;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.feed.Outbox;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SourceTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    @Inject
    SourceConfig config;

    private static String name() {
        return "来源-" + UUID.randomUUID();
    }

    /** The sources as they are at an instant, like a replica of its own. */
    private Sources at(Instant now) {
        return new Sources(outbox, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Admission admission(Instant now) {
        return new Admission(jdbi, at(now), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void setUp(String source, String region, Integer heartbeat, Integer limit) {
        var body = new HashMap<String, Object>();
        body.put("name", "虚构法院");
        body.put("regionCode", region);
        if (heartbeat != null) body.put("heartbeatMinutes", heartbeat);
        if (limit != null) body.put("rowsPerMinute", limit);
        coordinator().body(body).put("/v1/sources/" + source).then().statusCode(201);
    }

    private static boolean admitted(Admission admission, String source, int rows) {
        try {
            admission.admit(Map.of(source, rows), "330700", "法院");
            return true;
        } catch (ProblemException tooMany) {
            assertEquals(429, tooMany.code().status());
            return false;
        }
    }

    /** Sixteen threads, four replicas, one instant: of 16 × 20 rows exactly the limit is let in. */
    @ParameterizedTest
    @ValueSource(ints = {7, 100, 101})
    void letsInExactlyTheLimitUnderSixteenThreads(int limit) throws Exception {
        var source = name();
        setUp(source, "330700", null, limit);
        var now = Instant.now();
        var replicas = List.of(admission(now), admission(now), admission(now), admission(now));
        var passed = together(16, i -> () -> {
            var mine = 0;
            for (var n = 0; n < 20; n++) if (admitted(replicas.get(i % 4), source, 1)) mine++;
            return mine;
        });
        assertEquals(limit, passed.stream().mapToInt(Integer::intValue).sum());
        // half a minute later half of it again, and a whole hour later no more than the whole
        var later = admission(now.plusSeconds(30));
        for (var n = 0; n < limit / 2; n++) assertTrue(admitted(later, source, 1));
        assertFalse(admitted(later, source, 1));
        var muchLater = admission(now.plusSeconds(3600));
        assertTrue(admitted(muchLater, source, limit));
        assertFalse(admitted(muchLater, source, 1));
    }

    @Test
    void aBatchLargerThanTheLimitIsLetInAloneAndPaidOffAfterwards() {
        var source = name();
        setUp(source, "330700", null, 100);
        var now = Instant.now();
        assertTrue(admitted(admission(now), source, 250));
        var refusal =
                assertThrows(ProblemException.class, () -> admission(now).admit(Map.of(source, 1), "330700", "法院"));
        // 250 leak at 100 a minute: one row fits once 151 of them have gone
        assertEquals(91L, refusal.retryAfter());
        assertFalse(admitted(admission(now.plusSeconds(90)), source, 1));
        assertTrue(admitted(admission(now.plusSeconds(91)), source, 1));
    }

    @Test
    void whereOneSourceOfABatchIsOverItsLimitNoneIsCharged() {
        var full = name();
        var free = name();
        setUp(full, "330700", null, 5);
        setUp(free, "330700", null, 5);
        var now = admission(Instant.now());
        assertTrue(admitted(now, full, 5));
        assertThrows(ProblemException.class, () -> now.admit(Map.of(full, 1, free, 5), "330700", "法院"));
        assertTrue(admitted(now, free, 5));
    }

    @Test
    void tellsWhenToTryAgain() {
        var source = name();
        setUp(source, "330700", null, 1);
        court().body(alert(source, "1", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        court().body(alert(source, "2", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("code", equalTo("too-many-requests"));
    }

    @Test
    void oneThatOnlyPostedIsSetUpByNobodyOutsideTheRegionItCameFrom() {
        var source = name();
        court().body(alert(source, "1", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(token("coordinator").region("330782").sign())
                .contentType("application/json")
                .body(Map.of("regionCode", "330782", "speakers", List.of("mine-alone")))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(404);
        court().body(alert(source, "2", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        setUp(source, "330700", null, null);
    }

    @Test
    void isKnownOncePostedAndBoundOnceSetUp() {
        var source = name();
        court().body(alert(source, "1", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        coordinator()
                .get("/v1/sources/" + source)
                .then()
                .statusCode(200)
                .body("configured", equalTo(false))
                .body("regionCode", equalTo("330700"))
                .body("rowsPerMinute", equalTo(120_000));
        setUp(source, "330702", 60, 10);
        court().body(alert(source, "2", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("regionCode"));
        var again = Map.of("regionCode", "330700");
        coordinator().body(again).put("/v1/sources/" + source).then().statusCode(428);
        coordinator()
                .header("If-Match", "\"v9\"")
                .body(again)
                .put("/v1/sources/" + source)
                .then()
                .statusCode(412);
        coordinator()
                .header("If-Match", "\"v1\"")
                .body(again)
                .put("/v1/sources/" + source)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("regionCode", equalTo("330700"));
        court().body(alert(source, "2", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        as("coordinator", "330702", "x").get("/v1/sources/" + source).then().statusCode(404);
        as("coordinator", "330702", "x")
                .header("If-Match", "*")
                .body(Map.of("regionCode", "330702"))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(404);
        as("court-liaison", "330100", "x")
                .post("/v1/sources/" + source + "/heartbeat")
                .then()
                .statusCode(404);
    }

    @Test
    void ofManyWhoSetUpOneSourceOneDoes() throws Exception {
        var source = name();
        var answers = together(
                8,
                i -> () -> coordinator()
                        .body(Map.of("regionCode", "330700", "rowsPerMinute", 10 + i))
                        .put("/v1/sources/" + source)
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 428).count(), answers.toString());
    }

    private static List<Map<String, Object>> announced(String source) {
        return given().auth()
                .oauth2(token("service").sign())
                .get("/v1/events?limit=500&after=" + newestBut(500))
                .jsonPath()
                .getList("items.data.findAll { it.source == '" + source + "' }");
    }

    /** The feed may be longer than one page by now. */
    private static String newestBut(int rows) {
        var cursor = "";
        while (true) {
            var page = given().auth()
                    .oauth2(token("service").sign())
                    .get("/v1/events?limit=500&after=" + cursor)
                    .jsonPath();
            if (page.getList("items").size() < rows) return cursor;
            cursor = page.getString("next");
        }
    }

    @Test
    void aSilenceIsRaisedOnceHoweverManyLookAndEndsWhenTheSourceSpeaks() throws Exception {
        var source = name();
        setUp(source, "330700", 30, null);
        coordinator().get("/v1/sources?silent=true&limit=500").then().body("items.id", not(hasItem(source)));
        var beyond = Instant.now().plus(Duration.ofMinutes(31));
        var raised = together(8, () -> jdbi.inTransaction(h -> at(beyond).raise(h)));
        assertTrue(raised.stream().mapToInt(Integer::intValue).sum() >= 1);
        var events = announced(source);
        assertEquals(1, events.size(), events.toString());
        assertEquals(30, events.get(0).get("heartbeatMinutes"));
        assertEquals(null, events.get(0).get("endedAt"));
        // it speaks: the silence ends, once
        var spoke = together(
                8, () -> court().post("/v1/sources/" + source + "/heartbeat").statusCode());
        assertEquals(Collections.nCopies(8, 204), spoke);
        events = announced(source);
        assertEquals(2, events.size(), events.toString());
        assertTrue(events.get(1).get("endedAt") != null);
        // and may fall silent again
        jdbi.useTransaction(h -> at(beyond.plus(Duration.ofHours(1))).raise(h));
        assertEquals(3, announced(source).size());
        court().body(alert(source, "1", number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        events = announced(source);
        assertEquals(4, events.size());
        assertEquals(
                List.of(1, 2, 3, 4), events.stream().map(e -> e.get("version")).toList());
    }

    @Test
    void listsWhoIsSilentToday() {
        var source = name();
        setUp(source, "330700", 1, null);
        jdbi.useHandle(h ->
                h.execute("UPDATE alert_source SET expected_from = now() - interval '2 hours' WHERE id = ?", source));
        coordinator()
                .get("/v1/sources?silent=true&limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(source))
                .body("items.size()", greaterThan(0));
        as("coordinator", "330702", "x")
                .get("/v1/sources?silent=true&limit=500")
                .then()
                .body("items.id", not(hasItem(source)));
        court().post("/v1/sources/" + source + "/heartbeat").then().statusCode(204);
        coordinator().get("/v1/sources?silent=true&limit=500").then().body("items.id", not(hasItem(source)));
        coordinator().get("/v1/sources?silent=perhaps").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"regionCode\":\"33\"}",
                "{\"regionCode\":\"330700\",\"rowsPerMinute\":0}",
                "{\"regionCode\":\"330700\",\"heartbeatMinutes\":0}"
            })
    void refusesWhatCannotBeExpected(String setup) {
        coordinator().body(setup).put("/v1/sources/" + name()).then().statusCode(400);
    }
}

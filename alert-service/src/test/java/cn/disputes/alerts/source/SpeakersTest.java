package cn.disputes.alerts.source;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.number;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token may speak for a source. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SpeakersTest {
    @Inject
    Jdbi jdbi;

    private static String name() {
        return "来源-" + UUID.randomUUID();
    }

    private static RequestSpecification court(String subject) {
        return as("court-liaison", "330700", subject);
    }

    private static Map<String, Object> any(String source) {
        return alert(source, UUID.randomUUID().toString(), number(), "2021-05-01", "GROUP_CASE");
    }

    private static int put(String source, int limit, String ifMatch, String... speakers) {
        return coordinator()
                .header("If-Match", ifMatch)
                .body(Map.of("regionCode", "330700", "rowsPerMinute", limit, "speakers", List.of(speakers)))
                .put("/v1/sources/" + source)
                .statusCode();
    }

    @Test
    void onlyWhoeverIsNamedMayPostOrBeHeard() {
        var source = name();
        assertEquals(201, put(source, 100, "*", "法院甲", "法院乙"));
        coordinator().get("/v1/sources/" + source).then().body("speakers", contains("法院甲", "法院乙"));
        for (var named : List.of("法院甲", "法院乙"))
            court(named).body(any(source)).post("/v1/alerts").then().statusCode(201);
        court("法院丙")
                .body(any(source))
                .post("/v1/alerts")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-a-speaker"))
                .body("violations.field", contains("source"))
                .body("violations[0].message", containsString("报送人"));
        court("法院丙")
                .header("Accept-Language", "en")
                .post("/v1/sources/" + source + "/heartbeat")
                .then()
                .statusCode(403)
                .body("violations.field", contains("source"))
                .body("violations[0].message", containsString("not among those named"));
        court("法院乙").post("/v1/sources/" + source + "/heartbeat").then().statusCode(204);
        coordinator()
                .get("/v1/alerts/rejected?source=" + source)
                .then()
                .body("items.code", contains("not-a-speaker"))
                .body("items.field", contains("source"));
    }

    /** Two of a court's systems that speak for one source see what either has said, a stranger sees neither. */
    @Test
    void whoeverIsNamedSeesWhatTheSourceHasSaid() {
        var source = name();
        put(source, 100, "*", "法院甲", "法院乙");
        var id = court("法院甲").body(any(source)).post("/v1/alerts").<String>path("id");
        var refused = any(source);
        refused.put("raisedOn", "2999-01-01");
        court("法院甲").body(refused).post("/v1/alerts").then().statusCode(400);
        for (var seen : List.of("/v1/alerts?source=" + source, "/v1/alerts/rejected?source=" + source)) {
            court("法院乙").get(seen).then().statusCode(200).body("items", hasSize(1));
            court("法院丙").get(seen).then().statusCode(200).body("items", hasSize(0));
        }
        court("法院乙").get("/v1/alerts/" + id + "/revisions").then().statusCode(200);
        court("法院丙").get("/v1/alerts/" + id + "/revisions").then().statusCode(404);
    }

    @Test
    void goodRowsOfABatchAreTakenBesideThoseOfASourceNotSpokenFor() {
        var own = name();
        var others = name();
        put(own, 100, "*", "法院甲");
        put(others, 100, "*", "法院乙");
        court("法院甲")
                .body(Map.of("items", List.of(any(own), any(others), any(name()), any(own))))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", contains("CREATED", "REJECTED", "CREATED", "CREATED"))
                .body("items[1].violations.field", contains("source"));
    }

    /** Revised by a stranger, an alert of the court would say what the court never said. */
    @Test
    void nobodyElseRevisesWhatASourceHasSaid() {
        var source = name();
        put(source, 100, "*", "法院甲");
        var said = any(source);
        court("法院甲").body(said).post("/v1/alerts").then().statusCode(201);
        said.put("note", "改动（虚构）");
        court("法院丙").body(said).post("/v1/alerts").then().statusCode(403);
        coordinator().get("/v1/alerts?source=" + source).then().body("items[0].alert.note", nullValue());
    }

    @Test
    void whoMayNotSpeakNeitherUsesUpTheLimitNorEndsTheSilence() {
        var source = name();
        assertEquals(201, put(source, 2, "*", "法院甲"));
        for (var n = 0; n < 3; n++)
            court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(403);
        coordinator().get("/v1/sources/" + source).then().body("heardAt", nullValue());
        for (var n = 0; n < 2; n++)
            court("法院甲").body(any(source)).post("/v1/alerts").then().statusCode(201);
        jdbi.useHandle(h -> h.execute(
                "UPDATE alert_source SET silent_since = now() - interval '1 hour', heartbeat_minutes = 1,"
                        + " heard_at = now() - interval '2 hours', expected_from = now() - interval '3 hours' WHERE id = ?",
                source));
        court("法院丙").post("/v1/sources/" + source + "/heartbeat").then().statusCode(403);
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(403);
        coordinator().get("/v1/sources?silent=true&limit=500").then().body("items.id", hasItem(source));
        court("法院甲").post("/v1/sources/" + source + "/heartbeat").then().statusCode(204);
        coordinator().get("/v1/sources?silent=true&limit=500").then().body("items.id", not(hasItem(source)));
    }

    @Test
    void withoutAListItIsAsEver() {
        var source = name();
        coordinator()
                .body(Map.of("regionCode", "330700"))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(201)
                .body("speakers", nullValue());
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(201);
        court("法院丁").post("/v1/sources/" + source + "/heartbeat").then().statusCode(204);
        // named, and let go again
        assertEquals(200, put(source, 100, "\"v1\"", "法院甲"));
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(403);
        coordinator()
                .header("If-Match", "\"v2\"")
                .body(Map.of("regionCode", "330700"))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(200);
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(201);
    }

    /** From the answer to the coordinator on, no alert of anybody else is taken; and none that was taken is lost. */
    @Test
    void namingTheSpeakersHoldsFromTheAnswerOn() throws Exception {
        var source = name();
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(201);
        var named = new AtomicLong(Long.MAX_VALUE);
        var underWay = new CountDownLatch(20);
        record Posted(long begun, int status) {}
        var posted = together(7, i -> () -> {
            var mine = new ArrayList<Posted>();
            if (i == 0) {
                underWay.await();
                assertEquals(201, put(source, 100_000, "*", "法院甲"));
                named.set(System.nanoTime());
                return mine;
            }
            for (var n = 0; n < 15; n++) {
                var begun = System.nanoTime();
                mine.add(new Posted(
                        begun, court("法院丙").body(any(source)).post("/v1/alerts").statusCode()));
                underWay.countDown();
            }
            return mine;
        });
        var all = posted.stream().flatMap(List::stream).toList();
        assertEquals(90, all.size());
        assertTrue(all.stream().allMatch(p -> p.status() == 201 || p.status() == 403), all.toString());
        assertFalse(all.stream().anyMatch(p -> p.begun() > named.get() && p.status() != 403), all.toString());
        court("法院丙").body(any(source)).post("/v1/alerts").then().statusCode(403);
        var taken = (int) all.stream().filter(p -> p.status() == 201).count();
        coordinator().get("/v1/alerts?limit=500&source=" + source).then().body("items", hasSize(taken + 1));
    }

    @Test
    void ofTwoWhoNameSpeakersAtOnceOneDoes() throws Exception {
        var source = name();
        put(source, 100, "*", "法院甲");
        var answers = together(6, i -> () -> put(source, 100, "\"v1\"", "法院-" + i));
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 412).count(), answers.toString());
        coordinator().get("/v1/sources/" + source).then().body("speakers", contains("法院-" + answers.indexOf(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"\"]", "[null]", "\"法院甲\"", "[1]", "[\"a\\u0000b\"]", "[{}]"})
    void refusesAListThatNamesNobody(String speakers) {
        coordinator()
                .body("{\"regionCode\":\"330700\",\"speakers\":" + speakers + "}")
                .put("/v1/sources/" + name())
                .then()
                .statusCode(400);
        var long256 = "[\"" + "x".repeat(256) + "\"]";
        coordinator()
                .body("{\"regionCode\":\"330700\",\"speakers\":" + long256 + "}")
                .put("/v1/sources/" + name())
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("speakers"));
    }
}

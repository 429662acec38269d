package cn.disputes.stats.caching;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CachedAnswersTest {
    private static final String RECEIVED =
            "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED,DISPUTE_SETTLED_RATE&from=2022-01&to=2022-12";

    private static final String MOVES =
            "/v1/indicators/DISPUTE_SETTLED_RATE/moves?older=1&newer=2&from=2022-01&to=2022-12";
    private static final String ROWS = "/v1/statistics/RECONSIDERATIONS_RECEIVED/cases?from=2022-01&to=2022-12";
    private static final String RANKING = "/v1/rankings/RECONSIDERATIONS_RECEIVED?by=region&from=2022-01&to=2022-12";
    private static final String FORM = "/v1/forms/GFFTZ-1?from=2022-01&to=2022-12";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
        Told.fold(
                jdbi,
                Told.reconsideration("R1", "330702", "2022-01-05").concluded("2022-02-05", "UPHELD"),
                Told.suit("L1", "330782", "2022-03-05"));
    }

    private static Response ask(String path, String tag, String role, String region) {
        var request = given().auth().oauth2(token(role).region(region).sign());
        if (tag != null) request.header("If-None-Match", tag);
        return request.get(path);
    }

    private static String tag(String path, String role, String region) {
        var answer = ask(path, null, role, region);
        assertEquals(200, answer.statusCode());
        return answer.header("ETag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {RECEIVED, ROWS, "/v1/indicators", "/v1/indicators/LOSS_RATE", MOVES, RANKING, "/v1/forms", FORM})
    void theSameQuestionIsAnsweredWithNotModified(String path) {
        var first = ask(path, null, "statistician", "330700");
        first.then().statusCode(200).header("ETag", containsString("\"")).header("Cache-Control", "private, no-cache");
        assertTrue(first.header("Vary").contains("Authorization"), first.header("Vary"));
        var again = ask(path, first.header("ETag"), "statistician", "330700");
        assertEquals(304, again.statusCode());
        assertEquals("", again.body().asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(
                304,
                ask(path, "\"other\", W/" + first.header("ETag"), "statistician", "330700")
                        .statusCode());
        assertEquals(200, ask(path, "\"other\"", "statistician", "330700").statusCode());
    }

    /** Nothing but a change of facts or a recount makes an answer another one: cells that are wrong are not even noticed. */
    @Test
    void whatManyAskIsCountedOnce() {
        recounted();
        var first = ask(RECEIVED, null, "statistician", "330700");
        first.then().body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
        jdbi.useHandle(h -> h.execute("UPDATE cell_a SET n1 = n1 + 7; UPDATE cell_b SET n1 = n1 + 7"));
        var again = ask(RECEIVED, null, "statistician", "330700");
        assertEquals(first.asString(), again.asString());
        for (var header : List.of("Content-Type", "Content-Encoding", "ETag", "Vary"))
            assertEquals(first.header(header), again.header(header), header);
        given().auth()
                .oauth2(token("statistician").region("330700").sign())
                .header("Accept-Language", "en")
                .get(RECEIVED)
                .then()
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(8));
        // counted anew the cells are right, and so is what was counted from the wrong ones
        recounted();
        ask(RECEIVED, null, "statistician", "330700")
                .then()
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
        Told.fold(jdbi, Told.reconsideration("R2", "330703", "2022-05-05"));
        ask(RECEIVED, null, "statistician", "330700")
                .then()
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(2));
    }

    /** While the service counts by itself it says so; then it is asked again. */
    private static void recounted() {
        Awaitility.await()
                .until(() -> given().auth()
                                .oauth2(token("statistician").region("000000").sign())
                                .post("/v1/rebuild/cells")
                                .statusCode()
                        == 200);
    }

    @Test
    void whatADisplayIsShownDependsOnOtherRegionsToo() {
        var display = tag(RECEIVED, "dashboard", "330702");
        var officer = tag(RECEIVED, "statistician", "330702");
        Told.fold(jdbi, Told.reconsideration("R9", "330703", "2022-01-05"));
        assertNotEquals(display, tag(RECEIVED, "dashboard", "330702"));
        assertEquals(officer, tag(RECEIVED, "statistician", "330702"));
    }

    @Test
    void aChangedFactIsSeenAtOnce() {
        var before = tag(RECEIVED, "statistician", "330700");
        Told.fold(jdbi, Told.reconsideration("R2", "330703", "2022-05-05"));
        var answer = ask(RECEIVED, before, "statistician", "330700");
        answer.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(2));
        Told.fold(jdbi, Told.reconsideration("R2", "330703", "2022-05-05").then("receivedOn", "2021-05-05"));
        ask(RECEIVED, answer.header("ETag"), "statistician", "330700")
                .then()
                .statusCode(200)
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {MOVES, RANKING, FORM})
    void whateverIsMadeOfFactsIsAnotherOneWhenAFactChanges(String path) {
        var before = tag(path, "statistician", "330700");
        Told.fold(jdbi, Told.reconsideration("R2", "330703", "2022-05-05").concluded("2022-06-05", "REFUSED"));
        assertEquals(200, ask(path, before, "statistician", "330700").statusCode());
    }

    @Test
    void aRankingIsAnotherOneWithAnotherTarget() {
        var before = tag(RANKING, "statistician", "330700");
        given().auth()
                .oauth2(token("statistician").sign())
                .contentType("application/json")
                .body("{\"value\":5,\"validFrom\":\"2022-01\"}")
                .put("/v1/targets/RECONSIDERATIONS_RECEIVED?regionCode=330784")
                .then()
                .statusCode(201);
        assertEquals(200, ask(RANKING, before, "statistician", "330700").statusCode());
    }

    /** The same events again change no fact and no figure. */
    @Test
    void whatIsToldTwiceChangesNothing() {
        var before = tag(RECEIVED, "statistician", "330700");
        Told.fold(jdbi, Told.suit("L1", "330782", "2022-03-05"));
        assertEquals(304, ask(RECEIVED, before, "statistician", "330700").statusCode());
    }

    @Test
    void anotherRegionsChangesAreNotHeardOf() {
        var before = tag(RECEIVED, "statistician", "330702");
        Told.fold(jdbi, Told.reconsideration("R3", "330783", "2022-05-05"));
        assertEquals(304, ask(RECEIVED, before, "statistician", "330702").statusCode());
    }

    /** A suit in one county decides whether a reconsideration of another is settled. */
    @Test
    void aSuitElsewhereThatBearsOnACaseHereIsHeardOf() {
        var before = ask(RECEIVED, null, "statistician", "330702");
        before.then().body("rows[0].values.DISPUTE_SETTLED_RATE.numerator", equalTo(1));
        Told.fold(jdbi, Told.suit("L2", "330783", "2022-03-05").with("reconsiderationCaseNumber", "R1"));
        ask(RECEIVED, before.header("ETag"), "statistician", "330702")
                .then()
                .statusCode(200)
                .body("rows[0].values.DISPUTE_SETTLED_RATE.numerator", equalTo(0));
    }

    /** And an appeal elsewhere how a dispute here ended, however many instances lie between. */
    @Test
    void anAppealElsewhereIsHeardOfDownTheChain() {
        var lost = "/v1/statistics?indicators=LOSS_RATE:EFFECTIVE&from=2022-01&to=2022-12";
        Told.fold(
                jdbi,
                Told.suit("A1", "330726", "2022-03-01")
                        .concluded("2022-04-01", "REVOKED")
                        .with("effectiveOn", "2022-04-01"),
                Told.suit("A2", "330727", "2022-05-01")
                        .with("instance", "SECOND")
                        .with("previousCaseNumber", "A1"));
        var before = tag(lost, "statistician", "330726");
        Told.fold(
                jdbi,
                Told.suit("A3", "330723", "2022-07-01")
                        .with("instance", "RETRIAL")
                        .with("previousCaseNumber", "A2")
                        .concluded("2022-08-01", "CLAIM_REJECTED")
                        .with("effectiveOn", "2022-08-01"));
        assertEquals(200, ask(lost, before, "statistician", "330726").statusCode());
    }

    @Test
    void aRebuildIsSeenThoughNoRegionChanged() {
        var before = tag(RECEIVED, "statistician", "330700");
        // nothing is followed here, so nothing is found to be true
        given().auth()
                .oauth2(token("statistician").sign())
                .post("/v1/rebuild")
                .then()
                .statusCode(200);
        ask(RECEIVED, before, "statistician", "330700")
                .then()
                .statusCode(200)
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(0));
        // the tables have changed places for good, and their triggers with them
        Told.fold(jdbi, Told.reconsideration("R4", "330702", "2022-05-05"));
        ask(RECEIVED, before, "statistician", "330700")
                .then()
                .statusCode(200)
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
    }

    @Test
    void anotherRoleScopeLanguageQuestionOrFormIsAnotherAnswer() {
        var mine = tag(RECEIVED, "statistician", "330700");
        assertNotEquals(mine, tag(RECEIVED, "dashboard", "330700"));
        assertNotEquals(mine, tag(RECEIVED, "statistician", "330702"));
        assertNotEquals(mine, tag(RECEIVED + "&groupBy=region", "statistician", "330700"));
        assertNotEquals(mine, tag(RECEIVED + "&format=csv", "statistician", "330700"));
        var english = given().auth()
                .oauth2(token("statistician").sign())
                .header("Accept-Language", "en")
                .get(RECEIVED)
                .header("ETag");
        assertNotEquals(mine, english);
        // a tag opens no door
        assertEquals(
                403,
                ask(ROWS, tag(ROWS, "statistician", "330700"), "dashboard", "330700")
                        .statusCode());
        given().header("If-None-Match", mine).get(RECEIVED).then().statusCode(401);
        ask(RECEIVED + "&sort=x", mine, "statistician", "330700").then().statusCode(400);
    }

    /** However a path is written, its answer is nobody else's and never an old one. */
    @ParameterizedTest
    @ValueSource(strings = {MOVES, RECEIVED, ROWS, RANKING, FORM})
    void aPathWrittenOtherwiseIsAnsweredAsItself(String path) {
        for (var written : List.of(path.replace("?", "/?"), path.replace("?", ";a=b?"))) {
            var before = ask(written, null, "statistician", "330700");
            if (before.statusCode() == 404) continue;
            assertNotEquals(before.header("ETag"), tag(written, "statistician", "330702"), written);
            before.then().header("Feed-Age", notNullValue());
            Told.fold(
                    jdbi,
                    Told.reconsideration("other " + written.hashCode(), "330703", "2022-05-05")
                            .concluded("2022-06-05", "REFUSED"));
            assertEquals(
                    200,
                    ask(written, before.header("ETag"), "statistician", "330700")
                            .statusCode(),
                    written);
        }
    }

    /** Whoever reads while others write never keeps an old answer under the tag of a new one. */
    @Test
    void aTagNeverOutlivesWhatItStandsFor() throws Exception {
        Together.together(4, thread -> () -> {
            for (var i = 0; i < 15; i++) {
                if (thread < 2) {
                    Told.fold(jdbi, Told.reconsideration("T" + thread + "-" + i, "33070" + (2 + thread), "2022-06-01"));
                    continue;
                }
                var tagged = ask(RECEIVED, null, "statistician", "330700");
                var count = tagged.jsonPath().getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
                var fresh = ask(RECEIVED, tagged.header("ETag"), "statistician", "330700");
                if (fresh.statusCode() == 200) continue;
                assertEquals(304, fresh.statusCode());
                long known =
                        jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM fact WHERE kind = 'RECONSIDERATION'")
                                .mapTo(Long.class)
                                .one());
                assertTrue(count <= known);
            }
            return null;
        });
        var last = ask(RECEIVED, null, "statistician", "330700");
        assertEquals(31, last.jsonPath().getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value"));
        assertEquals(
                List.of(304),
                List.of(ask(RECEIVED, last.header("ETag"), "statistician", "330700")
                        .statusCode()));
    }
}

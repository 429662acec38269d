package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReleaseTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void year() {
        SmallYear.load(jdbi);
    }

    @Test
    void sealsFiguresDefinitionsAndTheCasesBehindThem() {
        var sealed = SmallYear.seal();
        var id = sealed.getString("release.id");
        assertEquals(26, sealed.getInt("release.caseCount"));
        assertEquals(12, sealed.getInt("release.byMonth.rows.size()"));
        assertEquals(9, sealed.getInt("release.byRegion.rows.size()"));
        assertEquals(12, sealed.getInt("release.total.rows[0].values.FIRST_INSTANCE_RECEIVED.value"));
        assertEquals(2, sealed.getInt("release.total.rows[0].values.FIRST_INSTANCE_RECEIVED.previous.value"));
        as("statistician")
                .get("/v1/releases/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + sealed.getString("seal.hash") + "\""))
                .body("seal.intact", equalTo(true))
                .body("seal.chained", equalTo(true))
                .body("release.definitions.find { it.code == 'LOSS_RATE' }.formula", containsString("/ 期内办结的行政诉讼案件，一审"))
                .body("release.definitions.find { it.code == 'LOSS_RATE' }.version", equalTo("1"));
        as("statistician")
                .get("/v1/releases/" + id + "/cases?indicator=LOSS_RATE&count=true&limit=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items[0].caseNumber", equalTo("L0"))
                .body("items[0].fact.outcome", equalTo("REVOKED"));
        as("statistician")
                .get("/v1/releases/" + id
                        + "/cases?indicator=LOSS_RATE&set=denominator&from=2021-01&to=2021-12&count=true")
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void staysWhatItWasWhateverChangesAfter() {
        var sealed = SmallYear.seal();
        var id = sealed.getString("release.id");
        var text = as("statistician").get("/v1/releases/" + id + "/narrative").asString();
        Told.empty(jdbi);
        as("statistician")
                .get("/v1/releases/" + id)
                .then()
                .body("seal.intact", equalTo(true))
                .body("release.total.rows[0].values.LOSS_RATE.denominator", equalTo(12));
        assertEquals(
                text,
                as("statistician").get("/v1/releases/" + id + "/narrative").asString());
    }

    @Test
    void eachNamesTheOneBefore() {
        var first = SmallYear.seal();
        var second = SmallYear.seal();
        assertEquals(first.getLong("release.number") + 1, second.getLong("release.number"));
        assertEquals(first.getString("seal.hash"), second.getString("release.previousHash"));
        assertNotEquals(first.getString("seal.hash"), second.getString("seal.hash"));
        as("dashboard")
                .get("/v1/releases?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(second.getString("release.id")))
                .body("items", hasSize(1));
    }

    @Test
    void theDatabaseChangesNothingThatIsSealed() {
        var id = SmallYear.sealed();
        for (var sql : Set.of(
                "UPDATE release SET title = 'x'",
                "DELETE FROM release",
                "TRUNCATE release CASCADE",
                "UPDATE release_case SET content = '{}'",
                "DELETE FROM release_case",
                "TRUNCATE release_case",
                "UPDATE release_list SET members = ''",
                "DELETE FROM release_list",
                "TRUNCATE release_list",
                "INSERT INTO release_case VALUES ('" + id + "', 99999, '" + id + "', '{}')",
                "INSERT INTO release_list VALUES ('" + id + "', 'X', '2022-01', '2022-01', 'NUMERATOR', '')",
                // rows of a release that never comes are not kept either
                "INSERT INTO release_case VALUES ('" + UUID.randomUUID() + "', 1, '" + id + "', '{}')")) {
            assertThrows(Exception.class, () -> jdbi.useTransaction(h -> h.execute(sql)), sql);
        }
        as("statistician").get("/v1/releases/" + id).then().body("seal.intact", equalTo(true));
    }

    @Test
    void theSameAtOnceIsOneRelease() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = SmallYear.body(SmallYear.title());
        var statuses = Together.together(6, () -> post(key, body));
        assertTrue(statuses.contains(201), statuses.toString());
        assertTrue(Set.of(201, 409).containsAll(statuses), statuses.toString());
        assertEquals(201, post(key, body), "told again afterwards");
        assertEquals(1, count(body));
        var other = SmallYear.body(SmallYear.title());
        var withoutKey = Together.together(6, () -> post(null, other));
        assertEquals(1, withoutKey.stream().filter(s -> s == 201).count(), withoutKey.toString());
        assertEquals(5, withoutKey.stream().filter(s -> s == 409).count(), withoutKey.toString());
        assertEquals(1, count(other));
        assertEquals(422, post(key, other), "the key belongs to another body");
    }

    private long count(String body) {
        var title = body.split("\"")[3];
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM release WHERE title = :title")
                .bind("title", title)
                .mapTo(Long.class)
                .one());
    }

    private static int post(String key, String body) {
        var request = as("statistician").contentType(ContentType.JSON).body(body);
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/v1/releases").statusCode();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"2022-01\",\"to\":\"2022-12\"}|400",
                "{\"title\":\"x\",\"from\":\"2022-13\",\"to\":\"2022-12\"}|400",
                "{\"title\":\"x\",\"from\":\"2022-12\",\"to\":\"2022-01\"}|400",
                "{\"title\":\" \",\"from\":\"2022-01\",\"to\":\"2022-01\"}|400",
                "{\"title\":\"x\",\"from\":\"2022-01\",\"to\":\"2022-01\",\"regionCode\":\"440000\"}|404",
                "{\"title\":\"x\",\"from\":\"2022-01\",\"to\":\"2022-01\",\"more\":1}|400"
            })
    void refusesWhatCannotBeSealed(String body, int status) {
        as("statistician")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases")
                .then()
                .statusCode(status)
                .contentType(containsString("problem+json"));
    }

    @Test
    void anotherRegionsReleaseIsNotThere() {
        var id = SmallYear.sealed();
        for (var path : new String[] {"", "/narrative", "/restatement", "/cases?indicator=LOSS_RATE"})
            as("statistician", "330702").get("/v1/releases/" + id + path).then().statusCode(404);
        assertFalse(as("statistician", "330702").get("/v1/releases").asString().contains(id));
        as("dashboard").get("/v1/releases/" + id).then().statusCode(403);
        as("statistician").get("/v1/releases/no-id").then().statusCode(404);
        as("statistician").get("/v1/releases?cursor=eA").then().statusCode(400);
        as("statistician")
                .get("/v1/releases/" + id + "/cases?indicator=LOSS_RATE&from=2022-01&to=2022-03")
                .then()
                .statusCode(400);
    }
}

package cn.disputes.cases.retention;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RetentionTest {
    private static final String REGION = "330727";

    @Inject
    Jdbi jdbi;

    @Inject
    RetentionSchedule schedule;

    @Inject
    Sweep sweep;

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(token(role).region(REGION).name(role).sign())
                .contentType("application/json");
    }

    /** A case that ended long ago, with everything that may speak of a person. */
    private String ended(String on) {
        String id = as("case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", "1991-03-04",
                        "channel", "POST",
                        "applicants",
                                List.of(Map.of(
                                        "kind", "NATURAL_PERSON",
                                        "name", "合成忘",
                                        "idNumber", "330702180001010058",
                                        "phone", "13800009999")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "合成忘请求撤销"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("case-officer")
                .header("If-Match", "\"v1\"")
                .body(Map.of("type", "ACCEPTED", "on", "1991-03-05", "procedure", "ORDINARY", "note", "合成忘来访"))
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(201);
        jdbi.useHandle(h -> h.execute(
                "UPDATE reconsideration SET status = 'CONCLUDED', concluded_on = CAST(? AS date), outcome = 'UPHELD' WHERE id = ?",
                on,
                UUID.fromString(id)));
        return id;
    }

    private static String attach(String id) {
        return as("case-officer")
                .contentType("text/plain")
                .body("合成忘的陈述".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/reconsiderations/" + id + "/documents?name=合成忘的陈述")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Whatever the database still holds of the case, as one text. */
    private String everything(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT (SELECT r::text FROM reconsideration r WHERE id = :id)
                            || (SELECT string_agg(s::text, ' ') FROM reconsideration_step s WHERE case_id = :id)
                            || coalesce((SELECT string_agg(d::text, ' ') FROM case_document d WHERE case_id = :id), '')""")
                .bind("id", UUID.fromString(id))
                .mapTo(String.class)
                .one());
    }

    private boolean remembered(String id) {
        var all = everything(id);
        assertEquals(all.contains("合成忘"), all.contains("sealed"), all);
        return all.contains("合成忘");
    }

    @Test
    void whatHasBeenKeptLongEnoughIsForgottenAndTheFiguresStay() {
        var old = ended("1992-05-06");
        var young = ended("2020-05-06");
        var document = attach(old);
        var events = jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM outbox").mapTo(Long.class).one());
        as("admin")
                .get("/v1/retention?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(old))
                .body("items.id", not(hasItem(young)))
                .body("items.find { it.id == '" + old + "' }.keptUntil", equalTo("2022-05-06"));
        as("admin").get("/v1/retention?limit=500&on=2060-01-01").then().body("items.id", hasItem(young));
        as("admin").get("/v1/retention?on=2022-02-30").then().statusCode(400);
        assertTrue(schedule.sweepAll(KeptCase.RECONSIDERATION) >= 1);
        assertFalse(remembered(old), everything(old));
        assertTrue(remembered(young));
        as("approver")
                .get("/v1/reconsiderations/" + old)
                .then()
                .statusCode(200)
                .header("ETag", "\"v3\"")
                .body("applicants[0].name", equalTo("（已匿名）"))
                .body("outcome", equalTo("UPHELD"))
                .body("receivedOn", equalTo("1991-03-04"));
        as("approver").get("/v1/reconsiderations/" + old + "/deadlines").then().statusCode(200);
        as("approver")
                .get("/v1/reconsiderations/" + old + "/steps")
                .then()
                .statusCode(200)
                .body("items[1].body.note", equalTo("（已匿名）"));
        as("approver")
                .get("/v1/reconsiderations/" + old + "/documents")
                .then()
                .body("items[0].sha256.length()", equalTo(64));
        as("approver")
                .get("/v1/reconsiderations/" + old + "/documents/" + document)
                .then()
                .statusCode(410);
        as("case-officer")
                .body(Map.of("idNumber", "330702180001010058"))
                .post("/v1/persons/search")
                .then()
                .body("items.id", not(hasItem(old)));
        assertEquals(events, jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM outbox")
                .mapTo(Long.class)
                .one()));
        as("auditor")
                .get("/v1/audit?action=ANONYMISED&caseId=" + old)
                .then()
                .body("items.subject", equalTo(List.of("retention")));
        as("approver")
                .body(Map.of("reason", "重大案件"))
                .put("/v1/reconsiderations/" + old + "/hold")
                .then()
                .statusCode(409);
    }

    @Test
    void aHoldKeepsACaseUntilItIsLifted() {
        var id = ended("1992-05-06");
        as("approver").get("/v1/reconsiderations/" + id + "/hold").then().statusCode(404);
        as("approver")
                .body(Map.of("reason", " "))
                .put("/v1/reconsiderations/" + id + "/hold")
                .then()
                .statusCode(400);
        as("case-officer")
                .body(Map.of("reason", "重大案件"))
                .put("/v1/reconsiderations/" + id + "/hold")
                .then()
                .statusCode(403);
        as("approver")
                .body(Map.of("reason", "重大案件", "permanent", true))
                .put("/v1/reconsiderations/" + id + "/hold")
                .then()
                .statusCode(200)
                .body("permanent", equalTo(true))
                .body("placedBy", equalTo("approver"));
        schedule.run();
        assertTrue(remembered(id));
        as("admin")
                .get("/v1/retention?limit=500")
                .then()
                .body("items.find { it.id == '" + id + "' }.held", equalTo(true));
        as("admin").delete("/v1/reconsiderations/" + id + "/hold").then().statusCode(204);
        as("admin").delete("/v1/reconsiderations/" + id + "/hold").then().statusCode(204);
        schedule.run();
        assertFalse(remembered(id));
        as("auditor")
                .get("/v1/audit?action=HOLD_CHANGED&caseId=" + id)
                .then()
                .body("items.detail", equalTo(List.of("PERMANENT", "LIFTED")));
    }

    @Test
    void aDisputeIsKeptAsLongAsItsSuit() {
        var id = ended("1992-05-06");
        String number = as("approver").get("/v1/reconsiderations/" + id).path("caseNumber");
        as("case-officer")
                .body(Map.of(
                        "caseNumber", "（2025）浙0727行初" + (System.nanoTime() % 1_000_000_000) + "号",
                        "court", "磐安县人民法院",
                        "instance", "FIRST",
                        "regionCode", REGION,
                        "plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成忘")),
                        "defendantCode", "11330700002592265Y",
                        "domain", "OTHER",
                        "actType", "PENALTY",
                        "filedOn", "2025-06-03",
                        "reconsiderationCaseNumber", number))
                .post("/v1/litigations")
                .then()
                .statusCode(201);
        schedule.sweepAll(KeptCase.RECONSIDERATION);
        assertTrue(remembered(id));
    }

    @Test
    void suitsAreForgottenToo() {
        String id = as("case-officer")
                .body(Map.of(
                        "caseNumber", "（1992）浙0727行初" + (System.nanoTime() % 1_000_000_000) + "号",
                        "court", "磐安县人民法院",
                        "instance", "FIRST",
                        "regionCode", REGION,
                        "plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成忘", "phone", "13800009999")),
                        "defendantCode", "11330700002592265Y",
                        "domain", "OTHER",
                        "actType", "PENALTY",
                        "filedOn", "1992-06-03"))
                .post("/v1/litigations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("admin")
                .body(Map.of("reason", "上级督办"))
                .put("/v1/litigations/" + id + "/hold")
                .then()
                .statusCode(200);
        as("admin")
                .get("/v1/litigations/" + id + "/hold")
                .then()
                .statusCode(200)
                .body("permanent", equalTo(false));
        as("admin").delete("/v1/litigations/" + id + "/hold").then().statusCode(204);
        jdbi.useHandle(h -> h.execute(
                "UPDATE litigation SET status = 'EFFECTIVE', concluded_on = DATE '1992-09-01' WHERE id = ?",
                UUID.fromString(id)));
        schedule.sweepAll(KeptCase.LITIGATION);
        as("approver").get("/v1/litigations/" + id).then().body("plaintiffs[0].name", equalTo("（已匿名）"));
    }

    /** Whatever comes first wins whole: a case is held and untouched, or forgotten and its hold refused. */
    @Test
    void aHoldAgainstTheSweep() throws Exception {
        for (var round = 0; round < 3; round++) {
            var ids = new ArrayList<String>();
            for (var i = 0; i < 6; i++) ids.add(ended("1992-05-06"));
            var statuses = together(
                    8,
                    i -> () -> i < 6
                            ? as("approver")
                                    .body(Map.of("reason", "重大案件"))
                                    .put("/v1/reconsiderations/" + ids.get(i) + "/hold")
                                    .statusCode()
                            : schedule.sweepAll(KeptCase.RECONSIDERATION));
            for (var i = 0; i < 6; i++)
                assertEquals(statuses.get(i) == 200, remembered(ids.get(i)), "status " + statuses.get(i));
        }
    }

    /** The sweep has chosen its cases and not yet locked them when the hold commits: it must look again. */
    @Test
    void aHoldThatCommitsWhileTheSweepIsChoosingIsSeen() throws Exception {
        var id = ended("1992-05-06");
        jdbi.useHandle(h -> h.createScript(
                        """
                        CREATE SCHEMA IF NOT EXISTS waiting;
                        CREATE OR REPLACE FUNCTION waiting.make_interval(years int) RETURNS interval LANGUAGE plpgsql VOLATILE AS
                            'BEGIN PERFORM pg_advisory_lock_shared(4711); PERFORM pg_advisory_unlock_shared(4711);
                            RETURN pg_catalog.make_interval(years => $1); END'""")
                .execute());
        var sweeping = Executors.newSingleThreadExecutor();
        try (var gate = jdbi.open()) {
            gate.execute("SELECT pg_advisory_lock(4711)");
            var swept = sweeping.submit(() -> jdbi.inTransaction(h -> {
                h.execute("SET LOCAL search_path = waiting, pg_catalog, public");
                return sweep.chunk(h, KeptCase.RECONSIDERATION);
            }));
            await().until(() -> gate.createQuery("SELECT count(*) FROM pg_locks WHERE objid = 4711 AND NOT granted")
                            .mapTo(Integer.class)
                            .one()
                    == 1);
            as("admin")
                    .body(Map.of("reason", "重大案件"))
                    .put("/v1/reconsiderations/" + id + "/hold")
                    .then()
                    .statusCode(200);
            gate.execute("SELECT pg_advisory_unlock(4711)");
            swept.get();
        } finally {
            sweeping.shutdownNow();
        }
        assertTrue(remembered(id));
    }

    @Test
    void twoReplicasForgetACaseOnce() throws Exception {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 10; i++) ids.add(ended("1992-05-06"));
        together(4, () -> {
            while (jdbi.inTransaction(h -> sweep.chunk(h, KeptCase.RECONSIDERATION)) > 0) {
                // until nothing is left
            }
            return null;
        });
        schedule.sweepAll(KeptCase.RECONSIDERATION);
        for (var id : ids) {
            assertFalse(remembered(id));
            as("auditor").get("/v1/audit?action=ANONYMISED&caseId=" + id).then().body("items.size()", equalTo(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"2000-02-29, 30, 2030-02-28", "1996-12-31, 30, 2026-12-31", "2000-02-29, 4, 2004-02-29"})
    void theLastDayIsCountedAsTheDatabaseCountsIt(LocalDate ended, int years, LocalDate until) {
        assertEquals(until, RetentionRules.keptUntil(ended, years));
        assertEquals(until, jdbi.withHandle(h -> h.createQuery(
                        "SELECT CAST(:ended + make_interval(years => :years) AS date)")
                .bind("ended", ended)
                .bind("years", years)
                .mapTo(LocalDate.class)
                .one()));
    }
}

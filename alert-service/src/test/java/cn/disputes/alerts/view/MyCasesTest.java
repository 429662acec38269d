package cn.disputes.alerts.view;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.escalation.RecordedCase;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MyCasesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Jdbi jdbi;

    private static ValidatableResponse mine(Office office, String leader) {
        return office.leader(leader).get("/v1/my/cases").then().statusCode(200);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private RecordedCase ordered(String region, String leader, Instant at) {
        return RecordedCase.flagged(jdbi, region, "RED", at).ordered(leader, at);
    }

    /** An office with one leader, whose case of last year has been handed over. */
    private static String handedOver(Office office, String leader, String region) {
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, region);
        var id = office.flag(region, "2022-03-01", "COURT_OPINION");
        office.round("2022-03", region).statusCode(201);
        return id;
    }

    @Test
    void overdueCasesComeFirstEachWithWhatIsDueNext() {
        var office = new Office("640100");
        var fresh = ordered("640101", "MY-M-1", Instant.now());
        var late = ordered("640101", "MY-M-1", daysAgo(12));
        var planned = ordered("640101", "MY-M-1", daysAgo(1)).action("ACKNOWLEDGED", "ACKNOWLEDGED", null, daysAgo(1));
        ordered("640101", "MY-M-other", daysAgo(12));
        ordered("640101", "MY-M-1", daysAgo(12)).moved("LOST", Instant.now());
        mine(office, "MY-M-1")
                .body("today", equalTo(TODAY.toString()))
                .body("total", equalTo(3))
                .body("overdue", equalTo(1))
                .body("items.litigationCaseNumber", hasSize(3))
                .body("items[0].riskCaseId", equalTo(late.id.toString()))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].state", equalTo("ASSIGNED"))
                .body("items[0].due.what", equalTo(List.of("SIGN_FOR", "PLAN", "RESOLVE")))
                .body("items[0].due.overdue", equalTo(List.of(true, true, true)))
                .body("items[0].due[2].on", equalTo(TODAY.minusDays(2).toString()))
                .body("items[0].resolveReason", equalTo("TERM"))
                .body("items[0].ladder.rung", equalTo("SUPERVISION_LETTER"))
                .body("items[0].ladder.on", equalTo(TODAY.plusDays(28).toString()))
                .body("items[0].reached.rung", equalTo(List.of("SIGN_FOR", "PLAN", "RESOLVE_LAST_DAY", "RESOLVE")))
                .body("items[0].allowed", equalTo(List.of("ACKNOWLEDGED")))
                .body("items.find { it.riskCaseId == '" + fresh.id + "' }.overdue", equalTo(false))
                .body(
                        "items.find { it.riskCaseId == '" + planned.id + "' }.due.what",
                        equalTo(List.of("PLAN", "RESOLVE")))
                .body(
                        "items.find { it.riskCaseId == '" + planned.id + "' }.allowed",
                        equalTo(List.of("PLAN_FILED", "COORDINATED")))
                .body("items.defendantName.unique()", equalTo(List.of("虚构局")))
                .body("next", nullValue());
        mine(office, "MY-M-nobody")
                .body("total", equalTo(0))
                .body("items", empty())
                .body("unsigned", empty());
        office.as("leader", "640200", "MY-M-1")
                .get("/v1/my/cases")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void aSuccessorSeesWhatThePredecessorPromisedUntilAnOwnPlanReplacesIt() {
        var office = new Office("640300");
        var id = handedOver(office, "MY-P-old", "640301");
        office.act(office.leader("MY-P-old"), id, Map.of("type", "ACKNOWLEDGED", "on", "2022-04-01"));
        office.act(
                office.leader("MY-P-old"),
                id,
                Map.of("type", "PLAN_FILED", "on", "2022-04-02", "note", "先行调解（虚构）", "promisedOn", "2022-05-01"));
        office.act(
                office.leader("MY-P-old"), id, Map.of("type", "COORDINATED", "on", "2022-04-08", "note", "已面谈一次（虚构）"));
        office.putLeader("MY-P-new", "COUNTY");
        office.act(office.coordinator(), id, Map.of("type", "REASSIGNED", "leaderId", "MY-P-new"))
                .statusCode(201);
        mine(office, "MY-P-old").body("items", empty());
        mine(office, "MY-P-new")
                .body("items[0].inherited.type", equalTo(List.of("PLAN_FILED", "COORDINATED")))
                .body("items[0].inherited.text", equalTo(List.of("先行调解（虚构）", "已面谈一次（虚构）")))
                .body("items[0].inherited.leaderName", equalTo(List.of("虚构MY-P-old", "虚构MY-P-old")))
                .body("items[0].inherited[0].promisedOn", equalTo("2022-05-01"))
                .body("items[0].inherited.inForce", equalTo(List.of(true, false)))
                .body("items[0].plan.leaderId", equalTo("MY-P-old"))
                .body("items[0].plan.standing", equalTo("BROKEN"))
                // the word of a predecessor binds: its day has passed
                .body("items[0].due.find { it.what == 'PROMISED' }.overdue", equalTo(true))
                .body("items[0].months", equalTo(List.of("2022-03")));
        office.act(office.leader("MY-P-new"), id, Map.of("type", "ACKNOWLEDGED"))
                .statusCode(201);
        office.act(
                        office.leader("MY-P-new"),
                        id,
                        Map.of(
                                "type",
                                "PLAN_FILED",
                                "note",
                                "改为补偿（虚构）",
                                "promisedOn",
                                TODAY.plusDays(5).toString()))
                .statusCode(201);
        mine(office, "MY-P-new")
                .body("items[0].inherited.text", equalTo(List.of("先行调解（虚构）", "已面谈一次（虚构）")))
                .body("items[0].inherited.inForce", equalTo(List.of(false, false)))
                .body("items[0].plan.text", equalTo("改为补偿（虚构）"))
                .body(
                        "items[0].due.find { it.what == 'PROMISED' }.on",
                        equalTo(TODAY.plusDays(5).toString()));
    }

    @Test
    void anOrderIsListedUntilItIsSignedForWithTheTagThatWasShown() {
        var office = new Office("640400");
        var id = handedOver(office, "SIGN-1", "640401");
        var number = office.risk(id).getString("litigationCaseNumber");
        var order = mine(office, "SIGN-1")
                .body("unsigned.month", equalTo(List.of("2022-03")))
                .body("unsigned[0].litigationCaseNumbers", equalTo(List.of(number)))
                .body("unsigned[0].etag", equalTo("\"v1\""))
                .body("items[0].unsignedOrder", not(nullValue()))
                .extract()
                .jsonPath();
        assertEquals(order.getString("unsigned[0].id"), order.getString("items[0].unsignedOrder"));
        assertEquals(
                order.getString("unsigned[0].signBy"),
                order.getString("items[0].due.find { it.what == 'SIGN_FOR' }.on"));
        office.leader("SIGN-1")
                .header("If-Match", order.getString("unsigned[0].etag"))
                .body(Map.of("on", "2022-03-07"))
                .post("/v1/orders/" + order.getString("unsigned[0].id") + "/receipt")
                .then()
                .statusCode(201);
        mine(office, "SIGN-1")
                .body("unsigned", empty())
                .body("items[0].unsignedOrder", nullValue())
                .body("items[0].state", equalTo("ACKNOWLEDGED"))
                .body(
                        "items[0].etag",
                        equalTo(office.coordinator().get("/v1/risk-cases/" + id).header("ETag")));
    }

    @Test
    void everyCaseIsOnExactlyOnePage() {
        var office = new Office("640500");
        var ids = new TreeSet<String>();
        IntStream.of(0, 12, 1, 12, 0, 3, 12)
                .forEach(days ->
                        ids.add(ordered("640501", "MY-C-1", daysAgo(days)).id.toString()));
        var seen = new ArrayList<String>();
        String cursor = "";
        var overdue = new ArrayList<Boolean>();
        do {
            var page = office.leader("MY-C-1")
                    .get("/v1/my/cases?limit=2&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(7))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.riskCaseId"));
            overdue.addAll(page.getList("items.overdue"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(7, seen.size());
        assertEquals(ids, new TreeSet<>(seen));
        assertEquals(overdue.stream().sorted((a, b) -> Boolean.compare(b, a)).toList(), overdue);
        for (var forged : List.of("x", "dHJ1ZR8", "dHJ1ZR9uZXZlch94"))
            office.leader("MY-C-1")
                    .get("/v1/my/cases?cursor=" + forged)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("cursor"));
        office.leader("MY-C-1").get("/v1/my/cases?limit=0").then().statusCode(400);
    }

    @Test
    void aCaseThatWaitsForItsModelSaysForWhichAndHasNoTerm() {
        var office = new Office("640600");
        var id = handedOver(office, "MY-W-1", "640601");
        var model = office.flag("640601", "2022-03-01", "COURT_OPINION");
        office.coordinator()
                .header("If-Match", "*")
                .body(Map.of("modelCaseId", model))
                .put("/v1/risk-cases/" + id + "/model")
                .then()
                .statusCode(200);
        mine(office, "MY-W-1")
                .body("items[0].waitsFor", equalTo(office.risk(model).getString("litigationCaseNumber")))
                .body("items[0].due.what", equalTo(List.of("SIGN_FOR")))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].ladder", nullValue());
    }

    @Test
    void aHearingEndsTheTermSoonerAndIsShown() {
        var office = new Office("640700");
        var risk = ordered("640701", "MY-H-1", daysAgo(1));
        var hearing = TODAY.plusDays(4);
        jdbi.useHandle(h -> h.execute(
                """
                INSERT INTO heard_warning (id, version, code, case_number, due_on, body)
                VALUES (gen_random_uuid(), 1, 'HEARING_TOMORROW', ?, ?, CAST(? AS jsonb))""",
                risk.number,
                hearing,
                "{\"recordedAt\":\"" + Instant.now() + "\"}"));
        mine(office, "MY-H-1")
                .body("items[0].due.find { it.what == 'HEARING' }.on", equalTo(hearing.toString()))
                .body(
                        "items[0].due.find { it.what == 'RESOLVE' }.on",
                        equalTo(hearing.minusDays(1).toString()))
                .body("items[0].resolveReason", equalTo("HEARING"));
    }

    @Test
    void aSilenceIsShownWithItsLastDay() {
        var office = new Office("640800");
        var risk = ordered("640801", "MY-Q-1", daysAgo(1));
        office.coordinator()
                .body(Map.of("until", TODAY.plusDays(9).toString(), "reason", "等待法院调解（虚构）"))
                .post("/v1/risk-cases/" + risk.id + "/silences")
                .then()
                .statusCode(201);
        mine(office, "MY-Q-1")
                .body("items[0].silencedUntil", equalTo(TODAY.plusDays(9).toString()));
    }
}

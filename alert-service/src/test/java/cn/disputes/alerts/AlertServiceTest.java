package cn.disputes.alerts;

import static cn.disputes.alerts.Courts.coordinatorOfAll;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskCaseState;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AlertServiceTest {
    private static final String BUREAU = "11330700002592265Y";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Inject
    SuitFollower follower;

    @Inject
    Jdbi jdbi;

    private static RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    private static RequestSpecification court() {
        return as("court-liaison", "330700", "法院");
    }

    private static RequestSpecification coordinator() {
        return as("coordinator", "330700", "协调员");
    }

    private static Map<String, Object> alert(
            String id, String number, String region, String raisedOn, String... reasons) {
        return new HashMap<>(Map.of(
                "source",
                "court",
                "sourceAlertId",
                id,
                "court",
                "法院",
                "litigationCaseNumber",
                number,
                "regionCode",
                region,
                "defendantCode",
                BUREAU,
                "defendantName",
                "局",
                "riskReasons",
                List.of(reasons),
                "raisedOn",
                raisedOn));
    }

    private static String number() {
        return "(2022)浙0702行初" + NUMBERS.incrementAndGet() + "号";
    }

    private static String flag(String number, String region, String raisedOn, String... reasons) {
        return court().body(alert(UUID.randomUUID().toString(), number, region, raisedOn, reasons))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .path("riskCaseId");
    }

    @Test
    void takesAnAlertOnceAndAChangeAsARevision() {
        var alert = alert("once", number(), "330702", "2022-03-01", "EVIDENCE_GAP");
        court().body(alert)
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("level", equalTo("YELLOW"));
        court().body(alert).post("/v1/alerts").then().statusCode(200).body("revision", equalTo(1));
        alert.put("riskReasons", List.of("EVIDENCE_GAP", "COURT_OPINION"));
        court().body(alert)
                .post("/v1/alerts")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("level", equalTo("RED"));
    }

    @Test
    void takes32IdenticalAlertsAtOneInstantAsOne() throws Exception {
        var alert = alert("same-instant", number(), "330702", "2022-03-01", "GROUP_CASE");
        var answers = together(32, () -> court().body(alert).post("/v1/alerts").statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(31, answers.stream().filter(status -> status == 200).count());
    }

    @Test
    void aBatchLosesNoGoodItemBesideABadOne() {
        var good = alert("batch-1", number(), "330702", "2022-03-01", "GROUP_CASE");
        var wrongNumber = alert("batch-2", "(2022)浙0702民初1号", "330702", "2022-03-01", "GROUP_CASE");
        var wrongDate = alert("batch-3", number(), "330702", "2022-02-30", "GROUP_CASE");
        var elsewhere = alert("batch-4", number(), "330100", "2022-03-01", "GROUP_CASE");
        court().body(Map.of("items", List.of(good, wrongNumber, wrongDate, elsewhere, good)))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of("CREATED", "REJECTED", "REJECTED", "REJECTED", "UNCHANGED")))
                .body("items[1].violations[0].field", equalTo("litigationCaseNumber"))
                .body("items[2].violations[0].field", equalTo("raisedOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "source,",
        "litigationCaseNumber,x",
        "raisedOn,2125-01-01",
        "raisedOn,2022-02-30",
        "regionCode,33070",
        "defendantCode,x",
        "unknown,1"
    })
    void namesTheFieldOfABadAlert(String field, String value) {
        var alert = alert("bad", number(), "330702", "2022-03-01", "GROUP_CASE");
        alert.put(field, value);
        court().body(alert).post("/v1/alerts").then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    private static void leader(String id, String region) {
        coordinator()
                .body(Map.of("name", "虚构" + id, "rank", "COUNTY", "regionCode", region))
                .put("/v1/leaders/" + id)
                .then()
                .statusCode(201);
        coordinator()
                .body(Map.of("leaderId", id, "regionCode", region, "from", "2020-01-01"))
                .put("/v1/duties/D-" + id)
                .then()
                .statusCode(201);
    }

    @Test
    void aRoundHandsOverOnceAndTheLeaderSeesItThrough() throws Exception {
        leader("L-23", "330723");
        var number = number();
        var id = flag(number, "330723", "2022-05-10", "COURT_OPINION");
        var lost = flag(number(), "330727", "2022-05-10", "COURT_OPINION");
        var request = Map.of("month", "2022-05", "regionCode", "330700");
        coordinator()
                .body(Map.of("month", "2022-05", "regionCode", "330700", "dryRun", true))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(200);
        coordinator().get("/v1/risk-cases/" + id).then().body("state", equalTo("FLAGGED"));
        var answers = together(
                8,
                () -> coordinator().body(request).post("/v1/assignment-rounds").statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        coordinator()
                .get("/v1/assignment-rounds/2022-05")
                .then()
                .statusCode(200)
                .body("orders.find { it.leader.id == 'L-23' }.cases.litigationCaseNumber", equalTo(List.of(number)))
                .body("unrouted.riskCaseId", org.hamcrest.Matchers.hasItem(lost));
        coordinator()
                .body(Map.of("month", "2022-05", "regionCode", "330723"))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(201)
                .body("orders", hasSize(0));
        coordinator()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/v1/assignment-rounds/2022-05/orders")
                .then()
                .statusCode(200);
        var own = as("leader", "330723", "L-23");
        as("leader", "330723", "L-other").get("/v1/risk-cases/" + id).then().statusCode(404);
        var version = own.get("/v1/risk-cases/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .extract()
                .<Integer>path("version");
        for (var type : List.of("ACKNOWLEDGED", "PLAN_FILED", "COORDINATED", "RESOLUTION_CLAIMED")) {
            as("leader", "330723", "L-23")
                    .header("If-Match", "\"v" + version++ + "\"")
                    .body(Map.of("type", type, "on", "2022-06-01"))
                    .post("/v1/risk-cases/" + id + "/actions")
                    .then()
                    .statusCode(201);
        }
        as("leader", "330723", "L-23")
                .header("If-Match", "\"v" + version + "\"")
                .body(Map.of("type", "RESOLVED", "evidence", "x"))
                .post("/v1/risk-cases/" + id + "/actions")
                .then()
                .statusCode(403);
        coordinator()
                .header("If-Match", "\"v" + version + "\"")
                .body(Map.of("type", "RESOLVED"))
                .post("/v1/risk-cases/" + id + "/actions")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("evidence"));
        var seen = version;
        var verified = together(6, () -> coordinator()
                .header("If-Match", "\"v" + seen + "\"")
                .body(Map.of("type", "RESOLVED", "on", "2022-06-10", "evidence", "准许撤诉裁定（虚构）"))
                .post("/v1/risk-cases/" + id + "/actions")
                .statusCode());
        assertEquals(1, verified.stream().filter(status -> status == 201).count());
        coordinator()
                .header("If-Match", "*")
                .body(Map.of("type", "ACKNOWLEDGED"))
                .post("/v1/risk-cases/" + id + "/actions")
                .then()
                .statusCode(409);
        given().auth()
                .oauth2(token("service").sign())
                .get("/v1/events?limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subject == '" + id + "' }.last().data.state", equalTo("RESOLVED"));
    }

    private static LitigationEvent suit(
            UUID id,
            long version,
            String number,
            LocalDate concluded,
            LitigationOutcome outcome,
            OutcomeGround ground) {
        return new LitigationEvent(
                id,
                version,
                number,
                "法院",
                Instance.FIRST,
                "330702",
                BUREAU,
                "局",
                null,
                List.of(),
                ActType.COERCION,
                Domain.TOWNSHIP,
                "FILED",
                LocalDate.of(2022, 1, 5),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                concluded,
                outcome,
                ground,
                null,
                Instant.EPOCH,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED,,LOST",
        "WITHDRAWN,SETTLED,RESOLVED",
        "WITHDRAWN,VOLUNTARY,WON",
        "MEDIATED,,RESOLVED",
        "CLAIM_REJECTED,,WON"
    })
    void theJudgmentClosesTheRiskCase(LitigationOutcome outcome, OutcomeGround ground, String state) {
        var number = number();
        var suit = UUID.randomUUID();
        var id = flag(number, "330702", "2022-02-01", "GROUP_CASE");
        jdbi.useTransaction(h -> follower.apply(h, suit(suit, 2, number, LocalDate.of(2022, 8, 1), outcome, ground)));
        coordinator()
                .get("/v1/risk-cases/" + id)
                .then()
                .body("state", equalTo(state))
                .body("closedOn", equalTo("2022-08-01"))
                .body("domain", equalTo("TOWNSHIP"));
        jdbi.useTransaction(h -> follower.apply(h, suit(suit, 1, number, null, null, null)));
        coordinator().get("/v1/risk-cases/" + id).then().body("state", equalTo(state));
        jdbi.useTransaction(h -> follower.apply(h, suit(suit, 3, number, null, null, null)));
        coordinator().get("/v1/risk-cases/" + id).then().body("state", equalTo("FLAGGED"));
    }

    @Test
    void anAlertThatComesAfterTheJudgmentIsClosedAsIfBefore() {
        var number = number();
        jdbi.useTransaction(h -> follower.apply(
                h, suit(UUID.randomUUID(), 1, number, LocalDate.of(2022, 8, 1), LitigationOutcome.MEDIATED, null)));
        var id = flag(number, "330702", "2022-02-01", "GROUP_CASE");
        coordinator().get("/v1/risk-cases/" + id).then().body("state", equalTo("RESOLVED"));
    }

    @ParameterizedTest
    @EnumSource(RiskState.class)
    void everyStateHasAWayOn(RiskState state) {
        assertFalse(RiskCaseState.allowed(state).isEmpty());
        assertEquals(state.closed(), RiskCaseState.allowed(state).equals(java.util.Set.of(ActionType.REOPENED)));
    }

    @Test
    void hidesOtherRegionsAndRefusesOtherRoles() {
        var id = flag(number(), "330702", "2022-02-01", "GROUP_CASE");
        as("coordinator", "330782", "x").get("/v1/risk-cases/" + id).then().statusCode(404);
        as("coordinator", "330782", "x")
                .get("/v1/risk-cases")
                .then()
                .statusCode(200)
                .body("items.id", not(org.hamcrest.Matchers.hasItem(id)));
        as("court-liaison", "330782", "x")
                .body(alert("r", number(), "330702", "2022-02-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(404);
        as("dashboard", "330700", "x").get("/v1/risk-cases").then().statusCode(403);
        given().get("/v1/risk-cases").then().statusCode(401);
        as("leader", "330700", "x")
                .body(Map.of("month", "2022-01"))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(403);
        coordinator()
                .body(Map.of("month", "2922-01"))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(400);
        coordinator()
                .body(Map.of("month", "2022-13"))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(400);
    }

    @Test
    void keepsItsRulesInVersions() {
        var etag = coordinator()
                .get("/v1/risk-rules")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        var rules = coordinator().get("/v1/risk-rules").jsonPath().getMap("");
        coordinatorOfAll().body(rules).put("/v1/risk-rules").then().statusCode(428);
        coordinatorOfAll()
                .header("If-Match", etag)
                .body(rules)
                .put("/v1/risk-rules")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)));
        coordinator()
                .body(Map.of("regionCode", "330702", "level", "RED"))
                .post("/v1/routing/explain")
                .then()
                .statusCode(200);
    }

    /** Each thread sends something else: the same thing again is no change and answers as it is. */
    @Test
    void ofManyCoordinatorsWithOneVersionOneChangesTheRulesTheLeaderAndTheDuty() throws Exception {
        leader("L-race", "330726");
        var rules = coordinator().get("/v1/risk-rules").jsonPath().getMap("");
        Map<String, IntFunction<Map<?, ?>>> changes = Map.of(
                "/v1/risk-rules", i -> rules,
                "/v1/leaders/L-race", i -> Map.of("name", "虚构" + i, "rank", "COUNTY", "regionCode", "330726"),
                "/v1/duties/D-L-race",
                        i -> Map.of("leaderId", "L-race", "regionCode", "330726", "from", "2020-02-0" + (i + 1)));
        for (var change : changes.entrySet()) {
            var etag = coordinator().get(change.getKey()).header("ETag");
            var answers = together(
                    8,
                    i -> () -> coordinatorOfAll()
                            .header("If-Match", etag)
                            .body(change.getValue().apply(i))
                            .put(change.getKey())
                            .statusCode());
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), change.getKey() + answers);
            assertEquals(7, answers.stream().filter(status -> status == 412).count(), change.getKey() + answers);
        }
    }

    @Test
    void ofManyWhoOpenOneLeaderOneDoes() throws Exception {
        var answers = together(
                8,
                i -> () -> coordinator()
                        .body(Map.of("name", "虚构" + i, "rank", "COUNTY", "regionCode", "330726"))
                        .put("/v1/leaders/L-new")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 428).count(), answers.toString());
    }
}

package cn.disputes.alerts.alert;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.number;
import static cn.disputes.alerts.Courts.suit;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AlertIntakeTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private static Map<String, Object> with(Map<String, Object> alert, String field, Object value) {
        var other = new HashMap<>(alert);
        other.put(field, value);
        return other;
    }

    @Test
    void anOlderRevisionThatComesLateIsKeptAndNeverInForce() {
        var first = alert("late", "a", number(), "2021-05-01", "EVIDENCE_GAP");
        var second = with(with(first, "riskReasons", List.of("COURT_OPINION")), "raisedOn", "2021-05-03");
        var late = with(with(first, "riskReasons", List.of("GROUP_CASE")), "raisedOn", "2021-05-02");
        var id = court().body(first)
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .body("inForce", equalTo(true))
                .extract()
                .<String>path("id");
        court().body(second).post("/v1/alerts").then().statusCode(200).body("revision", equalTo(2));
        for (var again = 0; again < 2; again++) {
            court().body(late)
                    .post("/v1/alerts")
                    .then()
                    .statusCode(200)
                    .body("revision", equalTo(3))
                    .body("inForce", equalTo(false))
                    .body("level", equalTo("RED"));
        }
        // the very first again is a repetition, not a change back
        court().body(first)
                .post("/v1/alerts")
                .then()
                .body("revision", equalTo(1))
                .body("inForce", equalTo(false));
        court().get("/v1/alerts/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", equalTo(List.of(1, 2, 3)))
                .body("items.inForce", equalTo(List.of(false, true, false)))
                .body("items.outdated", equalTo(List.of(false, false, true)))
                .body("items[2].alert.riskReasons", equalTo(List.of("GROUP_CASE")));
        court().body(with(second, "note", "又一次"))
                .post("/v1/alerts")
                .then()
                .statusCode(200)
                .body("revision", equalTo(4))
                .body("inForce", equalTo(true));
        as("court-liaison", "330700", "别的法院")
                .get("/v1/alerts/" + id + "/revisions")
                .then()
                .statusCode(404);
        as("coordinator", "330702", "x")
                .get("/v1/alerts/" + id + "/revisions")
                .then()
                .statusCode(404);
    }

    /** Thirty revisions of one alert at one instant, by the source's own count: the highest is in force, none is lost. */
    @Test
    void ofRevisionsThatRaceTheHighestIsInForceAndNoneIsLost() throws Exception {
        var base = alert("race", "r", number(), "2021-05-01", "EVIDENCE_GAP");
        var revisions = new ArrayList<>(IntStream.rangeClosed(1, 30).boxed().toList());
        Collections.shuffle(revisions);
        var answers = together(
                30,
                i -> () -> court().body(with(with(base, "revision", revisions.get(i)), "note", "第" + revisions.get(i)))
                        .post("/v1/alerts")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(29, answers.stream().filter(status -> status == 200).count(), answers.toString());
        var alert = court().get("/v1/alerts?source=race").jsonPath();
        assertEquals(30, alert.getInt("items[0].alert.revision"));
        court().get("/v1/alerts/" + alert.getString("items[0].id") + "/revisions")
                .then()
                .body("items", hasSize(30))
                .body("items.alert.revision.max()", equalTo(30))
                .body("items.findAll { it.inForce }.alert.revision", equalTo(List.of(30)));
    }

    /** Eight alerts of different courts about one suit at one instant make one risk case of what all of them say. */
    @Test
    void alertsOfOneSuitThatRaceMakeOneCaseWithEveryReason() throws Exception {
        var number = number();
        var reasons = List.of(
                "PROCEDURE_DEFECT",
                "EVIDENCE_GAP",
                "DEFENCE_OVERDUE",
                "WRONG_SUBJECT",
                "BEYOND_AUTHORITY",
                "LAW_MISAPPLIED",
                "SIMILAR_CASE_LOST",
                "GROUP_CASE");
        var cases = together(
                8,
                i -> () -> court().body(alert("one-suit-" + i, "x", number, "2021-05-01", reasons.get(i)))
                        .post("/v1/alerts")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("riskCaseId"));
        assertEquals(1, cases.stream().distinct().count());
        coordinator()
                .get("/v1/risk-cases/" + cases.get(0))
                .then()
                .body("factors.code.sort()", equalTo(reasons.stream().sorted().toList()))
                // those that share a transaction make one version
                .body("version", allOf(greaterThanOrEqualTo(1), lessThanOrEqualTo(8)));
    }

    @Test
    void batchesThatRaceInOppositeOrdersNeitherWaitForEachOtherNorLoseARow() throws Exception {
        var rows = IntStream.range(0, 400)
                .mapToObj(i -> alert("crossing", "c" + i, number(), "2021-05-01", "GROUP_CASE"))
                .toList();
        var backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        var answers = together(
                4,
                i -> () -> court().body(Map.of("items", i % 2 == 0 ? rows : backwards))
                        .post("/v1/alerts/batch")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("items.status"));
        var created =
                answers.stream().flatMap(List::stream).filter("CREATED"::equals).count();
        var unchanged = answers.stream()
                .flatMap(List::stream)
                .filter("UNCHANGED"::equals)
                .count();
        assertEquals(400, created);
        assertEquals(1200, unchanged);
    }

    @Test
    void tenThousandRowsGoInWithFewStatementsAndTheBadOnesAreNamed() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < 10_000; i++) {
            var row = alert("bulk", "b" + i, number(), "2021-05-01", "GROUP_CASE", "EVIDENCE_GAP");
            if (i % 1000 == 7) row.put("raisedOn", "2021-02-30");
            rows.add(row);
        }
        var statements = new AtomicInteger();
        var before =
                jdbi.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        try {
            court().body(Map.of("items", rows))
                    .post("/v1/alerts/batch")
                    .then()
                    .statusCode(200)
                    .body("items.count { it.status == 'CREATED' }", equalTo(9_990))
                    .body(
                            "items.findAll { it.status == 'REJECTED' }.index",
                            equalTo(IntStream.range(0, 10)
                                    .mapToObj(i -> i * 1000 + 7)
                                    .toList()))
                    .body("items.findAll { it.violations }.violations.flatten().field", everyItem(equalTo("raisedOn")));
        } finally {
            jdbi.setSqlLogger(before);
        }
        // four transactions of a dozen, and whatever the service does beside
        assertTrue(statements.get() < 100, statements + " statements");
    }

    @Test
    void refusesMoreThanABatchHolds() {
        var many = Collections.nCopies(10_001, Map.of());
        court().body(Map.of("items", many)).post("/v1/alerts/batch").then().statusCode(413);
        court().body("{\"items\":[{\"note\":\"" + "x".repeat(199_000) + "\"}"
                        + (",{\"note\":\"" + "x".repeat(199_000) + "\"}").repeat(50)
                        + "]}")
                .post("/v1/alerts/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
    }

    @Test
    void takesAnAlertOfASuitNobodyKnowsAndLinksItWhenTheRegisterLearnsOfIt() {
        var suit = suit().about(ActType.COERCION, Domain.TOWNSHIP).by("11330782002592264Y", "合成镇人民政府");
        var id = court().body(alert("unknown-suit", "u", suit.number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("riskCaseId");
        court().get("/v1/alerts?litigationCaseNumber=" + suit.number())
                .then()
                .body("items[0].litigationKnown", equalTo(false));
        jdbi.useTransaction(h -> follower.apply(h, suit.event()));
        court().get("/v1/alerts?litigationCaseNumber=" + suit.number())
                .then()
                .body("items[0].litigationKnown", equalTo(true));
        coordinator()
                .get("/v1/risk-cases/" + id)
                .then()
                .body("domain", equalTo("TOWNSHIP"))
                .body("defendantName", equalTo("合成镇人民政府"));
    }

    @Test
    void showsWhatWasRefusedToWhoSentItAndToTheRegionsCoordinator() {
        var mine = "拒绝-" + UUID.randomUUID();
        var liaison = as("court-liaison", "330782", mine);
        liaison.body(alert(mine, "bad-number", "(2021)浙0782民初1号", "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(400);
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
        as("court-liaison", "330782", mine)
                .body(Map.of(
                        "items",
                        List.of(
                                alert(mine, "bad-day", number(), tomorrow, "GROUP_CASE"),
                                with(
                                        alert(mine, "elsewhere", number(), "2021-05-01", "GROUP_CASE"),
                                        "regionCode",
                                        "330702"),
                                with(alert(mine, "", number(), "2021-05-01", "GROUP_CASE"), "unheard", "1"))))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("REJECTED")));
        var seen = as("court-liaison", "330782", mine)
                .get("/v1/alerts/rejected?limit=500")
                .then()
                .statusCode(200)
                .body("items.field", equalTo(List.of("unheard", "regionCode", "raisedOn", "litigationCaseNumber")))
                .extract()
                .jsonPath();
        assertEquals("bad-day", seen.getString("items[2].sourceAlertId"));
        as("court-liaison", "330782", mine)
                .header("Accept-Language", "en")
                .get("/v1/alerts/rejected?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].message", equalTo("There is no such field"))
                .body("next", not(equalTo(null)));
        as("court-liaison", "330782", "别的法院")
                .get("/v1/alerts/rejected?limit=500")
                .then()
                .body("items.source", not(hasItem(mine)));
        as("coordinator", "330782", "x")
                .get("/v1/alerts/rejected?source=" + mine)
                .then()
                .body("items", hasSize(4));
        as("coordinator", "330702", "x")
                .get("/v1/alerts/rejected?source=" + mine)
                .then()
                .body("items", hasSize(0));
        court().get("/v1/alerts/rejected?cursor=forged").then().statusCode(400);
    }

    @Test
    void anAlertOfAnotherRegionIsNotTakenOver() {
        var theirs = alert("taken", "t", number(), "2021-05-01", "GROUP_CASE");
        court().body(theirs).post("/v1/alerts").then().statusCode(201);
        as("court-liaison", "330702", "x")
                .body(with(theirs, "regionCode", "330702"))
                .post("/v1/alerts")
                .then()
                .statusCode(404);
    }
}

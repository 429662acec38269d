package cn.disputes.alerts.routing;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RoutingResourceTest {
    @Inject
    Clock clock;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Test
    void explainsACaseWithItsConflictsAndAsksForARegionOtherwise() {
        var office = new Office("510100");
        office.putLeader("R-a", "COUNTY");
        office.putLeader("R-b", "DEPUTY");
        office.putDuty("R-a", "R-a", "510101");
        office.putDuty("R-b", "R-b", "510100");
        office.putDuty("R-tax", "R-b", "510101", "domain", "TAX");
        var id = office.flag("510101", "2022-03-01", "COURT_OPINION");
        office.coordinator()
                .body(Map.of("riskCaseId", id))
                .post("/v1/routing/explain")
                .then()
                .statusCode(200)
                .body("leader.id", equalTo("R-a"))
                .body("askedRank", equalTo("COUNTY"))
                .body("considered.find { it.dutyId == 'R-b' }.verdict", equalTo("LESS_SPECIFIC"))
                .body("considered.find { it.dutyId == 'R-tax' }.verdict", equalTo("OTHER_DOMAIN"))
                .body("considered.zh", everyItem(notNullValue()))
                .body("considered.en", everyItem(notNullValue()))
                .body("path.outcome", equalTo(List.of("FOUND", "NOT_REACHED")));
        office.coordinator()
                .body(Map.of("leaderId", "R-a", "reason", "曾参与处理该案（虚构）"))
                .post("/v1/risk-cases/" + id + "/recusals")
                .then()
                .statusCode(201);
        office.coordinator()
                .body(Map.of("riskCaseId", id))
                .post("/v1/routing/explain")
                .then()
                .body("leader.id", equalTo("R-b"))
                .body("en", containsString("asks for COUNTY"))
                .body("considered.find { it.dutyId == 'R-a' }.verdict", equalTo("RECUSED"));
        office.coordinator()
                .body(Map.of("level", "RED"))
                .post("/v1/routing/explain")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("regionCode"));
        new Office("520100")
                .coordinator()
                .body(Map.of("riskCaseId", id))
                .post("/v1/routing/explain")
                .then()
                .statusCode(404);
    }

    @Test
    void triesADraftOnATableRowByRow() {
        var office = new Office("510200");
        var draft = Map.of(
                "leaders",
                List.of(
                        Map.of("id", "T-a", "name", "虚构甲", "rank", "COUNTY", "regionCode", "510200"),
                        Map.of("id", "T-b", "name", "虚构乙", "rank", "PRINCIPAL", "regionCode", "510200")),
                "duties",
                List.of(
                        Map.of("id", "T-1", "leaderId", "T-a", "regionCode", "510200", "from", "2022-01-01"),
                        Map.of(
                                "id",
                                "T-2",
                                "leaderId",
                                "T-b",
                                "regionCode",
                                "510200",
                                "domain",
                                "TAX",
                                "from",
                                "2022-01-01")),
                "cases",
                List.of(
                        Map.of("regionCode", "510201", "level", "RED", "on", "2022-05-05", "expected", "T-a"),
                        Map.of("regionCode", "510201", "domain", "TAX", "on", "2022-05-05", "expected", "T-a"),
                        Map.of(
                                "regionCode",
                                "510201",
                                "domain",
                                "TAX",
                                "on",
                                "2022-05-05",
                                "recused",
                                List.of("T-b"),
                                "expected",
                                "T-a"),
                        Map.of("regionCode", "510201", "on", "2021-12-31")));
        office.coordinator()
                .body(draft)
                .post("/v1/routing/check")
                .then()
                .statusCode(200)
                .body("passed", equalTo(3))
                .body("failed", equalTo(1))
                .body("rows.passed", equalTo(List.of(true, false, true, true)))
                .body("rows[1].actual", equalTo("T-b"))
                .body("rows[1].dutyId", equalTo("T-2"))
                .body("rows[1].why.en", containsString("under duty T-2"))
                .body("rows[3].actual", nullValue())
                .body("rows[3].why.zh", equalTo("没有分工覆盖该案"));
        office.coordinator().get("/v1/leaders/T-a").then().statusCode(404);
        var twice = new HashMap<String, Object>(draft);
        twice.put("duties", List.of(duty("T-1"), duty("T-1")));
        office.coordinator()
                .body(twice)
                .post("/v1/routing/check")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("duties[1].id"));
        var elsewhere = new HashMap<String, Object>(draft);
        elsewhere.put("cases", List.of(Map.of("regionCode", "330702")));
        office.coordinator().body(elsewhere).post("/v1/routing/check").then().statusCode(404);
    }

    private static Map<String, Object> duty(String id) {
        var duty = Office.duty("T-a", "510200");
        duty.put("id", id);
        return duty;
    }

    @Test
    void checksTheStoredTreeWhenNoDraftIsGiven() {
        var office = new Office("510300");
        office.putLeader("ST-a", "COUNTY");
        office.putDuty("ST-1", "ST-a", "510300");
        office.coordinator()
                .body(Map.of("cases", List.of(Map.of("regionCode", "510301", "expected", "ST-a"))))
                .post("/v1/routing/check")
                .then()
                .statusCode(200)
                .body("failed", equalTo(0));
    }

    /** An empty system takes its first duties plainly; only a change that strands an open case is stopped. */
    @Test
    void aChangeThatStrandsAnOpenCaseIsRefusedUnlessItIsMeant() {
        var office = new Office("510400");
        office.putLeader("G-a", "COUNTY");
        office.putLeader("G-b", "COUNTY");
        office.putDuty("G-1", "G-a", "510400");
        var ended = Office.duty("G-a", "510400", "to", today().minusDays(1).toString());
        change(office, "/v1/duties/G-1", ended).statusCode(200);
        change(office, "/v1/duties/G-1", Office.duty("G-a", "510400")).statusCode(200);
        office.flag("510401", "2022-03-01", "COURT_OPINION");
        var later = Office.duty("G-a", "510400", "to", today().plusDays(9).toString());
        change(office, "/v1/duties/G-1", later)
                .statusCode(422)
                .body("code", equalTo("gap-opens"))
                .body("violations", hasSize(1))
                .body("violations[0].message", containsString("510401 红色"))
                .body("violations[0].message", containsString("自 " + today().plusDays(10)))
                .body("violations[0].message", containsString("1 件在办"));
        office.coordinator().get("/v1/duties/G-1").then().body("to", nullValue());
        office.coordinator().get("/v1/routing/gaps").then().body("items", empty());
        change(office, "/v1/duties/G-1?acceptGaps=true", later)
                .statusCode(200)
                .header("Warning", containsString("510401 RED: nobody answers from " + today().plusDays(10)));
        office.coordinator()
                .get("/v1/routing/gaps")
                .then()
                .statusCode(200)
                .body("items.regionCode", equalTo(List.of("510401")))
                .body("items[0].level", equalTo("RED"))
                .body("items[0].need", equalTo("OPEN_CASES"))
                .body("items[0].openCases", equalTo(1));
        office.putDuty("G-2", "G-b", "510401");
        office.coordinator().get("/v1/routing/gaps").then().body("items", empty());
        change(office, "/v1/leaders/G-b", absent("G-b", today().plusDays(1), "G-a"))
                .statusCode(200);
        change(office, "/v1/leaders/G-a", absent("G-a", today().plusDays(1), "nobody"))
                .statusCode(422)
                .body("violations[0].message", containsString("自 " + today().plusDays(1)));
    }

    private static ValidatableResponse change(Office office, String path, Map<String, Object> body) {
        return office.coordinator().header("If-Match", "*").body(body).put(path).then();
    }

    private static Map<String, Object> absent(String id, LocalDate day, String substitute) {
        return Map.of(
                "name",
                "虚构" + id,
                "rank",
                "COUNTY",
                "regionCode",
                "510400",
                "absences",
                List.of(Map.of("from", day.toString(), "to", day.toString(), "substituteId", substitute)));
    }

    @Test
    void aListStillToBeFixedWhereRoundsAreHeldIsNotLeftWithNobody() {
        var office = new Office("510500");
        office.putLeader("H-a", "COUNTY");
        office.putDuty("H-1", "H-a", "510500");
        office.round(today().toString().substring(0, 7), "510500").statusCode(201);
        var ended = Office.duty("H-a", "510500", "to", today().toString());
        change(office, "/v1/duties/H-1", ended)
                .statusCode(422)
                .body("violations", hasSize(3))
                .body("violations.message", everyItem(containsString("届时须交办当月清单")));
    }

    @Test
    void substitutesMayNotStandInForEachOtherInACircle() {
        var office = new Office("510600");
        office.putLeader("C-b", "COUNTY");
        office.putLeader("C-a", "COUNTY", "2022-05-01", "2022-05-10", "C-b");
        var circle = new HashMap<String, Object>(Map.of("name", "虚构C-b", "rank", "COUNTY", "regionCode", "510600"));
        circle.put("absences", List.of(Map.of("from", "2022-05-08", "to", "2022-05-20", "substituteId", "C-a")));
        change(office, "/v1/leaders/C-b", circle)
                .statusCode(422)
                .body("code", equalTo("substitutes-in-a-circle"))
                .body("violations[0].message", containsString("2022-05-08"));
        circle.put("absences", List.of(Map.of("from", "2022-05-11", "to", "2022-05-20", "substituteId", "C-a")));
        change(office, "/v1/leaders/C-b", circle).statusCode(200);
        circle.put("absences", List.of(Map.of("from", "2022-05-11", "to", "2022-05-20", "substituteId", "C-b")));
        change(office, "/v1/leaders/C-b", circle).statusCode(400).body("violations[0].field", equalTo("absences"));
    }

    /** Each of the two ends would be harmless beside what the other found. */
    @Test
    void ofTwoWhoEachRelyOnTheOthersDutyOneIsRefused() throws Exception {
        var office = new Office("510700");
        office.putLeader("P-a", "COUNTY");
        office.putLeader("P-b", "COUNTY");
        office.flag("510701", "2022-03-01", "COURT_OPINION");
        for (var round = 0; round < 5; round++) {
            var first = round;
            office.putDuty("P-1" + round, "P-a", "510700");
            office.putDuty("P-2" + round, "P-b", "510700");
            for (var old = 0; old < round; old++) {
                end(office, "P-1" + old, "P-a");
                end(office, "P-2" + old, "P-b");
            }
            var answers = together(2, i -> () -> end(office, "P-" + (i + 1) + first, i == 0 ? "P-a" : "P-b"));
            assertEquals(List.of(200, 422), answers.stream().sorted().toList(), "round " + round);
        }
    }

    private int end(Office office, String duty, String leader) {
        var body = Office.duty(leader, "510700", "to", today().minusDays(1).toString());
        return change(office, "/v1/duties/" + duty, body).extract().statusCode();
    }

    /** Two whose absences name each other at one instant. */
    @Test
    void ofTwoWhoCloseACircleOneIsRefused() throws Exception {
        var office = new Office("510800");
        office.putLeader("QC-0", "COUNTY");
        office.putLeader("QC-1", "COUNTY");
        var answers = together(
                2,
                i -> () -> change(office, "/v1/leaders/QC-" + i, absentIn("510800", i))
                        .extract()
                        .statusCode());
        assertEquals(List.of(200, 422), answers.stream().sorted().toList());
    }

    private Map<String, Object> absentIn(String city, int i) {
        return Map.of(
                "name",
                "虚构QC-" + i,
                "rank",
                "COUNTY",
                "regionCode",
                city,
                "absences",
                List.of(Map.of("from", "2022-05-01", "to", "2022-05-10", "substituteId", "QC-" + (1 - i))));
    }

    @Test
    void aCaseOfARecusedLeaderGoesToWhoeverAnswersNextAndNeverBack() {
        var office = new Office("510900");
        office.putLeader("V-a", "COUNTY");
        office.putLeader("V-b", "COUNTY");
        office.putDuty("V-1", "V-a", "510901");
        office.putDuty("V-2", "V-b", "510900");
        var id = office.flag("510901", "2022-03-01", "COURT_OPINION");
        office.round("2022-03", "510900").statusCode(201);
        assertEquals("V-a", office.risk(id).getString("leader"));
        office.leader("V-a")
                .body(Map.of("leaderId", "V-b", "reason", "x"))
                .post("/v1/risk-cases/" + id + "/recusals")
                .then()
                .statusCode(403);
        office.leader("V-a")
                .body(Map.of("reason", "与原告有利害关系（虚构）"))
                .post("/v1/risk-cases/" + id + "/recusals")
                .then()
                .statusCode(201)
                .body("leader", equalTo("V-b"))
                .body("state", equalTo("ASSIGNED"));
        office.act(office.coordinator(), id, Map.of("type", "REASSIGNED", "leaderId", "V-a"))
                .statusCode(409)
                .body("code", equalTo("leader-recused"));
        office.round("2022-04", "510900").statusCode(201).body("orders.leader.id", equalTo(List.of("V-b")));
        office.coordinator()
                .body(Map.of("leaderId", "V-b", "reason", "x"))
                .post("/v1/risk-cases/" + id + "/recusals")
                .then()
                .statusCode(201)
                .body("leader", nullValue())
                .body("state", equalTo("FLAGGED"));
        office.round("2022-05", "510900").statusCode(201).body("unrouted.reason", equalTo(List.of("ALL_RECUSED")));
        office.coordinator()
                .body(Map.of("leaderId", "V-b", "reason", "又一次"))
                .post("/v1/risk-cases/" + id + "/recusals")
                .then()
                .statusCode(200);
        office.coordinator()
                .get("/v1/risk-cases/" + id + "/recusals")
                .then()
                .body("items.leaderId", equalTo(List.of("V-a", "V-b")));
        office.coordinator()
                .delete("/v1/risk-cases/" + id + "/recusals/V-a")
                .then()
                .statusCode(200);
        office.coordinator()
                .delete("/v1/risk-cases/" + id + "/recusals/V-a")
                .then()
                .statusCode(404);
        office.round("2022-06", "510900").statusCode(201).body("orders.leader.id", equalTo(List.of("V-a")));
        assertEquals(
                List.of("RECUSED", "REASSIGNED", "RECUSED", "RECUSAL_WITHDRAWN"),
                office.history(id).getList("items.type"));
        assertEquals("V-a", office.history(id).getString("items[0].underLeader"));
        assertTrue(office.history(id).getString("items[1].note").contains("V-2"));
    }

    @Test
    void aDutyOfAnUnknownLeaderOrAnotherRegionIsRefused() {
        var office = new Office("511000");
        office.coordinator()
                .body(Office.duty("nobody", "511000"))
                .put("/v1/duties/U-1")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("leaderId"));
        office.coordinator()
                .body(Office.duty("nobody", "330700"))
                .put("/v1/duties/U-1")
                .then()
                .statusCode(404);
        office.coordinator()
                .queryParam("acceptGaps", "perhaps")
                .body(Office.duty("nobody", "511000"))
                .put("/v1/duties/U-1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("acceptGaps"));
    }
}

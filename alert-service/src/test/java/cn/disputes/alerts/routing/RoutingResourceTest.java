package cn.disputes.alerts.routing;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RoutingResourceTest {
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
                .body("rows[1].en", containsString("under duty T-2"))
                .body("rows[3].actual", nullValue())
                .body("rows[3].zh", equalTo("没有分工覆盖该案"));
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

    private static ValidatableResponse change(Office office, String path, Map<String, Object> body) {
        return office.coordinator().header("If-Match", "*").body(body).put(path).then();
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

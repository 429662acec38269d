package cn.disputes.alerts.risk;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CommitmentTest {
    private static String handedOver(Office office, String leader, String region) {
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, region);
        var id = office.flag(region, "2022-03-01", "COURT_OPINION");
        office.round("2022-03", region).statusCode(201);
        return id;
    }

    @Test
    void aSuccessorSeesWhatThePredecessorPromised() {
        var office = new Office("520100");
        var id = handedOver(office, "K-old", "520101");
        office.act(office.leader("K-old"), id, Map.of("type", "ACKNOWLEDGED", "on", "2022-04-01"))
                .statusCode(201);
        office.act(
                        office.leader("K-old"),
                        id,
                        Map.of(
                                "type",
                                "PLAN_FILED",
                                "on",
                                "2022-04-02",
                                "note",
                                "与原告三次面谈（虚构）",
                                "promisedOn",
                                "2022-04-30"))
                .statusCode(201);
        office.act(office.leader("K-old"), id, Map.of("type", "PLAN_FILED", "on", "2022-04-03", "note", "改为补偿协议（虚构）"))
                .statusCode(201);
        office.putLeader("K-new", "COUNTY");
        office.leader("K-new").get("/v1/risk-cases/" + id + "/plans").then().statusCode(404);
        office.act(office.coordinator(), id, Map.of("type", "REASSIGNED", "on", "2022-05-01", "leaderId", "K-new"))
                .statusCode(201);
        office.leader("K-old").get("/v1/risk-cases/" + id + "/plans").then().statusCode(404);
        office.leader("K-new")
                .get("/v1/risk-cases/" + id + "/plans")
                .then()
                .statusCode(200)
                .body("items.text", equalTo(List.of("与原告三次面谈（虚构）", "改为补偿协议（虚构）")))
                .body("items.leaderId", equalTo(List.of("K-old", "K-old")))
                .body("items.leaderName", equalTo(List.of("虚构K-old", "虚构K-old")))
                // the second names no day: the one on which the case is due, ten days after the list was fixed
                .body("items.promisedOn", equalTo(List.of("2022-04-30", "2022-04-10")))
                .body("items.standing", equalTo(List.of("REPLACED", "BROKEN")));
        office.leader("K-new")
                .get("/v1/leaders/K-new/plans")
                .then()
                .statusCode(200)
                .body("items.text", equalTo(List.of("改为补偿协议（虚构）")))
                .body("items.riskCaseId", equalTo(List.of(id)));
        office.leader("K-new").get("/v1/leaders/K-old/plans").then().statusCode(404);
        office.coordinator().get("/v1/leaders/K-old/plans").then().body("items", empty());
        assertEquals(
                List.of("K-old", "K-old", "K-old", "K-old"), office.history(id).getList("items.underLeader"));
    }

    @Test
    void aResolutionIsProvedByATypedPaperOrByPlainText() {
        var office = new Office("520200");
        var id = handedOver(office, "E-a", "520201");
        for (var type : List.of("ACKNOWLEDGED", "COORDINATED"))
            office.act(office.leader("E-a"), id, Map.of("type", type)).statusCode(201);
        office.act(
                        office.leader("E-a"),
                        id,
                        Map.of(
                                "type",
                                "RESOLUTION_CLAIMED",
                                "evidence",
                                "调解书（虚构）",
                                "evidenceType",
                                "MEDIATION_STATEMENT"))
                .statusCode(201);
        office.act(office.coordinator(), id, Map.of("type", "RESOLVED", "evidence", "x", "evidenceType", "A_PROMISE"))
                .statusCode(400)
                .body("violations[0].field", equalTo("evidenceType"));
        office.act(office.coordinator(), id, Map.of("type", "RESOLVED", "evidenceType", "WITHDRAWAL_RULING"))
                .statusCode(400)
                .body("violations[0].field", equalTo("evidence"));
        office.act(office.coordinator(), id, Map.of("type", "RESOLVED", "evidence", "准许撤诉裁定（虚构）"))
                .statusCode(201)
                .body("state", equalTo("RESOLVED"));
        var history = office.history(id);
        assertEquals("MEDIATION_STATEMENT", history.getString("items[2].evidenceType"));
        assertNull(history.getString("items[3].evidenceType"));
        assertEquals("准许撤诉裁定（虚构）", history.getString("items[3].evidence"));
        office.act(office.coordinator(), id, Map.of("type", "COORDINATED"))
                .statusCode(409)
                .body("violations[0].message", containsString("现在可以：REOPENED；"));
        office.act(office.coordinator(), id, Map.of("type", "HELD"))
                .statusCode(400)
                .body("violations[0].field", equalTo("type"));
    }

    @Test
    void aCaseOpenedAgainThatNobodyHasIsFlagged() {
        var office = new Office("520300");
        var id = office.flag("520301", "2022-03-01", "COURT_OPINION");
        office.act(office.coordinator(), id, Map.of("type", "WON")).statusCode(201);
        office.act(office.coordinator(), id, Map.of("type", "REOPENED"))
                .statusCode(201)
                .body("state", equalTo("FLAGGED"));
    }

    /** Each sends something else with the version both have seen. */
    @Test
    void ofTwoCoordinatorsOnOneCaseOneActsAndTheOtherIsToldToLookAgain() throws Exception {
        var office = new Office("520400");
        var id = handedOver(office, "W-a", "520401");
        office.putLeader("W-b", "COUNTY");
        for (var round = 0; round < 8; round++) {
            var etag = office.coordinator().get("/v1/risk-cases/" + id).header("ETag");
            var answers = together(
                    4,
                    i -> () -> office.coordinator()
                            .header("If-Match", etag)
                            .body(Map.of("type", "REASSIGNED", "leaderId", i % 2 == 0 ? "W-a" : "W-b", "note", "第" + i))
                            .post("/v1/risk-cases/" + id + "/actions")
                            .statusCode());
            assertEquals(List.of(201, 412, 412, 412), answers.stream().sorted().toList());
        }
        var history = office.history(id);
        assertEquals(8, history.getList("items").size());
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), history.getList("items.sequence"));
    }
}

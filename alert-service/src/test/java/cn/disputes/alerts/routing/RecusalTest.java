package cn.disputes.alerts.routing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecusalTest {
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
}

package cn.disputes.alerts.risk;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ModelSuitTest {
    @Inject
    Jdbi jdbi;

    @Inject
    RiskCases cases;

    @Inject
    ModelReleases releases;

    private static ValidatableResponse link(Office office, String id, String model) {
        return office.coordinator()
                .header("If-Match", "*")
                .body(Map.of("modelCaseId", model, "note", "同一征收项目（虚构）"))
                .put("/v1/risk-cases/" + id + "/model")
                .then();
    }

    /** Leader and three cases, the first the model of the others; they are in coordination. */
    private static List<String> group(Office office, String leader, String region) {
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, region);
        var ids = List.of(
                office.flag(region, "2022-03-01", "COURT_OPINION"),
                office.flag(region, "2022-03-01", "COURT_OPINION"),
                office.flag(region, "2022-03-01", "COURT_OPINION"));
        office.round("2022-03", region).statusCode(201);
        for (var id : ids) {
            office.act(office.leader(leader), id, Map.of("type", "ACKNOWLEDGED"))
                    .statusCode(201);
            office.act(office.leader(leader), id, Map.of("type", "COORDINATED")).statusCode(201);
        }
        link(office, ids.get(1), ids.get(0)).statusCode(200).body("state", equalTo("IN_COORDINATION"));
        link(office, ids.get(2), ids.get(0)).statusCode(200);
        return ids;
    }

    @Test
    void parallelCasesWaitForTheirModelAndAreReleasedWithItsResult() {
        var office = new Office("530100");
        var ids = group(office, "M-a", "530101");
        link(office, ids.get(1), ids.get(0)).statusCode(200);
        office.coordinator()
                .get("/v1/risk-cases/" + ids.get(0) + "/model")
                .then()
                .body("model", nullValue())
                .body("parallels.riskCaseId", equalTo(ids.subList(1, 3)))
                .body("parallels.held", equalTo(List.of(true, true)));
        office.act(office.leader("M-a"), ids.get(1), Map.of("type", "RESOLUTION_CLAIMED"))
                .statusCode(409)
                .body("code", equalTo("model-pending"))
                .body("violations[0].message", containsString("PLAN_FILED, COORDINATED"));
        office.act(office.leader("M-a"), ids.get(1), Map.of("type", "PLAN_FILED", "note", "随示范案件一并协调"))
                .statusCode(201);
        office.round("2022-04", "530100")
                .statusCode(201)
                .body("orders.cases.flatten().riskCaseId", equalTo(ids.subList(0, 1)))
                .body("held.riskCaseId", equalTo(ids.subList(1, 3)))
                .body("unrouted", empty());
        office.act(office.coordinator(), ids.get(0), Map.of("type", "LOST", "on", "2022-06-01"))
                .statusCode(201);
        office.coordinator()
                .get("/v1/risk-cases/" + ids.get(1) + "/model")
                .then()
                .body("held", equalTo(false))
                .body("result", equalTo("LOST"))
                .body("model.riskCaseId", equalTo(ids.get(0)));
        var history = office.history(ids.get(1));
        assertEquals(
                List.of("ACKNOWLEDGED", "COORDINATED", "HELD", "PLAN_FILED", "RELEASED"),
                history.getList("items.type"));
        assertTrue(history.getString("items[4].note").contains("败诉（LOST）"), history.getString("items[4].note"));
        assertTrue(history.getString("items[4].note").contains("2022-06-01"));
        office.act(office.leader("M-a"), ids.get(1), Map.of("type", "RESOLUTION_CLAIMED"))
                .statusCode(201);
        office.round("2022-05", "530100").statusCode(201).body("orders.cases.flatten().riskCaseId", equalTo(ids));
        // as it was in April: what was held then stays there, whatever has become of it
        office.coordinator()
                .get("/v1/assignment-rounds/2022-04")
                .then()
                .body("held.riskCaseId", equalTo(ids.subList(1, 3)));
    }

    /** The register ends a model without asking this feature: nobody waits from that moment on. */
    @Test
    void aModelEndedByAJudgmentReleasesToo() {
        var office = new Office("530200");
        var ids = group(office, "N-a", "530201");
        office.act(office.coordinator(), ids.get(2), Map.of("type", "RESOLVED", "evidence", "撤诉裁定（虚构）"))
                .statusCode(201);
        jdbi.useTransaction(h -> {
            var model = cases.find(h, UUID.fromString(ids.get(0)), true).orElseThrow();
            cases.save(h, model.moved(RiskState.WON, LocalDate.of(2022, 7, 1), true));
        });
        office.act(office.leader("N-a"), ids.get(1), Map.of("type", "RESOLUTION_CLAIMED"))
                .statusCode(201);
        releases.release();
        assertEquals(
                1,
                office.history(ids.get(1)).getList("items.type").stream()
                        .filter("RELEASED"::equals)
                        .count());
        assertEquals("RESOLVED", office.history(ids.get(2)).getString("items.type.last()"));
        releases.release();
        assertEquals("RELEASED", office.history(ids.get(1)).getString("items.type.last()"));
    }

    @Test
    void manyReplicasReleaseOnce() throws Exception {
        var office = new Office("530300");
        var ids = group(office, "O-a", "530301");
        jdbi.useTransaction(h -> {
            var model = cases.find(h, UUID.fromString(ids.get(0)), true).orElseThrow();
            cases.save(h, model.moved(RiskState.LOST, LocalDate.of(2022, 7, 1), true));
        });
        together(8, () -> {
            releases.release();
            return null;
        });
        releases.release();
        for (var id : ids.subList(1, 3)) {
            assertEquals(
                    List.of("ACKNOWLEDGED", "COORDINATED", "HELD", "RELEASED"),
                    office.history(id).getList("items.type"));
        }
    }

    @Test
    void refusesChainsCirclesAndWhatHasEnded() {
        var office = new Office("530400");
        var ids = group(office, "Q-a", "530401");
        var other = office.flag("530401", "2022-03-01", "COURT_OPINION");
        var ended = office.flag("530401", "2022-03-01", "COURT_OPINION");
        office.act(office.coordinator(), ended, Map.of("type", "WON")).statusCode(201);
        link(office, ids.get(0), ids.get(0)).statusCode(422).body("code", equalTo("model-of-itself"));
        link(office, ids.get(0), other).statusCode(409).body("code", equalTo("parallel-is-model"));
        link(office, other, ids.get(1)).statusCode(409).body("code", equalTo("model-is-parallel"));
        link(office, ids.get(1), other).statusCode(409).body("code", equalTo("model-linked"));
        link(office, other, ended).statusCode(409).body("code", equalTo("model-closed"));
        link(office, ended, ids.get(0)).statusCode(409).body("code", equalTo("model-closed"));
        link(office, other, UUID.randomUUID().toString())
                .statusCode(422)
                .body("violations[0].field", equalTo("modelCaseId"));
        var elsewhere = new Office("540400").flag("540401", "2022-03-01", "COURT_OPINION");
        link(office, other, elsewhere).statusCode(422);
        office.coordinator()
                .body(Map.of("modelCaseId", ids.get(0)))
                .put("/v1/risk-cases/" + other + "/model")
                .then()
                .statusCode(428);
    }

    @Test
    void aLinkCanBeTakenOff() {
        var office = new Office("530500");
        var ids = group(office, "S-a", "530501");
        office.coordinator()
                .delete("/v1/risk-cases/" + ids.get(1) + "/model")
                .then()
                .statusCode(428);
        office.coordinator()
                .header("If-Match", "*")
                .delete("/v1/risk-cases/" + ids.get(1) + "/model")
                .then()
                .statusCode(200);
        office.coordinator()
                .header("If-Match", "*")
                .delete("/v1/risk-cases/" + ids.get(1) + "/model")
                .then()
                .statusCode(404);
        office.act(office.leader("S-a"), ids.get(1), Map.of("type", "RESOLUTION_CLAIMED"))
                .statusCode(201);
        link(office, ids.get(1), ids.get(0)).statusCode(200);
        assertEquals(
                List.of("HELD", "RELEASED", "RESOLUTION_CLAIMED", "HELD"),
                office.history(ids.get(1)).getList("items.type").subList(2, 6));
    }

    /** Each of the two would be allowed alone; together they would wait for each other. */
    @Test
    void twoCasesNeverWaitForEachOther() throws Exception {
        var office = new Office("530600");
        for (var round = 0; round < 5; round++) {
            var a = office.flag("530601", "2022-03-01", "COURT_OPINION");
            var b = office.flag("530601", "2022-03-01", "COURT_OPINION");
            var answers = together(
                    2,
                    i -> () -> link(office, i == 0 ? a : b, i == 0 ? b : a)
                            .extract()
                            .statusCode());
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        }
    }
}

package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.received;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Obstacles, mediation and enforcement as a caller records and reads them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TimeOfAnApplicationTest {
    private static final String REGION = "330723";

    private static ValidatableResponse registered(Map<String, Object> obstacle) {
        return as("经办", REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", "2025-05-08",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）",
                        "actKnownOn", "2025-03-03",
                        "obstacles", List.of(obstacle)))
                .post(CASES)
                .then();
    }

    private static Map<String, Object> obstacle(String kind, String from, String to, String reason) {
        var obstacle = new HashMap<String, Object>();
        obstacle.put("kind", kind);
        obstacle.put("from", from);
        obstacle.put("to", to);
        obstacle.put("reason", reason);
        obstacle.values().removeIf(value -> value == null);
        return obstacle;
    }

    private static ValidatableResponse step(String path, Map<String, Object> step) {
        return as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    @Test
    void anObstacleIsRegisteredAndStopsThePeriodToApply() {
        var path = CASES + "/"
                + registered(obstacle("OTHER_JUSTIFIED", "2025-04-01", "2025-04-11", "合成甲住院（虚构）"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        as("经办", REGION, "case-officer")
                .get(path + "/deadlines?proof=true")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'APPLY' }.end", equalTo("2025-05-12"))
                .body("items.find { it.code == 'APPLY' }.breached", equalTo(false))
                .body(
                        "items.find { it.code == 'APPLY' }.excluded[0].reason",
                        equalTo("OTHER_JUSTIFIED Art. 20 XZFY-2023"))
                .body("items.find { it.code == 'APPLY' }.days.findAll { it.counted }.size()", equalTo(60));
        as("经办", REGION, "case-officer")
                .get(path + "/steps")
                .then()
                .body("items[0].body.application.obstacles[0].reason", equalTo("合成甲住院（虚构）"));
        as("协调", REGION, "coordinator")
                .get(path + "/steps")
                .then()
                .body("items[0].body.application.obstacles[0].reason", equalTo("***"))
                .body("items[0].body.application.obstacles[0].kind", equalTo("OTHER_JUSTIFIED"));
    }

    @Test
    void whatIsWrongWithAnObstacleIsNamed() {
        registered(obstacle("FORCE_MAJEURE", "2025-04-01", "2025-05-09", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("obstacles[0].to"));
        registered(obstacle("FORCE_MAJEURE", null, "2025-05-08", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("obstacles[0].from"));
        registered(obstacle("OTHER_JUSTIFIED", "2025-04-01", "2025-04-11", null))
                .statusCode(400)
                .body("violations[0].field", equalTo("obstacles[0].reason"));
        registered(obstacle("ILLNESS", "2025-04-01", "2025-04-11", null)).statusCode(400);
    }

    @Test
    void mediationIsRecordedFromTheFirstDayToItsEnd() {
        var path = CASES + "/" + received(REGION);
        step(path, Map.of("type", "MEDIATION_FAILED", "on", "2025-03-04")).statusCode(409);
        step(path, Map.of("type", "MEDIATION_BEGUN", "on", "2025-03-04"))
                .statusCode(201)
                .body("status", equalTo("RECEIVED"));
        step(path, Map.of("type", "ACCEPTED", "on", "2025-03-05")).statusCode(201);
        step(path, Map.of("type", "SUSPENDED", "on", "2025-03-06", "ground", 6, "consent", true))
                .statusCode(201)
                .body("shortcomings.code", not(hasItem("RESUMPTION_DUE")));
        step(path, Map.of("type", "MEDIATION_FAILED", "on", "2025-03-20"))
                .statusCode(201)
                .body("status", equalTo("SUSPENDED"))
                .body("shortcomings.code", hasItem("RESUMPTION_DUE"));
        step(path, Map.of("type", "RESUMED", "on", "2025-03-21"))
                .statusCode(201)
                .body("shortcomings.code", not(hasItem("RESUMPTION_DUE")));
    }

    @Test
    void enforcementIsAskedOfTheCourtInThreeMonths() {
        var path = CASES + "/" + received(REGION);
        step(path, Map.of("type", "ACCEPTED", "on", "2025-03-05")).statusCode(201);
        step(path, Map.of("type", "COPY_SERVED", "on", "2025-03-06")).statusCode(201);
        step(path, Map.of("type", "REPLY_RECEIVED", "on", "2025-03-14")).statusCode(201);
        var approval = step(path, Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        as("审批", REGION, "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        step(path, Map.of("type", "DECISION_SERVED", "on", "2025-04-02")).statusCode(201);
        step(path, Map.of("type", "ENFORCEMENT_APPLIED", "on", "2025-06-03")).statusCode(201);
        as("经办", REGION, "case-officer")
                .get(path + "/deadlines")
                .then()
                .body("items.find { it.code == 'ENFORCE' }.startsOn", equalTo("2025-04-17"))
                .body("items.find { it.code == 'ENFORCE' }.end", equalTo("2025-07-17"))
                .body("items.find { it.code == 'ENFORCE' }.metOn", equalTo("2025-06-03"))
                .body("items.find { it.code == 'ENFORCE' }.article", equalTo("解释 Art. 156"));
    }
}

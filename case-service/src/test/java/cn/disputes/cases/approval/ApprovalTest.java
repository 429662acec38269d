package cn.disputes.cases.approval;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ApprovalTest {
    private static final String CASES = "/v1/reconsiderations";

    private static RequestSpecification as(String name, String... roles) {
        return given().auth().oauth2(token(roles).name(name).sign()).contentType("application/json");
    }

    private static RequestSpecification officer() {
        return as("经办人", "case-officer", "approver");
    }

    private static String accepted(String procedure) {
        var id = officer()
                .body(Map.of(
                        "regionCode", "330700",
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", procedure))
                .statusCode(201);
        return id;
    }

    private static ValidatableResponse step(String id, Map<String, Object> step) {
        return officer()
                .header("If-Match", officer().get(CASES + "/" + id).header("ETag"))
                .body(step)
                .post(CASES + "/" + id + "/steps")
                .then();
    }

    private static String proposed(String id, Map<String, Object> step) {
        return step(id, step).statusCode(202).extract().path("approvalId");
    }

    private static ValidatableResponse decide(String who, String approval, String decision) {
        var body = new HashMap<String, Object>(Map.of("decision", decision));
        if (decision.equals("REJECTED")) body.put("note", "证据不足（虚构）");
        return as(who, "approver")
                .body(body)
                .post("/v1/approvals/" + approval + "/decision")
                .then();
    }

    private static final Map<String, Object> DECIDED =
            Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD");

    @Test
    void aDecisionTakesEffectWhenAnotherPersonApprovesIt() {
        var id = accepted("ORDINARY");
        var approval = proposed(id, DECIDED);
        officer().get(CASES + "/" + id).then().body("status", equalTo("ACCEPTED"));
        officer()
                .get("/v1/worklist")
                .then()
                .body("queues.find { it.code == 'AWAITING_APPROVAL' }.items.id", hasItem(id));
        decide("经办人", approval, "APPROVED").statusCode(403).body("code", equalTo("self-approval"));
        decide("处长", approval, "APPROVED").statusCode(200).body("status", equalTo("APPROVED"));
        officer().get(CASES + "/" + id).then().body("outcome", equalTo("UPHELD"));
        officer().get(CASES + "/" + id + "/steps").then().body("items[2].recordedBy", equalTo("经办人"));
        decide("处长", approval, "APPROVED").statusCode(200);
        decide("处长", approval, "REJECTED").statusCode(409);
        decide("局长", approval, "APPROVED").statusCode(409);
    }

    @Test
    void aRejectionStatesItsReasonsAndLeavesTheCaseAsItWas() {
        var id = accepted("ORDINARY");
        var approval = proposed(id, Map.of("type", "EXTENDED", "on", "2025-04-01", "days", 30));
        as("处长", "approver")
                .body(Map.of("decision", "REJECTED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("note"));
        as("处长", "approver")
                .body(Map.of("decision", "MAYBE"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("decision"));
        decide("处长", approval, "REJECTED").statusCode(200).body("note", equalTo("证据不足（虚构）"));
        officer().get(CASES + "/" + id + "/steps").then().body("items", hasSize(2));
        proposed(id, Map.of("type", "EXTENDED", "on", "2025-04-01", "days", 15));
    }

    @Test
    void whatIsIllegalIsRefusedBeforeItIsLaidBeforeAnybody() {
        var id = accepted("SIMPLIFIED");
        step(id, Map.of("type", "EXTENDED", "on", "2025-03-10", "days", 30)).statusCode(409);
        var ordinary = accepted("ORDINARY");
        // accepted 2025-03-05, sixty days end on 2025-05-04, a holiday, and roll to the 6th
        step(ordinary, Map.of("type", "EXTENDED", "on", "2025-05-07", "days", 30))
                .statusCode(409);
        proposed(ordinary, Map.of("type", "EXTENDED", "on", "2025-05-06", "days", 30));
        step(ordinary, Map.of("type", "EXTENDED", "on", "2025-05-06", "days", 20))
                .statusCode(409)
                .body("code", equalTo("already-proposed"));
    }

    @Test
    void aRectificationIsNoWayAroundTheApprover() {
        var id = accepted("ORDINARY");
        decide("处长", proposed(id, DECIDED), "APPROVED").statusCode(200);
        var around =
                new HashMap<String, Object>(Map.of("type", "RECTIFIED", "on", "2025-04-02", "step", 3, "reason", "笔误"));
        proposed(id, around);
        var other = accepted("ORDINARY");
        step(other, Map.of("type", "OPINIONS_HEARD", "on", "2025-03-20")).statusCode(201);
        proposed(
                other,
                Map.of("type", "RECTIFIED", "on", "2025-04-02", "step", 3, "reason", "笔误", "replacement", DECIDED));
    }

    @Test
    void aCaseThatHasEndedWaitsForNothing() {
        var id = accepted("ORDINARY");
        var approval = proposed(id, DECIDED);
        step(id, Map.of("type", "WITHDRAWN", "on", "2025-03-30", "ground", "VOLUNTARY"))
                .statusCode(201);
        decide("处长", approval, "APPROVED").statusCode(409);
        as("处长", "approver").get("/v1/approvals/" + approval).then().body("status", equalTo("OVERTAKEN"));
    }

    @Test
    void ofManyApproversOneDecides() throws Exception {
        var id = accepted("ORDINARY");
        var approval = proposed(id, DECIDED);
        var answers = together(
                8,
                i -> () -> decide("处长" + i, approval, i % 2 == 0 ? "APPROVED" : "REJECTED")
                        .extract()
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    /** The applicant withdraws in the instant in which the decision is approved: one of the two holds, never both. */
    @Test
    void approvalAgainstWithdrawal() throws Exception {
        for (var round = 0; round < 6; round++) {
            var id = accepted("ORDINARY");
            var approval = proposed(id, DECIDED);
            var answers = together(
                    2,
                    i -> i == 0
                            ? () -> decide("处长", approval, "APPROVED").extract().statusCode()
                            : () -> step(id, Map.of("type", "WITHDRAWN", "on", "2025-04-01", "ground", "SETTLED"))
                                    .extract()
                                    .statusCode());
            var approved = answers.get(0) == 200;
            var withdrawn = answers.get(1) == 201;
            assertTrue(approved ^ withdrawn, answers.toString());
            officer().get(CASES + "/" + id).then().body("outcome", equalTo(approved ? "UPHELD" : "WITHDRAWN"));
        }
    }

    @Test
    void whoeverProposedItTakesItBack() {
        var id = accepted("ORDINARY");
        var approval = proposed(id, DECIDED);
        var withdrawal = "/v1/approvals/" + approval + "/withdrawal";
        as("旁人", "case-officer").post(withdrawal).then().statusCode(403).body("code", equalTo("not-the-proposer"));
        officer().post(withdrawal).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        officer().post(withdrawal).then().statusCode(200);
        decide("处长", approval, "APPROVED").statusCode(409).body("code", equalTo("already-decided"));
        officer().get(CASES + "/" + id).then().body("status", equalTo("ACCEPTED"));
        decide("处长", proposed(id, DECIDED), "APPROVED").statusCode(200);
        var decided = proposed(accepted("ORDINARY"), DECIDED);
        decide("处长", decided, "REJECTED").statusCode(200);
        officer().post("/v1/approvals/" + decided + "/withdrawal").then().statusCode(409);
    }

    /** The proposal is taken back in the instant in which it is approved: one of the two holds, never both. */
    @Test
    void approvalAgainstTakingItBack() throws Exception {
        for (var round = 0; round < 6; round++) {
            var id = accepted("ORDINARY");
            var approval = proposed(id, DECIDED);
            var answers = together(
                    2,
                    i -> i == 0
                            ? () -> decide("处长", approval, "APPROVED").extract().statusCode()
                            : () -> officer()
                                    .post("/v1/approvals/" + approval + "/withdrawal")
                                    .statusCode());
            var approved = answers.get(0) == 200;
            assertEquals(approved ? List.of(200, 409) : List.of(409, 200), answers);
            officer().get(CASES + "/" + id).then().body("status", equalTo(approved ? "CONCLUDED" : "ACCEPTED"));
        }
    }

    @Test
    void anotherRegionSeesNoProposal() {
        var approval = proposed(accepted("ORDINARY"), DECIDED);
        given().auth()
                .oauth2(token("approver").region("330702").sign())
                .get("/v1/approvals/" + approval)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token("approver").region("330702").sign())
                .get("/v1/approvals?status=PENDING")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("处长", "approver").get("/v1/approvals?limit=1").then().body("items", hasSize(1));
        as("处长", "approver").get("/v1/approvals?status=WAITING").then().statusCode(400);
    }
}

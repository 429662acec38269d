package cn.disputes.cases.office;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecusalTest {
    private static final String REGION = "330702";

    /** Both roles, so that no door is shut for want of one. */
    private static RequestSpecification recused(String name) {
        return as(name, REGION, "case-officer", "approver", "coordinator");
    }

    private static ValidatableResponse declares(String name, String path) {
        return recused(name)
                .body(Map.of("reason", "系申请人近亲属（虚构）"))
                .post(path + "/recusals")
                .then();
    }

    private static ValidatableResponse step(String name, String path, Map<String, Object> step) {
        return recused(name)
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    @Test
    void whoeverIsRecusedNeitherSeesNorActs() {
        for (var list : List.of(CASES, SUITS)) {
            var id = list.equals(CASES) ? received(REGION) : filed(REGION);
            var path = list + "/" + id;
            var number = head(REGION).get(path).<String>path("caseNumber");
            recused("避甲").get(path).then().statusCode(200);
            declares("避甲", path).statusCode(201).body("items.officer", hasItem("避甲"));
            for (var below : List.of("", "/steps", "/deadlines", "/documents", "/assignment", "/recusals")) {
                recused("避甲").get(path + below).then().statusCode(404);
                as("旁人", REGION, "case-officer").get(path + below).then().statusCode(200);
            }
            step("避甲", path, Map.of("type", "SUSPENDED", "on", "2025-03-05")).statusCode(404);
            recused("避甲")
                    .body(Map.of("kind", list.equals(CASES) ? "SERVICE_RECEIPT" : "DEFENCE_COVER"))
                    .post(path + "/documents")
                    .then()
                    .statusCode(404);
            recused("避甲")
                    .contentType("text/plain")
                    .body("附件".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .post(path + "/documents?name=x")
                    .then()
                    .statusCode(404);
            recused("避甲")
                    .header("If-Match", "*")
                    .body(Map.of())
                    .post(path + "/assignment")
                    .then()
                    .statusCode(404);
            declares("避甲", path).statusCode(404);
            recused("避甲")
                    .queryParam("caseNumber", number)
                    .queryParam("count", "true")
                    .get(list)
                    .then()
                    .body("total", equalTo(0));
            recused("旁人").queryParam("caseNumber", number).get(list).then().body("items", hasSize(1));
            var export = "/v1/exports?kind=" + list.substring(4) + "&format=csv";
            recused("避甲").get(export).then().statusCode(200).body(not(containsString(number)));
            as("旁人", REGION, "case-officer").get(export).then().body(containsString(number));
            assertTrue(!recused("避甲").get("/v1/worklist?limit=500").asString().contains(id));
        }
    }

    @Test
    void whoeverIsRecusedDecidesNoProposal() {
        var path = CASES + "/" + received(REGION);
        step("提出", path, Map.of("type", "ACCEPTED", "on", "2025-03-05")).statusCode(201);
        var approval = step("提出", path, Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        declares("避丙", path).statusCode(201);
        recused("避丙").get("/v1/approvals/" + approval).then().statusCode(404);
        recused("避丙").get("/v1/approvals?limit=500").then().body("items.id", not(hasItem(approval)));
        recused("旁人").get("/v1/approvals?limit=500").then().body("items.id", hasItem(approval));
        recused("避丙")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(404);
        assertTrue(!recused("避丙").get("/v1/worklist?limit=500").asString().contains(approval));
    }

    @Test
    void aCaseGoesBackWhenItsOfficerIsRecused() {
        officer("避丁", REGION, 10);
        for (var path : List.of(CASES + "/" + received(REGION), SUITS + "/" + filed(REGION))) {
            assign(path, REGION, Map.of("officer", "避丁")).statusCode(200);
            declares("避丁", path).statusCode(201);
            head(REGION).get(path).then().body("assignedTo", nullValue());
            head(REGION)
                    .get(path + "/assignment")
                    .then()
                    .body("items.reason", hasItem("RECUSED"))
                    .body("items", hasSize(2));
            assign(path, REGION, Map.of("officer", "避丁")).statusCode(409).body("code", equalTo("officer-recused"));
            assertTrue(!"避丁".equals(assign(path, REGION, Map.of()).extract().path("assignedTo")));
        }
    }

    @Test
    void anotherIsRecusedByAnApproverOnly() {
        var path = CASES + "/" + received(REGION);
        var declaration = Map.of("officer", "避戊", "reason", "曾任被申请人法律顾问（虚构）");
        as("旁人", REGION, "case-officer")
                .body(declaration)
                .post(path + "/recusals")
                .then()
                .statusCode(403);
        head(REGION).body(declaration).post(path + "/recusals").then().statusCode(201);
        head(REGION)
                .body(declaration)
                .post(path + "/recusals")
                .then()
                .statusCode(201)
                .body("items", hasSize(1));
        head(REGION)
                .body(Map.of("officer", "避戊"))
                .post(path + "/recusals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        recused("避戊").get(path).then().statusCode(404);
        as("处长", "330703", "approver")
                .body(declaration)
                .post(path + "/recusals")
                .then()
                .statusCode(404);
    }

    /** The officer acts in the instant in which the head takes the officer off the case: nothing is recorded afterwards. */
    @Test
    void recusalAgainstAStep() throws Exception {
        for (var round = 0; round < 5; round++) {
            var path = CASES + "/" + received(REGION);
            var etag = etag(path, REGION);
            var answers = together(
                    2,
                    i -> () -> i == 0
                            ? head(REGION)
                                    .body(Map.of("officer", "避己", "reason", "回避（虚构）"))
                                    .post(path + "/recusals")
                                    .statusCode()
                            : recused("避己")
                                    .header("If-Match", etag)
                                    .body(Map.of("type", "ACCEPTED", "on", "2025-03-05"))
                                    .post(path + "/steps")
                                    .statusCode());
            assertEquals(201, answers.get(0));
            assertTrue(answers.get(1) == 201 || answers.get(1) == 404, answers.toString());
            head(REGION).get(path).then().body("status", equalTo(answers.get(1) == 201 ? "ACCEPTED" : "RECEIVED"));
            recused("避己").get(path).then().statusCode(404);
        }
    }
}

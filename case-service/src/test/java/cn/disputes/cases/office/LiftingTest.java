package cn.disputes.cases.office;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A recusal ends when an approver lifts it, and both stay on record. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LiftingTest {
    private static final String REGION = "330702";
    private static final Map<String, Object> REASON = Map.of("reason", "经核实无利害关系（虚构）");

    @Inject
    Jdbi jdbi;

    private static RequestSpecification officer(String name) {
        return as(name, REGION, "case-officer", "approver");
    }

    private static void recused(String name, String path) {
        officer(name)
                .body(Map.of("reason", "系申请人近亲属（虚构）"))
                .post(path + "/recusals")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse lift(RequestSpecification by, String path, String officer, Object body) {
        return by.body(body).post(path + "/recusals/" + officer + "/lifting").then();
    }

    @Test
    void anApproverLiftsWithAReasonAndBothStayOnRecord() {
        for (var path : List.of(CASES + "/" + received(REGION), SUITS + "/" + filed(REGION))) {
            recused("解甲", path);
            officer("解甲").get(path).then().statusCode(404);
            lift(as("旁人", REGION, "case-officer"), path, "解甲", REASON).statusCode(403);
            lift(head(REGION), path, "解甲", Map.of("reason", " "))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("reason"));
            lift(as("处长", "330703", "approver"), path, "解甲", REASON).statusCode(404);
            lift(head(REGION), path, "旁人", REASON).statusCode(404);
            lift(officer("解甲"), path, "解甲", REASON).statusCode(404);
            officer("解甲").get(path).then().statusCode(404);
            lift(head(REGION), path, "解甲", REASON)
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("lifted", hasSize(1))
                    .body("lifted[0].officer", equalTo("解甲"))
                    .body("lifted[0].reason", equalTo("系申请人近亲属（虚构）"))
                    .body("lifted[0].declaredBy", equalTo("解甲"))
                    .body("lifted[0].liftReason", equalTo("经核实无利害关系（虚构）"))
                    .body("lifted[0].liftedBy", equalTo("处长"))
                    .body("lifted[0].liftedAt", notNullValue());
            officer("解甲").get(path).then().statusCode(200);
            lift(head(REGION), path, "解甲", REASON).statusCode(404);
            as("审计", REGION, "auditor")
                    .get("/v1/audit?action=RECUSAL_LIFTED&caseId=" + path.substring(path.lastIndexOf('/') + 1))
                    .then()
                    .body("items.subject", equalTo(List.of("处长")));
            // the conflict comes back: declared anew, the first one stays history
            recused("解甲", path);
            officer("解甲").get(path).then().statusCode(404);
            head(REGION)
                    .get(path + "/recusals")
                    .then()
                    .body("items", hasSize(1))
                    .body("lifted", hasSize(1));
        }
    }

    @Test
    void ofTwoWhoLiftItOneDoes() throws Exception {
        var path = CASES + "/" + received(REGION);
        recused("解乙", path);
        var answers = together(
                6, () -> lift(head(REGION), path, "解乙", REASON).extract().statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 404).count(), answers.toString());
        head(REGION).get(path + "/recusals").then().body("lifted", hasSize(1));
    }

    /** Declared and lifted in the same instant, whatever comes last holds, in the list as in the row that hides the case. */
    @Test
    void aDeclarationAgainstALifting() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = received(REGION);
            var path = CASES + "/" + id;
            recused("解丙", path);
            together(
                    4,
                    i -> () -> i % 2 == 0
                            ? lift(head(REGION), path, "解丙", REASON).extract().statusCode()
                            : head(REGION)
                                    .body(Map.of("officer", "解丙", "reason", "再次申报（虚构）"))
                                    .post(path + "/recusals")
                                    .statusCode());
            int standing = head(REGION).get(path + "/recusals").path("items.size()");
            assertEquals(standing == 1 ? 404 : 200, officer("解丙").get(path).statusCode());
            int hidden =
                    jdbi.withHandle(h -> h.createQuery("SELECT cardinality(recused) FROM reconsideration WHERE id = ?")
                            .bind(0, UUID.fromString(id))
                            .mapTo(Integer.class)
                            .one());
            assertEquals(standing, hidden);
        }
    }
}

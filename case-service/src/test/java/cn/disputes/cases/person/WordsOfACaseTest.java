package cn.disputes.cases.person;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people wrote of a case in their own words is read by those only who see its names, and by whoever wrote it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WordsOfACaseTest {
    private static final String REGION = "330727";
    private static final String MASK = "***";
    private static final String REASON = "合成甲与该行为无利害关系（虚构）";

    private static RequestSpecification officerNamed(String name) {
        return as(name, REGION, "case-officer");
    }

    private static String given(String path, String to) {
        officer(to, REGION, 100);
        assign(path, REGION, Map.of("officer", to)).statusCode(200);
        return path;
    }

    @Test
    void aProposalIsWholeToItsOfficerAndTheApprovers() {
        var path = given(CASES + "/" + received(REGION), "言甲");
        var proposal = "/v1/approvals/"
                + officerNamed("言甲")
                        .header("If-Match", etag(path, REGION))
                        .body(Map.of("type", "REFUSED", "on", "2025-03-05", "reason", REASON))
                        .post(path + "/steps")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("approvalId");
        for (var reader : List.of(officerNamed("言甲"), head(REGION))) {
            reader.get(proposal).then().body("body.reason", equalTo(REASON));
        }
        officerNamed("言旁")
                .get(proposal)
                .then()
                .statusCode(200)
                .body("body.reason", equalTo(MASK))
                .body("body.type", equalTo("REFUSED"))
                .body("body.on", equalTo("2025-03-05"))
                .body("note", nullValue());
        head(REGION)
                .body(Map.of("decision", "REJECTED", "note", "请再核合成甲的身份（虚构）"))
                .post(proposal + "/decision")
                .then()
                .statusCode(200);
        officerNamed("言甲").get(proposal).then().body("note", equalTo("请再核合成甲的身份（虚构）"));
        var id = proposal.substring(proposal.lastIndexOf('/') + 1);
        officerNamed("言旁")
                .get("/v1/approvals?limit=500")
                .then()
                .body("items.find { it.id == '" + id + "' }.body.reason", equalTo(MASK))
                .body("items.find { it.id == '" + id + "' }.note", equalTo(MASK));
        officerNamed("言甲")
                .get("/v1/approvals?limit=500")
                .then()
                .body("items.find { it.id == '" + id + "' }.body.reason", equalTo(REASON));
    }

    /** Another officer has the case since: who proposed the step still reads it, who took the case in does too. */
    @Test
    void aProposalStaysWholeToWhoeverMadeIt() {
        var path = given(CASES + "/" + received(REGION), "言乙");
        var proposal = "/v1/approvals/"
                + officerNamed("言乙")
                        .header("If-Match", etag(path, REGION))
                        .body(Map.of("type", "REFUSED", "on", "2025-03-05", "reason", REASON))
                        .post(path + "/steps")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("approvalId");
        officer("言丙", REGION, 100);
        assign(path, REGION, Map.of("officer", "言丙", "reason", "均衡（虚构）")).statusCode(200);
        for (var reader : List.of("言乙", "言丙", "收案")) {
            officerNamed(reader).get(proposal).then().body("body.reason", equalTo(REASON));
        }
    }

    @Test
    void whyACaseChangedHandsAndWhoKeepsAwayIsReadByThoseWhoSeeItsNames() {
        for (var path : List.of(CASES + "/" + received(REGION), SUITS + "/" + filed(REGION))) {
            var first = path.startsWith(SUITS) ? "言丁诉" : "言丁议";
            var second = path.startsWith(SUITS) ? "言戊诉" : "言戊议";
            given(path, first);
            officer(second, REGION, 100);
            var handed = Map.<String, Object>of("officer", second, "reason", "合成甲来访时要求（虚构）");
            assign(path, REGION, handed).statusCode(200);
            officerNamed("言己")
                    .body(Map.of("reason", "系合成甲近亲属（虚构）"))
                    .post(path + "/recusals")
                    .then()
                    .statusCode(201)
                    .body("items.reason", contains("系合成甲近亲属（虚构）"));
            for (var reader : List.of(officerNamed(second), head(REGION))) {
                reader.get(path + "/assignment").then().body("items.reason", hasItem("合成甲来访时要求（虚构）"));
                reader.get(path + "/recusals").then().body("items.reason", contains("系合成甲近亲属（虚构）"));
            }
            for (var reader : List.of(officerNamed("言旁"), as("协调", REGION, "coordinator"))) {
                reader.get(path + "/assignment")
                        .then()
                        .statusCode(200)
                        .body("items.officer", contains(first, second))
                        .body("items.reason", contains(null, MASK));
            }
            officerNamed("言旁").get(path + "/recusals").then().body("items.reason", contains(MASK));
            head(REGION)
                    .body(Map.of("reason", "与合成甲无亲属关系（虚构）"))
                    .post(path + "/recusals/言己/lifting")
                    .then()
                    .statusCode(200)
                    .body("lifted.reason", contains("系合成甲近亲属（虚构）"));
            officerNamed("言旁")
                    .get(path + "/recusals")
                    .then()
                    .body("lifted.reason", contains(MASK))
                    .body("lifted.liftReason", contains(MASK));
        }
    }

    /** An assignment that is repeated is told with the reasons that are read today. */
    @Test
    void aRepeatedAssignmentIsToldWhatIsReadToday() {
        var path = given(CASES + "/" + received(REGION), "言庚");
        officer("言辛", REGION, 100);
        assign(path, REGION, Map.of("officer", "言辛", "reason", "合成甲来访时要求（虚构）")).statusCode(200);
        var key = UUID.randomUUID().toString();
        var etag = etag(path, REGION);
        var body = Map.of("officer", "言庚", "reason", "言辛另有任务（虚构）");
        var both = new String[] {"case-officer", "approver"};
        as("言壬", REGION, both)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(body)
                .post(path + "/assignment")
                .then()
                .statusCode(200)
                .body("items.reason", contains(null, "合成甲来访时要求（虚构）", "言辛另有任务（虚构）"));
        // approver no more
        officerNamed("言壬")
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(body)
                .post(path + "/assignment")
                .then()
                .statusCode(200)
                .body("items.reason", contains(null, MASK, "言辛另有任务（虚构）"));
    }

    @Test
    void whyAnotherLawGovernsToo() {
        var key = UUID.randomUUID().toString();
        var application = Map.ofEntries(
                Map.entry("regionCode", REGION),
                Map.entry("receivedOn", "2023-12-28"),
                Map.entry("lawVersion", "XZFY-2023"),
                Map.entry("lawVersionReason", "合成甲跨年提交（虚构）"),
                Map.entry("channel", "POST"),
                Map.entry("applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲"))),
                Map.entry("respondentCode", "11330700002592265Y"),
                Map.entry("actType", "PENALTY"),
                Map.entry("domain", "OTHER"),
                Map.entry("claims", "请求撤销（虚构）"));
        var path = CASES + "/"
                + officerNamed("言癸")
                        .header("Idempotency-Key", key)
                        .body(application)
                        .post(CASES)
                        .then()
                        .statusCode(201)
                        .body("lawVersionReason", equalTo("合成甲跨年提交（虚构）"))
                        .extract()
                        .path("id");
        given(path, "言甲二");
        officerNamed("言甲二").get(path).then().body("lawVersionReason", equalTo("合成甲跨年提交（虚构）"));
        as("协调", REGION, "coordinator").get(path).then().body("lawVersionReason", equalTo(MASK));
        officerNamed("言旁").get(path).then().body("lawVersionReason", equalTo(MASK));
    }
}

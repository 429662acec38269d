package cn.disputes.cases.supervision;

import static cn.disputes.cases.office.Office.as;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
class SupervisionTest {
    private static final String DOCUMENTS = "/v1/supervision-documents";
    private static final String REGION = "330784";

    private static RequestSpecification officer() {
        return as("监督经办", REGION, "case-officer");
    }

    private static String issued(String number, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "documentNumber", number,
                "kind", "OPINION",
                "regionCode", REGION,
                "issuedToCode", "11330700002592265Y",
                "issuedOn", "2025-03-03"));
        body.putAll(more);
        var approval = officer()
                .body(body)
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        as("处长", REGION, "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        return officer()
                .queryParam("documentNumber", number)
                .get(DOCUMENTS)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse step(String id, String type, String on) {
        return officer()
                .header("If-Match", officer().get(DOCUMENTS + "/" + id).header("ETag"))
                .body(Map.of("type", type, "on", on))
                .post(DOCUMENTS + "/" + id + "/steps")
                .then();
    }

    @Test
    void aDocumentComesFromSeveralCasesAndIsFoundFromEach() {
        var id = issued(
                "永府复意〔2025〕1号",
                Map.of(
                        "caseNumber", "永政复〔2025〕901号",
                        "caseNumbers", List.of("永政复〔2025〕902号", "永政复〔2025〕901号"),
                        "category", "PROCEDURE",
                        "rootCause", "未告知听证权利（虚构）"));
        officer()
                .get(DOCUMENTS + "/" + id)
                .then()
                .body("caseNumber", equalTo("永政复〔2025〕901号"))
                .body("caseNumbers", contains("永政复〔2025〕901号", "永政复〔2025〕902号"))
                .body("category", equalTo("PROCEDURE"))
                .body("rootCause", equalTo("未告知听证权利（虚构）"));
        for (var number : List.of("永政复〔2025〕901号", "永政复〔2025〕902号")) {
            officer().queryParam("caseNumber", number).get(DOCUMENTS).then().body("items.id", contains(id));
        }
        officer().queryParam("category", "PROCEDURE").get(DOCUMENTS).then().body("items.id", hasItem(id));
        officer().queryParam("category", "FACTS").get(DOCUMENTS).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void theReportIsDueSixtyDaysFromReceipt() {
        var id = issued("永府复意〔2025〕2号", Map.of());
        officer()
                .get(DOCUMENTS + "/" + id + "/deadlines")
                .then()
                .body("items[0].code", equalTo("OPINION"))
                .body("items[0].end", equalTo("2025-05-06"));
        step(id, "SERVED", "2025-03-10")
                .statusCode(201)
                .body("reportDueOn", equalTo("2025-05-09"))
                .body("servedOn", equalTo("2025-03-10"));
        officer()
                .get(DOCUMENTS + "/" + id + "/deadlines?proof=true")
                .then()
                .statusCode(200)
                .body("items[0].startsOn", equalTo("2025-03-10"))
                .body("items[0].breached", equalTo(true))
                .body("items[0].days", hasSize(61));
        officer().get(DOCUMENTS + "?outstanding=true&limit=500").then().body("items.id", hasItem(id));
        officer().get(DOCUMENTS + "?dueBefore=2025-05-09&limit=500").then().body("items.id", not(hasItem(id)));
        officer().get(DOCUMENTS + "?dueBefore=2025-05-10&limit=500").then().body("items.id", hasItem(id));
        as("监督经办", REGION, "case-officer")
                .get("/v1/worklist/REPORT_OVERDUE?limit=500")
                .then()
                .body("items.id", hasItem(id));
        step(id, "REMINDED", "2025-05-12")
                .statusCode(201)
                .body("reminders", equalTo(1))
                .body("remindedOn", equalTo("2025-05-12"));
        step(id, "REPORTED", "2025-05-20").statusCode(201).body("status", equalTo("REPORTED"));
        officer().get("/v1/worklist/TO_RECTIFY?limit=500").then().body("items.id", hasItem(id));
        step(id, "RECTIFIED", "2025-06-01").statusCode(201).body("status", equalTo("RECTIFIED"));
        officer().get(DOCUMENTS + "?outstanding=true&limit=500").then().body("items.id", not(hasItem(id)));
        step(id, "REMINDED", "2025-06-02").statusCode(409).body("code", equalTo("illegal-move"));
    }

    @Test
    void ofTwoWhoRecordAStepOneWins() throws Exception {
        var id = issued("永府复意〔2025〕3号", Map.of());
        var etag = officer().get(DOCUMENTS + "/" + id).header("ETag");
        var answers = together(
                4,
                i -> () -> officer()
                        .header("If-Match", etag)
                        .body(Map.of("type", i % 2 == 0 ? "REPORTED" : "REMINDED", "on", "2025-04-01"))
                        .post(DOCUMENTS + "/" + id + "/steps")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(3, answers.stream().filter(status -> status == 412).count(), answers.toString());
    }
}

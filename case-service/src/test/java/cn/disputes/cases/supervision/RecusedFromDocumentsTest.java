package cn.disputes.cases.supervision;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.received;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is recused from a case sees nothing of the documents that came from it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecusedFromDocumentsTest {
    private static final String DOCUMENTS = "/v1/supervision-documents";
    private static final String REGION = "330702";

    private static RequestSpecification recused(String name) {
        return as(name, REGION, "case-officer", "approver", "coordinator");
    }

    private static Map<String, Object> issue(String number, String leading, String further) {
        var body = new HashMap<String, Object>(Map.of(
                "documentNumber", number,
                "kind", "OPINION",
                "regionCode", REGION,
                "issuedToCode", "11330700002592265Y",
                "issuedOn", "2025-06-03"));
        if (leading != null) body.put("caseNumber", leading);
        if (further != null) body.put("caseNumbers", List.of(further));
        return body;
    }

    private static String proposed(Map<String, Object> issue) {
        return as("监督经办", REGION, "case-officer")
                .body(issue)
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("approvalId");
    }

    private static String issued(Map<String, Object> issue) {
        head(REGION)
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + proposed(issue) + "/decision")
                .then()
                .statusCode(200);
        return recused("旁人")
                .queryParam("documentNumber", issue.get("documentNumber"))
                .get(DOCUMENTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static void recuse(String name, String path) {
        head(REGION)
                .body(Map.of("officer", name, "reason", "回避（虚构）"))
                .post(path + "/recusals")
                .then()
                .statusCode(201);
    }

    private static String number(String path) {
        return head(REGION).get(path).path("caseNumber");
    }

    @Test
    void whatCameFromTheCaseIsNotThereForTheRecused() {
        var caseOf = CASES + "/" + received(REGION);
        var suit = SUITS + "/" + filed(REGION);
        var first = issued(issue("婺府复意〔2025〕801号", number(caseOf), null));
        var further = issued(issue("婺府复意〔2025〕802号", "婺政复〔2025〕9999号", number(caseOf)));
        var ofSuit = issued(issue("婺府复意〔2025〕803号", number(suit), null));
        var other = issued(issue("婺府复意〔2025〕804号", null, null));
        recuse("避书", caseOf);
        recuse("避书", suit);
        for (var id : List.of(first, further, ofSuit)) {
            for (var below : List.of("", "/steps", "/deadlines")) {
                recused("避书").get(DOCUMENTS + "/" + id + below).then().statusCode(404);
                recused("旁人").get(DOCUMENTS + "/" + id + below).then().statusCode(200);
            }
            recused("避书")
                    .header("If-Match", "*")
                    .body(Map.of("type", "SERVED", "on", "2025-06-04"))
                    .post(DOCUMENTS + "/" + id + "/steps")
                    .then()
                    .statusCode(404);
        }
        recused("避书").get(DOCUMENTS + "/" + other).then().statusCode(200);
        for (var view : List.of(DOCUMENTS + "?limit=500", "/v1/worklist?limit=500")) {
            var seen = recused("避书").get(view).asString();
            for (var id : List.of(first, further, ofSuit)) {
                assertTrue(!seen.contains(id), view);
                assertTrue(recused("旁人").get(view).asString().contains(id), view);
            }
            assertTrue(seen.contains(other), view);
        }
        var export = "/v1/exports?kind=supervision-documents&format=csv";
        var exported = recused("避书").get(export).asString();
        assertTrue(!exported.contains("〔2025〕801号") && !exported.contains("〔2025〕802号"), exported);
        assertTrue(exported.contains("婺府复意〔2025〕804号"), exported);
    }

    @Test
    void aDocumentFromTheCaseIsNeitherProposedNorDecidedByTheRecused() {
        var path = CASES + "/" + received(REGION);
        var key = UUID.randomUUID().toString();
        var own = issue("婺府复意〔2025〕811号", null, number(path));
        recused("避提")
                .header("Idempotency-Key", key)
                .body(own)
                .post(DOCUMENTS)
                .then()
                .statusCode(202);
        var approval = proposed(issue("婺府复意〔2025〕812号", number(path), null));
        recused("避提").get("/v1/approvals/" + approval).then().statusCode(200);
        recuse("避提", path);
        recused("避提").get("/v1/approvals/" + approval).then().statusCode(404);
        assertTrue(!recused("避提").get("/v1/approvals?limit=500").asString().contains(approval));
        assertTrue(recused("旁人").get("/v1/approvals?limit=500").asString().contains(approval));
        assertTrue(!recused("避提").get("/v1/worklist?limit=500").asString().contains(approval));
        recused("避提")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(404);
        recused("避提")
                .body(issue("婺府复意〔2025〕813号", number(path), null))
                .post(DOCUMENTS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("caseNumber"));
        recused("避提")
                .header("Idempotency-Key", key)
                .body(own)
                .post(DOCUMENTS)
                .then()
                .statusCode(404);
    }

    @Test
    void noFileOfTheRecusedChangesADocument() {
        var path = CASES + "/" + received(REGION);
        issued(issue("婺府复意〔2025〕821号", number(path), null));
        recuse("避档", path);
        var file = "documentNumber,kind,regionCode,issuedToCode,issuedToName,issuedOn,caseNumber,rectifiedOn\n"
                + "婺府复意〔2025〕821号,OPINION,330702,11330700002592265Y,金华市司法局,2025-06-03,,2025-07-01\n";
        assertEquals(1, load("避档", file, "rejected"));
        assertEquals(1, load("旁人", file, "updated"));
    }

    private static int load(String name, String file, String counted) {
        var location = as(name, REGION, "case-officer")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=supervision-documents")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().until(
                        () -> as(name, REGION, "case-officer").get(location).jsonPath(),
                        job -> !job.getString("status").equals("RUNNING"))
                .getInt(counted);
    }
}

package cn.disputes.cases.bulk;

import static cn.disputes.cases.bulk.Loads.BUREAU;
import static cn.disputes.cases.bulk.Loads.HEADER;
import static cn.disputes.cases.bulk.Loads.load;
import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.received;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file meets cases that people registered and that still run: what another person must approve it does not bring. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportOverLiveCaseTest {
    private static final String REGION = "330783";

    private static ValidatableResponse step(String id, Map<String, Object> step) {
        var path = CASES + "/" + id;
        return as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    private static ValidatableResponse shown(String id) {
        return as("经办", REGION, "case-officer").get(CASES + "/" + id).then();
    }

    /** A row about a case received on 2025-03-03; {@code course}: from the acceptance to the service of the decision. */
    private static String row(String number, String course) {
        return number + "," + REGION + ",2025-03-03,POST,NATURAL_PERSON,合成甲," + BUREAU + ",金华市司法局,330700,OTHER,PENALTY,"
                + course + "\n";
    }

    private static String numberOf(String id) {
        return shown(id).extract().path("caseNumber");
    }

    private static String accepted() {
        var id = received(REGION);
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-05")).statusCode(201);
        step(id, Map.of("type", "COPY_SERVED", "on", "2025-03-10")).statusCode(201);
        return id;
    }

    private static void rejected(JsonPath job, int line, String zh) {
        assertEquals(List.of(line), job.getList("errors.line"), job.prettify());
        assertEquals(List.of("outcome"), job.getList("errors.field"), job.prettify());
        assertTrue(job.getString("errors[0].message").contains(zh), job.prettify());
    }

    @Test
    void aDecisionIsNotTakenByAFile() {
        var id = accepted();
        var other = accepted();
        var job = load(
                "reconsiderations",
                HEADER
                        + row(numberOf(id), "2025-03-05,ORDINARY,2025-03-10,2025-03-20,2025-04-01,REVOKED,,2025-04-02")
                        + row(numberOf(other), "2025-03-05,ORDINARY,2025-03-10,2025-03-20,,,,"));
        rejected(job, 2, "审批");
        assertEquals(List.of(1, 1), List.of(job.getInt("updated"), job.getInt("rejected")), job.prettify());
        shown(id).body("status", equalTo("ACCEPTED")).header("ETag", equalTo("\"v3\""));
        shown(other).body("repliedOn", equalTo("2025-03-20"));
        var english = as("经办", "330700", "case-officer")
                .header("Accept-Language", "en")
                .get("/v1/imports/" + job.getString("id"));
        assertTrue(english.<String>path("errors[0].message").contains("approv"), english.asString());
    }

    @Test
    void neitherIsARefusal() {
        var id = received(REGION);
        var job = load("reconsiderations", HEADER + row(numberOf(id), ",,,,2025-03-06,REFUSED,,"));
        rejected(job, 2, "审批");
        shown(id).body("status", equalTo("RECEIVED"));
    }

    /** Extended on the last day of the term; with an earlier acceptance it would have been too late. */
    @Test
    void whatTheCalendarForbidsAFileDoesNotBring() {
        var id = received(REGION);
        var row = row(numberOf(id), "2025-03-10,ORDINARY,,,,,,");
        assertEquals(1, load("reconsiderations", HEADER + row).getInt("updated"));
        var approval = step(id, Map.of("type", "EXTENDED", "on", "2025-05-09", "days", 30))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        head(REGION)
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        var job = load("reconsiderations", HEADER + row.replace("2025-03-10", "2025-03-04"));
        assertEquals(1, job.getInt("rejected"), job.prettify());
        assertEquals(List.of("须在期限届满前"), job.getList("errors.message"), job.prettify());
        shown(id).body("acceptedOn", equalTo("2025-03-10"));
    }

    /** Accepted by silence on 2025-03-10: the export says so, though no step does. */
    @Test
    void anAcceptanceBySilenceComesBackAsItWentOut() {
        var id = received(REGION);
        step(id, Map.of("type", "WITHDRAWN", "on", "2025-04-01", "ground", "SETTLED"))
                .statusCode(201);
        shown(id).body("acceptedOn", equalTo("2025-03-10"));
        var exported = HEADER + row(numberOf(id), "2025-03-10,,,,2025-04-01,WITHDRAWN,SETTLED,");
        var job = load("reconsiderations", exported);
        assertEquals(List.of(0, 0), List.of(job.getInt("updated"), job.getInt("rejected")), job.prettify());
    }

    @Test
    void aCaseThatAFileEndsWaitsForNoApproval() {
        var id = accepted();
        var approval = step(id, Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "REVOKED"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        var job = load(
                "reconsiderations",
                HEADER + row(numberOf(id), "2025-03-05,ORDINARY,2025-03-10,,2025-04-01,MEDIATED,,"));
        assertEquals(1, job.getInt("updated"), job.prettify());
        shown(id).body("outcome", equalTo("MEDIATED"));
        head(REGION).get("/v1/approvals/" + approval).then().body("status", equalTo("OVERTAKEN"));
    }

    @Test
    void aCaseThatAFileOpenedAFileMayDecide() {
        var open = HEADER + row("补录〔2025〕1号", "2025-03-05,ORDINARY,2025-03-10,2025-03-20,,,,");
        assertEquals(1, load("reconsiderations", open).getInt("created"));
        var decided = HEADER + row("补录〔2025〕1号", "2025-03-05,ORDINARY,2025-03-10,2025-03-20,2025-04-01,REVOKED,,");
        assertEquals(1, load("reconsiderations", decided).getInt("updated"));
    }
}

package cn.disputes.cases.office;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.contract.events.EventJson;
import cn.disputes.deploy.local.PostgresTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the feed tells of a case besides its course. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ParticularsTest {
    @Inject
    Jdbi jdbi;

    private List<JsonNode> told(String id) {
        return jdbi
                .withHandle(h -> h.createQuery(
                                "SELECT payload::text FROM outbox WHERE aggregateid = :id ORDER BY tx, position")
                        .bind("id", UUID.fromString(id))
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(ParticularsTest::read)
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode event, String field) {
        var value = event.path("particulars").get(field);
        return value == null ? null : value.asText();
    }

    @Test
    void anEventTellsTheAgencyAndHowManyApply() {
        for (var id : List.of(received("330726"), filed("330726"))) {
            var event = told(id).get(0);
            assertEquals("CITY", text(event, "agencyLevel"));
            assertEquals("JUSTICE", text(event, "agencyKind"));
            assertEquals("1", text(event, "claimants"));
            assertEquals("0", text(event, "organisations"));
            assertNull(text(event, "team"));
        }
    }

    @Test
    void aCaseThatChangesHandsIsToldWithItsTeam() {
        officer("团队甲", "330727", 5);
        head("330727")
                .header("If-Match", "\"v1\"")
                .body(Map.of("name", "团队甲", "regionCode", "330727", "team", "审理一科"))
                .put("/v1/officers/团队甲")
                .then()
                .statusCode(200);
        for (var path : List.of(CASES + "/" + received("330727"), SUITS + "/" + filed("330727"))) {
            var id = path.substring(path.lastIndexOf('/') + 1);
            var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
            assign(path, "330727", Map.of("officer", "团队甲")).statusCode(200);
            var events = told(id);
            assertEquals(2, events.size());
            assertEquals("审理一科", text(events.get(1), "team"));
            assertEquals(2, events.get(1).get("version").asInt());
            // who has the case is known from the assignment on, not since the last step
            var recorded = Instant.parse(events.get(1).get("recordedAt").asText());
            assertFalse(recorded.isBefore(before), recorded.toString());
        }
    }

    @Test
    void compensationIsToldWithItsAmountAndNeedsAnAward() {
        var id = received("330723");
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-05"), 201);
        step(id, Map.of("type", "OPINIONS_HEARD", "on", "2025-03-10"), 201);
        var award = new HashMap<String, Object>(
                Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "REVOKED", "compensationAmount", 100.5));
        step(id, award, 400);
        award.put("compensation", true);
        var approval = step(id, award, 202).<String>path("approvalId");
        as("审批", "330723", "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        var events = told(id);
        assertEquals("true", text(events.get(events.size() - 1), "compensated"));
        assertEquals("100.5", text(events.get(events.size() - 1), "compensationAmount"));
    }

    private static ExtractableResponse<Response> step(String id, Map<String, Object> body, int status) {
        return as("承办", "330723", "case-officer")
                .header("If-Match", Office.etag(CASES + "/" + id, "330723"))
                .body(body)
                .post(CASES + "/" + id + "/steps")
                .then()
                .statusCode(status)
                .extract();
    }
}

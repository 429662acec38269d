package cn.disputes.cases.worklist;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WorklistTest {
    private static final String REGION = "330782";

    @Inject
    Jdbi jdbi;

    private static JsonPath seenBy(String name, String query, String... roles) {
        return as(name, REGION, roles)
                .get("/v1/worklist?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> in(String queue, JsonPath list) {
        return list.getList("queues.find { it.code == '" + queue + "' }.items.id");
    }

    private static ValidatableResponse step(String path, Map<String, Object> step) {
        return as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    @Test
    void aCaseStandsWhereItsStepsHaveBroughtIt() {
        var received = received(REGION);
        var corrected = received(REGION);
        step(CASES + "/" + corrected, Map.of("type", "CORRECTION_REQUESTED", "on", "2025-03-04", "items", List.of("x")))
                .statusCode(201);
        var served = received(REGION);
        step(CASES + "/" + served, Map.of("type", "ACCEPTED", "on", "2025-03-05"))
                .statusCode(201);
        step(CASES + "/" + served, Map.of("type", "COPY_SERVED", "on", "2025-03-06"))
                .statusCode(201);
        var suit = filed(REGION);
        step(SUITS + "/" + suit, Map.of("type", "SERVED", "on", "2025-03-10")).statusCode(201);
        var list = seenBy("经办", "", "case-officer");
        for (var expected : Map.of(
                        "TO_REVIEW", received,
                        "IN_CORRECTION", corrected,
                        "REPLY_DUE", served,
                        "DEFENCE_OVERDUE", suit,
                        "SUIT_UNASSIGNED", suit,
                        "UNASSIGNED", served)
                .entrySet()) {
            assertTrue(in(expected.getKey(), list).contains(expected.getValue()), expected.toString());
        }
        assertTrue(in("OVERDUE", list).containsAll(List.of(received, served)));
        assertFalse(in("OVERDUE", list).contains(corrected));
        assertFalse(in("TO_REVIEW", list).contains(served));
        List<Map<String, Object>> queues = list.getList("queues");
        for (var queue : queues)
            assertEquals(
                    ((List<?>) queue.get("items")).size(),
                    queue.get("count"),
                    queue.get("code").toString());
    }

    @Test
    void aQueueIsReadByPagesTheMostUrgentFirst() {
        for (var i = 0; i < 7; i++) received(REGION);
        var total = as("经办", REGION, "case-officer")
                .get("/v1/worklist/TO_REVIEW?count=true&limit=1")
                .then()
                .extract()
                .jsonPath()
                .getInt("total");
        var seen = new ArrayList<String>();
        var days = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = as("经办", REGION, "case-officer")
                    .queryParam("cursor", cursor)
                    .get("/v1/worklist/TO_REVIEW?limit=3")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            days.addAll(page.getList("items.dueOn"));
            cursor = page.getString("next");
        }
        assertEquals(total, seen.size());
        assertEquals(seen.size(), new HashSet<>(seen).size());
        assertEquals(days.stream().sorted().toList(), days);
        var first = seenBy("经办", "", "case-officer");
        assertEquals(seen, in("TO_REVIEW", first));
        as("经办", REGION, "case-officer")
                .get("/v1/worklist/TO_REVIEW?cursor=x")
                .then()
                .statusCode(400);
        as("经办", REGION, "case-officer").get("/v1/worklist/NOTHING").then().statusCode(404);
        as("经办", REGION, "case-officer").get("/v1/worklist/TO_APPROVE").then().statusCode(404);
    }

    @Test
    void mineIsWhatIsAssignedToMe() {
        officer("我", REGION, 10);
        var mine = received(REGION);
        var others = received(REGION);
        assign(CASES + "/" + mine, REGION, Map.of("officer", "我")).statusCode(200);
        var list = seenBy("我", "&mine=true", "case-officer");
        assertEquals(List.of(mine), in("TO_REVIEW", list));
        assertEquals(List.of(), in("UNASSIGNED", list));
        var all = seenBy("我", "", "case-officer");
        assertTrue(in("TO_REVIEW", all).containsAll(List.of(mine, others)));
        assertFalse(in("UNASSIGNED", all).contains(mine));
    }

    @Test
    void anApproverFindsWhatOthersHaveProposed() {
        var path = CASES + "/" + received(REGION);
        step(path, Map.of("type", "ACCEPTED", "on", "2025-03-05")).statusCode(201);
        var approval = step(path, Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        var head = seenBy("处长", "", "approver");
        assertTrue(in("TO_APPROVE", head).contains(approval));
        assertTrue(in("AWAITING_APPROVAL", head).contains(path.substring(path.lastIndexOf('/') + 1)));
        assertFalse(
                in("TO_APPROVE", seenBy("经办", "", "approver", "case-officer")).contains(approval));
        as("经办", REGION, "case-officer").get("/v1/worklist").then().body("queues.code", not(hasItem("TO_APPROVE")));
    }

    @Test
    void anotherRegionIsNotCounted() {
        received(REGION);
        as("经办", "330783", "case-officer")
                .get("/v1/worklist?limit=500")
                .then()
                .body("queues.items.flatten().findAll { it.regionCode != '330783' }", hasSize(0))
                .body("queues.size()", equalTo(WorkQueue.values().length - 1));
    }

    /** Neither counts nor items read a case beyond the index of the open ones. */
    @Test
    void isReadFromTheIndexOfTheOpenCases() {
        var queues = List.of(WorkQueue.TO_REVIEW, WorkQueue.OVERDUE, WorkQueue.DEFENCE_DUE);
        var scope = new RegionScope("330700");
        for (var sql :
                List.of(Worklists.countSql(queues, scope, false), Worklists.itemsSql(queues, scope, false, true))) {
            var plan = IndexPlan.of(jdbi, sql, "open");
            assertTrue(plan.contains("Index Only Scan using reconsideration_open"), plan);
            assertTrue(plan.contains("Index Only Scan using litigation_open"), plan);
        }
    }
}

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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The queues of hearings that come and of judgments that may be appealed. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WhatLiesAheadTest {
    private static final String REGION = "330784";
    private static final String FIELDS =
            """
            SELECT coalesce(string_agg(id || ' ' || coalesce(hearing_on::text, '-') || %s, ',' ORDER BY id), '') FROM %s""";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void step(String path, String type, LocalDate on, Object... fields) {
        var body = new HashMap<String, Object>(Map.of("type", type, "on", on.toString()));
        for (var i = 0; i < fields.length; i += 2)
            body.put((String) fields[i], fields[i + 1] instanceof LocalDate day ? day.toString() : fields[i + 1]);
        as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(body)
                .post(path + "/steps")
                .then()
                .statusCode(201);
    }

    private static JsonPath list(String name, String query) {
        return as(name, REGION, "case-officer")
                .get("/v1/worklist?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> in(String queue, JsonPath list) {
        assertEquals(
                list.getList("queues.find { it.code == '" + queue + "' }.items").size(),
                list.getInt("queues.find { it.code == '" + queue + "' }.count"),
                queue);
        return list.getList("queues.find { it.code == '" + queue + "' }.items.id");
    }

    /** A reconsideration with a hearing so many days from today. */
    private String heardIn(int days) {
        var id = received(REGION);
        step(CASES + "/" + id, "ACCEPTED", LocalDate.of(2025, 3, 5));
        step(CASES + "/" + id, "HEARING_NOTIFIED", today().minusDays(9), "hearingOn", today().plusDays(days));
        return id;
    }

    private String suitHeardIn(int days) {
        var id = filed(REGION);
        step(SUITS + "/" + id, "HEARING_SCHEDULED", today().minusDays(9), "hearingOn", today().plusDays(days));
        return id;
    }

    private String judged(int daysAgo, String outcome) {
        var path = SUITS + "/" + filed(REGION);
        step(path, "SERVED", LocalDate.of(2025, 3, 10));
        step(path, "CONCLUDED", today().minusDays(daysAgo), "outcome", outcome);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean is(List<String> queue, Map<String, Boolean> expected) {
        expected.forEach((id, there) -> assertEquals(there, queue.contains(id), id));
        return true;
    }

    @Test
    void hearingsOfTheNextSevenDaysStandByTheirDay() {
        var last = heardIn(7);
        var now = heardIn(0);
        var later = heardIn(8);
        var past = heardIn(-1);
        var held = heardIn(3);
        step(CASES + "/" + held, "HEARING_HELD", today());
        var suspended = heardIn(2);
        step(CASES + "/" + suspended, "SUSPENDED", today(), "ground", 7);
        var queue = in("HEARING_SOON", list("经办", ""));
        assertTrue(is(queue, Map.of(last, true, now, true, later, false, past, false, held, false, suspended, false)));
        assertTrue(queue.indexOf(now) < queue.indexOf(last), queue.toString());
        var item = list("经办", "")
                .getMap("queues.find { it.code == 'HEARING_SOON' }.items.find { it.id == '" + last + "' }");
        assertEquals(today().plusDays(7).toString(), item.get("dueOn"));
        assertEquals("reconsiderations", item.get("kind"));
    }

    @Test
    void ofSuitsHeardSoonThoseWithoutANamedHeadStandApart() {
        var open = suitHeardIn(7);
        var named = suitHeardIn(1);
        step(SUITS + "/" + named, "HEAD_NAMED", today(), "attendee", "DEPUTY");
        var later = suitHeardIn(8);
        var ended = suitHeardIn(2);
        step(SUITS + "/" + ended, "CONCLUDED", today(), "outcome", "MEDIATED");
        var list = list("经办", "");
        var heard = in("SUIT_HEARING_SOON", list);
        assertTrue(is(heard, Map.of(open, true, named, true, later, false, ended, false)));
        assertTrue(heard.indexOf(named) < heard.indexOf(open));
        assertTrue(is(in("HEAD_TO_NAME", list), Map.of(open, true, named, false, later, false, ended, false)));
    }

    @Test
    void whatWasServedMayBeAppealedUntilTheTermEnds() {
        var open = judged(3, "REVOKED");
        step(SUITS + "/" + open, "JUDGMENT_SERVED", today().minusDays(2));
        var won = judged(3, "CLAIM_REJECTED");
        step(SUITS + "/" + won, "JUDGMENT_SERVED", today().minusDays(3));
        var notServed = judged(3, "REVOKED");
        var over = judged(60, "REVOKED");
        step(SUITS + "/" + over, "JUDGMENT_SERVED", today().minusDays(50));
        var appealed = judged(3, "REVOKED");
        step(SUITS + "/" + appealed, "JUDGMENT_SERVED", today().minusDays(2));
        step(SUITS + "/" + appealed, "APPEALED", today());
        var effective = judged(3, "REVOKED");
        step(SUITS + "/" + effective, "JUDGMENT_SERVED", today().minusDays(2));
        step(SUITS + "/" + effective, "EFFECTIVE", today());
        officer("上诉承办", REGION, 10);
        assign(SUITS + "/" + open, REGION, Map.of("officer", "上诉承办")).statusCode(200);
        assertTrue(is(
                in("TO_APPEAL", list("经办", "")),
                Map.of(open, true, won, true, notServed, false, over, false, appealed, false, effective, false)));
        assertEquals(List.of(open), in("TO_APPEAL", list("上诉承办", "&mine=true")));
        as("经办", REGION, "case-officer")
                .get("/v1/worklist/TO_APPEAL?count=true&limit=500")
                .then()
                .statusCode(200)
                .body("total", equalTo(in("TO_APPEAL", list("经办", "")).size()))
                .body("items.find { it.id == '" + open + "' }.kind", equalTo("litigations"))
                .body("items.find { it.id == '" + open + "' }.status", equalTo("CONCLUDED"));
        as("避诉", REGION, "case-officer")
                .body(Map.of("reason", "回避（虚构）"))
                .post(SUITS + "/" + open + "/recusals")
                .then()
                .statusCode(201);
        assertTrue(is(in("TO_APPEAL", list("避诉", "")), Map.of(open, false, won, true)));
    }

    private static String fields(Handle h) {
        return h.createQuery(FIELDS.formatted("''", "reconsideration"))
                        .mapTo(String.class)
                        .one()
                + h.createQuery(FIELDS.formatted(
                                "' ' || head_to_name || ' ' || coalesce(appeal_due_on::text, '-')", "litigation"))
                        .mapTo(String.class)
                        .one();
    }

    /** The migration that brought the columns filled them as the fold would have. */
    @Test
    void whatWasOnRecordBeforeIsFilledAsItIsFolded() throws IOException {
        heardIn(5);
        step(CASES + "/" + heardIn(3), "HEARING_HELD", today());
        var moved = heardIn(4);
        as("经办", REGION, "case-officer")
                .header("If-Match", etag(CASES + "/" + moved, REGION))
                .body(Map.of(
                        "type",
                        "RECTIFIED",
                        "on",
                        today().toString(),
                        "step",
                        3,
                        "reason",
                        "误录",
                        "replacement",
                        Map.of(
                                "type", "HEARING_NOTIFIED",
                                "on", today().minusDays(9).toString(),
                                "hearingOn", today().plusDays(6).toString())))
                .post(CASES + "/" + moved + "/steps")
                .then()
                .statusCode(201);
        suitHeardIn(5);
        step(SUITS + "/" + suitHeardIn(2), "HEAD_NAMED", today(), "attendee", "DEPUTY");
        var twice = SUITS + "/" + filed(REGION);
        step(twice, "HEARING_HELD", today().minusDays(20), "headAttendance", "DEPUTY");
        step(twice, "HEARING_SCHEDULED", today().minusDays(5), "hearingOn", today().plusDays(3));
        step(twice, "HEARING_SCHEDULED", today().minusDays(4), "hearingOn", today().plusDays(2), "headNotified", true);
        for (var outcome : List.of("REVOKED", "SUIT_DISMISSED", "MEDIATED")) {
            step(SUITS + "/" + judged(3, outcome), "JUDGMENT_SERVED", today().minusDays(2));
        }
        String sql;
        try (var file = getClass().getResourceAsStream("/db/migration/V41__what_lies_ahead.sql")) {
            sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        var filling = sql.substring(sql.indexOf("CREATE TEMPORARY VIEW"), sql.indexOf("-- The queues read it"));
        try (var h = jdbi.open()) {
            h.begin();
            // long past terms are of no use to a queue: the migration leaves them out
            h.execute("UPDATE litigation SET appeal_due_on = NULL WHERE appeal_due_on < current_date");
            var folded = fields(h);
            h.execute("UPDATE reconsideration SET hearing_on = NULL");
            h.execute("UPDATE litigation SET hearing_on = NULL, head_to_name = false, appeal_due_on = NULL");
            h.createScript(filling).execute();
            h.execute("UPDATE litigation SET appeal_due_on = NULL WHERE appeal_due_on < current_date");
            assertEquals(folded.replace(",", "\n"), fields(h).replace(",", "\n"));
            assertTrue(
                    folded.contains(" true ")
                            && folded.contains(today().plusDays(6).toString()),
                    folded);
            h.rollback();
        }
    }

    /** Each queue's items are read in the order of their day from an index that has all that is asked. */
    @Test
    void isReadFromItsIndex() {
        for (var expected : Map.of(
                        WorkQueue.HEARING_SOON, "reconsideration_hearing",
                        WorkQueue.SUIT_HEARING_SOON, "litigation_hearing",
                        WorkQueue.HEAD_TO_NAME, "litigation_hearing",
                        WorkQueue.TO_APPEAL, "litigation_appeal")
                .entrySet()) {
            var plan = IndexPlan.of(
                    jdbi,
                    Worklists.itemsSql(List.of(expected.getKey()), new RegionScope("330700"), false, true),
                    "hearing",
                    "appeal");
            assertTrue(plan.contains("Index Only Scan using " + expected.getValue()), plan);
            assertTrue(!plan.contains("Sort"), plan);
        }
        var plan = IndexPlan.of(
                jdbi,
                Worklists.countSql(
                        List.of(WorkQueue.HEARING_SOON, WorkQueue.HEAD_TO_NAME, WorkQueue.TO_APPEAL),
                        new RegionScope("330700"),
                        false),
                "open",
                "hearing",
                "appeal");
        for (var index : List.of("reconsideration_open", "litigation_open", "litigation_appeal"))
            assertTrue(plan.contains("Index Only Scan using " + index), plan);
    }
}

package cn.disputes.cases.warning;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.conventions.feed.Outbox;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WarningTest {
    private static final String REGION = "330700";

    @Inject
    WarningSweep sweep;

    @Inject
    Jdbi jdbi;

    @Inject
    WarningStore store;

    @Inject
    @All
    List<WatchedCases> kinds;

    @Inject
    CalendarStore calendars;

    @Inject
    Outbox outbox;

    @Inject
    WarningConfig config;

    @Inject
    Clock clock;

    private static void step(String id, Map<String, Object> step) {
        var path = CASES + "/" + id;
        as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then()
                .statusCode(201);
    }

    /** Received on 2025-03-03 and never decided: everything about it is long overdue. */
    private static String served() {
        var id = received(REGION);
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-05"));
        step(id, Map.of("type", "COPY_SERVED", "on", "2025-03-10"));
        return id;
    }

    private static String numberOf(String id) {
        return as("经办", REGION, "case-officer").get(CASES + "/" + id).path("caseNumber");
    }

    private static ValidatableResponse warnings(String id, String query) {
        return as("经办", REGION, "case-officer")
                .queryParam("case", numberOf(id))
                .get("/v1/warnings?limit=500" + query)
                .then()
                .statusCode(200);
    }

    private List<Map<String, Object>> announced(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT payload ->> 'code' AS code, (payload ->> 'version')::int AS version, payload ->> 'withdrawnOn' AS withdrawn
                        FROM outbox WHERE type = 'cn.disputes.warning.raised.v1' AND payload ->> 'caseId' = :id ORDER BY tx, id""")
                .bind("id", id)
                .mapToMap()
                .list());
    }

    @Test
    void whatFallsDueIsRaisedOnceAndWithdrawnWhenItIsMoot() {
        var id = served();
        sweep.sweep();
        warnings(id, "&open=true")
                .body("items.code", hasItem("REPLY_LAST_DAY"))
                .body("items.code", hasItem("DECISION_OVERDUE"))
                .body("items.code", not(hasItem("REPLY_DUE_2")))
                .body(
                        "items.findAll { it.code == 'REPLY_LAST_DAY' }.agencyCodes.flatten()",
                        contains("11330700002592265Y"))
                .body("items.findAll { it.code == 'DECISION_OVERDUE' }.agencyCodes.flatten()", hasSize(0));
        var before = announced(id);
        sweep.sweep();
        assertEquals(before, announced(id));
        step(id, Map.of("type", "REPLY_RECEIVED", "on", "2025-03-20"));
        sweep.sweep();
        warnings(id, "&open=true").body("items.code", not(hasItem("REPLY_LAST_DAY")));
        warnings(id, "&code=REPLY_LAST_DAY").body("items", hasSize(1)).body("items[0].version", equalTo(2));
        assertTrue(announced(id).stream()
                .anyMatch(e -> e.get("code").equals("REPLY_LAST_DAY") && e.get("withdrawn") != null));
        // the reply was a slip: what was moot stands again, as the same warning
        step(id, Map.of("type", "RECTIFIED", "on", "2025-03-21", "step", 4, "reason", "误录"));
        sweep.sweep();
        warnings(id, "&code=REPLY_LAST_DAY&open=true").body("items", hasSize(1)).body("items[0].version", equalTo(3));
    }

    @Test
    void manySweepsAtOnceRaiseEachWarningOnce() throws Exception {
        var ids = List.of(served(), served(), served(), served());
        together(6, () -> {
            sweep.sweep();
            return null;
        });
        sweep.sweep();
        for (var id : ids) {
            var codes = announced(id).stream()
                    .map(e -> e.get("code") + " " + e.get("version"))
                    .toList();
            assertFalse(codes.isEmpty());
            assertEquals(codes.stream().distinct().toList(), codes);
        }
    }

    @Test
    void whatHasNothingToSayIsNotLookedAtAgain() {
        var id = served();
        step(id, Map.of("type", "WITHDRAWN", "on", "2025-03-20", "ground", "VOLUNTARY"));
        sweep.sweep();
        assertEquals(null, lookOn(id));
        warnings(id, "&open=true").body("items", hasSize(0));
        var plan = jdbi.inTransaction(h -> {
            h.execute("SET LOCAL enable_seqscan = off");
            return String.join(
                    "\n",
                    h.createQuery(
                                    "EXPLAIN SELECT id FROM reconsideration WHERE look_on <= '2025-03-03' ORDER BY look_on LIMIT 200")
                            .mapTo(String.class)
                            .list());
        });
        assertTrue(plan.contains("reconsideration_look"), plan);
    }

    /** The second is a step that cannot even be read, as one of a newer release. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ACCEPTED\",\"on\":\"2025-03-12\"}",
                "{\"type\":\"UNHEARD_OF\",\"on\":\"2025-03-12\"}"
            })
    void aHistoryThatNoLongerFoldsKeepsNoOtherFromBeingWarnedOf(String step) {
        var broken = served();
        var sound = served();
        jdbi.useTransaction(h -> {
            h.execute(
                    """
                    INSERT INTO reconsideration_step (case_id, sequence, type, on_date, body, recorded_at, recorded_by)
                    VALUES (?, 4, 'ACCEPTED', '2025-03-12', CAST(? AS jsonb), now(), '虚构')""",
                    UUID.fromString(broken),
                    step);
            h.execute("UPDATE reconsideration SET look_on = '-infinity' WHERE id = ?", UUID.fromString(broken));
        });
        try {
            sweep.sweep();
            warnings(sound, "&open=true").body("items.code", hasItem("DECISION_OVERDUE"));
            assertEquals(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString(), lookOn(broken));
        } finally {
            jdbi.useHandle(h -> h.execute(
                    "DELETE FROM reconsideration_step WHERE case_id = ? AND sequence = 4", UUID.fromString(broken)));
        }
    }

    /** A date was recorded as a number of days, when that was not refused yet: that clock ends in the year 57443. */
    @Test
    void aSlipOfTheYearKeepsNoOtherSuitFromBeingWarnedOf() {
        var slip = UUID.fromString(filed(REGION));
        var sound = filed(REGION);
        jdbi.useTransaction(h -> {
            for (var step : List.of(
                    "{\"type\":\"CONCLUDED\",\"on\":\"2025-03-10\",\"outcome\":\"ORDERED_TO_PAY\",\"performWithinDays\":20240615}",
                    "{\"type\":\"EFFECTIVE\",\"on\":\"2025-04-10\"}")) {
                h.execute(
                        """
                        INSERT INTO litigation_step (case_id, sequence, type, on_date, body, recorded_at, recorded_by)
                        SELECT :id, max(sequence) + 1, :step ->> 'type', (:step ->> 'on')::date, :step, now(), '虚构'
                        FROM litigation_step WHERE case_id = :id"""
                                .replace(":id", "'" + slip + "'")
                                .replace(":step", "CAST('" + step + "' AS jsonb)"));
            }
            h.execute("UPDATE litigation SET look_on = '-infinity' WHERE id = ?", slip);
        });
        var path = SUITS + "/" + sound;
        as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(Map.of("type", "SERVED", "on", "2025-03-05"))
                .post(path + "/steps")
                .then()
                .statusCode(201);
        sweep.sweep();
        as("经办", REGION, "case-officer")
                .queryParam("case", as("经办", REGION, "case-officer").get(path).<String>path("caseNumber"))
                .get("/v1/warnings?open=true")
                .then()
                .body("items.code", hasItem("DEFENCE_DUE_1"));
    }

    /** A kind whose cases cannot even be claimed: the others are watched all the same, and the run counts as failed. */
    @Test
    void aKindThatFailsKeepsNoOtherFromBeingWarnedOf() {
        var id = served();
        var failing = new WatchedCases() {
            @Override
            public String kind() {
                return "none";
            }

            @Override
            public String table() {
                return "no_such_table";
            }

            @Override
            public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
                return List.of();
            }
        };
        var all = new ArrayList<WatchedCases>(List.of(failing));
        all.addAll(kinds);
        var both = new WarningSweep(jdbi, store, all, calendars, outbox, config, clock);
        assertThrows(RuntimeException.class, both::sweep);
        warnings(id, "&open=true").body("items.code", hasItem("DECISION_OVERDUE"));
    }

    @Test
    void aCaseReceivedTodayIsLookedAtWhenItsFirstClockHasSomethingToSay() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var id = as("收案", REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", today.toString(),
                        "channel", "ONLINE",
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
        var atRegistration = lookOn(id).toString();
        assertTrue(atRegistration.compareTo(today.toString()) > 0, atRegistration);
        jdbi.useHandle(
                h -> h.execute("UPDATE reconsideration SET look_on = '-infinity' WHERE id = ?", UUID.fromString(id)));
        sweep.sweep();
        assertEquals(atRegistration, lookOn(id));
    }

    private Object lookOn(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT look_on::text FROM reconsideration WHERE id = :id")
                .bind("id", UUID.fromString(id))
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    @Test
    void isSeenByThoseItConcerns() {
        var id = served();
        sweep.sweep();
        var number = numberOf(id);
        given().auth()
                .oauth2(token("agency-liaison").agency("11330700002592265Y").sign())
                .queryParam("case", number)
                .get("/v1/warnings")
                .then()
                .statusCode(200)
                .body("items.code", contains("REPLY_LAST_DAY"));
        given().auth()
                .oauth2(token("agency-liaison").agency("11330000002482061W").sign())
                .queryParam("case", number)
                .get("/v1/warnings")
                .then()
                .body("items", hasSize(0));
        as("经办", "330782", "case-officer")
                .queryParam("case", number)
                .get("/v1/warnings")
                .then()
                .body("items", hasSize(0));
        as("经办", REGION, "case-officer")
                .queryParam("case", number)
                .get("/v1/warnings?addressee=LEADERSHIP")
                .then()
                .body("items.code", contains("DECISION_OVERDUE"));
        as("经办", REGION, "case-officer")
                .get("/v1/warnings?addressee=NOBODY")
                .then()
                .statusCode(400);
        as("避警", REGION, "case-officer")
                .body(Map.of("reason", "回避（虚构）"))
                .post(CASES + "/" + id + "/recusals")
                .then()
                .statusCode(201);
        as("避警", REGION, "case-officer")
                .queryParam("case", number)
                .get("/v1/warnings")
                .then()
                .body("items", hasSize(0));
        var first = as("经办", REGION, "case-officer")
                .get("/v1/warnings?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .<String>path("next");
        as("经办", REGION, "case-officer")
                .queryParam("cursor", first)
                .get("/v1/warnings?limit=1")
                .then()
                .body("items", hasSize(1));
    }

    /** A document that came from a case is nothing to whoever is recused from the case. */
    @Test
    void ofADocumentNothingIsSeenByTheRecused() {
        var number = numberOf(received(REGION));
        var document = "金府复意〔2025〕" + System.nanoTime() % 1_000_000 + "号";
        var approval = as("经办", REGION, "case-officer")
                .body(Map.of(
                        "documentNumber",
                        document,
                        "kind",
                        "OPINION",
                        "regionCode",
                        REGION,
                        "issuedToCode",
                        "11330700002592265Y",
                        "issuedOn",
                        "2025-03-03",
                        "caseNumbers",
                        List.of(number)))
                .post("/v1/supervision-documents")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        as("处长", REGION, "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        sweep.sweep();
        var id = as("处长", REGION, "approver")
                .queryParam("caseNumber", number)
                .get(CASES)
                .<String>path("items[0].id");
        as("避文书", REGION, "case-officer")
                .body(Map.of("reason", "回避（虚构）"))
                .post(CASES + "/" + id + "/recusals")
                .then()
                .statusCode(201);
        for (var seen : Map.of("避文书", 0, "经办", 1).entrySet()) {
            as(seen.getKey(), REGION, "case-officer")
                    .queryParam("case", document)
                    .get("/v1/warnings")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.code == 'REPORT_OVERDUE' }", hasSize(seen.getValue()));
        }
    }

    @Test
    void theCatalogueIsOpen() {
        as("任何人", REGION, "dashboard")
                .get("/v1/warning-catalogue")
                .then()
                .statusCode(200)
                .body("items", hasSize(WarningCatalogue.ALL.size()))
                .body("items.find { it.code == 'REPLY_DUE_2' }.trigger.days", equalTo(2));
    }
}

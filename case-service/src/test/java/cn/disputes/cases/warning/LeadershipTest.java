package cn.disputes.cases.warning;

import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the leadership is told of agencies, from the suits of the register. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LeadershipTest {
    private static final String REGION = "330726";
    private static final String LOSER = "11330726127260010M";
    private static final String ABSENT = "11330726127260029J";
    private static final String PRESENT = "11330726127260037D";
    private static final AtomicInteger NUMBER = new AtomicInteger(9000);

    @Inject
    LeadershipSweep leadership;

    @Inject
    WarningSweep sweep;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /** A day of the last full month, of which every rule of this test speaks. */
    private LocalDate day(int of) {
        return YearMonth.now(clock).minusMonths(1).atDay(of);
    }

    private static void agency(String code) {
        var path = "/v1/agencies/" + code;
        if (as("经办", REGION, "case-officer").get(path).statusCode() == 200) return;
        as("经办", REGION, "case-officer")
                .body(Map.of("name", "浦江县某机关" + code.substring(14) + "（虚构）", "regionCode", REGION))
                .put(path)
                .then()
                .statusCode(201);
    }

    private String filed(String defendant, String actType, Map<String, Object> more) {
        agency(defendant);
        var body = new HashMap<String, Object>(Map.of(
                "caseNumber",
                "(2025)浙0726行初" + NUMBER.incrementAndGet() + "号",
                "court",
                "浦江县人民法院",
                "instance",
                "FIRST",
                "regionCode",
                REGION,
                "plaintiffs",
                List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                "defendantCode",
                defendant,
                "domain",
                "OTHER",
                "actType",
                actType,
                "filedOn",
                "2025-03-03"));
        body.putAll(more);
        return as("经办", REGION, "case-officer")
                .body(body)
                .post(SUITS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void step(String id, Map<String, Object> step) {
        var path = SUITS + "/" + id;
        as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then()
                .statusCode(201);
    }

    private String ended(String defendant, String actType, String outcome, int dayOfMonth, Map<String, Object> more) {
        var id = filed(defendant, actType, more);
        step(id, Map.of("type", "CONCLUDED", "on", day(dayOfMonth).toString(), "outcome", outcome));
        return id;
    }

    private static String number(String id) {
        return as("经办", REGION, "case-officer").get(SUITS + "/" + id).path("caseNumber");
    }

    private static ValidatableResponse warnings(String query) {
        return as("经办", REGION, "case-officer")
                .get("/v1/warnings?limit=500&" + query)
                .then()
                .statusCode(200);
    }

    private void heard(String defendant, String attendance) {
        var id = filed(defendant, "LICENSING", Map.of());
        step(id, Map.of("type", "HEARING_HELD", "on", day(2).toString(), "headAttendance", attendance));
        step(id, Map.of("type", "CONCLUDED", "on", day(3).toString(), "outcome", "CLAIM_REJECTED"));
    }

    @Test
    void aSecondLossOfTheSameKindIsToldUntilItNoLongerIsOne() {
        var first = ended(LOSER, "PENALTY", "REVOKED", 2, Map.of());
        var other = ended(LOSER, "COERCION", "REVOKED", 3, Map.of());
        leadership.sweep();
        warnings("code=SECOND_LOSS&case=" + number(other)).body("items", hasSize(0));
        var second = ended(LOSER, "PENALTY", "CONFIRMED_UNLAWFUL", 4, Map.of());
        // the second instance of the first dispute is no further loss
        var appeal = ended(
                LOSER,
                "PENALTY",
                "REVOKED",
                5,
                Map.of(
                        "instance",
                        "SECOND",
                        "caseNumber",
                        "(2025)浙07行终" + NUMBER.incrementAndGet() + "号",
                        "previousCaseNumber",
                        number(first)));
        leadership.sweep();
        // the clocks of the case leave what others derive alone
        sweep.sweep();
        warnings("code=SECOND_LOSS&open=true&case=" + number(second))
                .body("items", hasSize(1))
                .body("items[0].addressee", equalTo("LEADERSHIP"))
                .body("items[0].kind", equalTo("agencies"))
                .body("items[0].caseId", equalTo(second))
                .body("items[0].agencyCodes", equalTo(List.of(LOSER)))
                .body("items[0].detail", equalTo(number(first)))
                .body("items[0].zh", containsString(number(first)))
                .body("items[0].dueOn", equalTo(day(2).plusMonths(24).toString()));
        warnings("code=SECOND_LOSS&case=" + number(appeal)).body("items", hasSize(0));
        given().auth()
                .oauth2(token("agency-liaison").agency(LOSER).region(REGION).sign())
                .get("/v1/warnings?limit=500&code=SECOND_LOSS")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        var announced = announced(second);
        leadership.sweep();
        assertEquals(announced, announced(second));
        // the second instance of the second dispute turns it round
        ended(
                LOSER,
                "PENALTY",
                "CLAIM_REJECTED",
                6,
                Map.of(
                        "instance",
                        "SECOND",
                        "caseNumber",
                        "(2025)浙07行终" + NUMBER.incrementAndGet() + "号",
                        "previousCaseNumber",
                        number(second)));
        leadership.sweep();
        warnings("code=SECOND_LOSS&open=true&case=" + number(second)).body("items", hasSize(0));
        assertEquals(announced.size() + 1, announced(second).size());
    }

    private List<String> announced(String suit) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT payload ->> 'version' FROM outbox WHERE type = 'cn.disputes.warning.raised.v1'"
                                + " AND payload ->> 'code' = 'SECOND_LOSS' AND payload ->> 'caseId' = ? ORDER BY tx, id")
                .bind(0, suit)
                .mapTo(String.class)
                .list());
    }

    @Test
    void anAttendanceBelowTheTargetIsToldWithItsFraction() throws Exception {
        for (var i = 0; i < 4; i++) heard(ABSENT, i == 0 ? "ABSENT_JUSTIFIED" : "DEPUTY");
        for (var i = 0; i < 5; i++) heard(PRESENT, "PRINCIPAL");
        leadership.sweep();
        var low = "code=ATTENDANCE_BELOW_TARGET&open=true";
        warnings(low)
                .body("items.findAll { it.agencyCodes.contains('" + ABSENT + "') }", hasSize(0))
                .body("items.findAll { it.agencyCodes.contains('" + PRESENT + "') }", hasSize(0));
        heard(ABSENT, "OTHER_HEAD");
        together(4, () -> {
            leadership.sweep();
            return null;
        });
        var of = "items.find { it.agencyCodes.contains('" + ABSENT + "') }.";
        warnings(low)
                .body("items.findAll { it.agencyCodes.contains('" + ABSENT + "') }", hasSize(1))
                .body("items.findAll { it.agencyCodes.contains('" + PRESENT + "') }", hasSize(0))
                .body(of + "detail", equalTo("4/5 < 0.95"))
                .body(of + "zh", containsString("4/5 < 0.95"))
                .body(of + "version", equalTo(1))
                .body(of + "regionCode", equalTo(REGION))
                .body(
                        of + "dueOn",
                        equalTo(YearMonth.now(clock)
                                .minusMonths(1)
                                .atEndOfMonth()
                                .toString()));
        // recorded late: the same warning says the new figure
        heard(ABSENT, "ABSENT");
        leadership.sweep();
        warnings(low).body(of + "detail", equalTo("4/6 < 0.95")).body(of + "version", equalTo(2));
    }

    @Test
    void aCourtsAdviceNotAnsweredInSixtyDaysIsTold() {
        var id = filed(PRESENT, "OTHER", Map.of());
        step(id, Map.of("type", "SERVED", "on", "2025-03-10"));
        step(id, Map.of("type", "ADVICE_RECEIVED", "on", "2025-05-06", "advice", "NORMATIVE_DOCUMENT"));
        sweep.sweep();
        var of = "open=true&case=" + number(id);
        warnings(of + "&code=ADVICE_OVERDUE")
                .body("items.agencyCodes", equalTo(List.of(List.of(PRESENT))))
                .body("items.dueOn", equalTo(List.of("2025-07-07")));
        warnings(of + "&code=ADVICE_OVERDUE_LEADERSHIP").body("items", hasSize(1));
        warnings(of + "&code=ADVICE_DUE_7").body("items", hasSize(0));
        step(id, Map.of("type", "ADVICE_ANSWERED", "on", "2025-08-01"));
        sweep.sweep();
        warnings(of + "&code=ADVICE_OVERDUE").body("items", hasSize(0));
        warnings(of + "&code=ADVICE_OVERDUE_LEADERSHIP").body("items", hasSize(0));
    }

    @Test
    void losesNoTimeOverOldSuits() {
        var plan = jdbi.inTransaction(h -> {
            h.execute("SET LOCAL enable_seqscan = off");
            return String.join(
                    "\n",
                    h.createQuery("EXPLAIN SELECT id FROM litigation WHERE concluded_on >= '2025-01-01'")
                            .mapTo(String.class)
                            .list());
        });
        assertTrue(plan.contains("litigation_concluded") && plan.contains("Index Cond: (concluded_on"), plan);
    }
}

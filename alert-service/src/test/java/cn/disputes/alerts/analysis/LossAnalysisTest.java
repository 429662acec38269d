package cn.disputes.alerts.analysis;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.delivery.Notices;
import cn.disputes.alerts.escalation.RecordedCase;
import cn.disputes.alerts.escalation.SettableClock;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LossAnalysisTest {
    private static final String AGENCY = Judgment.AGENCY;
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);

    @Inject
    Jdbi jdbi;

    @Inject
    Calendars calendars;

    @Inject
    LossConfig config;

    private final SettableClock clock = new SettableClock(SettableClock.at("2026-03-02", 10));

    private LossStore store() {
        return new LossStore(calendars, config, clock);
    }

    private LossSweep replica() {
        return new LossSweep(jdbi, store(), calendars, new Notices(clock), config, clock);
    }

    @BeforeEach
    void nothingIsLostYet() {
        jdbi.useHandle(h -> h.execute("TRUNCATE loss_rung, loss_analysis, judged_suit, delivery, notice"));
        jdbi.useHandle(h -> h.execute("UPDATE risk_case SET state = 'WON' WHERE state = 'LOST'"));
    }

    private static String number() {
        return "(2026)浙0723行初" + NUMBERS.incrementAndGet() + "号";
    }

    private void hear(String number, String previous, long version, LitigationOutcome outcome, String effective) {
        var suit = Judgment.of(Instance.FIRST, number, previous, version, outcome, effective, clock.instant());
        jdbi.useTransaction(h -> new LossNews(store()).hear(h, suit));
    }

    private static RequestSpecification as(String role, String name) {
        return given().auth()
                .oauth2(token(role).region("330723").name(name).agency(AGENCY).sign())
                .contentType("application/json");
    }

    private static Map<String, Object> report(String number, String... causes) {
        return new HashMap<>(Map.of(
                "caseNumber",
                number,
                "causes",
                List.of(causes),
                "summary",
                "未依法告知陈述申辩权",
                "measures",
                List.of(Map.of("what", "开展程序专项培训", "by", "2026-06-30"))));
    }

    private String state(String number) {
        return as("coordinator", "K")
                .queryParam("caseNumber", number)
                .get("/v1/loss-analyses")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].state");
    }

    private List<String> told() {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT code FROM notice WHERE kind = 'LOSS_ANALYSIS' ORDER BY recorded_at, id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void aLossThatTookEffectDemandsAReportAndIsRemindedOfOnceOnEachRung() throws Exception {
        var number = number();
        hear(number, null, 1, LitigationOutcome.REVOKED, null);
        assertEquals(null, state(number), "not in effect: it may be appealed");
        hear(number, null, 2, LitigationOutcome.REVOKED, "2026-03-02");
        as("coordinator", "K")
                .queryParam("caseNumber", number)
                .get("/v1/loss-analyses")
                .then()
                .body("items[0].state", equalTo("DUE"))
                .body("items[0].dueOn", equalTo("2026-03-16"))
                .body("items[0].responsibleCode", equalTo(AGENCY));
        for (var day : List.of("2026-03-10", "2026-03-11", "2026-03-16", "2026-03-17", "2026-03-20", "2026-03-30")) {
            clock.set(SettableClock.at(day, 9));
            together(3, () -> {
                replica().sweep();
                return true;
            });
        }
        assertEquals(List.of("LOSS_REMINDER", "LOSS_OVERDUE", "LOSS_CRITICISM"), told());
    }

    @Test
    void aFiledReportIsRemindedOfNoMoreAndAnOldLossHasNoClock() {
        var number = number();
        hear(number, null, 1, LitigationOutcome.REVOKED, "2026-03-02");
        as("agency-liaison", "A")
                .body(report(number, "PROCEDURE_VIOLATED"))
                .post("/v1/loss-analyses")
                .then()
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("filedBy", equalTo("A"));
        clock.set(SettableClock.at("2026-04-20", 9));
        replica().sweep();
        assertEquals(List.of(), told());
        var old = number();
        hear(old, null, 1, LitigationOutcome.REVOKED, "2025-11-01");
        assertEquals("HISTORICAL", state(old));
        replica().sweep();
        assertEquals(List.of(), told());
        as("case-officer", "O")
                .body(report(old, "OTHER"))
                .post("/v1/loss-analyses")
                .then()
                .statusCode(201);
    }

    @Test
    void oneDisputeIsAnalysedOnceAndALossRectifiedAwayNotAtAll() {
        var first = number();
        var appeal = number();
        hear(first, null, 1, LitigationOutcome.REVOKED, "2026-03-02");
        hear(appeal, first, 1, LitigationOutcome.CHANGED, "2026-03-02");
        assertEquals("DUE", state(first));
        assertEquals(null, state(appeal));
        hear(first, null, 2, LitigationOutcome.CLAIM_REJECTED, "2026-03-02");
        assertEquals("VOID", state(first));
        as("case-officer", "O")
                .body(report(first, "OTHER"))
                .post("/v1/loss-analyses")
                .then()
                .statusCode(409);
        hear(first, null, 1, LitigationOutcome.REVOKED, "2026-03-02");
        assertEquals("VOID", state(first), "a lower version changes nothing");
        hear(first, null, 3, LitigationOutcome.REVOKED, "2026-03-02");
        assertEquals("DUE", state(first));
    }

    @Test
    void aLossThatAPersonRecordedIsDemandedTooUntilItIsReopened() {
        var risk = RecordedCase.flagged(jdbi, "330723", "RED", clock.instant()).ordered("L-23x", clock.instant());
        risk.action("LOST", "LOST", null, clock.instant());
        replica().sweep();
        replica().sweep();
        assertEquals("DUE", state(risk.number));
        risk.action("REOPENED", "ASSIGNED", null, clock.instant());
        replica().sweep();
        assertEquals("VOID", state(risk.number));
    }

    @Test
    void ofManyWhoFileOneReportOneDoesAndALaterChangeIsAnAmendment() throws Exception {
        var number = number();
        hear(number, null, 1, LitigationOutcome.REVOKED, "2026-03-02");
        var answers = together(
                8,
                i -> () -> as("case-officer", "O-" + i)
                        .body(report(number, "PROCEDURE_VIOLATED"))
                        .post("/v1/loss-analyses")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        var found = as("case-officer", "O").queryParam("caseNumber", number).get("/v1/loss-analyses");
        var id = found.<String>path("items[0].id");
        var etag = as("case-officer", "O").get("/v1/loss-analyses/" + id).header("ETag");
        as("case-officer", "O")
                .body(report(number, "LAW_MISAPPLIED"))
                .put("/v1/loss-analyses/" + id)
                .then()
                .statusCode(428);
        as("case-officer", "O")
                .header("If-Match", etag)
                .body(report(number, "LAW_MISAPPLIED", "OTHER"))
                .put("/v1/loss-analyses/" + id)
                .then()
                .statusCode(200)
                .body("causes", equalTo(List.of("LAW_MISAPPLIED", "OTHER")))
                .body("filedBy", equalTo(found.path("items[0].filedBy")));
        as("case-officer", "O")
                .header("If-Match", etag)
                .body(report(number, "OTHER"))
                .put("/v1/loss-analyses/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void badReportsAreRefusedByFieldAndOthersSeeNothing() {
        var number = number();
        hear(number, null, 1, LitigationOutcome.REVOKED, "2026-03-02");
        for (var bad : Map.of(
                        "causes", List.of(),
                        "summary", "",
                        "responsibleCode", "x",
                        "caseNumber", "(2026)浙0702民初1号",
                        "measures", List.of(Map.of("what", "")))
                .entrySet()) {
            var body = report(number, "OTHER");
            body.put(bad.getKey(), bad.getValue());
            as("case-officer", "O")
                    .body(body)
                    .post("/v1/loss-analyses")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", org.hamcrest.Matchers.startsWith(bad.getKey()));
        }
        as("case-officer", "O")
                .body(report("(2026)浙0723行初99999号", "OTHER"))
                .post("/v1/loss-analyses")
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(token("agency-liaison")
                        .region("330723")
                        .agency("11330723MB0000000X")
                        .sign())
                .get("/v1/loss-analyses")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().auth()
                .oauth2(token("coordinator").region("330782").sign())
                .get("/v1/loss-analyses")
                .then()
                .body("items.caseNumber", not(hasItem(number)));
    }

    @Test
    void countsTheRootCausesAndProposesADocumentFromTheSecondOn() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        clock.set(Instant.now());
        for (var causes : List.of(
                new String[] {"PROCEDURE_VIOLATED", "LAW_MISAPPLIED"},
                new String[] {"PROCEDURE_VIOLATED"},
                new String[] {})) {
            var number = number();
            hear(number, null, 1, LitigationOutcome.REVOKED, today);
            if (causes.length > 0)
                as("case-officer", "O")
                        .body(report(number, causes))
                        .post("/v1/loss-analyses")
                        .then()
                        .statusCode(201);
        }
        as("coordinator", "K")
                .get("/v1/loss-analyses/causes")
                .then()
                .statusCode(200)
                .body("filed", equalTo(2))
                .body("outstanding", equalTo(1))
                .body("items[0].cause", equalTo("PROCEDURE_VIOLATED"))
                .body("items[0].count", equalTo(2))
                .body("items[0].actType", equalTo("COERCION"))
                .body("items[0].caseNumbers", hasSize(2))
                .body("items[0].proposal.kind", equalTo("ENFORCEMENT_SUPERVISION"))
                .body("items[0].proposal.issuedToCode", equalTo(AGENCY))
                .body("items[0].proposal.category", equalTo("PROCEDURE"))
                .body("items[0].proposal.documentNumber", notNullValue())
                .body("items[0].proposal.issuedOn", equalTo(today))
                .body("items[0].proposal.caseNumber", notNullValue())
                .body("items[0].proposal.caseNumbers", hasSize(1))
                .body("items[1].cause", equalTo("LAW_MISAPPLIED"))
                .body("items[1].proposal", nullValue());
        as("coordinator", "K")
                .get("/v1/loss-analyses/causes?from=2026-02-02&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("to"));
    }
}

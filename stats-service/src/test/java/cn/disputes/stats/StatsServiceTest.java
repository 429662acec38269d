package cn.disputes.stats;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.AlertSourceEvent;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.indicators.Indicators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StatsServiceTest {
    private static final String BUREAU = "11330700002592265Y";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
    }

    private void apply(CaseEvent... events) {
        jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, List.of(events)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static ReconsiderationEvent reconsideration(
            UUID id,
            long version,
            String number,
            String region,
            String received,
            String concluded,
            ReconsiderationOutcome outcome,
            OutcomeGround ground,
            String recordedAt) {
        var accepted = outcome != null && outcome.notAdmitted() ? null : day(received);
        return new ReconsiderationEvent(
                id,
                version,
                number,
                region,
                BUREAU,
                "局",
                ActType.PENALTY,
                Domain.OTHER,
                concluded == null ? "ACCEPTED" : "CONCLUDED",
                "ORDINARY",
                "XZFY-2017",
                day(received),
                accepted,
                accepted == null ? null : day(received).plusDays(60),
                concluded == null ? null : day(concluded),
                outcome,
                ground,
                concluded == null ? null : day(concluded),
                Instant.parse(recordedAt),
                null);
    }

    private static LitigationEvent suit(
            String number,
            Instance instance,
            String region,
            String filed,
            String concluded,
            LitigationOutcome outcome,
            String reconsideration,
            String previous,
            HeadAttendance attendance) {
        return new LitigationEvent(
                UUID.randomUUID(),
                1,
                number,
                "法院",
                instance,
                region,
                BUREAU,
                "局",
                null,
                List.of(),
                ActType.PENALTY,
                Domain.OTHER,
                "CONCLUDED",
                day(filed),
                null,
                null,
                null,
                reconsideration,
                previous,
                attendance == null ? List.of() : List.of(new LitigationEvent.Hearing(day(filed), attendance)),
                concluded == null ? null : day(concluded),
                outcome,
                null,
                concluded == null ? null : day(concluded),
                Instant.parse("2023-01-01T00:00:00Z"),
                null);
    }

    private static RequestSpecification statistician() {
        return given().auth().oauth2(token("statistician").sign());
    }

    private static JsonPath ask(String indicators, String more) {
        return statistician()
                .get("/v1/statistics?indicators=" + indicators + "&from=2022-01&to=2022-12" + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void tinyYear() {
        var at = "2022-12-31T00:00:00Z";
        apply(
                reconsideration(
                        UUID.randomUUID(),
                        1,
                        "R1",
                        "330702",
                        "2022-01-05",
                        "2022-02-05",
                        ReconsiderationOutcome.REVOKED,
                        null,
                        at),
                reconsideration(
                        UUID.randomUUID(),
                        1,
                        "R2",
                        "330702",
                        "2022-02-05",
                        "2022-03-05",
                        ReconsiderationOutcome.UPHELD,
                        null,
                        at),
                reconsideration(
                        UUID.randomUUID(),
                        1,
                        "R3",
                        "330782",
                        "2022-03-05",
                        "2022-04-05",
                        ReconsiderationOutcome.WITHDRAWN,
                        OutcomeGround.SETTLED,
                        at),
                reconsideration(
                        UUID.randomUUID(),
                        1,
                        "R4",
                        "330782",
                        "2022-04-05",
                        "2022-04-06",
                        ReconsiderationOutcome.REFUSED,
                        null,
                        at),
                reconsideration(UUID.randomUUID(), 1, "R5", "330782", "2022-11-05", null, null, null, at),
                suit(
                        "L1",
                        Instance.FIRST,
                        "330702",
                        "2022-03-10",
                        "2022-06-10",
                        LitigationOutcome.REVOKED,
                        "R2",
                        null,
                        HeadAttendance.DEPUTY),
                suit(
                        "L2",
                        Instance.FIRST,
                        "330782",
                        "2022-03-10",
                        "2022-06-10",
                        LitigationOutcome.CLAIM_REJECTED,
                        null,
                        null,
                        HeadAttendance.ABSENT),
                suit(
                        "L3",
                        Instance.SECOND,
                        "330782",
                        "2022-07-10",
                        "2022-09-10",
                        LitigationOutcome.REVOKED,
                        null,
                        "L2",
                        HeadAttendance.PRINCIPAL),
                suit(
                        "L4",
                        Instance.FIRST,
                        "330782",
                        "2022-05-10",
                        "2022-06-11",
                        LitigationOutcome.WITHDRAWN,
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "RECONSIDERATIONS_RECEIVED,5,",
        "RECONSIDERATIONS_CONCLUDED,4,",
        "RECONSIDERATIONS_CONCLUDED:ADMITTED,3,",
        "RECONSIDERATIONS_PENDING,1,",
        "RECONSIDERATIONS_CORRECTED,1,",
        "CORRECTION_RATE,1,4",
        "CORRECTION_RATE:ADMITTED,1,3",
        "COMPREHENSIVE_CORRECTION_RATE,2,4",
        "RECONSIDERATION_SETTLEMENT_RATE,1,4",
        "DISPUTE_SETTLED_RATE,3,4",
        "ON_TIME_RATE,3,3",
        "RECONSIDERATION_LITIGATION_RATIO,5,3",
        "FIRST_INSTANCE_RECEIVED,3,",
        "FIRST_INSTANCE_CONCLUDED,3,",
        "FIRST_INSTANCE_LOST,1,",
        "LOSS_RATE,1,3",
        "LOSS_RATE:JUDGED,1,2",
        "LOSS_RATE:EFFECTIVE,2,3",
        "LITIGATION_SETTLEMENT_RATE,1,3",
        "HEAD_APPEARANCE_RATE,2,3",
        "PRINCIPAL_APPEARANCE_RATE,1,3",
        "HEAD_APPEARANCE_RATE:FIRST,1,2",
        "HEAD_APPEARANCE_RATE:CONCLUDED,2,4",
        "ZERO_LOSS_COUNTIES,8,9",
        "HIGH_RISK_FLAGGED,0,",
        "SUPERVISION_ISSUED,0,"
    })
    void countsByHand(String indicator, int numerator, Integer denominator) {
        tinyYear();
        var value = "rows[0].values.'" + indicator + "'.";
        var answer = ask(indicator, "");
        assertEquals(numerator, answer.getInt(value + (denominator == null ? "value" : "numerator")));
        if (denominator != null) assertEquals(denominator, answer.getInt(value + "denominator"));
        if (indicator.startsWith("ZERO") || indicator.startsWith("RECONSIDERATION_LIT")) return;
        var rows = statistician()
                .get("/v1/statistics/" + indicator + "/cases?set=numerator&count=true&from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(numerator, rows.getInt("total"));
        assertEquals(numerator, rows.getList("items").size());
    }

    @Test
    void aSumIsTheSumOfItsGroupsAndNotAMeanOfRates() {
        tinyYear();
        var total = ask("LOSS_RATE", "");
        var byRegion = ask("LOSS_RATE", "&groupBy=region");
        var byMonth = ask("LOSS_RATE", "&groupBy=month");
        for (var grouped : List.of(byRegion, byMonth)) {
            assertEquals(
                    total.getInt("rows[0].values.LOSS_RATE.numerator"),
                    grouped.getList("rows.values.LOSS_RATE.numerator", Integer.class).stream()
                            .mapToInt(i -> i)
                            .sum());
            assertEquals(
                    total.getInt("rows[0].values.LOSS_RATE.denominator"),
                    grouped.getList("rows.values.LOSS_RATE.denominator", Integer.class).stream()
                            .mapToInt(i -> i)
                            .sum());
        }
        byRegion.getList("rows").forEach(row -> assertFalse(row.toString().isEmpty()));
        assertEquals(9, byRegion.getList("rows").size());
        assertEquals(12, byMonth.getList("rows").size());
    }

    @Test
    void saysNothingWhereThereIsNothingToDivideBy() {
        statistician()
                .get("/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12&compare=previous-year")
                .then()
                .statusCode(200)
                .body("rows[0].values.LOSS_RATE.value", nullValue())
                .body("rows[0].values.LOSS_RATE.change", nullValue());
    }

    @Test
    void comparesWithTheYearBefore() {
        tinyYear();
        apply(
                suit("P1", Instance.FIRST, "330702", "2021-03-10", null, null, null, null, null),
                suit("P2", Instance.FIRST, "330702", "2021-04-10", null, null, null, null, null));
        var answer = ask("FIRST_INSTANCE_RECEIVED", "&compare=previous-year");
        assertEquals(2, answer.getInt("rows[0].values.FIRST_INSTANCE_RECEIVED.previous.value"));
        assertEquals("+50.00%", answer.getString("rows[0].values.FIRST_INSTANCE_RECEIVED.changeDisplay"));
    }

    /** A warning in the same feed is about a case and is none, a silent court is none either: no fact, alone or among others. */
    @Test
    void aWarningOrASilenceIsNoFact() {
        var warning = new WarningEvent(
                UUID.randomUUID(),
                1,
                "330702",
                "REPLY_DUE_2",
                "RESPONDENT",
                "reconsiderations",
                UUID.randomUUID(),
                "R1",
                List.of(),
                day("2022-03-01"),
                day("2022-02-25"),
                null,
                "提示",
                "warning",
                "Art. 48",
                Instant.parse("2022-02-25T00:00:00Z"));
        var silence = new AlertSourceEvent(
                UUID.randomUUID(),
                1,
                "330702",
                "court",
                null,
                60,
                null,
                Instant.parse("2022-02-25T00:00:00Z"),
                null,
                Instant.parse("2022-02-25T00:00:00Z"));
        apply(warning, silence);
        tinyYear();
        long before = jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM fact").mapTo(Long.class).one());
        apply(warning, silence, suit("P9", Instance.FIRST, "330702", "2021-03-10", null, null, null, null, null));
        long after = jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM fact").mapTo(Long.class).one());
        assertEquals(before + 1, after);
    }

    @Test
    void orderAndRepetitionOfEventsDoNotMatter() {
        var id = UUID.randomUUID();
        var events = new ArrayList<CaseEvent>(List.of(
                reconsideration(id, 1, "R1", "330702", "2022-01-05", null, null, null, "2022-01-06T00:00:00Z"),
                reconsideration(
                        id,
                        2,
                        "R1",
                        "330702",
                        "2022-01-05",
                        "2022-02-01",
                        ReconsiderationOutcome.UPHELD,
                        null,
                        "2022-02-02T00:00:00Z"),
                reconsideration(
                        id,
                        3,
                        "R1",
                        "330702",
                        "2022-01-05",
                        "2022-03-01",
                        ReconsiderationOutcome.REVOKED,
                        null,
                        "2022-03-02T00:00:00Z")));
        for (var seed = 0; seed < 20; seed++) {
            empty();
            Collections.shuffle(events, new Random(seed));
            events.forEach(this::apply);
            events.forEach(this::apply);
            assertEquals(
                    1, ask("RECONSIDERATIONS_CORRECTED", "").getInt("rows[0].values.RECONSIDERATIONS_CORRECTED.value"));
            assertEquals(
                    0,
                    ask("RECONSIDERATIONS_CORRECTED", "&asOf=2022-02-15")
                            .getInt("rows[0].values.RECONSIDERATIONS_CORRECTED.value"));
            assertEquals(
                    1,
                    ask("RECONSIDERATIONS_CONCLUDED", "&asOf=2022-02-15")
                            .getInt("rows[0].values.RECONSIDERATIONS_CONCLUDED.value"));
            assertEquals(
                    0,
                    ask("RECONSIDERATIONS_CONCLUDED", "&asOf=2022-01-15")
                            .getInt("rows[0].values.RECONSIDERATIONS_CONCLUDED.value"));
        }
    }

    @Test
    void aCorrectedOldCaseMovesItsMonth() {
        var id = UUID.randomUUID();
        apply(reconsideration(
                id,
                1,
                "R1",
                "330702",
                "2022-01-05",
                "2022-02-01",
                ReconsiderationOutcome.UPHELD,
                null,
                "2022-02-02T00:00:00Z"));
        apply(reconsideration(
                id,
                2,
                "R1",
                "330702",
                "2022-01-05",
                "2022-03-01",
                ReconsiderationOutcome.UPHELD,
                null,
                "2022-03-02T00:00:00Z"));
        var months = ask("RECONSIDERATIONS_CONCLUDED", "&groupBy=month");
        assertEquals(0, months.getInt("rows[1].values.RECONSIDERATIONS_CONCLUDED.value"));
        assertEquals(1, months.getInt("rows[2].values.RECONSIDERATIONS_CONCLUDED.value"));
    }

    @Test
    void excludedRowsSayWhyAndAddUp() {
        tinyYear();
        statistician()
                .get("/v1/statistics/CORRECTION_RATE:ADMITTED/cases?set=excluded&from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].caseNumber", equalTo("R4"))
                .body("items[0].reason", containsString("未受理"));
    }

    @Test
    void seesOnlyItsRegion() {
        tinyYear();
        var own = given().auth().oauth2(token("statistician").region("330702").sign());
        own.get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED.value", equalTo(2));
        given().auth()
                .oauth2(token("statistician").region("330702").sign())
                .get("/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12&regionCode=330782")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators=LOSS_RATE&from=2022-13&to=2022-12",
                "indicators=LOSS_RATE&from=2022-12&to=2022-01",
                "indicators=LOSS_RATE&to=2022-01",
                "indicators=NO_SUCH&from=2022-01&to=2022-12",
                "from=2022-01&to=2022-12",
                "indicators=LOSS_RATE&from=2022-01&to=2022-12&groupBy=officer",
                "indicators=LOSS_RATE&from=2022-01&to=2022-12&compare=never",
                "indicators=LOSS_RATE&from=2022-01&to=2022-12&sort=x",
                "indicators=LOSS_RATE&from=2022-01&to=2022-12&asOf=2022-02-30"
            })
    void refusesWhatItCannotRead(String query) {
        statistician()
                .get("/v1/statistics?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12",
                "/v1/statistics/LOSS_RATE/cases?from=2022-01&to=2022-12",
                "/v1/freshness",
                "/v1/narrative?from=2022-01&to=2022-12",
                "/v1/indicators"
            })
    void refusesWithoutATokenAndWithAnotherRole(String path) {
        given().get(path).then().statusCode(401);
        if (!path.contains("indicators"))
            given().auth()
                    .oauth2(token("court-liaison").sign())
                    .get(path)
                    .then()
                    .statusCode(403);
    }

    @Test
    void showsCaseRowsToNoDashboardAndRefusesForgedCursors() {
        given().auth()
                .oauth2(token("dashboard").sign())
                .get("/v1/statistics/LOSS_RATE/cases?from=2022-01&to=2022-12")
                .then()
                .statusCode(403);
        statistician()
                .get("/v1/statistics/LOSS_RATE/cases?from=2022-01&to=2022-12&cursor=Zm9yZ2Vk")
                .then()
                .statusCode(400);
        statistician()
                .get("/v1/statistics/LOSS_RATE/cases?from=2022-01&to=2022-12&limit=-1")
                .then()
                .statusCode(400);
        statistician()
                .get("/v1/statistics/NO_SUCH/cases?from=2022-01&to=2022-12")
                .then()
                .statusCode(404);
    }

    @Test
    void everyDefinitionIsCompleteAndTellsTheYear() {
        for (var indicator : Indicators.all()) {
            assertFalse(
                    indicator.zh().isBlank()
                            || indicator.en().isBlank()
                            || indicator.formula().isBlank()
                            || indicator.basis().isBlank(),
                    indicator.code());
            statistician()
                    .get("/v1/indicators/" + indicator.code())
                    .then()
                    .statusCode(200)
                    .body("numerator", containsString(""));
        }
        tinyYear();
        statistician()
                .get("/v1/narrative?from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .body(containsString("新收行政复议案件5件，办结4件，直接纠错1件"));
    }
}

package cn.disputes.stats.figures;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is nothing to count the answer is not 0. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class NoZerosTest {
    private static final String PERIOD = "from=2022-01&to=2022-12";
    private static final String YEAR = "&" + PERIOD;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void cases() {
        Told.empty(jdbi);
        Told.fold(
                jdbi,
                Told.reconsideration("R1", "330702", "2022-03-10"),
                Told.suit("L1", "330702", "2022-03-10"),
                Told.suit("L2", "330700", "2022-03-10"),
                Told.supervision("S1", "330702", "2022-03-10"));
    }

    private static RequestSpecification statistician(String region) {
        return given().auth().oauth2(token("statistician").region(region).sign());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statistics?indicators=FIRST_INSTANCE_RECEIVED&",
                "/v1/statistics/FIRST_INSTANCE_RECEIVED/cases?set=numerator&",
                "/v1/rankings/FIRST_INSTANCE_RECEIVED?by=region&",
                "/v1/forms/GFFTZ-1?",
                "/v1/narrative?"
            })
    void aRegionThatDoesNotExistIsNotFound(String asked) {
        statistician("330700").get(asked + PERIOD + "&regionCode=330785").then().statusCode(404);
        statistician("000000").get(asked + PERIOD + "&regionCode=340000").then().statusCode(404);
        for (var known : new String[] {"000000", "330000", "330700", "330702"})
            statistician("000000")
                    .get(asked + PERIOD + "&regionCode=" + known)
                    .then()
                    .statusCode(200);
        statistician("000000").get(asked + PERIOD).then().statusCode(200);
    }

    /** Its row stands in the answer by regions, and leads to its cases. */
    @Test
    void aRegionOfNoListIsFoundWhereACaseLiesInIt() {
        Told.fold(jdbi, Told.suit("L3", "330771", "2022-03-10"));
        statistician("330700")
                .get("/v1/statistics/FIRST_INSTANCE_RECEIVED/cases?set=numerator&region=330771" + YEAR)
                .then()
                .statusCode(200)
                .body("items.caseNumber", contains("L3"));
        statistician("330771")
                .get("/v1/statistics?indicators=FIRST_INSTANCE_RECEIVED&regionCode=330771" + YEAR)
                .then()
                .statusCode(200)
                .body("rows[0].values.FIRST_INSTANCE_RECEIVED.value", equalTo(1));
    }

    @Test
    void aGroupOfARegionThatDoesNotExistIsNotFound() {
        for (var asked :
                new String[] {"?indicators=FIRST_INSTANCE_RECEIVED", "/FIRST_INSTANCE_RECEIVED/cases?set=numerator"})
            statistician("330700")
                    .get("/v1/statistics" + asked + YEAR + "&region=330785")
                    .then()
                    .statusCode(404);
        statistician("330700")
                .get("/v1/statistics?indicators=FIRST_INSTANCE_RECEIVED&region=330700" + YEAR)
                .then()
                .body("rows[0].values.FIRST_INSTANCE_RECEIVED.value", equalTo(1));
    }

    @Test
    void nothingIsSealedOfARegionThatDoesNotExist() {
        statistician("330700")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"nowhere\",\"from\":\"2022-01\",\"to\":\"2022-12\",\"regionCode\":\"330785\"}")
                .post("/v1/releases")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERVISION_ISSUED, domain, HEALTH",
        "RECTIFICATIONS_OUTSTANDING, domain, TAX",
        "RECTIFICATION_RATE, team, A",
        "HIGH_RISK_RESOLVED, agencyLevel, TOWNSHIP",
        "HIGH_RISK_FLAGGED, court, A",
        "RECONSIDERATIONS_RECEIVED, court, A",
        "RECONSIDERATION_LITIGATION_RATIO, instance, FIRST",
        "'LOSS_RATE,SUPERVISION_ISSUED', actType, PENALTY"
    })
    void narrowingByWhatTheCasesDoNotHaveIsRefused(String indicators, String dimension, String value) {
        var narrowed = "&" + dimension + "=" + value + YEAR;
        for (var english : new boolean[] {true, false})
            statistician("330700")
                    .header("Accept-Language", english ? "en" : "zh-CN")
                    .get("/v1/statistics?indicators=" + indicators + narrowed)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(dimension))
                    .body("violations[0].message", containsString(english ? "cases of" : "的案件没有"));
        var one = indicators.substring(indicators.indexOf(',') + 1);
        for (var format : new String[] {"json", "csv"})
            statistician("330700")
                    .get("/v1/statistics/" + one + "/cases?format=" + format + narrowed)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(dimension));
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERVISION_ISSUED, agency=11330700002592265Y",
        "SUPERVISION_ISSUED, domain=-",
        "RECONSIDERATIONS_RECEIVED, court=-"
    })
    void whatTheyHaveAndRowsWithoutItAreCounted(String indicator, String narrowed) {
        statistician("330700")
                .get("/v1/statistics?indicators=" + indicator + "&" + narrowed + YEAR)
                .then()
                .statusCode(200)
                .body("rows[0].values." + indicator + ".value", equalTo(1));
    }

    /** Documents have no field: all of them are in the row without one, and in no other row is there a number of them. */
    @Test
    void aGroupOfWhatTheCasesDoNotHaveHasNoNumber() {
        var row = "rows.find { it.group.domain == 'MARKET_REGULATION' }.values.";
        statistician("330700")
                .get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED,SUPERVISION_ISSUED&groupBy=domain"
                        + "&compare=previous-year" + YEAR)
                .then()
                .statusCode(200)
                .body(row + "RECONSIDERATIONS_RECEIVED.value", equalTo(1))
                .body(row + "SUPERVISION_ISSUED.value", nullValue())
                .body("rows.findAll { it.group.domain == null }.values.SUPERVISION_ISSUED.value", contains(1));
        statistician("330700")
                .get("/v1/statistics?indicators=RECONSIDERATION_LITIGATION_RATIO&groupBy=instance" + YEAR)
                .then()
                .body(
                        "rows.find { it.group.instance == 'FIRST' }.values.RECONSIDERATION_LITIGATION_RATIO.value",
                        nullValue());
    }
}

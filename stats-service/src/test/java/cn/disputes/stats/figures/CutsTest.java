package cn.disputes.stats.figures;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import cn.disputes.stats.facts.FactStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any cut over HTTP, the rows of any group, and what is refused. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CutsTest {
    private static final String YEAR = "&from=2022-01&to=2022-12";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void load() {
        Told.empty(jdbi);
        var events = new ArrayList<CaseEvent>();
        for (var seed = 100; seed < 118; seed++) events.addAll(Histories.of(seed));
        jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, events));
    }

    private static RequestSpecification statistician() {
        return given().auth().oauth2(token("statistician").region("330700").sign());
    }

    private static JsonPath ask(String query) {
        return statistician()
                .get("/v1/statistics?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({"month,12,2022-01", "quarter,4,2022-Q1", "half,2,2022-H1", "year,1,2022"})
    void everyPartOfThePeriodStandsThereAndTheTotalIsTheirSum(String time, int parts, String first) {
        var answer = ask("indicators=RECONSIDERATIONS_RECEIVED,LOSS_RATE&groupBy=" + time + "&total=true" + YEAR);
        assertEquals(parts, answer.getList("rows").size());
        assertEquals(first, answer.getString("rows[0].group." + time));
        for (var number : List.of("RECONSIDERATIONS_RECEIVED.value", "LOSS_RATE.numerator", "LOSS_RATE.denominator")) {
            assertEquals(
                    answer.getInt("total.values." + number),
                    answer.getList("rows.values." + number, Integer.class).stream()
                            .mapToInt(n -> n)
                            .sum());
        }
        assertTrue(answer.getInt("total.values.RECONSIDERATIONS_RECEIVED.value") > 10);
    }

    @Test
    void aQuarterIsComparedWithTheQuarterBefore() {
        var before = ask("indicators=RECONSIDERATIONS_RECEIVED&groupBy=quarter&from=2022-01&to=2022-06");
        var now = ask(
                "indicators=RECONSIDERATIONS_RECEIVED&groupBy=quarter&from=2022-07&to=2022-12&compare=previous-period");
        for (var i = 0; i < 2; i++)
            assertEquals(
                    before.getInt("rows[" + i + "].values.RECONSIDERATIONS_RECEIVED.value"),
                    now.getInt("rows[" + i + "].values.RECONSIDERATIONS_RECEIVED.previous.value"));
    }

    @Test
    void theTopRowsAreTheLargest() {
        var all = ask("indicators=RECONSIDERATIONS_RECEIVED&groupBy=agency,domain" + YEAR);
        var values = new ArrayList<>(all.getList("rows.values.RECONSIDERATIONS_RECEIVED.value", Integer.class));
        values.sort(java.util.Comparator.reverseOrder());
        var top = ask("indicators=RECONSIDERATIONS_RECEIVED&groupBy=agency,domain&top=2&total=true" + YEAR);
        assertEquals(values.subList(0, 2), top.getList("rows.values.RECONSIDERATIONS_RECEIVED.value", Integer.class));
        assertEquals(
                values.stream().mapToInt(n -> n).sum(), top.getInt("total.values.RECONSIDERATIONS_RECEIVED.value"));
        var last = ask("indicators=RECONSIDERATIONS_RECEIVED&groupBy=agency,domain&order=asc&top=1&orderBy="
                + "RECONSIDERATIONS_RECEIVED" + YEAR);
        assertEquals(values.get(values.size() - 1), last.getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value"));
    }

    /** Numerator, denominator and rows left out of each group, listed, are the numbers of the group. */
    @ParameterizedTest
    @ValueSource(strings = {"LOSS_RATE:JUDGED", "CORRECTION_RATE:ADMITTED", "RECONSIDERATION_LITIGATION_RATIO"})
    void theRowsOfEachGroupAddUpToIt(String indicator) {
        var answer = ask("indicators=" + indicator + "&groupBy=region,quarter,agency" + YEAR);
        var rows = answer.getList("rows");
        assertTrue(rows.size() > 3);
        for (var i = 0; i < rows.size(); i++) {
            var row = "rows[" + i + "]";
            var group = "&region=" + answer.getString(row + ".group.region") + "&quarter="
                    + answer.getString(row + ".group.quarter") + "&agency=" + answer.getString(row + ".group.agency");
            for (var set : List.of("numerator", "denominator")) {
                var listed = statistician()
                        .get("/v1/statistics/" + indicator + "/cases?count=true&set=" + set + YEAR + group)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                var number = answer.getInt(row + ".values.'" + indicator + "'." + set);
                assertEquals(number, listed.getInt("total"));
                assertEquals(number, listed.getList("items").size());
            }
        }
    }

    @Test
    void aRowLeftOutSaysWhichConditionItDoesNotMeet() {
        statistician()
                .get("/v1/statistics/LOSS_RATE:JUDGED/cases?set=excluded&instance=SECOND" + YEAR)
                .then()
                .statusCode(200)
                .body("items.reason", everyItem(equalTo("不是一审")));
        statistician()
                .get("/v1/statistics/FIRST_INSTANCE_LOST/cases?set=excluded&instance=FIRST" + YEAR)
                .then()
                .statusCode(200)
                .body("items.reason", everyItem(equalTo("未败诉")));
    }

    @Test
    void countiesWithALossNameTheCasesLost() {
        var figure = ask("indicators=ZERO_LOSS_COUNTIES" + YEAR);
        for (var set : List.of("numerator", "denominator", "excluded")) {
            var listed = statistician()
                    .get("/v1/statistics/ZERO_LOSS_COUNTIES/cases?count=true&set=" + set + YEAR)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals(listed.getInt("total"), listed.getList("items").size());
            if (!set.equals("excluded"))
                assertEquals(figure.getInt("rows[0].values.ZERO_LOSS_COUNTIES." + set), listed.getInt("total"));
            else assertTrue(listed.getString("items[0].reason").startsWith("败诉"));
        }
    }

    @Test
    void aMonthInWhichNothingHappenedHasNoCountyWithALoss() {
        Told.empty(jdbi);
        statistician()
                .get("/v1/statistics?indicators=ZERO_LOSS_COUNTIES&groupBy=month&from=2022-01&to=2022-02")
                .then()
                .statusCode(200)
                .body("rows.values.ZERO_LOSS_COUNTIES.value", contains(9, 9));
    }

    @Test
    void whereThereIsNoCountyThereIsNoNumberOfThem() {
        Told.empty(jdbi);
        Told.fold(
                jdbi,
                Told.suit("L1", "330700", "2022-03-10")
                        .with("reconsiderationCaseNumber", "R1")
                        .concluded("2022-06-10", "REVOKED"));
        var byRegion = ask("indicators=ZERO_LOSS_COUNTIES,FIRST_INSTANCE_LOST&groupBy=region" + YEAR);
        var own = "rows.find { it.group.region == '330700' }.values.";
        assertEquals(1, byRegion.getInt(own + "FIRST_INSTANCE_LOST.value"));
        assertEquals(0, byRegion.getInt(own + "ZERO_LOSS_COUNTIES.denominator"));
        assertNull(byRegion.get(own + "ZERO_LOSS_COUNTIES.value"));
        assertNull(byRegion.get(own + "ZERO_LOSS_COUNTIES.display"));
        var narrowed = ask("indicators=ZERO_LOSS_COUNTIES&region=330700" + YEAR);
        assertNull(narrowed.get("rows[0].values.ZERO_LOSS_COUNTIES.value"));
        assertEquals(9, ask("indicators=ZERO_LOSS_COUNTIES" + YEAR).getInt("rows[0].values.ZERO_LOSS_COUNTIES.value"));
    }

    @Test
    void aGroupWithoutASuitHasNoCountyWithALoss() {
        Told.empty(jdbi);
        Told.fold(jdbi, Told.reconsideration("R1", "330702", "2022-03-10"), Told.suit("L1", "330702", "2022-03-10"));
        var answer = ask("indicators=ZERO_LOSS_COUNTIES,RECONSIDERATIONS_RECEIVED&groupBy=domain"
                + "&compare=previous-year" + YEAR);
        assertEquals(9, answer.getInt("rows[0].values.ZERO_LOSS_COUNTIES.value"));
        assertEquals(9, answer.getInt("rows[0].values.ZERO_LOSS_COUNTIES.previous.value"));
        statistician()
                .get("/v1/statistics/ZERO_LOSS_COUNTIES/cases?count=true&set=numerator&domain=MARKET_REGULATION" + YEAR)
                .then()
                .body("total", equalTo(9));
        var county = ask("indicators=ZERO_LOSS_COUNTIES,RECONSIDERATIONS_RECEIVED&groupBy=region,domain" + YEAR);
        assertEquals(1, county.getInt("rows[0].values.ZERO_LOSS_COUNTIES.value"));
        assertEquals(1, county.getInt("rows[0].values.ZERO_LOSS_COUNTIES.denominator"));
    }

    /** The code of a city is all of it as {@code regionCode}, and what it deals with itself as {@code region}. */
    @Test
    void theRowsOfTheCitysOwnCasesAddUpToTheirGroup() {
        Told.fold(
                jdbi,
                Told.suit("own 1", "330700", "2022-03-10").concluded("2022-06-10", "REVOKED"),
                Told.suit("own 2", "330700", "2022-03-10").concluded("2022-06-10", "CLAIM_REJECTED"));
        var own = "rows.find { it.group.region == '330700' && it.group.month == '2022-06' }.values.LOSS_RATE.";
        var group = ask("indicators=LOSS_RATE&groupBy=region,month" + YEAR);
        for (var set : List.of("numerator", "denominator")) {
            var rows =
                    "/v1/statistics/LOSS_RATE/cases?regionCode=330700&region=330700&from=2022-06&to=2022-06&set=" + set;
            statistician().get(rows + "&count=true").then().body("total", equalTo(group.getInt(own + set)));
            var file =
                    statistician().get(rows + "&format=csv").asString().lines().toList();
            assertEquals(1 + group.getInt(own + set), file.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'indicators=LOSS_RATE&groupBy=month,quarter', groupBy",
        "indicators=LOSS_RATE&groupBy=colour, groupBy",
        "indicators=LOSS_RATE&quarter=2022-Q5, quarter",
        "indicators=LOSS_RATE&month=2022-13, month",
        "indicators=LOSS_RATE&month=2021-12, month",
        "indicators=LOSS_RATE&year=zweitausend, year",
        "indicators=LOSS_RATE&domain=NO_SUCH, domain",
        "indicators=LOSS_RATE&agencyLevel=VILLAGE, agencyLevel",
        "indicators=LOSS_RATE&top=0, top",
        "indicators=LOSS_RATE&orderBy=RECTIFICATION_RATE, orderBy",
        "indicators=LOSS_RATE&order=sideways, order",
        "indicators=LOSS_RATE@9, indicators",
        "'indicators=,&top=1', indicators",
        "'indicators=,', indicators"
    })
    void refusesWhatItCannotRead(String query, String field) {
        statistician()
                .get("/v1/statistics?" + query + YEAR)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void aGroupOfAnotherRegionDoesNotExist() {
        statistician()
                .get("/v1/statistics?indicators=LOSS_RATE&region=330102" + YEAR)
                .then()
                .statusCode(404);
        statistician()
                .get("/v1/statistics/LOSS_RATE/cases?region=330102" + YEAR)
                .then()
                .statusCode(404);
        statistician()
                .get("/v1/statistics/LOSS_RATE/cases?cursor=MjAyMi0xMy0wMR9ub25l" + YEAR)
                .then()
                .statusCode(400);
    }

    /** Of counties a list goes on behind a code, of cases behind a day; the one does not do for the other. */
    @ParameterizedTest
    @CsvSource({
        "LOSS_RATE, 330702",
        "LOSS_RATE, ''",
        "LOSS_RATE, +999999999-01-01",
        "LOSS_RATE, 2022-13-01",
        "ZERO_LOSS_COUNTIES, 2022-03-01",
        "ZERO_LOSS_COUNTIES, ''"
    })
    void refusesACursorOfAnotherList(String indicator, String key) {
        statistician()
                .get("/v1/statistics/" + indicator + "/cases?cursor="
                        + Cursor.encode(key, UUID.randomUUID().toString()) + YEAR)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void countiesAreListedPageByPage() {
        var seen = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = statistician()
                    .get("/v1/statistics/ZERO_LOSS_COUNTIES/cases?set=denominator&limit=1&cursor=" + cursor + YEAR)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.regionCode"));
            cursor = page.getString("next");
        }
        assertEquals(seen.stream().distinct().sorted().toList(), seen);
        assertEquals(9, seen.size());
    }

    @Test
    void tenThousandGroupsAreRefusedAndNotCutShort() {
        jdbi.useTransaction(
                h -> h.execute(
                        """
                INSERT INTO fact (id, version, known_from, kind, case_number, region_code, agency_code, received_on)
                SELECT gen_random_uuid(), 1, now(), 'RECONSIDERATION', 'V' || n, '330702', 'agency ' || n, '2022-05-05'
                FROM generate_series(1, 10001) n"""));
        for (var more : List.of("", ",domain,actType,team")) {
            statistician()
                    .get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&asOf=2090-01-01&groupBy=agency" + more
                            + YEAR)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("groupBy"));
        }
    }

    @Test
    void rowsWithoutAValueAreAGroupOfTheirOwn() {
        var answer = ask("indicators=RECONSIDERATIONS_RECEIVED&groupBy=team" + YEAR);
        var without = answer.getList("rows.group.team").indexOf(null);
        assertTrue(without >= 0);
        statistician()
                .get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&team=-" + YEAR)
                .then()
                .statusCode(200)
                .body(
                        "rows[0].values.RECONSIDERATIONS_RECEIVED.value",
                        equalTo(answer.getInt("rows[" + without + "].values.RECONSIDERATIONS_RECEIVED.value")))
                .body("total", nullValue());
    }
}

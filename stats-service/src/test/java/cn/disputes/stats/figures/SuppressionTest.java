package cn.disputes.stats.figures;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dashboard sees: every yearly total, and of breakdowns only what tells of no single case. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SuppressionTest {
    private static final String RECEIVED =
            "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-01&to=2022-12";
    private static final String VALUE = "rows.values.RECONSIDERATIONS_RECEIVED.";

    @Inject
    Jdbi jdbi;

    @Inject
    CellRebuild rebuild;

    @Inject
    Clock clock;

    /** Of 330702 five a month, of 330782 five a month and one in March, of 330783 ten in March. */
    @BeforeEach
    void load() {
        Told.empty(jdbi);
        for (var month = 1; month <= 12; month++) {
            cases("330702", month, 5);
            cases("330782", month, 5);
        }
        cases("330703", 3, 1);
        cases("330783", 3, 10);
        while (!rebuild.run()) Thread.onSpinWait();
    }

    private void cases(String region, int month, int number) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO fact (id, version, known_from, kind, case_number, region_code, agency_code, received_on)
                        SELECT gen_random_uuid(), 1, now(), 'RECONSIDERATION', :region || :month || n, :region, 'A',
                               make_date(2022, :month, 5)
                        FROM generate_series(1, :number) n""")
                .bind("region", region)
                .bind("month", month)
                .bind("number", number)
                .execute());
    }

    private static ValidatableResponse dashboard(String query) {
        return given().auth()
                .oauth2(token("dashboard").region("330700").sign())
                .get(query)
                .then()
                .statusCode(200);
    }

    @Test
    void yearlyTotalsOfARegionAreAlwaysShown() {
        dashboard(RECEIVED + "&groupBy=region")
                .body("rows.find { it.group.region == '330703' }.values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
        dashboard(RECEIVED).body(VALUE + "value[0]", equalTo(131));
    }

    @Test
    void aSmallNumberIsWithheldAndSoIsAnotherRegionThatWouldTellIt() {
        dashboard(RECEIVED + "&groupBy=month").body(VALUE + "suppressed", everyItem(nullValue()));
        var byBoth = dashboard(RECEIVED + "&groupBy=region,month").extract().jsonPath();
        for (var region :
                Map.of("330702", 12, "330782", 12, "330703", 1, "330783", 1).entrySet())
            assertEquals(
                    region.getValue(),
                    byBoth.getList("rows.findAll { it.group.region == '" + region.getKey() + "' }")
                            .size(),
                    region.getKey());
        for (var withheld : new String[] {"330703", "330783"}) {
            var row = "rows.find { it.group.region == '" + withheld + "' }";
            assertNull(byBoth.getString(row + ".group.month"));
            assertEquals(true, byBoth.getBoolean(row + ".values.RECONSIDERATIONS_RECEIVED.suppressed"));
            assertNull(byBoth.get(row + ".values.RECONSIDERATIONS_RECEIVED.value"));
        }
    }

    /** With each dimension there are twice as many coarser breakdowns to look at, all in memory. */
    @Test
    void moreDimensionsThanCanBeLookedAtAreRefused() {
        var many = "&from=2022-02&to=2022-12&groupBy=month,region,";
        var query = "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED" + many;
        dashboard(query + "agency,agencyLevel,domain,team");
        for (var more : new String[] {
            "agency,agencyLevel,domain,team,actType", "agency,agencyLevel,domain&team=A&actType=LICENSING"
        }) {
            given().auth()
                    .oauth2(token("dashboard").region("330700").sign())
                    .get(query + more)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("groupBy"));
            given().auth()
                    .oauth2(token("statistician").region("330700").sign())
                    .get(query + more)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void partOfAYearIsAsMonthsAre() {
        dashboard("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-03&to=2022-12&region=330703")
                .body(VALUE + "suppressed[0]", equalTo(true))
                .body(VALUE + "value[0]", nullValue());
        dashboard("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-03&to=2022-12&region=330702")
                .body(VALUE + "value[0]", equalTo(50));
        given().auth()
                .oauth2(token("dashboard").region("330703").sign())
                .get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-03&to=2022-12")
                .then()
                .body(VALUE + "suppressed[0]", equalTo(true));
    }

    @Test
    void whatIsComparedWithIsWithheldToo() {
        // or it would be pending, one all the next year
        jdbi.useHandle(h -> h.execute("UPDATE fact SET concluded_on = '2022-03-20' WHERE region_code = '330703'"));
        while (!rebuild.run()) Thread.onSpinWait();
        dashboard("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2023-03&to=2023-03&region=330703"
                        + "&compare=previous-year")
                .body(VALUE + "previous.value[0]", nullValue())
                .body(VALUE + "previous.suppressed[0]", equalTo(true))
                .body(VALUE + "change[0]", nullValue());
    }

    @Test
    void theWordsOfAPeriodLeaveOutWhatIsWithheld() {
        var march = "/v1/narrative?from=2022-03&to=2022-03&regionCode=330703";
        dashboard(march).body(not(containsString("新收行政复议案件")));
        given().auth()
                .oauth2(token("statistician").region("330700").sign())
                .get(march)
                .then()
                .body(containsString("新收行政复议案件1件"));
        dashboard("/v1/narrative?from=2022-01&to=2022-12").body(containsString("新收行政复议案件131件"));
    }

    @Test
    void topRowsDoNotRankWhatIsWithheld() {
        dashboard(RECEIVED + "&groupBy=region,month&top=3")
                .body("rows", hasSize(3))
                .body(VALUE + "value", everyItem(equalTo(5)));
    }

    /** The year that is not over yet is shown to date as a year, not as some of its months. */
    @Test
    void theYearToDateIsAYear() {
        var month = YearMonth.now(clock);
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO fact (id, version, known_from, kind, case_number, region_code, received_on)
                        VALUES (gen_random_uuid(), 1, now(), 'RECONSIDERATION', 'now', '330703', :day)""")
                .bind("day", month.atDay(1))
                .execute());
        while (!rebuild.run()) Thread.onSpinWait();
        var toDate =
                "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&region=330703&from=" + month.getYear() + "-01&to=";
        dashboard(toDate + month).body(VALUE + "value[0]", equalTo(1));
        dashboard(toDate + month + "&groupBy=month").body(VALUE + "suppressed", everyItem(equalTo(true)));
    }

    /** That no county lost a case holds of a field without any too: beside what is withheld it must not tell of one. */
    @Test
    void countiesWithoutALossDoNotTellWhereThereIsACase() {
        jdbi.useHandle(h -> h.execute("UPDATE fact SET domain = 'TAX' WHERE region_code = '330703'"));
        while (!rebuild.run()) Thread.onSpinWait();
        dashboard("/v1/statistics?indicators=ZERO_LOSS_COUNTIES,RECONSIDERATIONS_RECEIVED&groupBy=domain"
                        + "&from=2022-01&to=2022-12")
                .body("rows.group.domain", everyItem(nullValue()));
        dashboard("/v1/statistics?indicators=ZERO_LOSS_COUNTIES&groupBy=region&from=2022-01&to=2022-03")
                .body("rows", hasSize(9));
    }

    /** A year as known in March, less the same as known in February, is what came in March. */
    @Test
    void noDayOfKnowledgeIsPicked() {
        var year = "from=2022-01&to=2022-12&asOf=2022-03-31";
        for (var asked : new String[] {
            "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&",
            "/v1/rankings/RECONSIDERATIONS_RECEIVED?",
            "/v1/narrative?"
        }) {
            for (var english : new boolean[] {true, false})
                given().auth()
                        .oauth2(token("dashboard").region("330700").sign())
                        .header("Accept-Language", english ? "en" : "zh-CN")
                        .get(asked + year)
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo("asOf"))
                        .body("violations[0].message", containsString(english ? "your role" : "本角色"));
            given().auth()
                    .oauth2(token("dashboard", "statistician").region("330700").sign())
                    .get(asked + year)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void othersSeeAll() {
        given().auth()
                .oauth2(token("dashboard", "statistician").region("330700").sign())
                .get(RECEIVED + "&groupBy=region,month")
                .then()
                .body("rows.find { it.group.region == '330703' }.values.RECONSIDERATIONS_RECEIVED.value", equalTo(1));
    }
}

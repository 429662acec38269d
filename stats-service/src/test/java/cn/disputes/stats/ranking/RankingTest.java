package cn.disputes.stats.ranking;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RankingTest {
    private static final String[] OF_WITHHELD = {"group", "name", "rankDisplay", "withheld"};

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void cases() {
        Told.empty(jdbi);
        var cases = new ArrayList<Cases>();
        // February after January: 702 falls from first to second, 782 the other way, 784 has three cases
        add(cases, "330702", "01", 20, 1);
        add(cases, "330782", "01", 20, 4);
        add(cases, "330702", "02", 20, 5);
        add(cases, "330782", "02", 20, 2);
        add(cases, "330784", "02", 3, 0);
        Cases.apply(jdbi, cases);
    }

    private static void add(ArrayList<Cases> cases, String region, String month, int concluded, int lost) {
        for (var i = 0; i < concluded; i++)
            cases.add(Cases.suit(region + month + i, "2022-01-01")
                    .region(region)
                    .agency("AGENCY-" + region)
                    .concluded("2022-" + month + "-15", i < lost ? "REVOKED" : "CLAIM_REJECTED"));
    }

    private static ValidatableResponse ask(String role, String query) {
        return as(role).get("/v1/rankings/" + query).then().statusCode(200);
    }

    @Test
    void ranksWithIntervalsRangesAndMovement() {
        ask("statistician", "LOSS_RATE?from=2022-02&to=2022-02")
                .body("direction", equalTo("LOWER_IS_BETTER"))
                .body("previousFrom", equalTo("2022-01"))
                .body("places.group", contains("330782", "330702"))
                .body("places.name", contains("义乌市", "婺城区"))
                .body("places.rankDisplay", contains("第1名", "第2名"))
                .body("places.display", contains("10.0%", "25.0%"))
                .body("places[0].interval.display", equalTo("2.7%–30.2%"))
                .body("places.bestRank", contains(1, 1))
                .body("places.worstRank", contains(2, 2))
                .body("places.movement", contains(1, -1))
                .body("places.movementDisplay", contains("上升1位", "下降1位"))
                .body("notRanked", hasSize(7))
                .body("notRanked.find { it.group == '330784' }.denominator", equalTo(3))
                .body("notRanked.find { it.group == '330784' }.reason", equalTo("不足10件，不参加排名"));
    }

    @Test
    void aNewcomerHasNoMovement() {
        ask("statistician", "LOSS_RATE?from=2022-01&to=2022-01")
                .body("places[0].movementDisplay", equalTo("上期未排名"))
                .body("places[0].movement", nullValue());
    }

    @Test
    void countsHaveNoInterval() {
        ask("statistician", "FIRST_INSTANCE_LOST?from=2022-02&to=2022-02")
                .body("places[0].rank", equalTo(1))
                .body("places[0].tied", equalTo(true))
                .body("places[0].rankDisplay", equalTo("并列第1名"))
                .body("places[0]", not(hasKey("interval")))
                .body("places.find { it.group == '330702' }.rank", equalTo(9))
                .body("notRanked", hasSize(0));
    }

    @Test
    void showsNoSmallCountsToTheDashboard() {
        ask("dashboard", "LOSS_RATE?from=2022-02&to=2022-02&by=agency")
                // two losses of the second would be seen, and the total less the first be those of the second
                .body("places.group", contains("AGENCY-330702", "AGENCY-330782", "AGENCY-330784"))
                .body("places.withheld", contains(true, true, true))
                .body("notRanked", hasSize(0))
                .body("places*.keySet().flatten().unique()", containsInAnyOrder(OF_WITHHELD));
        // by county for a whole year everything is shown, as in every other answer
        ask("dashboard", "LOSS_RATE?from=2022-01&to=2022-12")
                .body("places.find { it.group == '330702' }.denominator", equalTo(40));
        ask("statistician", "LOSS_RATE?from=2022-02&to=2022-02&by=agency")
                .body("notRanked[0].denominator", equalTo(3))
                .body("places.findAll { it.withheld }.size()", equalTo(0));
        var counts = ask("dashboard", "FIRST_INSTANCE_LOST?from=2022-02&to=2022-02&by=agency")
                .extract()
                .asString();
        assertFalse(counts.contains("\"numerator\""), counts);
    }

    /** Where a group stands at one minimum and not at the next would be the number of its cases. */
    @Test
    void nobodyWithoutSightOfSmallCountsSetsTheMinimum() {
        for (var asked : new String[] {"/v1/rankings/LOSS_RATE?", "/v1/targets/LOSS_RATE/misses?"}) {
            var february = asked + "from=2022-02&to=2022-02&minimum=";
            for (var other : new String[] {"5", "11", "1000000"})
                as("dashboard")
                        .header("Accept-Language", "en")
                        .get(february + other)
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo("minimum"))
                        .body("violations[0].message", equalTo("Must be 10 for your role"));
            as("dashboard").get(february + "10").then().statusCode(200);
            as("leader").get(february + "11").then().statusCode(200);
        }
    }

    /** As withheld with two cases as with two hundred: one in places and one among those without would tell which. */
    @Test
    void whoIsWithheldIsSoWithHoweverFewCases() {
        var cases = new ArrayList<Cases>();
        add(cases, "330781", "02", 2, 1);
        Cases.apply(jdbi, cases);
        ask("dashboard", "LOSS_RATE?from=2022-02&to=2022-02")
                .body("places.findAll { it.withheld }.group", hasItem("330781"))
                .body("notRanked.group", not(hasItem("330781")))
                .body("notRanked.group", hasItem("330723"))
                .body("notRanked*.keySet().flatten().unique()", not(hasItem("denominator")));
    }

    /** Who knows n of each group needs no more than the rounded rate, or the place between known rates, to find k. */
    @Test
    void aRateThatIsWithheldCannotBeFoundByWhoKnowsItsCases() {
        put("CORRECTION_RATE", "330700", "{\"value\":0.1,\"validFrom\":\"2022-01\"}");
        concluded("TAX", 20, 1);
        concluded("WATER", 30, 0);
        concluded("HEALTH", 12, 4);
        var year = "from=2022-01&to=2022-12";
        as("dashboard")
                .get("/v1/statistics?indicators=RECONSIDERATIONS_CONCLUDED&groupBy=domain&" + year)
                .then()
                .body("rows.find { it.group.domain == 'TAX' }.values.RECONSIDERATIONS_CONCLUDED.value", equalTo(20));
        ask("dashboard", "CORRECTION_RATE?by=domain&" + year)
                .body("places.group", contains("HEALTH", "TAX", "WATER"))
                .body("places.withheld", contains(true, true, true))
                .body("places.rankDisplay[0]", equalTo("案件过少，不予显示"))
                .body("places*.keySet().flatten().unique()", containsInAnyOrder(OF_WITHHELD));
        as("dashboard")
                .get("/v1/targets/CORRECTION_RATE/misses?by=domain&" + year)
                .then()
                .body("items", hasSize(0))
                .body("met", equalTo(0))
                .body("withoutTarget", hasSize(0))
                .body("notJudged.group", contains("HEALTH", "TAX", "WATER"))
                .body("notJudged.reasonEn[0]", equalTo("withheld: too few cases"));
        ask("statistician", "CORRECTION_RATE?by=domain&" + year)
                .body("places.group", contains("WATER", "TAX", "HEALTH"))
                .body("places.rank", contains(1, 2, 3));
    }

    /** 10 % and 25 % are withheld; that one of them comes before 15 % and the other behind it would tell who is which. */
    @Test
    void placesAreCountedAmongThoseThatAreShown() {
        var cases = new ArrayList<Cases>();
        add(cases, "330703", "02", 20, 3);
        add(cases, "330783", "02", 20, 10);
        Cases.apply(jdbi, cases);
        ask("dashboard", "LOSS_RATE?from=2022-02&to=2022-02")
                .body("places.group", contains("330703", "330783", "330702", "330782"))
                .body("places.rank", contains(1, 2, null, null))
                .body("places.worstRank", contains(2, 2, null, null))
                .body("places.withheld", contains(false, false, true, true));
    }

    private void concluded(String domain, int concluded, int corrected) {
        var cases = new ArrayList<Cases>();
        for (var i = 0; i < concluded; i++)
            cases.add(Cases.reconsideration(domain + i, "2022-01-05")
                    .with("domain", domain)
                    .concluded("2022-02-15", i < corrected ? "REVOKED" : "UPHELD"));
        Cases.apply(jdbi, cases);
    }

    /** What the city deals with itself is no county's: it is in the total and in no place, and has no target of its own. */
    @Test
    void theCitysOwnCasesAreNotRankedAmongTheCounties() {
        put("HEAD_APPEARANCE_RATE", "330700", "{\"value\":0.9,\"validFrom\":\"2022-01\"}");
        var cases = new ArrayList<Cases>();
        for (var region : new String[] {"330700", "330703"})
            for (var i = 0; i < 12; i++)
                cases.add(Cases.suit(region + "-" + i, "2022-02-01")
                        .region(region)
                        .heard("ABSENT")
                        .concluded("2022-02-20", "CLAIM_REJECTED"));
        Cases.apply(jdbi, cases);
        var february = "HEAD_APPEARANCE_RATE?from=2022-02&to=2022-02";
        ask("statistician", february)
                .body("places.group", contains("330703"))
                .body("places[0].worstRank", equalTo(1))
                .body("notRanked.find { it.group == '330700' }.name", equalTo("金华市本级"))
                .body("notRanked.find { it.group == '330700' }.denominator", equalTo(12))
                .body("notRanked.find { it.group == '330700' }.reason", equalTo("市本级不参加县（市、区）排名"))
                .body(
                        "notRanked.find { it.group == '330700' }.reasonEn",
                        equalTo("the city itself: not ranked among its counties"));
        as("coordinator")
                .get("/v1/targets/HEAD_APPEARANCE_RATE/misses?from=2022-02&to=2022-02")
                .then()
                .body("items.group", contains("330703"))
                .body("withoutTarget", hasSize(0))
                .body("notJudged.name", hasItem("金华市本级"));
        as("statistician")
                .get("/v1/statistics?indicators=HEAD_APPEARANCE_RATE&from=2022-02&to=2022-02")
                .then()
                .body("rows[0].values.HEAD_APPEARANCE_RATE.denominator", equalTo(24));
    }

    @Test
    void saysWhoIsOffTheTarget() {
        var none = "/v1/rankings/LITIGATION_SETTLEMENT_RATE?from=2022-02&to=2022-02";
        as("statistician").get(none).then().body("places[0]", not(hasKey("target")));
        put("LOSS_RATE", "330700", "{\"value\":0.12,\"validFrom\":\"2022-01\"}");
        put("LOSS_RATE", "330702", "{\"value\":0.3,\"validFrom\":\"2022-02\"}");
        put("LOSS_RATE", "330702", "{\"value\":0.01,\"validFrom\":\"2022-03\"}");
        ask("statistician", "LOSS_RATE?from=2022-02&to=2022-02")
                .body("places[0].target.target", equalTo(0.12f))
                .body("places[0].target.regionCode", equalTo("330700"))
                .body("places[0].target.met", equalTo(true))
                .body("places[0].target.certain", equalTo(false))
                .body("places[1].target.target", equalTo(0.3f))
                .body("places[1].target.met", equalTo(true));
        as("coordinator")
                .get("/v1/targets/LOSS_RATE/misses?from=2022-02&to=2022-03")
                .then()
                .statusCode(200)
                .body("items.group", contains("330702"))
                .body("items[0].target.target", equalTo(0.01f))
                .body("items[0].target.certain", equalTo(true))
                .body("met", equalTo(1))
                .body("notJudged", hasSize(7));
    }

    private static void put(String indicator, String region, String body) {
        var at = "/v1/targets/" + indicator + "?regionCode=" + region;
        var tag = as("statistician").get(at).header("ETag");
        var status = as("statistician")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put(at)
                .statusCode();
        assertEquals(2, status / 100);
    }

    @ParameterizedTest
    @CsvSource({
        "LOSS_RATE?from=2022-02&to=2022-02&minimum=3,400",
        "LOSS_RATE?from=2022-02&to=2022-02&minimum=x,400",
        "LOSS_RATE?from=2022-02&to=2022-02&by=court,400",
        "LOSS_RATE?from=2022-02&to=2022-01,400",
        "LOSS_RATE?from=2022-02&to=2022-02&regionCode=440000,404",
        "NO_SUCH?from=2022-02&to=2022-02,404",
        "ZERO_LOSS_COUNTIES?from=2022-02&to=2022-02,422"
    })
    void refusesWhatCannotBeRanked(String query, int status) {
        as("statistician")
                .get("/v1/rankings/" + query)
                .then()
                .statusCode(status)
                .contentType(containsString("problem+json"));
    }

    @Test
    void ranksOnlyTheCallersRegion() {
        as("statistician", "330702")
                .get("/v1/rankings/LOSS_RATE?from=2022-02&to=2022-02")
                .then()
                .body("places.group", contains("330702"))
                .body("notRanked", hasSize(0));
    }
}

package cn.disputes.stats.movement;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MovementTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoYears() {
        Told.empty(jdbi);
        var cases = new ArrayList<Cases>();
        suits(cases, "330702", "2021", 10, 1);
        suits(cases, "330782", "2021", 10, 1);
        suits(cases, "330702", "2022", 10, 3);
        suits(cases, "330782", "2022", 20, 2);
        Cases.apply(jdbi, cases);
    }

    private static void suits(ArrayList<Cases> cases, String region, String year, int concluded, int lost) {
        for (var i = 0; i < concluded; i++)
            cases.add(Cases.suit(region + "-" + year + "-" + i, year + "-03-01")
                    .region(region)
                    .concluded(year + "-06-01", i < lost ? "REVOKED" : "CLAIM_REJECTED"));
    }

    private static JsonPath ask(String query) {
        return as("statistician")
                .get("/v1/movements/" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(
                        JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    @Test
    void saysWhoMovedTheRateAndByWhat() {
        var answer = ask("LOSS_RATE?from=2022-01&to=2022-12&by=region");
        // 2/20 = 10 % to 5/30 = 16.67 %
        assertEquals("1/15", answer.getString("changeExact"));
        assertEquals("+6.67个百分点", answer.getString("changeDisplay"));
        var total = BigDecimal.ZERO;
        for (var i = 0; i < answer.getList("groups").size(); i++)
            total = total.add(new BigDecimal(answer.getString("groups[" + i + "].total")));
        assertEquals(
                0,
                total.setScale(12, RoundingMode.HALF_UP)
                        .compareTo(new BigDecimal(answer.getString("change")).setScale(12, RoundingMode.HALF_UP)));
        assertEquals("330702", answer.getString("groups[0].group"));
        assertEquals("婺城区", answer.getString("groups[0].name"));
        var words = answer.getString("zh");
        assertEquals(
                "败诉率由2021年的10.0%升至2022年的16.7%，上升6.67个百分点。按县（市、区）分解：婺城区拉高"
                        + "7.22个百分点（自身比率+8.33个百分点，结构-1.11个百分点）；义乌市拉低0.56个百分点（自身比率0.00个百分点，结构-0.56个百分点）。",
                words);
        assertEquals(
                "Loss rate rose from 10.0% (2021-01 to 2021-12) to 16.7% (2022-01 to 2022-12), +6.67 percentage points."
                        + " By county: Wucheng +7.22 percentage points (own rate +8.33 percentage points, mix -1.11"
                        + " percentage points); Yiwu -0.56 percentage points (own rate 0.00 percentage points, mix -0.56"
                        + " percentage points).",
                answer.getString("en"));
    }

    @Test
    void countsAreSharedOutByTheirDifferences() {
        var answer = ask("FIRST_INSTANCE_CONCLUDED?from=2022-01&to=2022-12");
        assertEquals(10, answer.getInt("change"));
        assertEquals("330782", answer.getString("groups[0].group"));
        assertEquals(10, answer.getInt("groups[0].total"));
        assertEquals("一审审结由2021年的20升至2022年的30，上升10件。按县（市、区）分解：义乌市拉高10件。", answer.getString("zh"));
    }

    @Test
    void aRatioMovesByItsTwoCounts() {
        Cases.apply(jdbi, Cases.reconsideration("R1", "2022-02-01"), Cases.reconsideration("R2", "2022-02-01"));
        var answer = ask("RECONSIDERATION_LITIGATION_RATIO?from=2022-01&to=2022-12");
        assertEquals("1/15", answer.getString("changeExact"));
        assertEquals("330702", answer.getString("groups[0].group"));
    }

    @Test
    void nothingToDivideByIsNoChange() {
        as("statistician")
                .get("/v1/movements/LOSS_RATE?from=2021-01&to=2021-12&by=domain")
                .then()
                .statusCode(200)
                .body("change", nullValue())
                .body("before.value", nullValue())
                .body("groups", hasSize(0))
                .body("zh", equalTo("败诉率无法比较：2020年分母为零。"))
                .body("en", containsString("nothing to divide by in 2020-01 to 2020-12"));
    }

    @Test
    void namesGroupsThatCameAndWent() {
        Cases.apply(
                jdbi,
                Cases.suit("N1", "2022-03-01")
                        .region("330784")
                        .with("domain", "TAX")
                        .concluded("2022-06-01", "REVOKED"),
                Cases.suit("G1", "2021-03-01").with("domain", "WATER").concluded("2021-06-01", "REVOKED"));
        var answer = ask("LOSS_RATE?from=2022-01&to=2022-12&by=domain");
        assertEquals("NEW", answer.getString("groups.find { it.group == 'TAX' }.state"));
        assertEquals("GONE", answer.getString("groups.find { it.group == 'WATER' }.state"));
        assertEquals("0", answer.getString("groups.find { it.group == 'TAX' }.own"));
        assertEquals("税务", answer.getString("groups.find { it.group == 'TAX' }.name"));
    }

    @Test
    void countiesAreSharedOutByCountyOnly() {
        var answer = ask("ZERO_LOSS_COUNTIES?from=2022-01&to=2022-12");
        assertEquals(0, answer.getInt("change"));
        as("statistician")
                .get("/v1/movements/ZERO_LOSS_COUNTIES?from=2022-01&to=2022-12&by=agency")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-decomposable"));
    }

    @ParameterizedTest
    @CsvSource({
        "LOSS_RATE?from=2022-13&to=2022-12,400",
        "LOSS_RATE?from=2022-01&to=2022-12&by=court,400",
        "LOSS_RATE?from=2022-01&to=2022-12&compare=never,400",
        "LOSS_RATE?from=2022-01&to=2022-12&regionCode=440000,404",
        "NO_SUCH?from=2022-01&to=2022-12,404"
    })
    void refusesWhatItCannotRead(String query, int status) {
        as("statistician", "330700").get("/v1/movements/" + query).then().statusCode(status);
    }

    @Test
    void countsOnlyTheCallersRegion() {
        var answer = as("statistician", "330702")
                .get("/v1/movements/FIRST_INSTANCE_CONCLUDED?from=2022-01&to=2022-12&by=agency")
                .jsonPath();
        assertEquals(10, answer.getInt("after.numerator"));
        as("dashboard")
                .get("/v1/movements/LOSS_RATE?from=2022-01&to=2022-12")
                .then()
                .statusCode(403);
    }
}

package cn.disputes.stats.forms;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FormTest {
    private static final String YEAR = "?from=2022-01&to=2022-12";
    private static final Map<String, Object> TOWN =
            Map.of("agencyLevel", "TOWNSHIP", "agencyKind", "GOVERNMENT", "claimants", 2, "compensated", false);
    private static final Map<String, Object> BUREAU = Map.of(
            "agencyLevel",
            "CITY",
            "agencyKind",
            "DEPARTMENT",
            "claimants",
            3,
            "compensated",
            true,
            "compensationAmount",
            1200.5);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void cases() {
        Told.empty(jdbi);
        Cases.apply(
                jdbi,
                // carried over and concluded, carried over and still pending, refused, withdrawn before admission
                known("R1", "2021-12-01", TOWN).concluded("2022-01-20", "UPHELD"),
                known("R2", "2021-12-20", TOWN),
                known("R3", "2022-02-01", BUREAU).with("acceptedOn", null).concluded("2022-02-05", "REFUSED"),
                known("R4", "2022-02-01", BUREAU)
                        .with("acceptedOn", null)
                        .concluded("2022-02-05", "WITHDRAWN")
                        .with("outcomeGround", "VOLUNTARY"),
                known("R5", "2022-03-01", BUREAU)
                        .with("domain", "TAX")
                        .with("procedure", "SIMPLIFIED")
                        .concluded("2022-04-01", "REVOKED"),
                known("R6", "2022-03-01", TOWN)
                        .with("actType", "INACTION")
                        .concluded("2022-05-01", "WITHDRAWN")
                        .with("outcomeGround", "SETTLED"),
                known("R7", "2022-12-30", TOWN).with("acceptedOn", null));
    }

    private static Cases known(String number, String received, Map<String, Object> particulars) {
        return Cases.reconsideration(number, received).with("particulars", particulars);
    }

    private static JsonPath form(String code) {
        return as("statistician")
                .get("/v1/forms/" + code + YEAR)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "carried,2", "carriedAccepted,2", "carriedReview,0", "received,5", "refused,1", "otherwise,1", "accepted,2",
        "applicants,5", "byTownship,1", "byCityDepartment,1", "atCounty,2", "atCity,0", "penalty,1", "inaction,1",
        "concluded,3", "upheld,1", "revoked,1", "settled,1", "withdrawnFreely,0", "allConcluded,5", "pending,2",
        "pendingReview,1", "pendingAccepted,1", "compensations,3", "compensationAmount,3601.5"
    })
    void countsByHand(String column, float total) {
        var answer = form("GFFTZ-1");
        assertEquals(total, answer.getFloat("rows[0].cells." + column + ".value"), 0.001);
    }

    @Test
    void everyCheckHoldsAndEveryFigureIsTheIndicators() {
        var answer = form("GFFTZ-1");
        assertEquals(List.of(), answer.getList("checks.findAll { !it.holds }.code"));
        assertEquals(List.of(), answer.getList("agreements.findAll { !it.agrees }.column"));
        assertEquals(3, answer.getList("agreements").size());
        assertEquals(true, answer.getBoolean("balanced"));
        assertEquals(1, answer.getInt("rows.find { it.key == 'TAX' }.cells.received.value"));
        // 18 fields of administration and the total
        assertEquals(19, answer.getList("rows").size());
    }

    @Test
    void whatTheRegisterHasNotIsNoZero() {
        as("statistician")
                .get("/v1/forms/GFFTZ-1" + YEAR)
                .then()
                .body("rows.cells.byMinistry.value", everyItem(nullValue()))
                .body("notRecorded.column", hasItems("byMinistry", "penaltyFine", "atMinistry"))
                .body("notRecorded.reason", everyItem(not("")));
        // a case that does not say how many applied leaves the sum short, one that does not say alone leaves none
        Cases.apply(jdbi, Cases.reconsideration("OLD", "2022-06-01").with("domain", "WATER"));
        var answer = form("GFFTZ-1");
        assertEquals(5, answer.getInt("rows[0].cells.applicants.value"));
        assertEquals(1, answer.getInt("rows[0].cells.applicants.unrecorded"));
        assertNull(answer.get("rows.find { it.key == 'WATER' }.cells.applicants.value"));
        assertNull(answer.get("rows.find { it.key == 'WATER' }.cells.byTownship.value"));
        assertEquals(0, answer.getInt("rows.find { it.key == 'TAX' }.cells.byTownship.value"));
    }

    @Test
    void aBrokenBalanceNamesTheRowTheSideAndTheCase() {
        Cases.apply(
                jdbi,
                known("BAD", "2022-06-01", TOWN).with("domain", "WATER").concluded("2021-06-01", "UPHELD"),
                Cases.reconsideration("OLD", "2022-06-01").with("domain", "WATER"));
        as("statistician")
                .get("/v1/forms/GFFTZ-1" + YEAR)
                .then()
                .body("balanced", equalTo(false))
                .body("checks.find { it.code == 'in-and-out' }.breaks", hasSize(1))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].row", equalTo("WATER"))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].label", equalTo("水利"))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].heavier", equalTo("LEFT"))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].left", equalTo(2))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].right", equalTo(1))
                .body("checks.find { it.code == 'in-and-out' }.breaks[0].cases.caseNumber", contains("BAD"))
                .body("checks.find { it.code == 'respondent-parts' }.breaks[0].cases.caseNumber", contains("OLD"))
                .body("checks.find { it.code == 'carried-parts' }.holds", equalTo(true));
    }

    @Test
    void theLitigationReturnCountsHeadsInstancesAndCoDefendants() {
        Cases.apply(
                jdbi,
                Cases.suit("L1", "2022-03-01").heard("DEPUTY", "ABSENT").concluded("2022-06-01", "REVOKED"),
                Cases.suit("L2", "2022-03-01").heard("PRINCIPAL").concluded("2022-06-01", "CLAIM_REJECTED"),
                Cases.suit("L3", "2022-03-01").heard("ABSENT_JUSTIFIED").concluded("2022-06-01", "MEDIATED"),
                Cases.suit("L4", "2022-03-01")
                        .with("coDefendantCodes", List.of("G"))
                        .with("reconsiderationCaseNumber", "R1")
                        .concluded("2022-06-01", "WITHDRAWN")
                        .with("outcomeGround", "AFTER_ACT_CHANGED"),
                Cases.suit("L5", "2022-07-01")
                        .with("instance", "SECOND")
                        .with("previousCaseNumber", "L1")
                        .heard("ABSENT")
                        .concluded("2022-09-01", "APPEAL_DISMISSED"),
                Cases.suit("L6", "2022-11-01"));
        var answer = form("YINGSU-1");
        var expected = Map.ofEntries(
                Map.entry("received", 6),
                Map.entry("receivedSecond", 1),
                Map.entry("together", 1),
                Map.entry("afterReconsideration", 1),
                Map.entry("first", 4),
                Map.entry("firstLost", 1),
                Map.entry("firstRejected", 1),
                Map.entry("firstWithdrawnAfterChange", 1),
                Map.entry("second", 1),
                Map.entry("secondUpheld", 1),
                Map.entry("pending", 1),
                Map.entry("heard", 4),
                Map.entry("headCame", 2),
                Map.entry("principalCame", 1),
                Map.entry("excused", 1),
                Map.entry("absent", 1));
        expected.forEach(
                (column, total) -> assertEquals(total, answer.getInt("rows[0].cells." + column + ".value"), column));
        assertEquals(true, answer.getBoolean("balanced"), answer.getString("checks.findAll { !it.holds }"));
        assertEquals(6, answer.getList("agreements").size());
    }

    @Test
    void aNewFormIsANewFile() {
        as("coordinator").get("/v1/forms").then().body("items.form", hasItem("DROPPED-IN"));
        var answer = form("DROPPED-IN");
        assertEquals(10, answer.getList("rows").size());
        assertEquals(1, answer.getInt("rows[0].cells.simplified.value"));
        assertEquals(4, answer.getInt("rows[0].cells.ordinary.value"));
        assertEquals(13, answer.getInt("rows[0].cells.people.value"));
    }

    @Test
    void countsTheRegionAndTheDayAskedFor() {
        as("statistician", "330782")
                .get("/v1/forms/GFFTZ-1" + YEAR)
                .then()
                .statusCode(200)
                .body("rows[0].cells.received.value", equalTo(0))
                .body("regionName", equalTo("义乌市"));
        as("statistician")
                .get("/v1/forms/GFFTZ-1" + YEAR + "&asOf=2022-11-01")
                .then()
                .body("rows[0].cells.received.value", equalTo(0))
                .body("checks.findAll { !it.holds }", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "statistician,NO_SUCH?from=2022-01&to=2022-12,404",
        "statistician,GFFTZ-1?from=2022-01,400",
        "statistician,GFFTZ-1?from=2022-01&to=2022-12&format=docx,400",
        "statistician,GFFTZ-1?from=2022-01&to=2022-12&regionCode=440000,404",
        "dashboard,GFFTZ-1?from=2022-01&to=2022-12,403"
    })
    void refusesWhatItCannotFillIn(String role, String path, int status) {
        as(role).get("/v1/forms/" + path).then().statusCode(status);
    }
}

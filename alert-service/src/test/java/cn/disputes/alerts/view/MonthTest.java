package cn.disputes.alerts.view;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.escalation.RecordedCase;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MonthTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Jdbi jdbi;

    private static ValidatableResponse month(Office office, String query) {
        return office.coordinator().get("/v1/month" + query).then().statusCode(200);
    }

    private static void done(Office office, String leader, String id, String type, Object... more) {
        var action = new HashMap<String, Object>(Map.of("type", type));
        for (var i = 0; i < more.length; i += 2) action.put((String) more[i], more[i + 1]);
        var by = leader == null ? office.coordinator() : office.leader(leader);
        office.act(by, id, action).statusCode(201);
    }

    /** Two leaders, one county that nobody answers for; April's cases, some of which May has again. */
    private static Office spring(String city) {
        var office = new Office(city);
        for (var n : List.of("1", "2")) {
            office.putLeader(city + "-" + n, "COUNTY");
            office.putDuty("D-" + city + n, city + "-" + n, city.substring(0, 5) + n);
        }
        return office;
    }

    private static void sumsAgree(JsonPath month) {
        int ordered = month.<Integer>getList("orders.items.cases").stream()
                .mapToInt(n -> n)
                .sum();
        int counted =
                month.<Integer>getList("counts.count").stream().mapToInt(n -> n).sum();
        assertEquals(month.getInt("listed"), counted);
        assertEquals(month.getInt("listed"), ordered + month.getInt("unrouted.count") + month.getInt("held.count"));
        assertEquals(
                month.getList("orders.items").size(), month.getInt("orders.signed") + month.getInt("orders.unsigned"));
        for (var section : List.of("carried", "late", "recordedAfter", "held", "unrouted", "claimed", "resolved"))
            assertEquals(
                    month.getInt(section + ".count"),
                    month.getList(section + ".items").size(),
                    section);
        int proved = month.<Integer>getList("evidence.count").stream()
                .mapToInt(n -> n)
                .sum();
        assertEquals(month.getInt("resolved.count"), proved);
    }

    @Test
    void aMonthIsCountedFromItsListsAndWhatBecameOfThem() {
        var office = spring("650100");
        var carried = office.flag("650101", "2022-04-02", "COURT_OPINION");
        var other = office.flag("650102", "2022-04-03", "PROCEDURE_DEFECT");
        office.round("2022-04", "650100").statusCode(201);
        var fresh = office.flag("650101", "2022-05-06", "PROCEDURE_DEFECT", "LAW_MISAPPLIED");
        var nobodys = office.flag("650109", "2022-05-06", "COURT_OPINION");
        var model = office.flag("650102", "2022-05-07", "COURT_OPINION");
        office.coordinator()
                .header("If-Match", "*")
                .body(Map.of("modelCaseId", model))
                .put("/v1/risk-cases/" + other + "/model")
                .then()
                .statusCode(200);
        office.round("2022-05", "650100").statusCode(201);
        var order = office.leader("650100-1")
                .get("/v1/orders?month=2022-05")
                .jsonPath()
                .getString("items[0].id");
        office.leader("650100-1")
                .body(Map.of("on", "2022-05-09"))
                .post("/v1/orders/" + order + "/receipt")
                .then()
                .statusCode(201);
        done(office, null, model, "LOST", "on", "2022-05-20");

        var may = month(office, "?month=2022-05")
                .body("regionCode", equalTo("650100"))
                .body("today", equalTo(TODAY.toString()))
                .body("rounds.regionCode", equalTo(List.of("650100")))
                .body("rounds[0].cutoff", equalTo("2022-05-31"))
                .body("listed", equalTo(5))
                .body("orders.signed", equalTo(1))
                .body("orders.unsigned", equalTo(1))
                .body("orders.items.leader.id", contains("650100-1", "650100-2"))
                .body("orders.items.cases", contains(2, 1))
                .body("orders.items.carried", contains(1, 0))
                .body("orders.items.open", contains(2, 0))
                .body("orders.items[0].receipt.on", equalTo("2022-05-09"))
                .body("orders.items[1].receipt", nullValue())
                .body("orders.items[0].levels.find { it.level == 'RED' }.count", equalTo(1))
                .body("carried.items.risk.riskCaseId", contains(carried, other))
                .body("carried.items.monthsCarried", contains(1, 1))
                .body("held.items.riskCaseId", contains(other))
                .body("unrouted.items.risk.riskCaseId", contains(nobodys))
                .body("unrouted.items.reason", contains("NO_DUTY"))
                .body("unrouted.items.zh", contains("没有分工覆盖该案"))
                .body("unrouted.items[0].risk.leader", nullValue())
                .body("counts.find { it.level == 'RED' && it.state == 'LOST' }.count", equalTo(1))
                .body("counts.find { it.level == 'RED' && it.state == 'ACKNOWLEDGED' }.count", equalTo(1))
                .body("lost.items.risk.riskCaseId", contains(model))
                .body("lost.items[0].on", equalTo("2022-05-20"))
                .body("won.count", equalTo(0))
                .body("late.count", equalTo(0))
                .extract()
                .jsonPath();
        sumsAgree(may);
        assertEquals(fresh, office.risk(fresh).getString("id"));
        var april = month(office, "?month=2022-04")
                .body("listed", equalTo(2))
                .body("orders.unsigned", equalTo(2))
                .body("lost.count", equalTo(0))
                .extract()
                .jsonPath();
        sumsAgree(april);
    }

    @Test
    void aCountySeesItsPartOfTheCitysRoundAndNothingElse() {
        var office = spring("650200");
        var first = office.flag("650201", "2022-04-02", "COURT_OPINION");
        office.flag("650202", "2022-04-02", "COURT_OPINION");
        office.round("2022-04", "650200").statusCode(201);
        office.as("coordinator", "650201", "县协调员")
                .get("/v1/month?month=2022-04")
                .then()
                .statusCode(200)
                .body("regionCode", equalTo("650201"))
                .body("rounds.regionCode", contains("650200"))
                .body("listed", equalTo(1))
                .body("orders.items.leader.id", contains("650200-1"))
                .body("counts", hasSize(1));
        month(office, "?month=2022-04&regionCode=650201").body("listed", equalTo(1));
        for (var out : List.of("650202", "650200", "650300"))
            office.as("coordinator", "650201", "县协调员")
                    .get("/v1/month?regionCode=" + out)
                    .then()
                    .statusCode(404);
        office.as("coordinator", "650300", "邻市协调员")
                .get("/v1/month?month=2022-04")
                .then()
                .statusCode(200)
                .body("listed", equalTo(0))
                .body("rounds", empty());
        assertEquals(1, office.risk(first).getList("months").size());
        office.coordinator()
                .get("/v1/month?month=2022-13")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("month"));
        office.coordinator().get("/v1/month?regionCode=65").then().statusCode(400);
        office.coordinator().get("/v1/month?monht=2022-04").then().statusCode(400);
    }

    /** A county had its round first, the city's comes later: each case counts once, by the order it is in. */
    @Test
    void aCaseThatTwoRoundsListCountsOnce() {
        var office = spring("650300");
        var nobodys = office.flag("650301", "2022-04-02", "COURT_OPINION");
        jdbi.useHandle(h -> h.execute("DELETE FROM duty WHERE id = 'D-6503001'"));
        office.round("2022-04", "650301").statusCode(201);
        office.putDuty("D-6503009", "650300-1", "650301");
        office.flag("650302", "2022-04-03", "COURT_OPINION");
        office.round("2022-04", "650300").statusCode(201);
        var april = month(office, "?month=2022-04")
                .body("rounds.regionCode", contains("650300", "650301"))
                .body("listed", equalTo(2))
                .body("unrouted.count", equalTo(0))
                .body("orders.items.cases", contains(1, 1))
                .extract()
                .jsonPath();
        sumsAgree(april);
        assertEquals("ASSIGNED", office.risk(nobodys).getString("state"));
    }

    @Test
    void whatWasFlaggedOrRecordedAfterTheListIsShownBesideIt() {
        var office = spring("650400");
        office.flag("650401", "2022-04-02", "COURT_OPINION");
        office.round("2022-04", "650400").statusCode(201);
        jdbi.useHandle(
                h -> h.execute(
                        "UPDATE assignment_round SET cutoff = '2022-04-06' WHERE month = '2022-04' AND region_code = '650400'"));
        var late = office.flag("650401", "2022-04-20", "COURT_OPINION");
        var recorded = office.flag("650402", "2022-04-05", "COURT_OPINION");
        var april = month(office, "?month=2022-04")
                .body("listed", equalTo(1))
                .body("late.items.riskCaseId", contains(late))
                .body("late.items.flaggedOn", contains("2022-04-20"))
                .body("recordedAfter.items.riskCaseId", contains(recorded))
                .extract()
                .jsonPath();
        sumsAgree(april);
        month(office, "?month=2022-04&regionCode=650402")
                .body("late.count", equalTo(0))
                .body("recordedAfter.count", equalTo(1));
    }

    @Test
    void aResolutionIsCountedByTheProofThatWasVerified() {
        var office = spring("650500");
        var claimed = office.flag("650501", "2022-04-02", "COURT_OPINION");
        var verified = office.flag("650501", "2022-04-02", "COURT_OPINION");
        var withdrawnClaim = office.flag("650501", "2022-04-02", "COURT_OPINION");
        var waiting = office.flag("650501", "2022-04-02", "COURT_OPINION");
        office.round("2022-04", "650500").statusCode(201);
        for (var id : List.of(claimed, verified, withdrawnClaim, waiting)) {
            done(office, "650500-1", id, "ACKNOWLEDGED", "on", "2022-05-03");
            done(office, "650500-1", id, "COORDINATED", "on", "2022-05-04");
            done(
                    office,
                    "650500-1",
                    id,
                    "RESOLUTION_CLAIMED",
                    "on",
                    "2022-05-10",
                    "evidence",
                    "调解书（虚构）",
                    "evidenceType",
                    "MEDIATION_STATEMENT");
        }
        done(office, null, claimed, "RESOLVED", "on", "2022-05-11", "evidence", "已核（虚构）");
        done(
                office,
                null,
                verified,
                "RESOLVED",
                "on",
                "2022-05-11",
                "evidence",
                "裁定（虚构）",
                "evidenceType",
                "WITHDRAWAL_RULING");
        done(office, "650500-1", withdrawnClaim, "COORDINATED", "on", "2022-05-11");
        done(office, "650500-1", withdrawnClaim, "RESOLUTION_CLAIMED", "on", "2022-05-12");
        done(office, null, withdrawnClaim, "RESOLVED", "on", "2022-05-31", "evidence", "已核（虚构）");
        var may = month(office, "?month=2022-05")
                .body("resolved.count", equalTo(3))
                .body(
                        "resolved.items.find { it.risk.riskCaseId == '" + claimed + "' }.evidenceType",
                        equalTo("MEDIATION_STATEMENT"))
                .body(
                        "resolved.items.find { it.risk.riskCaseId == '" + verified + "' }.evidenceType",
                        equalTo("WITHDRAWAL_RULING"))
                .body(
                        "resolved.items.find { it.risk.riskCaseId == '" + withdrawnClaim + "' }.evidenceType",
                        nullValue())
                .body("evidence.count", contains(1, 1, 1))
                .body("claimed.items.risk.riskCaseId", contains(waiting))
                .body("claimed.items[0].claimedOn", equalTo("2022-05-10"))
                .body("claimed.items[0].evidenceType", equalTo("MEDIATION_STATEMENT"))
                .body(
                        "claimed.items[0].etag",
                        equalTo(office.coordinator()
                                .get("/v1/risk-cases/" + waiting)
                                .header("ETag")))
                .extract()
                .jsonPath();
        sumsAgree(may);
        month(office, "?month=2022-06").body("resolved.count", equalTo(0)).body("claimed.count", equalTo(1));
    }

    @Test
    void rungsCountInTheMonthTheyFellDueAndSilencesBeforeTheyEnd() {
        var office = new Office("650600");
        var begun = Instant.now().minus(Duration.ofDays(70));
        var risk = RecordedCase.flagged(jdbi, "650601", "RED", begun).ordered("MO-R-1", begun);
        var quiet = RecordedCase.flagged(jdbi, "650601", "RED", Instant.now()).ordered("MO-R-1", Instant.now());
        var longer = RecordedCase.flagged(jdbi, "650601", "RED", Instant.now()).ordered("MO-R-1", Instant.now());
        for (var silence : Map.of(risk, 3, quiet, 7, longer, 8).entrySet())
            office.coordinator()
                    .body(Map.of("until", TODAY.plusDays(silence.getValue()).toString(), "reason", "等待（虚构）"))
                    .post("/v1/risk-cases/" + silence.getKey().id + "/silences")
                    .then()
                    .statusCode(201);
        month(office, "")
                .body("month", equalTo(YearMonth.from(TODAY).toString()))
                .body("silences.count", equalTo(2))
                .body(
                        "silences.items.until",
                        contains(TODAY.plusDays(3).toString(), TODAY.plusDays(7).toString()))
                .body("silences.items[0].author", equalTo("协调员"));
        var letter = LocalDate.ofInstant(begun, ZoneId.of("Asia/Shanghai")).plusDays(40);
        month(office, "?month=" + YearMonth.from(letter))
                .body("rungs.find { it.code == 'SUPERVISION_LETTER' }.zh", equalTo("督办函"))
                .body("rungs.find { it.code == 'SUPERVISION_LETTER' }.reached.count", equalTo(1))
                .body(
                        "rungs.find { it.code == 'SUPERVISION_LETTER' }.reached.items[0].risk.riskCaseId",
                        equalTo(risk.id.toString()))
                .body("rungs.find { it.code == 'SUPERVISION_LETTER' }.reached.items[0].leaderId", equalTo("MO-R-1"));
        month(office, "?month=" + YearMonth.from(letter).plusMonths(6)).body("rungs", empty());
        month(office, "?month=" + YearMonth.from(letter.plusDays(15)))
                .body("rungs.find { it.code == 'INTERVIEW' }.reached.count", equalTo(1));
    }
}

package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.Suits.CASES;
import static cn.disputes.cases.litigation.Suits.SUITS;
import static cn.disputes.cases.litigation.Suits.as;
import static cn.disputes.cases.litigation.Suits.filed;
import static cn.disputes.cases.litigation.Suits.filing;
import static cn.disputes.cases.litigation.Suits.number;
import static cn.disputes.cases.litigation.Suits.officer;
import static cn.disputes.cases.litigation.Suits.step;
import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dispute as one: its reconsideration, every instance, and who should be sued. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DisputeTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() {
        Suits.agencies();
    }

    private static ValidatableResponse dispute(String path) {
        return officer().get(path + "/dispute").then().statusCode(200);
    }

    private static String suit(
            String number, String instance, String filedOn, String previous, String reconsideration) {
        var filing = filing(number, instance);
        filing.put("filedOn", filedOn);
        if (previous != null) filing.put("previousCaseNumber", previous);
        if (reconsideration != null) filing.put("reconsiderationCaseNumber", reconsideration);
        return filed(filing);
    }

    @Test
    void linksEveryInstanceToTheReconsiderationInWhateverOrderTheyCame() {
        var before = Suits.decided(Suits.BUREAU, "UPHELD", "2024-02-05");
        var first = number("行初");
        var second = number("行终");
        var again = number("行初");
        // the second trial is registered first, the appeal after it, the first trial last
        var againId = suit(again, "FIRST", "2024-09-01", second, null);
        var secondId = suit(second, "SECOND", "2024-06-20", first, null);
        dispute(SUITS + "/" + againId).body("instances.caseNumber", contains(second, again));
        var firstId = suit(first, "FIRST", "2024-02-19", null, (String) before.get("caseNumber"));
        step(firstId, "CONCLUDED", "2024-05-10", "outcome", "REVOKED").statusCode(201);
        step(firstId, "APPEALED", "2024-05-20").statusCode(201);
        step(secondId, "CONCLUDED", "2024-08-10", "outcome", "REMANDED").statusCode(201);
        for (var path : List.of(SUITS + "/" + againId, SUITS + "/" + firstId, CASES + "/" + before.get("id"))) {
            dispute(path)
                    .body("reconsiderations.caseNumber", contains(before.get("caseNumber")))
                    .body("instances.caseNumber", contains(first, second, again))
                    .body("standing.code", equalTo("SUIT_PENDING"))
                    .body("closed", equalTo(false))
                    .body("complete", equalTo(true))
                    .body("nominalAgency.code", equalTo(Suits.BUREAU))
                    .body("actingAgency.code", equalTo(Suits.BUREAU))
                    .body("lastEffective.outcome", equalTo("UPHELD"))
                    .body(not(containsString("合成")));
        }
        step(againId, "CONCLUDED", "2024-12-10", "outcome", "CLAIM_REJECTED").statusCode(201);
        step(againId, "EFFECTIVE", "2024-12-30").statusCode(201);
        dispute(CASES + "/" + before.get("id"))
                .body("closed", equalTo(true))
                .body("lastEffective.caseNumber", equalTo(again))
                .body("lastEffective.standing", equalTo("CLAIM_REJECTED"));
    }

    @Test
    void aCircleOfNumbersEnds() {
        var one = number("行初");
        var other = number("行终");
        var id = suit(one, "FIRST", "2024-03-01", other, null);
        suit(other, "SECOND", "2024-06-01", one, null);
        dispute(SUITS + "/" + id)
                .body("instances.caseNumber", contains(one, other))
                .body("reconsiderations", empty())
                .body("lastEffective", nullValue());
    }

    @Test
    void whatLiesOutsideDoesNotExist() {
        var one = number("行初");
        var id = suit(one, "FIRST", "2024-03-01", null, null);
        var elsewhere = filing(number("行终"), "SECOND");
        elsewhere.put("regionCode", "330727");
        elsewhere.put("previousCaseNumber", one);
        given().auth()
                .oauth2(token("case-officer").region("330727").sign())
                .contentType("application/json")
                .body(elsewhere)
                .post(SUITS)
                .then()
                .statusCode(201);
        dispute(SUITS + "/" + id).body("instances.caseNumber", contains(one));
        given().auth()
                .oauth2(token("case-officer").region("330727").sign())
                .get(SUITS + "/" + id + "/dispute")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token("case-officer").region("330700").sign())
                .get(SUITS + "/" + id + "/dispute")
                .then()
                .body("instances.caseNumber", contains(one, (String) elsewhere.get("caseNumber")));
        officer().get(SUITS + "/no-id/dispute").then().statusCode(404);
        officer().get(CASES + "/" + id + "/dispute").then().statusCode(404);
        var liaison =
                token("agency-liaison").region(Suits.REGION).agency(Suits.TOWN).sign();
        given().auth().oauth2(liaison).get(SUITS + "/" + id + "/dispute").then().statusCode(404);
    }

    @Test
    void whoeverIsRecusedSeesNothingOfIt() {
        var one = number("行初");
        var id = suit(one, "FIRST", "2024-03-01", null, null);
        var next = suit(number("行终"), "SECOND", "2024-06-01", one, null);
        var recused = as("回避人", "case-officer");
        recused.body(Map.of("reason", "近亲属（虚构）"))
                .post(SUITS + "/" + id + "/recusals")
                .then()
                .statusCode(201);
        as("回避人", "case-officer").get(SUITS + "/" + id + "/dispute").then().statusCode(404);
        as("回避人", "case-officer")
                .get(SUITS + "/" + next + "/dispute")
                .then()
                .statusCode(200)
                .body("instances.id", contains(next));
    }

    @Test
    void saysWhoIsSuedAfterAReconsideration() {
        var upheld = Suits.decided(Suits.BUREAU, "UPHELD", "2024-02-05");
        var revoked = Suits.decided(Suits.TOWN, "PARTLY_REVOKED", null);
        officer()
                .get(CASES + "/" + upheld.get("id") + "/defendants")
                .then()
                .statusCode(200)
                .body("basis.code", equalTo("UPHELD"))
                .body("basis.article", equalTo("行诉法 Art. 26; 解释 Art. 133"))
                .body("choices[0].coDefendants", equalTo(true))
                .body("choices[0].defendants.code", contains(Suits.BUREAU, Suits.GOVERNMENT))
                .body("choices[0].court", equalTo("BASIC"));
        officer()
                .get(CASES + "/" + revoked.get("id") + "/defendants")
                .then()
                .body("choices[0].defendants.name", contains("浦江县人民政府"))
                .body("choices[0].court", equalTo("INTERMEDIATE"))
                .body("dependsOn", contains("mixed"));
        officer()
                .get(CASES + "/" + revoked.get("id") + "/defendants?mixed=true")
                .then()
                .body("basis.code", equalTo("MIXED"))
                .body("dependsOn", empty());
        officer()
                .get(CASES + "/" + revoked.get("id") + "/defendants?mixed=perhaps")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(token("case-officer").region("330727").sign())
                .get(CASES + "/" + upheld.get("id") + "/defendants")
                .then()
                .statusCode(404);
    }

    @Test
    void aSuitIsToldWhenItSuesTheWrongAgencies() {
        var before = Suits.decided(Suits.BUREAU, "UPHELD", "2024-02-05");
        var number = (String) before.get("caseNumber");
        var alone = filing(number("行初"), "FIRST");
        alone.put("reconsiderationCaseNumber", number);
        Suits.file(alone)
                .statusCode(201)
                .body("hints.code", hasItem("DEFENDANTS_DIFFER"))
                .body("hints.code", hasItem("FILED_LATE"))
                .body("expectedDefendants.choices[0].defendants.code", contains(Suits.BUREAU, Suits.GOVERNMENT))
                .body("deadlines.find { it.code == 'FILE_AFTER_RECON' }.end", equalTo("2024-02-20"));
        var both = filing(number("行初"), "FIRST");
        both.put("reconsiderationCaseNumber", number);
        both.put("coDefendantCodes", List.of(Suits.GOVERNMENT));
        both.put("filedOn", "2024-02-20");
        Suits.file(both).statusCode(201).body("hints", empty());
    }

    /**
     * A reconsideration nobody has touched since.
     *
     * @param dueThen the end of the time for deciding as it was counted on the day of the last step, or null
     * @param steps type and day, and the ground of a suspension
     */
    private Map<String, Object> undecided(String receivedOn, LocalDate dueThen, String... steps) {
        var id = officer()
                .body(Map.of(
                        "regionCode",
                        Suits.REGION,
                        "receivedOn",
                        receivedOn,
                        "channel",
                        "POST",
                        "applicants",
                        List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode",
                        Suits.BUREAU,
                        "actType",
                        "PENALTY",
                        "domain",
                        "OTHER",
                        "claims",
                        "请求撤销（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var step : steps) {
            var told = step.split(" ");
            var body = new HashMap<String, Object>(Map.of("type", told[0], "on", told[1]));
            if (told.length > 2) body.put("ground", Integer.valueOf(told[2]));
            step(officer(), CASES + "/" + id, body).statusCode(201);
        }
        jdbi.useHandle(
                h -> h.createUpdate("UPDATE reconsideration SET decide_due_on = :due WHERE id = CAST(:id AS uuid)")
                        .bind("due", dueThen)
                        .bind("id", id)
                        .execute());
        return officer().get(CASES + "/" + id).jsonPath().getMap("$");
    }

    private static ValidatableResponse suedAfter(Map<String, Object> reconsideration, String filedOn) {
        var filing = filing(number("行初"), "FIRST");
        filing.put("reconsiderationCaseNumber", reconsideration.get("caseNumber"));
        filing.put("filedOn", filedOn);
        return Suits.file(filing).statusCode(201);
    }

    private static ValidatableResponse defendants(Map<String, Object> reconsideration) {
        return officer()
                .get(CASES + "/" + reconsideration.get("id") + "/defendants")
                .then()
                .statusCode(200);
    }

    /** Without the suspension the time for deciding would have ended on 2024-04-19. */
    @Test
    void whileItIsSuspendedTheTimeForDecidingDoesNotRunOut() {
        var suspended =
                undecided("2024-02-19", LocalDate.of(2024, 4, 19), "ACCEPTED 2024-02-19", "SUSPENDED 2024-03-11 8");
        defendants(suspended).body("basis.code", equalTo("PENDING")).body("choices", empty());
        suedAfter(suspended, "2024-06-01")
                .body("expectedDefendants.basis.code", equalTo("PENDING"))
                .body("deadlines.code", not(hasItem("FILE_AFTER_RECON")))
                .body("hints.code", not(hasItem("DEFENDANTS_DIFFER")));
    }

    /** Suspended for thirty days: the time ends on 2024-05-20, so nothing lies open on the 20th and all from the 21st. */
    @Test
    void aSuitIsMeasuredByTheDayItWasFiled() {
        var resumed = undecided(
                "2024-02-19",
                LocalDate.of(2024, 5, 20),
                "ACCEPTED 2024-02-19",
                "SUSPENDED 2024-03-11 8",
                "RESUMED 2024-04-10");
        defendants(resumed).body("basis.code", equalTo("NO_DECISION"));
        suedAfter(resumed, "2024-05-20").body("deadlines.code", not(hasItem("FILE_AFTER_RECON")));
        suedAfter(resumed, "2024-05-21")
                .body("deadlines.find { it.code == 'FILE_AFTER_RECON' }.startsOn", equalTo("2024-05-20"));
    }

    /** Accepted by silence on 2024-01-17 (2023 Art. 30), never touched: the sixty days end on 2024-03-18. */
    @Test
    void whatSilenceHasAcceptedIsUndecidedTooWhenItsTimeHasRunOut() {
        var untouched = undecided("2024-01-10", null);
        defendants(untouched)
                .body("basis.code", equalTo("NO_DECISION"))
                .body("choices.sued", contains("ORIGINAL_ACT", "RECONSIDERATION_INACTION"));
        suedAfter(untouched, "2024-04-01")
                .body("deadlines.find { it.code == 'FILE_AFTER_RECON' }.startsOn", equalTo("2024-03-18"))
                .body("deadlines.find { it.code == 'FILE_AFTER_RECON' }.end", equalTo("2024-04-02"));
        suedAfter(untouched, "2024-03-18").body("deadlines.code", not(hasItem("FILE_AFTER_RECON")));
    }
}

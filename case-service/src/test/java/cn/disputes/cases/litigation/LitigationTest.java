package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.Suits.SUITS;
import static cn.disputes.cases.litigation.Suits.as;
import static cn.disputes.cases.litigation.Suits.filed;
import static cn.disputes.cases.litigation.Suits.filing;
import static cn.disputes.cases.litigation.Suits.number;
import static cn.disputes.cases.litigation.Suits.officer;
import static cn.disputes.cases.litigation.Suits.step;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LitigationTest {
    @BeforeEach
    void register() {
        Suits.agencies();
    }

    @Test
    void aSuitFromItsFilingToItsPerformance() {
        var filing = filing(number("行初"), "FIRST");
        filing.put("procedure", "SIMPLIFIED");
        filing.put("claimReceivedOn", "2024-02-26");
        filing.put("actorCode", Suits.TOWN);
        filing.put("act", Map.of("madeOn", "2023-12-01", "knownOn", "2023-12-05"));
        var id = filed(filing);
        step(id, "SERVED", "2024-03-04").statusCode(201).body("procedure", equalTo("SIMPLIFIED"));
        step(id, "EVIDENCE_TERM_SET", "2024-03-05", "days", 10).statusCode(201);
        step(id, "DEFENCE_FILED", "2024-03-14").statusCode(201);
        step(id, "PROCEDURE_CONVERTED", "2024-04-01", "to", "ORDINARY").statusCode(201);
        step(id, "HEAD_NAMED", "2024-04-02", "attendee", "DEPUTY").statusCode(201);
        step(id, "HEARING_SCHEDULED", "2024-04-03", "hearingOn", "2024-04-10", "headNotified", true)
                .statusCode(201);
        var facts = Map.of(
                "attendees", List.of("DEPUTY", "STAFF", "LAWYER"), "identity", "CORRECTED", "spokeToSubstance", true);
        step(id, "HEARING_HELD", "2024-04-10", "appearance", facts)
                .statusCode(201)
                .body("hearings.headAttendance", contains("DEPUTY"))
                .body("headDuty.state", equalTo("FULFILLED"))
                .body("headDuty.fulfilledOn", equalTo("2024-04-10"))
                .body("headDuty.hearings[0].findings.code", contains("HEAD_ATTENDED"));
        step(id, "EXCLUDED_PERIOD", "2024-05-10", "ground", "APPRAISAL", "from", "2024-04-11")
                .statusCode(201);
        step(id, "SUSPENDED", "2024-05-11", "ground", 5).statusCode(201).body("status", equalTo("SUSPENDED"));
        step(id, "RESUMED", "2024-05-21").statusCode(201);
        step(id, "CONCLUDED", "2024-06-20", "outcome", "REVOKED", "redo", true, "performWithinDays", 60)
                .statusCode(201)
                .body("decisionForm", equalTo("JUDGMENT"))
                .body("redo", equalTo(true))
                .body("lostBy", contains("DEFENDANT"));
        step(id, "JUDGMENT_SERVED", "2024-06-25").statusCode(201);
        step(id, "EFFECTIVE", "2024-07-11").statusCode(201).body("hints", empty());
        step(id, "PERFORMED", "2024-08-01").statusCode(201);
        officer()
                .get(SUITS + "/" + id)
                .then()
                .body("status", equalTo("EFFECTIVE"))
                .body("judgmentServedOn", equalTo("2024-06-25"))
                .body("nominalAgency.name", equalTo("浦江县某局（虚构）"))
                .body("actingAgency.name", equalTo("浦江县某镇人民政府（虚构）"))
                .body("expectedDefendants", nullValue());
        officer()
                .get(SUITS + "/" + id + "/deadlines?proof=true")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        contains(
                                "FILE_DIRECT",
                                "CASE_ACCEPT",
                                "COPY_TO_DEF",
                                "DEFENCE",
                                "EVID_EXT",
                                "JURIS_OBJ",
                                "SIMPLE_EVID",
                                "COURT_NOTICE",
                                "FIRST",
                                "APPEAL",
                                "ENFORCE",
                                "RETRIAL_APPLY"))
                .body("items.breached", not(hasItem(true)))
                .body("items.find { it.code == 'COURT_NOTICE' }.end", equalTo("2024-04-07"))
                .body("items.find { it.code == 'COURT_NOTICE' }.days", hasSize(4))
                .body("items.find { it.code == 'FIRST' }.excluded", hasSize(2))
                // six months to 2024-09-01, twenty-nine days of appraisal, ten of suspension
                .body("items.find { it.code == 'FIRST' }.rawEnd", equalTo("2024-10-10"))
                .body("items.find { it.code == 'FIRST' }.rule.zh", containsString("六个月"))
                .body("items.find { it.code == 'FIRST' }.rule.en", containsString("six months"))
                .body("items.find { it.code == 'APPEAL' }.startsOn", equalTo("2024-06-25"))
                .body("items.find { it.code == 'ENFORCE' }.startsOn", equalTo("2024-09-09"));
    }

    @Test
    void theSimpleWayNeedsNoneOfTheFinerSteps() {
        var id = filed(filing(number("行初"), "FIRST"));
        step(id, "SERVED", "2024-03-05").statusCode(201);
        step(id, "HEARING_HELD", "2024-05-05", "headAttendance", "ABSENT")
                .statusCode(201)
                .body("headDuty.state", equalTo("UNFULFILLED"))
                .body("headDuty.hearings[0].courtAdviceRisk.code", contains("ABSENT_WITHOUT_REASON"))
                .body("hints.code", contains("LATE_EVIDENCE"));
        step(id, "CONCLUDED", "2024-06-05", "outcome", "CLAIM_REJECTED")
                .statusCode(201)
                .body("lostBy", empty());
        step(id, "APPEALED", "2024-06-10").statusCode(201).body("appealedOn", equalTo("2024-06-10"));
        step(id, "EFFECTIVE", "2024-06-30").statusCode(201).body("hints.code", hasItem("EFFECTIVE_THOUGH_APPEALED"));
        step(id, "SUSPENDED", "2024-07-01")
                .statusCode(409)
                .body("violations[0].message", containsString("RETRIAL_APPLIED"));
    }

    @Test
    void aStatedAttendanceMustBeWhatTheFactsMakeOfIt() {
        var id = filed(filing(number("行初"), "FIRST"));
        var rejected = Map.of("attendees", List.of("PRINCIPAL", "STAFF"), "identity", "REJECTED");
        step(id, "HEARING_HELD", "2024-04-10", "headAttendance", "PRINCIPAL", "appearance", rejected)
                .statusCode(400)
                .body("violations[0].field", equalTo("headAttendance"))
                .body("violations[0].message", containsString("法释〔2020〕3号 Art. 6"));
        step(id, "HEARING_HELD", "2024-04-10", "headAttendance", "ABSENT", "appearance", rejected)
                .statusCode(201)
                .body("headDuty.hearings[0].findings.code", contains("IDENTITY_REJECTED", "ONLY_STAFF"))
                .body("headDuty.hearings[0].findings[0].article", equalTo("法释〔2020〕3号 Art. 6"));
        step(id, "HEARING_HELD", "2024-04-11", "appearance", Map.of("attendees", List.of("JUDGE")))
                .statusCode(400)
                .body("violations[0].field", containsString("appearance.attendees"));
        step(id, "HEARING_HELD", "2024-04-11", "appearance", Map.of("attendee", "DEPUTY"))
                .statusCode(400);
        step(id, "HEARING_HELD", "2024-04-11").statusCode(400).body("violations[0].field", equalTo("headAttendance"));
    }

    @Test
    void anUnlawfulDecisionOnALawfulActIsLostByTheAuthorityAlone() {
        var filing = filing(number("行初"), "FIRST");
        filing.put("coDefendantCodes", List.of(Suits.GOVERNMENT));
        var id = filed(filing);
        step(id, "CONCLUDED", "2024-06-05", "outcome", "CLAIM_REJECTED", "reconsiderationDecision", "REVOKED")
                .statusCode(201)
                .body("outcome", equalTo("CLAIM_REJECTED"))
                .body("lostBy", contains("RECONSIDERATION_AUTHORITY"));
    }

    @Test
    void anAgencyFilesWhatIsItsOwnAndNothingElse() {
        var id = filed(filing(number("行初"), "FIRST"));
        var path = SUITS + "/" + id;
        step(id, "SERVED", "2024-03-05").statusCode(201);
        for (var type : List.of("JURISDICTION_OBJECTED", "EVIDENCE_EXTENSION_REQUESTED", "DEFENCE_FILED")) {
            step(liaison(Suits.BUREAU), path, Map.of("type", type, "on", "2024-03-06"))
                    .statusCode(201);
        }
        step(liaison(Suits.BUREAU), path, Map.of("type", "HEAD_NAMED", "on", "2024-03-06", "attendee", "PRINCIPAL"))
                .statusCode(201);
        step(liaison(Suits.BUREAU), path, Map.of("type", "EVIDENCE_EXTENSION_GRANTED", "on", "2024-03-06"))
                .statusCode(403);
        step(
                        liaison(Suits.BUREAU),
                        path,
                        Map.of("type", "HEARING_HELD", "on", "2024-03-06", "headAttendance", "DEPUTY"))
                .statusCode(403);
        step(liaison(Suits.TOWN), path, Map.of("type", "HEAD_NAMED", "on", "2024-03-06", "attendee", "PRINCIPAL"))
                .statusCode(404);
    }

    /** 行诉法 Art. 67: bureau and government are sued together, each files in its own time. */
    @Test
    void everyDefendantFilesItsOwnDefence() {
        var filing = filing(number("行初"), "FIRST");
        filing.put("coDefendantCodes", List.of(Suits.GOVERNMENT));
        var id = filed(filing);
        var path = SUITS + "/" + id;
        step(id, "SERVED", "2024-03-04", "agency", Suits.BUREAU)
                .statusCode(201)
                .body("servedOn", equalTo("2024-03-04"));
        step(id, "SERVED", "2024-03-06", "agency", Suits.TOWN)
                .statusCode(400)
                .body("violations[0].field", equalTo("agency"));
        step(id, "SERVED", "2024-03-06", "agency", Suits.GOVERNMENT)
                .statusCode(201)
                .body("servedOn", equalTo("2024-03-04"));
        var defence = Map.<String, Object>of("type", "DEFENCE_FILED", "on", "2024-03-15");
        step(liaison(Suits.BUREAU), path, defence).statusCode(201).body("defenceFiledOn", nullValue());
        step(liaison(Suits.BUREAU), path, defence).statusCode(409);
        var other = new HashMap<>(defence);
        other.put("agency", Suits.BUREAU);
        step(liaison(Suits.GOVERNMENT), path, other).statusCode(400).body("violations[0].field", equalTo("agency"));
        step(liaison(Suits.GOVERNMENT), path, Map.of("type", "DEFENCE_FILED", "on", "2024-03-18"))
                .statusCode(201)
                .body("defenceFiledOn", equalTo("2024-03-18"));
        officer()
                .get(path + "/deadlines")
                .then()
                .body("items.findAll { it.code == 'DEFENCE' }.metOn", contains("2024-03-15", "2024-03-18"))
                .body("items.findAll { it.code == 'DEFENCE' }.end", contains("2024-03-19", "2024-03-21"));
        officer().get(path + "/steps").then().body("items.findAll { it.body.agency != null }", hasSize(2));
    }

    /** The bureau acted and its decision was upheld: both are sued, and the bureau is no less a defendant for having acted. */
    @Test
    void whoActedFilesForItselfWhereItIsSuedToo() {
        var filing = filing(number("行初"), "FIRST");
        filing.put("defendantCode", Suits.GOVERNMENT);
        filing.put("coDefendantCodes", List.of(Suits.BUREAU));
        filing.put("actorCode", Suits.BUREAU);
        var id = filed(filing);
        step(id, "SERVED", "2024-03-04", "agency", Suits.GOVERNMENT).statusCode(201);
        step(id, "SERVED", "2024-03-06", "agency", Suits.BUREAU).statusCode(201);
        var defence = Map.<String, Object>of("type", "DEFENCE_FILED", "on", "2024-03-15");
        step(liaison(Suits.BUREAU), SUITS + "/" + id, defence).statusCode(201).body("defenceFiledOn", nullValue());
        step(liaison(Suits.GOVERNMENT), SUITS + "/" + id, defence)
                .statusCode(201)
                .body("defenceFiledOn", equalTo("2024-03-15"));
    }

    /** 解释 Art. 119: a retrial tried as second instance has effect at once, and says so. */
    @Test
    void aRetrialTriedAsSecondInstanceHasEffectAtOnce() {
        var filing = filing(number("行再"), "RETRIAL");
        filing.put("retriedAs", "SECOND");
        var id = filed(filing);
        step(id, "CONCLUDED", "2024-08-01", "outcome", "REVOKED")
                .statusCode(201)
                .body("effectiveOn", equalTo("2024-08-01"))
                .body("status", equalTo("CONCLUDED"));
    }

    private static io.restassured.specification.RequestSpecification liaison(String agency) {
        return given().auth()
                .oauth2(token("agency-liaison")
                        .region(Suits.REGION)
                        .agency(agency)
                        .sign())
                .contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "procedure, QUICK", "procedure, 1", "retriedAs, FIRST", "claimReceivedOn, 2024-03-02",
        "claimReceivedOn, 2024-02-30", "act, soon", "actorCode, 11330700002592265X", "previousCaseNumber, 12号"
    })
    void namesTheFieldOfABadFiling(String field, String value) {
        var filing = filing(number("行初"), "FIRST");
        filing.put(field, value);
        Suits.file(filing).statusCode(400).body("violations[0].field", containsString(field));
    }

    @Test
    void aSuitIsNotItsOwnEarlierInstance() {
        var filing = filing("（2024）浙0726行终9001号", "SECOND");
        filing.put("previousCaseNumber", "(2024)浙0726行终9001号");
        Suits.file(filing).statusCode(400).body("violations[0].field", equalTo("previousCaseNumber"));
        filing.remove("previousCaseNumber");
        Suits.file(filing).statusCode(201).body("hints.code", contains("PREVIOUS_CASE_MISSING"));
    }

    @Test
    void theFilingCannotBeStruckOut() {
        var id = filed(filing(number("行初"), "FIRST"));
        step(id, "RECTIFIED", "2024-03-02", "step", 1, "reason", "误录")
                .statusCode(400)
                .body("violations[0].field", equalTo("step"));
        // but it can be corrected
        var right = Map.of("type", "FILED", "on", "2024-03-01", "procedure", "SIMPLIFIED");
        step(id, "RECTIFIED", "2024-03-02", "step", 1, "reason", "漏录", "replacement", right)
                .statusCode(201)
                .body("procedure", equalTo("SIMPLIFIED"))
                .body("deadlines.code", hasItem("FIRST_SIMPLE"));
    }

    @Test
    void ofTwoOfficersWithOneVersionOneRecords() throws Exception {
        var id = filed(filing(number("行初"), "FIRST"));
        var path = SUITS + "/" + id;
        var etag = officer().get(path).header("ETag");
        var answers = together(
                8,
                i -> () -> as("经办人" + i, "case-officer")
                        .header("If-Match", etag)
                        .body(Map.of("type", "SERVED", "on", "2024-03-0" + (i % 8 + 1)))
                        .post(path + "/steps")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(7, answers.stream().filter(status -> status == 412).count());
        officer().get(path + "/steps").then().body("items", hasSize(2));
    }

    @Test
    void everyCodeIsListedInBothLanguages() {
        officer()
                .get("/v1/code-lists")
                .then()
                .body("lists.litigationStep.code", hasItems("JUDGMENT_SERVED", "EXCLUDED_PERIOD", "RETRIAL_APPLIED"))
                .body("lists.attendeeRole.code", hasItems("DEPUTY_LEVEL_IN_CHARGE", "LAWYER"))
                .body("lists.absenceReason.zh", hasItem("不可抗力"))
                .body("lists.uncountedPeriod.en", hasItem("expert appraisal"))
                .body("lists.disputeStanding.code", hasItem("CLOSED"));
    }
}

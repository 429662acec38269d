package cn.disputes.cases.reconsideration;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole cases as an office walks them, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReconsiderationLifeTest {
    private static final String CASES = "/v1/reconsiderations";

    private static RequestSpecification as(String name, String... roles) {
        return given().auth().oauth2(token(roles).name(name).sign()).contentType("application/json");
    }

    private static RequestSpecification officer() {
        return as("经办人", "case-officer");
    }

    private static Map<String, Object> application(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "regionCode", "330700",
                "receivedOn", "2025-03-03",
                "channel", "POST",
                "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                "respondentCode", "11330700002592265Y",
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）"));
        body.putAll(more);
        return body;
    }

    private static ValidatableResponse register(Map<String, Object> more) {
        return officer().body(application(more)).post(CASES).then();
    }

    private static String registered(Map<String, Object> more) {
        return register(more).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse step(String id, Map<String, Object> step) {
        return officer()
                .header("If-Match", officer().get(CASES + "/" + id).header("ETag"))
                .body(step)
                .post(CASES + "/" + id + "/steps")
                .then();
    }

    private static void recorded(String id, Map<String, Object> step) {
        step(id, step).statusCode(201);
    }

    private static void approved(String id, Map<String, Object> step) {
        var approval = step(id, step).statusCode(202).extract().<String>path("approvalId");
        as("处长", "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String id) {
        return officer().get(CASES + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse deadlines(String id) {
        return officer().get(CASES + "/" + id + "/deadlines?proof=true").then().statusCode(200);
    }

    @Test
    void anOrdinaryCaseWithEverythingTheLawKnows() {
        var id = registered(Map.of(
                "actKnownOn",
                "2025-02-10",
                "actOn",
                "2025-01-20",
                "channel",
                "VIA_AGENCY",
                "agencyReceivedOn",
                "2025-02-26"));
        recorded(id, Map.of("type", "CORRECTION_REQUESTED", "on", "2025-03-04", "items", List.of("身份证明")));
        recorded(id, Map.of("type", "CORRECTION_EXTENDED", "on", "2025-03-05", "days", 5, "reason", "住院（虚构）"));
        recorded(id, Map.of("type", "CORRECTED", "on", "2025-03-10"));
        step(
                        id,
                        Map.of(
                                "type",
                                "ACCEPTED",
                                "on",
                                "2025-03-12",
                                "conditions",
                                List.of(Map.of("condition", 4, "met", false))))
                .statusCode(409)
                .body("violations[0].field", equalTo("conditions"));
        recorded(
                id,
                Map.of(
                        "type", "ACCEPTED",
                        "on", "2025-03-12",
                        "procedure", "ORDINARY",
                        "features", List.of("COMPLEX"),
                        "conditions",
                                List.of(
                                        Map.of("condition", "IN_TIME", "met", true),
                                        Map.of("condition", 6, "met", true))));
        read(id).body(
                        "shortcomings.code",
                        contains("OPINIONS_NOT_HEARD", "HEARING_NOT_HELD", "COMMITTEE_NOT_CONSULTED"));
        recorded(id, Map.of("type", "COPY_SERVED", "on", "2025-03-13"));
        recorded(id, Map.of("type", "REPLY_RECEIVED", "on", "2025-03-20"));
        recorded(
                id,
                Map.of(
                        "type",
                        "DOCUMENT_QUESTIONED",
                        "on",
                        "2025-03-21",
                        "ownPower",
                        true,
                        "items",
                        List.of("某规定第三条")));
        recorded(id, Map.of("type", "SUSPENDED", "on", "2025-03-21", "ground", 9));
        recorded(id, Map.of("type", "DOCUMENT_MAKER_ASKED", "on", "2025-03-24"));
        recorded(id, Map.of("type", "DOCUMENT_MAKER_ANSWERED", "on", "2025-04-02"));
        recorded(id, Map.of("type", "DOCUMENT_REVIEWED", "on", "2025-04-08", "lawful", true));
        recorded(id, Map.of("type", "RESUMED", "on", "2025-04-08"));
        recorded(id, Map.of("type", "TIME_EXCLUDED", "on", "2025-04-15", "from", "2025-04-09", "ground", "APPRAISAL"));
        recorded(id, Map.of("type", "OPINIONS_HEARD", "on", "2025-04-16"));
        recorded(id, Map.of("type", "HEARING_NOTIFIED", "on", "2025-04-16", "hearingOn", "2025-04-24"));
        recorded(
                id,
                Map.of(
                        "type",
                        "HEARING_HELD",
                        "on",
                        "2025-04-24",
                        "presider",
                        "主持人（虚构）",
                        "hearers",
                        List.of("听证员甲", "听证员乙"),
                        "applicantAbsent",
                        true,
                        "respondentHeadAttended",
                        true));
        recorded(id, Map.of("type", "COMMITTEE_CONSULTED", "on", "2025-04-28"));
        approved(
                id,
                Map.of(
                        "type",
                        "DECIDED",
                        "on",
                        "2025-05-12",
                        "outcome",
                        "REVOKED",
                        "redo",
                        true,
                        "redoWithinDays",
                        30));
        step(id, Map.of("type", "PERFORMANCE_ORDERED", "on", "2025-05-13", "days", 10))
                .statusCode(409);
        recorded(id, Map.of("type", "DECISION_SERVED", "on", "2025-05-14"));
        recorded(id, Map.of("type", "PERFORMANCE_ORDERED", "on", "2025-06-20", "days", 10));
        recorded(id, Map.of("type", "INTERVIEWED", "on", "2025-06-23"));
        recorded(id, Map.of("type", "CRITICISED", "on", "2025-06-24"));
        recorded(id, Map.of("type", "COPIED", "on", "2025-06-25", "to", "浙江省司法厅"));
        recorded(id, Map.of("type", "PUBLISHED", "on", "2025-06-26"));
        recorded(id, Map.of("type", "PERFORMED", "on", "2025-06-27"));
        read(id).body("shortcomings", hasSize(0))
                .body("effectiveOn", equalTo("2025-05-14"))
                .body("regulationVerified", equalTo(true))
                .body("replyDefault", equalTo(false));
        deadlines(id)
                .body(
                        "items.code",
                        contains(
                                "APPLY",
                                "RELAY",
                                "CORR_NOTICE",
                                "CORR_SUBMIT",
                                "ACCEPT",
                                "SERVE",
                                "REPLY",
                                "HEAR_NOTICE",
                                "DOC_OWN",
                                "DOC_ASK",
                                "DOC_ANS",
                                "DECIDE",
                                "SUE",
                                "REDO",
                                "PERFORM_ORDER"))
                .body("items.find { it.code == 'APPLY' }.metOn", equalTo("2025-02-26"))
                .body("items.find { it.code == 'HEAR_NOTICE' }.end", equalTo("2025-04-17"))
                .body("items.find { it.code == 'HEAR_NOTICE' }.days.findAll { it.counted }", hasSize(5))
                .body("items.find { it.code == 'DECIDE' }.excluded", hasSize(2))
                .body("items.find { it.code == 'REDO' }.breachedSince", equalTo("2025-06-14"))
                .body("items.days", everyItem(not(nullValue())));
    }

    /** Art. 30 para 3: received on 19 February 2024, accepted by law on the 26th, to be decided by 26 April. */
    @Test
    void whatSilenceAcceptedIsShownAsAcceptedAndNotRefusedLater() {
        var id = registered(Map.of("receivedOn", "2024-02-19"));
        step(id, Map.of("type", "REFUSED", "on", "2024-06-10", "reason", "不符合受理条件（虚构）"))
                .statusCode(409)
                .body("code", equalTo("rule-broken"))
                .body("violations[0].field", equalTo("on"));
        recorded(id, Map.of("type", "WITHDRAWN", "on", "2024-06-10", "ground", "VOLUNTARY"));
        read(id).body("acceptedOn", equalTo("2024-02-26")).body("decideDueOn", equalTo("2024-04-26"));
        deadlines(id).body("items.find { it.code == 'DECIDE' }.breached", equalTo(true));
    }

    @Test
    void aRefusalForWantOfJurisdictionKeepsWhatFailedAndNamesWhoIsCompetent() {
        var id = registered(Map.of());
        var refused = new HashMap<String, Object>(Map.of(
                "type", "REFUSED",
                "on", "2025-03-05",
                "reason", "不属于本机关管辖（虚构）",
                "conditions", List.of(Map.of("condition", "COMPETENT", "met", false, "note", "（虚构）"))));
        step(id, refused).statusCode(400).body("violations[0].field", equalTo("to"));
        refused.put("to", "浙江省人民政府");
        approved(id, refused);
        read(id).body("outcome", equalTo("REFUSED")).body("failedConditions", contains("COMPETENT"));
    }

    @Test
    void theSimplifiedProcedureNeedsAGroundThatFits() {
        var small = registered(Map.of("amountInDispute", 200));
        read(small).body("simplifiedGrounds", contains("SMALL_AMOUNT"));
        var accepted = Map.<String, Object>of(
                "type", "ACCEPTED", "on", "2025-03-05", "procedure", "SIMPLIFIED", "simplifiedGround", "SMALL_AMOUNT");
        recorded(small, accepted);
        read(small).body("shortcomings", hasSize(0)).body("simplifiedGrounds", nullValue());
        step(registered(Map.of("amountInDispute", 3000.01)), accepted)
                .statusCode(400)
                .body("violations[0].field", equalTo("simplifiedGround"));
    }

    @Test
    void withoutAReplyInTimeNothingIsUpheld() {
        var id = registered(Map.of());
        recorded(id, Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY"));
        recorded(id, Map.of("type", "COPY_SERVED", "on", "2025-03-06"));
        read(id).body("replyDefault", equalTo(true)).body("shortcomings.code", hasItem("REPLY_MISSING"));
        var upheld = new HashMap<String, Object>(Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD"));
        step(id, upheld).statusCode(409).body("title", containsString("第七十条"));
        upheld.put("thirdPartyEvidence", true);
        approved(id, upheld);
        read(id).body("outcome", equalTo("UPHELD"));
    }

    @Test
    void theLawVersionIsOverriddenWithAReason() {
        register(Map.of("receivedOn", "2023-12-28", "lawVersion", "XZFY-2023"))
                .statusCode(400)
                .body("violations[0].field", equalTo("lawVersionReason"));
        register(Map.of("lawVersion", "XZFY-2023+R2026", "lawVersionReason", "（虚构）"))
                .statusCode(400);
        var id = registered(
                Map.of("receivedOn", "2023-12-28", "lawVersion", "XZFY-2023", "lawVersionReason", "跨年案件（虚构）"));
        read(id).body("lawVersion", equalTo("XZFY-2023")).body("lawVersionReason", equalTo("跨年案件（虚构）"));
        officer()
                .get(CASES + "/" + id + "/steps")
                .then()
                .body("items[0].body.application.lawVersion", equalTo("XZFY-2023"));
        as("统筹人", "coordinator")
                .get(CASES + "/" + id + "/steps")
                .then()
                .statusCode(200)
                .body("items[0].body.application.lawVersion", equalTo("XZFY-2023"))
                .body("items[0].body.application.lawVersionReason", not(equalTo("跨年案件（虚构）")));
    }

    @Test
    void nobodyReliesOnARegulationThatNobodyHasSeen() {
        as("谁都行", "dashboard")
                .get("/v1/law-versions")
                .then()
                .statusCode(200)
                .body("items.code", contains("XZFY-2017", "XZFY-2023", "XZFY-2023+R2026"))
                .body("items.unverified", contains(false, false, true))
                .body("items[2].effectiveFrom", equalTo("2026-07-01"));
        register(Map.of("receivedOn", "2026-07-01"))
                .statusCode(201)
                .body("lawVersion", equalTo("XZFY-2023"))
                .body("regulationVerified", equalTo(false));
    }

    @Test
    void whoIsCompetentIsAHint() {
        register(Map.of()).statusCode(201).body("jurisdiction", nullValue());
        var id = register(Map.of("regionCode", "330782", "actType", "INACTION"))
                .statusCode(201)
                .body("jurisdiction.here", equalTo(false))
                .body("jurisdiction.competent.regionCode", contains("330700", "330000"))
                .extract()
                .<String>path("id");
        officer()
                .get(CASES + "/" + id + "/jurisdiction")
                .then()
                .statusCode(200)
                .body("article", equalTo("Art. 28 XZFY-2023"))
                .body("reconsiderationFirst.article", equalTo("Art. 23(3) XZFY-2023"));
    }

    @Test
    void anAgencySaysWhatItIs() {
        var admin = as("管理员", "admin");
        var agency = Map.of("name", "合成税务局", "regionCode", "330700", "level", "CITY", "kind", "VERTICAL");
        admin.body(agency).put("/v1/agencies/" + CODE).then().statusCode(201).body("kind", equalTo("VERTICAL"));
        register(Map.of("respondentCode", CODE))
                .statusCode(201)
                .body("jurisdiction.competent.kind", contains("SUPERIOR_DEPARTMENT"));
        admin.get("/v1/code-lists")
                .then()
                .body("lists.agencyKind.code", hasItems("VERTICAL", "JUSTICE"))
                .body("lists.reconsiderationStep.code", hasItems("PERFORMANCE_ORDERED", "DOCUMENT_QUESTIONED"))
                .body("lists.acceptanceCondition", hasSize(7));
    }

    private static final String CODE = "11330700000001177A";

    @Test
    void badStepsAreRefusedByField() {
        var id = registered(Map.of());
        for (var bad : List.<Map<String, Object>>of(
                Map.of(
                        "type",
                        "ACCEPTED",
                        "on",
                        "2025-03-05",
                        "conditions",
                        List.of(Map.of("condition", 8, "met", true))),
                Map.of("type", "ACCEPTED", "on", "2025-03-05", "conditions", List.of(Map.of("met", true))),
                Map.of("type", "ACCEPTED", "on", "2025-03-05", "features", List.of("HUGE")),
                Map.of("type", "ACCEPTED", "on", "2025-02-30"),
                Map.of("type", "ACCEPTED", "on", "2025-03-05", "hearers", "甲"),
                Map.of("type", "RECEIVED_AGAIN", "on", "2025-03-05"))) {
            step(id, bad).statusCode(400).contentType("application/problem+json");
        }
        register(Map.of("agencyReceivedOn", "2025-03-01"))
                .statusCode(400)
                .body("violations[0].field", equalTo("agencyReceivedOn"));
        register(Map.of("channel", "VIA_AGENCY", "agencyReceivedOn", "2025-03-04"))
                .statusCode(400)
                .body("violations[0].field", equalTo("agencyReceivedOn"));
        register(Map.of("actOn", "2125-03-04")).statusCode(400).body("violations[0].field", equalTo("actOn"));
        register(Map.of("toldOfRightOn", "2125-03-04"))
                .statusCode(400)
                .body("violations[0].field", equalTo("toldOfRightOn"));
    }
}

package cn.disputes.cases;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CaseServiceTest {
    private static final String BUREAU = "11330700002592265Y";
    private static final String HEADER =
            "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,respondentName,"
                    + "respondentRegionCode,domain,actType,acceptedOn,procedure,copyServedOn,repliedOn,concludedOn,outcome,"
                    + "outcomeGround,decisionServedOn\n";

    private static RequestSpecification officer(String region) {
        return given().auth()
                .oauth2(token("case-officer").region(region).sign())
                .contentType("application/json");
    }

    private static Map<String, Object> application(String region) {
        return new HashMap<>(Map.of(
                "regionCode",
                region,
                "receivedOn",
                "2025-03-03",
                "channel",
                "ONLINE",
                "applicants",
                List.of(Map.of(
                        "kind",
                        "NATURAL_PERSON",
                        "name",
                        "合成甲",
                        "idNumber",
                        "330702180001010015",
                        "phone",
                        "13800001234")),
                "respondentCode",
                BUREAU,
                "actType",
                "PENALTY",
                "domain",
                "OTHER",
                "claims",
                "请求撤销（虚构）"));
    }

    private static JsonPath register(String region) {
        return officer(region)
                .body(application(region))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.ValidatableResponse step(String id, long version, Map<String, Object> step) {
        return officer("330700")
                .header("If-Match", "\"v" + version + "\"")
                .body(step)
                .post("/v1/reconsiderations/" + id + "/steps")
                .then();
    }

    private static void approve(String approvalId) {
        given().auth()
                .oauth2(token("approver").name("审批人").sign())
                .contentType("application/json")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approvalId + "/decision")
                .then()
                .statusCode(200);
    }

    @Test
    void aCaseFromReceiptToService() {
        var id = register("330700").getString("id");
        officer("330700")
                .get("/v1/reconsiderations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("status", equalTo("RECEIVED"))
                .body("lawVersion", equalTo("XZFY-2023"))
                .body("caseNumber", matchesPattern("金政复〔2025〕\\d+号"));
        step(id, 1, Map.of("type", "DECIDED", "on", "2025-03-04", "outcome", "UPHELD"))
                .statusCode(409)
                .body("violations[0].message", containsString("ACCEPTED"));
        step(id, 1, Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY"))
                .statusCode(201)
                .header("ETag", "\"v2\"");
        step(id, 1, Map.of("type", "COPY_SERVED", "on", "2025-03-06")).statusCode(412);
        officer("330700")
                .body(Map.of("type", "COPY_SERVED", "on", "2025-03-06"))
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(428);
        step(id, 2, Map.of("type", "COPY_SERVED", "on", "2025-03-04"))
                .statusCode(400)
                .body("violations[0].field", equalTo("on"));
        step(id, 2, Map.of("type", "COPY_SERVED", "on", "2125-03-04")).statusCode(400);
        step(id, 2, Map.of("type", "COPY_SERVED", "on", "2025-03-06")).statusCode(201);
        step(id, 3, Map.of("type", "SUSPENDED", "on", "2025-03-10", "ground", 7))
                .statusCode(201)
                .body("status", equalTo("SUSPENDED"));
        step(id, 4, Map.of("type", "RESUMED", "on", "2025-03-20")).statusCode(201);
        approve(step(id, 5, Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "REVOKED", "redo", true))
                .statusCode(202)
                .extract()
                .path("approvalId"));
        officer("330700").get("/v1/reconsiderations/" + id).then().body("outcome", equalTo("REVOKED"));
        step(id, 6, Map.of("type", "DECISION_SERVED", "on", "2025-04-02"))
                .statusCode(201)
                .body("status", equalTo("CONCLUDED"));
        officer("330700")
                .get("/v1/reconsiderations/" + id + "/deadlines")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'DECIDE' }.excluded", hasSize(1))
                .body("items.find { it.code == 'DECIDE' }.breached", equalTo(false));
        officer("330700")
                .get("/v1/reconsiderations/" + id + "/steps")
                .then()
                .body(
                        "items.body.type",
                        contains(
                                "RECEIVED",
                                "ACCEPTED",
                                "COPY_SERVED",
                                "SUSPENDED",
                                "RESUMED",
                                "DECIDED",
                                "DECISION_SERVED"));
    }

    @Test
    void showsNamesOnlyToThoseWhoHandleTheCase() {
        var id = register("330702").getString("id");
        officer("330702").get("/v1/reconsiderations/" + id).then().body("applicants[0].name", equalTo("合成甲"));
        given().auth()
                .oauth2(token("coordinator").sign())
                .get("/v1/reconsiderations/" + id)
                .then()
                .statusCode(200)
                .body("applicants[0].name", equalTo("合*"))
                .body("applicants[0].phone", equalTo("138****1234"))
                .body("applicants[0].idNumber", equalTo("330702********0015"));
        given().auth()
                .oauth2(token("service").sign())
                .get("/v1/events?limit=500")
                .then()
                .statusCode(200)
                .body(not(containsString("合成")))
                .body(not(containsString("330702180001010015")));
    }

    @Test
    void hidesOtherRegionsAndOtherAgencies() {
        var id = register("330703").getString("id");
        officer("330702").get("/v1/reconsiderations/" + id).then().statusCode(404);
        officer("330702").get("/v1/reconsiderations/not-an-id").then().statusCode(404);
        officer("330702")
                .get("/v1/reconsiderations?regionCode=330703&count=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        officer("330702")
                .body(application("330703"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token("agency-liaison").agency("11330700002592265X").sign())
                .get("/v1/reconsiderations/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token("agency-liaison").agency(BUREAU).sign())
                .get("/v1/reconsiderations/" + id)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "receivedOn, 2125-01-01, 400", "receivedOn, 2022-02-30, 400", "channel, FAX, 400",
                "respondentCode, 11330700002592265X, 400",
        "respondentCode, 113307000025922661, 400", "claims, , 400", "amountInDispute, -1, 400",
                "amountInDispute, 1.001, 400",
        "unknownField, 1, 400", "actType, 1, 400"
    })
    void namesTheFieldOfABadRegistration(String field, String value, int status) {
        var body = application("330700");
        body.put(field, value);
        officer("330700")
                .body(body)
                .post("/v1/reconsiderations")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void numbersHaveNoGapUnder32Writers() throws Exception {
        var numbers = together(32, () -> register("330727").getString("caseNumber"));
        var sequence = new TreeSet<>(numbers.stream()
                .map(n -> Integer.parseInt(n.replaceAll(".*〕|号", "")))
                .toList());
        assertEquals(32, sequence.size());
        assertEquals(31, sequence.last() - sequence.first());
    }

    @Test
    void ofTwoOfficersWithOneVersionOneWins() throws Exception {
        var id = register("330700").getString("id");
        var answers = together(8, () -> officer("330700")
                .header("If-Match", "\"v1\"")
                .body(Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY"))
                .post("/v1/reconsiderations/" + id + "/steps")
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(7, answers.stream().filter(status -> status == 412).count());
    }

    @Test
    void aSuitWithItsHearing() {
        var filing = Map.of(
                "caseNumber",
                "（2025）浙0702行初７7号",
                "court",
                "婺城区人民法院",
                "instance",
                "FIRST",
                "regionCode",
                "330702",
                "plaintiffs",
                List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                "defendantCode",
                BUREAU,
                "domain",
                "OTHER",
                "actType",
                "PENALTY",
                "filedOn",
                "2025-03-03");
        var id = officer("330702")
                .body(filing)
                .post("/v1/litigations")
                .then()
                .statusCode(201)
                .body("caseNumber", equalTo("(2025)浙0702行初77号"))
                .extract()
                .<String>path("id");
        officer("330702").body(filing).post("/v1/litigations").then().statusCode(409);
        var version = new long[] {1};
        for (var step : List.<Map<String, Object>>of(
                Map.of("type", "SERVED", "on", "2025-03-05"),
                Map.of("type", "HEARING_HELD", "on", "2025-05-05", "headAttendance", "DEPUTY"),
                Map.of("type", "CONCLUDED", "on", "2025-06-05", "outcome", "REVOKED"))) {
            officer("330702")
                    .header("If-Match", "\"v" + version[0]++ + "\"")
                    .body(step)
                    .post("/v1/litigations/" + id + "/steps")
                    .then()
                    .statusCode(201);
        }
        officer("330702")
                .get("/v1/litigations/" + id)
                .then()
                .body("hearings[0].headAttendance", equalTo("DEPUTY"))
                .body("defenceDueOn", equalTo("2025-03-20"));
    }

    private static String row(String number, String received, String outcome) {
        return number + ",330702," + received + ",ONLINE,NATURAL_PERSON,合成丙," + BUREAU + ",金华市司法局,330700,OTHER,PENALTY,"
                + received + ",ORDINARY,,," + (outcome.isEmpty() ? "" : "2022-03-31") + "," + outcome + ",,\n";
    }

    private static JsonPath load(byte[] file) {
        var location = given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().until(() -> officer("330700").get(location).jsonPath(), job -> !job.getString("status")
                .equals("RUNNING"));
    }

    @Test
    void loadsTheGoodRowsAndNamesTheBadAndTheSameFileChangesNothing() {
        var file = new StringBuilder(HEADER);
        for (var i = 1; i <= 1000; i++) {
            if (i == 10) file.append(row("婺政复〔2022〕10号", "2022-02-30", ""));
            else if (i == 500) file.append(row("婺政复〔2022〕500号", "2022-03-01", "LOST_IT"));
            else if (i == 900) file.append(row("", "2022-03-01", ""));
            else file.append(row("婺政复〔2022〕" + i + "号", "2022-03-01", "UPHELD"));
        }
        var bytes = ("\ufeff" + file).getBytes(StandardCharsets.UTF_8);
        var first = load(bytes);
        assertEquals("DONE", first.getString("status"));
        assertEquals(
                List.of(1000, 997, 0, 0, 3),
                List.of(
                        first.getInt("total"),
                        first.getInt("created"),
                        first.getInt("updated"),
                        first.getInt("unchanged"),
                        first.getInt("rejected")));
        assertEquals(List.of(11, 501, 901), first.getList("errors.line"));
        assertEquals(List.of("receivedOn", "outcome", "caseNumber"), first.getList("errors.field"));
        var again = load(bytes);
        assertEquals(
                List.of(0, 0, 997, 3),
                List.of(
                        again.getInt("created"),
                        again.getInt("updated"),
                        again.getInt("unchanged"),
                        again.getInt("rejected")));
        var body = application("330702");
        body.put("receivedOn", "2022-06-01");
        officer("330702")
                .body(body)
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .body("caseNumber", equalTo("婺政复〔2022〕1001号"));
    }

    @Test
    void readsGbkAndTakesACorrectionAsAStep() {
        var before = HEADER + row("婺政复〔2021〕1号", "2022-03-01", "");
        assertEquals(1, load(before.getBytes(Charset.forName("GBK"))).getInt("created"));
        var after = load((HEADER + row("婺政复〔2021〕1号", "2022-03-02", "REVOKED")).getBytes(Charset.forName("GBK")));
        assertEquals(1, after.getInt("updated"), after.prettify());
        var id = officer("330700")
                .queryParam("caseNumber", "婺政复〔2021〕1号")
                .get("/v1/reconsiderations")
                .path("items[0].id");
        officer("330700")
                .get("/v1/reconsiderations/" + id)
                .then()
                .body("outcome", equalTo("REVOKED"))
                .body("receivedOn", equalTo("2022-03-02"));
    }

    @Test
    void fourLoadsOfOneFileAtOnceOpenEachCaseOnce() throws Exception {
        var file = new StringBuilder(HEADER);
        for (var i = 1; i <= 300; i++) file.append(row("婺政复〔2020〕" + i + "号", "2022-03-01", "UPHELD"));
        var bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        var created = together(4, () -> load(bytes).getInt("created"));
        assertEquals(300, created.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void refusesFilesThatAreNone() {
        for (var bad : List.of("", "no,such,column\n1,2,3\n", "a,".repeat(200_000) + "\n", "\"unclosed")) {
            given().auth()
                    .oauth2(token("case-officer").sign())
                    .contentType("text/csv")
                    .body(bad)
                    .post("/v1/imports?kind=reconsiderations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body("not a zip".getBytes())
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(token("court-liaison").sign())
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(403);
    }

    @Test
    void pagesWithoutLossAndRefusesAForgedCursor() {
        for (var i = 0; i < 7; i++) register("330784");
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = officer("330784")
                    .queryParam("cursor", next)
                    .get("/v1/reconsiderations?limit=3")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        assertEquals(7, new TreeSet<>(seen).size());
        officer("330784")
                .get("/v1/reconsiderations?cursor=Zm9yZ2Vk")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        officer("330784").get("/v1/reconsiderations?sort=claims").then().statusCode(400);
    }

    @Test
    void explainsATermAndRefusesNonsense() {
        officer("330700")
                .get("/v1/calendar/term?from=2024-02-06&length=5&unit=WORKING_DAYS")
                .then()
                .statusCode(200)
                .body("end", equalTo("2024-02-19"));
        officer("330700")
                .get("/v1/calendar/term?from=2027-02-06&length=5")
                .then()
                .body("calendarKnown", equalTo(false));
        officer("330700")
                .get("/v1/calendar/term?from=2022-02-30&length=5")
                .then()
                .statusCode(400);
        officer("330700").get("/v1/calendar/2024").then().statusCode(200).body("calendarKnown", equalTo(true));
        officer("330700").body("{\"days\":[]}").put("/v1/calendar/2027").then().statusCode(403);
    }

    @Test
    void servesItsReferenceDataAndWorklist() {
        officer("330700").get("/v1/regions").then().body("items", hasSize(10));
        officer("330700").get("/v1/agencies/" + BUREAU).then().statusCode(200).body("name", equalTo("金华市司法局"));
        officer("330700").get("/v1/code-lists").then().statusCode(200).body("lists.domain", hasSize(18));
        officer("330700")
                .get("/v1/worklist")
                .then()
                .statusCode(200)
                .body(
                        "queues.code",
                        hasItems(
                                "TO_REVIEW",
                                "IN_CORRECTION",
                                "REPLY_DUE",
                                "DUE_IN_20_DAYS",
                                "DUE_IN_10_DAYS",
                                "OVERDUE",
                                "SUSPENDED",
                                "UNASSIGNED",
                                "AWAITING_APPROVAL"));
        officer("330700")
                .body(Map.of("name", "合成局", "regionCode", "330702"))
                .put("/v1/agencies/113307000025922651")
                .then()
                .statusCode(400);
    }

    @Test
    void loadsSupervisionDocumentsAndTheirRectification() {
        var header = "documentNumber,kind,regionCode,issuedToCode,issuedToName,issuedOn,caseNumber,rectifiedOn\n";
        var open = header + "婺府复意〔2022〕1号,OPINION,330702," + BUREAU + ",金华市司法局,2022-03-01,,\n";
        var location = given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("text/csv")
                .body(open.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=supervision-documents")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var job = await().until(() -> officer("330700").get(location).jsonPath(), j -> !j.getString("status")
                .equals("RUNNING"));
        assertEquals(1, job.getInt("created"), job.prettify());
        var id = officer("330702")
                .get("/v1/supervision-documents")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .<String>path("items[0].id");
        officer("330702")
                .header("If-Match", "\"v1\"")
                .body(Map.of("type", "RECTIFIED", "on", "2022-04-01"))
                .post("/v1/supervision-documents/" + id + "/steps")
                .then()
                .statusCode(201)
                .body("status", equalTo("RECTIFIED"));
        approve(officer("330702")
                .body(Map.of(
                        "documentNumber",
                        "婺府复意〔2022〕2号",
                        "kind",
                        "ADVICE",
                        "regionCode",
                        "330702",
                        "issuedToCode",
                        BUREAU,
                        "issuedOn",
                        "2022-05-01"))
                .post("/v1/supervision-documents")
                .then()
                .statusCode(202)
                .extract()
                .path("approvalId"));
        officer("330702")
                .get("/v1/supervision-documents?kind=ADVICE")
                .then()
                .body("items[0].reportDueOn", equalTo("2022-06-30"));
    }

    @Test
    void loadsSuitsFromACourtsList() {
        var header =
                "caseNumber,court,instance,regionCode,plaintiffName,defendantCode,defendantName,actorCode,domain,actType,filedOn,servedOn,"
                        + "reconsiderationCaseNumber,previousCaseNumber,hearingOn,headAttendance,concludedOn,outcome,outcomeGround,effectiveOn\n";
        var file = header + "（2022）浙0784行初1号,永康法院,FIRST,330784,合成丁," + BUREAU
                + ",金华市司法局,,OTHER,PENALTY,2022-01-05,2022-01-10,,,2022-03-01,PRINCIPAL,2022-04-01,REVOKED,,2022-04-20\n";
        var location = given().auth()
                .oauth2(token("court-liaison").region("330784").sign())
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=litigations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var job = await().until(() -> officer("330700").get(location).jsonPath(), j -> !j.getString("status")
                .equals("RUNNING"));
        assertEquals(1, job.getInt("created"), job.prettify());
        officer("330784")
                .get("/v1/litigations?outcome=REVOKED")
                .then()
                .statusCode(200)
                .body("items[0].effectiveOn", equalTo("2022-04-20"));
    }
}

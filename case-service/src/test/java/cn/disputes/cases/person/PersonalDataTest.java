package cn.disputes.cases.person;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.privacy.DataKeys;
import cn.disputes.cases.privacy.Seal;
import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PersonalDataTest {
    private static final String REGION = "330784";
    private static final String BUREAU = "11330700002592265Y";

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "personal-data.key")
    String key;

    private static RequestSpecification as(String role, String name) {
        return given().auth()
                .oauth2(token(role).region(REGION).name(name).sign())
                .contentType("application/json");
    }

    private static Map<String, Object> application(String idNumber) {
        return new HashMap<>(Map.of(
                "regionCode", REGION,
                "receivedOn", "2025-03-03",
                "channel", "POST",
                "applicants",
                        List.of(Map.of(
                                "kind", "NATURAL_PERSON",
                                "name", "合成甲",
                                "idNumber", idNumber,
                                "phone", "13800001234",
                                "address", "浙江省永康市虚构街道7号")),
                "respondentCode", BUREAU,
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）"));
    }

    private static String register(String officer, String idNumber) {
        return as("case-officer", officer)
                .body(application(idNumber))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String stored(String sql, Object id) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, id).mapTo(String.class).one());
    }

    private void assign(String id, String officer) {
        jdbi.useHandle(h ->
                h.execute("UPDATE reconsideration SET assigned_to = ? WHERE id = ?", officer, UUID.fromString(id)));
    }

    @Test
    void numberPhoneAndAddressLieSealed() {
        var key = UUID.randomUUID().toString();
        var number = "330702180001010031";
        var first = as("case-officer", "经办甲")
                .header("Idempotency-Key", key)
                .body(application("330702180001010015"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .body("applicants[0].idNumber", equalTo("330702180001010015"))
                .extract();
        var id = UUID.fromString(first.path("id"));
        var row = stored("SELECT applicants::text FROM reconsideration WHERE id = ?", id);
        assertTrue(row.contains("合成甲"), row);
        for (var hidden : List.of("330702180001010015", "13800001234", "虚构街道", number))
            assertFalse(row.contains(hidden), row);
        var answer = stored("SELECT body || body_hash FROM idempotency_key WHERE key = ?", key);
        for (var hidden : List.of("330702180001010015", "合成甲", "虚构街道")) assertFalse(answer.contains(hidden), answer);
        as("case-officer", "经办甲")
                .header("Idempotency-Key", key)
                .body(application("330702180001010015"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("applicants[0].phone", equalTo("13800001234"));
        as("case-officer", "经办甲")
                .header("Idempotency-Key", key)
                .body(application("330702180001010023"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(422);
    }

    @Test
    void documentsLieSealedAndComeBackWhole() {
        var id = register("经办甲", "330702180001010015");
        var made = as("case-officer", "经办甲")
                .contentType("text/plain")
                .body("合成甲的陈述，电话13800001234".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/reconsiderations/" + id + "/documents?name=statement")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var hex = stored(
                "SELECT encode(content, 'hex') FROM case_document_part WHERE document_id = ?", UUID.fromString(made));
        assertFalse(hex.contains(java.util.HexFormat.of().formatHex("13800001234".getBytes())), hex);
        var content = as("case-officer", "经办甲")
                .get("/v1/reconsiderations/" + id + "/documents/" + made)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(new String(content, java.nio.charset.StandardCharsets.UTF_8).contains("13800001234"));
        assign(id, "承办人");
        as("case-officer", "路人")
                .get("/v1/reconsiderations/" + id + "/documents/" + made)
                .then()
                .statusCode(403);
        as("approver", "审批人")
                .get("/v1/reconsiderations/" + id + "/documents/" + made)
                .then()
                .statusCode(200);
    }

    @Test
    void aPersonIsFoundByTheWholeNumberInCasesOfBothKinds() {
        var number = "330702180012310013";
        var one = register("经办甲", number);
        var two = register("经办甲", number);
        register("经办甲", "330702180001010023");
        var suit = as("case-officer", "经办甲")
                .body(Map.of(
                        "caseNumber", "（2025）浙0784行初" + (System.nanoTime() % 1_000_000_000) + "号",
                        "court", "永康市人民法院",
                        "instance", "FIRST",
                        "regionCode", REGION,
                        "plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲", "idNumber", number)),
                        "defendantCode", BUREAU,
                        "domain", "OTHER",
                        "actType", "PENALTY",
                        "filedOn", "2025-06-03"))
                .post("/v1/litigations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var found = as("approver", "审批乙")
                .body(Map.of("idNumber", number))
                .post("/v1/persons/search")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(suit, max(one, two), min(one, two))))
                .body("items.role", equalTo(List.of("PLAINTIFF", "APPLICANT", "APPLICANT")))
                .body("reconsiderations", equalTo(2))
                .body("litigations", equalTo(1))
                .extract()
                .asString();
        assertFalse(found.contains("合成甲") || found.contains(number), found);
        given().auth()
                .oauth2(token("auditor").region(REGION).sign())
                .get("/v1/audit?subject=审批乙&caseId=" + one)
                .then()
                .body("items.detail", equalTo(List.of("person search")));
        given().auth()
                .oauth2(token("case-officer").region("330702").sign())
                .contentType("application/json")
                .body(Map.of("idNumber", number))
                .post("/v1/persons/search")
                .then()
                .body("items", empty());
        var plan = jdbi.inTransaction(h -> {
            h.execute("SET LOCAL enable_seqscan = off");
            return String.join(
                    "\n",
                    h.createQuery(
                                    """
                            EXPLAIN SELECT id FROM reconsideration WHERE jsonb_path_exists(applicants, '$[*].idHash')
                            AND (jsonb_path_query_array(applicants, '$[*].idHash') @> jsonb_build_array('x'::text))""")
                            .mapTo(String.class)
                            .list());
        });
        assertTrue(plan.contains("reconsideration_person"), plan);
    }

    private static String max(String a, String b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static String min(String a, String b) {
        return a.compareTo(b) > 0 ? b : a;
    }

    @Test
    void aSearchIsOnRecordAlsoWhenItFindsNobodyAndAWrongNumberIsRefused() {
        as("case-officer", "查询丙")
                .body(Map.of("idNumber", "330702180001010058"))
                .post("/v1/persons/search")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("case-officer", "查询丙")
                .body(Map.of("idNumber", "330702180001010011"))
                .post("/v1/persons/search")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("idNumber"));
        as("case-officer", "查询丙").body("{}").post("/v1/persons/search").then().statusCode(400);
        given().auth()
                .oauth2(token("auditor").region(REGION).sign())
                .get("/v1/audit?subject=查询丙")
                .then()
                .body("items.action", equalTo(List.of("READ_PERSONAL")));
    }

    @Test
    void wholeNamesAreForTheOfficersOfTheCase() {
        var id = register("登记员", "330702180001010015");
        as("case-officer", "路人").get("/v1/reconsiderations/" + id).then().body("applicants[0].name", equalTo("合成甲"));
        assign(id, "承办人");
        for (var sees : List.of("登记员", "承办人")) {
            as("case-officer", sees)
                    .get("/v1/reconsiderations/" + id)
                    .then()
                    .body("applicants[0].name", equalTo("合成甲"));
        }
        as("approver", "审批人")
                .get("/v1/reconsiderations/" + id)
                .then()
                .body("applicants[0].idNumber", equalTo("330702180001010015"));
        as("case-officer", "路人")
                .get("/v1/reconsiderations/" + id)
                .then()
                .body("applicants[0].name", equalTo("合*"))
                .body("applicants[0].idNumber", equalTo("330702********0015"))
                .body("applicants[0].phone", equalTo("138****1234"))
                .body("applicants[0].address", equalTo("浙江省永康市***"))
                .body("claims", nullValue());
    }

    @Test
    void aListShowsAndRecordsRowByRow() {
        var own = register("名单丁", "330702180001010015");
        var others = register("登记员", "330702180001010015");
        assign(own, "名单丁");
        assign(others, "承办人");
        var list = as("case-officer", "名单丁")
                .body(Map.of("q", "合成甲", "limit", 500, "count", true))
                .post("/v1/reconsiderations/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(Math.min(500, list.getInt("total")), list.getList("items").size());
        assertEquals("合成甲", list.getString("items.find { it.id == '" + own + "' }.applicants[0].name"));
        assertEquals("合*", list.getString("items.find { it.id == '" + others + "' }.applicants[0].name"));
        given().auth()
                .oauth2(token("auditor").region(REGION).sign())
                .get("/v1/audit?subject=名单丁&action=READ_PERSONAL")
                .then()
                .body("items[0].caseIds", hasItem(own))
                .body("items[0].caseIds", not(hasItem(others)));
        as("case-officer", "名单丁")
                .body(Map.of("q", "没有这个人"))
                .post("/v1/reconsiderations/search")
                .then()
                .body("items", empty());
        as("case-officer", "名单丁")
                .body("[]")
                .post("/v1/litigations/search")
                .then()
                .statusCode(400);
        as("case-officer", "名单丁")
                .body(Map.of("name", "合成甲"))
                .post("/v1/litigations/search")
                .then()
                .statusCode(400);
        as("case-officer", "名单丁")
                .body(Map.of("q", "合成甲"))
                .post("/v1/litigations/search")
                .then()
                .statusCode(200);
    }

    @Test
    void freeTextOfStepsIsForThoseWhoSeeNames() {
        var id = register("登记员", "330702180001010015");
        as("case-officer", "登记员")
                .header("If-Match", "\"v1\"")
                .body(Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY", "note", "合成甲来电"))
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(201);
        as("case-officer", "登记员")
                .get("/v1/reconsiderations/" + id + "/steps")
                .then()
                .body("items[1].body.note", equalTo("合成甲来电"));
        as("coordinator", "协调员")
                .get("/v1/reconsiderations/" + id + "/steps")
                .then()
                .body("items[1].body.note", equalTo("***"))
                .body("items[1].body.on", equalTo("2025-03-05"))
                .body("items[1].body.procedure", equalTo("ORDINARY"));
    }

    @Test
    void aNewKeyTakesOverChunkByChunkAndRowsFromBeforeTheSealToo() {
        var id = UUID.fromString(register("经办甲", "330702180001010015"));
        var rotated = new Seal(DataKeys.parse(DataKeyFile.random() + "," + key));
        jdbi.useHandle(h -> {
            h.begin();
            h.execute("DELETE FROM case_document_part");
            h.execute(
                    """
                    UPDATE reconsideration SET applicants = '[{"kind":"NATURAL_PERSON","name":"合成乙","phone":"13800005678"}]'
                    WHERE id = (SELECT id FROM reconsideration WHERE id <> ? LIMIT 1)""",
                    id);
            var work = new Resealing(jdbi, rotated);
            var sealed = Passes.all(
                    h, new UUID(0, 0), (handle, after) -> work.chunk(handle, "reconsideration", "applicants", after));
            assertTrue(sealed >= 1, "rows sealed: " + sealed);
            var row = h.createQuery("SELECT applicants::text FROM reconsideration WHERE id = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .one();
            assertTrue(row.contains(rotated.newestPrefix()), row);
            assertTrue(row.contains(rotated.hash("330702180001010015")), row);
            assertEquals(
                    0,
                    h.createQuery("SELECT count(*) FROM reconsideration WHERE applicants::text LIKE '%13800005678%'")
                            .mapTo(Integer.class)
                            .one());
            assertEquals(
                    new Pass.Progress<>(null, 0, 0), work.chunk(h, "reconsideration", "applicants", new UUID(0, 0)));
            h.rollback();
        });
    }

    private static Map<String, Object> parties(String number) {
        return Map.of("parties", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成丙", "idNumber", number)));
    }

    private static io.restassured.response.ValidatableResponse correct(
            String officer, String id, String version, Object body) {
        return as("case-officer", officer)
                .header("If-Match", version)
                .body(body)
                .put("/v1/reconsiderations/" + id + "/parties")
                .then();
    }

    @Test
    void whatIsWrongAboutAPersonIsCorrected() {
        var id = register("经办甲", "330702180001010015");
        correct("经办甲", id, "\"v1\"", parties("330702180001010011"))
                .statusCode(400)
                .body("violations[0].field", equalTo("parties[0].idNumber"));
        correct("经办甲", id, "\"v1\"", Map.of("parties", List.of())).statusCode(400);
        correct("经办甲", id, "\"v7\"", parties("330702180001010023")).statusCode(412);
        assign(id, "承办人");
        correct("路人", id, "\"v1\"", parties("330702180001010023")).statusCode(403);
        correct("经办甲", id, "\"v1\"", parties("330702180001010023"))
                .statusCode(200)
                .header("ETag", "\"v2\"");
        as("approver", "审批人")
                .get("/v1/reconsiderations/" + id)
                .then()
                .header("ETag", "\"v2\"")
                .body("applicants[0].name", equalTo("合成丙"))
                .body("applicants[0].phone", nullValue());
        given().auth()
                .oauth2(token("auditor").region(REGION).sign())
                .get("/v1/audit?action=PARTIES_CORRECTED&caseId=" + id)
                .then()
                .body("items.detail", equalTo(List.of("1 parties")));
        correct("经办甲", UUID.randomUUID().toString(), "\"v1\"", parties("330702180001010023"))
                .statusCode(404);
    }

    /** How many apply, and how many of them are organisations, is counted: followers are told in the same transaction. */
    @Test
    void aCorrectionIsAnnounced() {
        var id = register("经办甲", "330702180001010015");
        var two = Map.of(
                "parties",
                List.of(
                        Map.of("kind", "NATURAL_PERSON", "name", "合成丙"),
                        Map.of("kind", "LEGAL_PERSON", "name", "合成公司")));
        correct("经办甲", id, "\"v1\"", two).statusCode(200);
        assertEquals("2 2 1", told(id));
        var suit = as("case-officer", "经办甲")
                .body(Map.of(
                        "caseNumber", "(2025)浙0784行初961号",
                        "court", "永康市人民法院",
                        "instance", "FIRST",
                        "regionCode", REGION,
                        "plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                        "defendantCode", BUREAU,
                        "domain", "OTHER",
                        "actType", "PENALTY",
                        "filedOn", "2025-03-03"))
                .post("/v1/litigations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("case-officer", "经办甲")
                .header("If-Match", "\"v1\"")
                .body(two)
                .put("/v1/litigations/" + suit + "/parties")
                .then()
                .statusCode(200);
        assertEquals("2 2 1", told(suit));
        assertFalse(
                stored("SELECT string_agg(payload::text, '') FROM outbox WHERE aggregateid = ?", UUID.fromString(id))
                        .contains("合成公司"));
    }

    /** Version, parties and organisations of the last announcement; its day of record is that of the correction. */
    private String told(String id) {
        return stored(
                """
                SELECT concat_ws(' ', payload ->> 'version', payload #>> '{particulars,claimants}',
                    payload #>> '{particulars,organisations}')
                FROM outbox o WHERE aggregateid = ?
                  AND (payload ->> 'recordedAt')::timestamptz > coalesce((SELECT min((p.payload ->> 'recordedAt')::timestamptz)
                      FROM outbox p WHERE p.aggregateid = o.aggregateid), '-infinity')
                ORDER BY (payload ->> 'version')::int DESC LIMIT 1""",
                UUID.fromString(id));
    }

    @Test
    void ofTwoCorrectionsAtOnceOneIsTold() throws Exception {
        var id = register("经办甲", "330702180001010015");
        var statuses = cn.disputes.deploy.testing.Together.together(
                8, () -> correct("经办甲", id, "\"v1\"", parties("330702180001010023"))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 412).count(), statuses.toString());
    }
}

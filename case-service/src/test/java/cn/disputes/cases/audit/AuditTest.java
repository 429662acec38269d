package cn.disputes.cases.audit;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AuditTest {
    @Inject
    Jdbi jdbi;

    private static RequestSpecification as(String role, String name) {
        return given().auth().oauth2(token(role).name(name).sign()).contentType("application/json");
    }

    private static String open(String officer) {
        return as("case-officer", officer)
                .body(Map.of(
                        "regionCode", "330700",
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath verification() {
        return as("auditor", "审计员")
                .get("/v1/audit/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void whatIsRefusedOpensNoCaseAndLeavesNoTrace() {
        var before = registrations();
        given().auth()
                .oauth2(token("case-officer").name("经办甲").region("330000").sign())
                .contentType("application/json")
                .body(Map.of(
                        "regionCode", "330000",
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("regionCode"));
        assertEquals(before, registrations());
    }

    private List<Long> registrations() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(*) FROM audit_entry WHERE action = 'REGISTERED' AND region_code = '330000'
                        UNION ALL SELECT count(*) FROM reconsideration WHERE region_code = '330000'
                        UNION ALL SELECT count(*) FROM outbox WHERE region_code = '330000'""")
                .mapTo(Long.class)
                .list());
    }

    @Test
    void everyReadOfANameAndEveryChangeIsOnRecord() {
        var id = open("经办甲");
        as("case-officer", "经办甲").get("/v1/reconsiderations/" + id).then().statusCode(200);
        as("coordinator", "协调员").get("/v1/reconsiderations/" + id).then().statusCode(200);
        as("case-officer", "经办乙").get("/v1/reconsiderations?limit=500").then().statusCode(200);
        as("auditor", "审计员")
                .get("/v1/audit?caseId=" + id)
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("REGISTERED", "READ_PERSONAL", "READ_PERSONAL")))
                .body("items.subject", equalTo(List.of("经办甲", "经办甲", "经办乙")))
                .body("items.subject", not(hasItem("协调员")))
                .body("items.address", everyItem(equalTo("127.0.0.1")));
        as("auditor", "审计员")
                .get("/v1/audit/export?caseId=" + id)
                .then()
                .statusCode(200)
                .body(containsString("READ_PERSONAL"))
                .body(not(containsString("合成甲")));
        given().auth()
                .oauth2(token("auditor").region("330782").sign())
                .get("/v1/audit?caseId=" + id)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        var before = as("auditor", "审计员")
                .get("/v1/audit?subject=冒失者")
                .jsonPath()
                .getList("items")
                .size();
        as("case-officer", "冒失者")
                .body(Map.of("regionCode", "330700"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(400);
        assertEquals(
                before,
                as("auditor", "审计员")
                        .get("/v1/audit?subject=冒失者")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void whatSharesACommitIsWrittenWholeOrNotAtAll() {
        var good = new AuditTrail.Entry(
                OffsetDateTime.parse("2025-03-03T01:00:00Z"),
                new AuditActor("读者", "127.0.0.1", "330700"),
                AuditAction.READ_PERSONAL,
                "330700",
                List.of(),
                "一起");
        var nobody = new AuditTrail.Entry(
                good.at(), new AuditActor(null, "127.0.0.1", "330700"), good.action(), "330700", List.of(), "一起");
        var entries = new ArrayList<>(Collections.nCopies(AuditTrail.MOST, good));
        entries.set(AuditTrail.MOST - 1, nobody);
        assertThrows(JdbiException.class, () -> jdbi.withHandle(h -> AuditTrail.write(h, entries)));
        assertEquals(0, writtenTogether());
        jdbi.withHandle(h -> AuditTrail.write(h, Collections.nCopies(AuditTrail.MOST, good)));
        assertEquals(AuditTrail.MOST, writtenTogether());
    }

    private int writtenTogether() {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM audit_entry WHERE detail = '一起'")
                .mapTo(int.class)
                .one());
    }

    @Test
    void theChainHoldsUnderManyWritersAndShowsEveryTampering() throws Exception {
        together(16, i -> () -> open("并发" + i));
        var whole = verification();
        assertEquals(true, whole.getBoolean("verified"), whole.prettify());
        assertEquals(whole.getString("head"), headOfTheSame(whole));
        assertThrows(
                JdbiException.class, () -> jdbi.useHandle(h -> h.execute("UPDATE audit_entry SET subject = '别人'")));
        tampered("UPDATE audit_entry SET subject = '别人' WHERE position = (SELECT max(position) - 3 FROM audit_entry)");
        tampered("DELETE FROM audit_entry WHERE position = (SELECT max(position) - 5 FROM audit_entry)");
        reordered();
        tampered(
                """
                INSERT INTO audit_entry (tx, at, subject, address, action, region_code, case_ids)
                SELECT tx, at, '别人', address, action, region_code, case_ids FROM audit_entry
                WHERE tx < (SELECT max(tx) FROM audit_seal) ORDER BY position DESC LIMIT 1""");
        assertEquals(true, verification().getBoolean("verified"));
    }

    /** Two entries that have changed places. */
    private void reordered() {
        jdbi.useHandle(h -> {
            h.begin();
            h.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
            var swapped = h.execute(
                    """
                    UPDATE audit_entry AS e SET subject = o.subject, address = o.address, action = o.action,
                        case_ids = o.case_ids, detail = o.detail, at = o.at
                    FROM audit_entry AS o, (SELECT max(position) AS last FROM audit_entry) AS m
                    WHERE (e.position = m.last - 9 AND o.position = m.last - 11)
                       OR (e.position = m.last - 11 AND o.position = m.last - 9)""");
            assertEquals(2, swapped);
            assertFalse(new AuditChain().verify(h).verified());
            h.rollback();
        });
    }

    /** The chain alone cannot see that its end was cut off and written anew; a head that was kept can. */
    @Test
    void aKeptHeadShowsACutOffEnd() {
        open("经办甲");
        var before = verification();
        open("经办乙");
        var kept = "?entries=" + before.getLong("entries") + "&head=" + before.getString("head");
        as("auditor", "审计员")
                .get("/v1/audit/verification" + kept)
                .then()
                .statusCode(200)
                .body("continued", equalTo(true));
        as("auditor", "审计员")
                .get("/v1/audit/verification?entries=" + before.getLong("entries") + "&head=00")
                .then()
                .body("continued", equalTo(false))
                .body("verified", equalTo(true));
        as("auditor", "审计员")
                .get("/v1/audit/verification?entries=999999999&head=00")
                .then()
                .body("continued", equalTo(false));
        as("auditor", "审计员")
                .get("/v1/audit/verification?entries=x&head=00")
                .then()
                .statusCode(400);
    }

    /** Verifying twice adds nothing: the head stays the same while nothing is written. */
    private static String headOfTheSame(JsonPath first) {
        var again = verification();
        return again.getLong("entries") == first.getLong("entries") ? again.getString("head") : first.getString("head");
    }

    /** As somebody with all rights over the database would do it; rolled back afterwards. */
    private void tampered(String sql) {
        jdbi.useHandle(h -> {
            h.begin();
            h.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
            assertEquals(1, h.execute(sql));
            assertFalse(new AuditChain().verify(h).verified(), sql);
            h.rollback();
        });
    }

    @Test
    void aForgedCursorOrAnUnknownActionIsRefused() {
        as("auditor", "审计员").get("/v1/audit?cursor=Zm9v").then().statusCode(400);
        as("auditor", "审计员").get("/v1/audit?action=LOOKED").then().statusCode(400);
        as("auditor", "审计员").get("/v1/audit?caseId=x").then().statusCode(400);
    }
}

package cn.disputes.cases.person;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends one marked person through every door, and then looks for the marks wherever they have no business. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class NothingPersonalLeaksTest {
    private static final String REGION = "330703";
    private static final String BUREAU = "11330700002592265Y";
    private static final String NAME = "合成泄露者";
    private static final String NUMBER = "330702180002020012";
    private static final String WRONG_NUMBER = "330702180002020011";
    private static final String PHONE = "13877776666";
    private static final String ADDRESS = "泄露街道88号";
    private static final List<String> MARKS = List.of(NAME, NUMBER, WRONG_NUMBER, PHONE, ADDRESS);

    /** Names are searched by any part of them. */
    private static final Set<String> MAY_HOLD_NAMES = Set.of("reconsideration", "litigation", "case_document");

    @Inject
    Jdbi jdbi;

    private final List<String> refusals = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listening);
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(token(role).region(REGION).name(role).sign())
                .contentType("application/json");
    }

    private static Map<String, Object> person(String number) {
        return new HashMap<>(
                Map.of("kind", "NATURAL_PERSON", "name", NAME, "idNumber", number, "phone", PHONE, "address", ADDRESS));
    }

    private static Map<String, Object> application(Map<String, Object> person) {
        return new HashMap<>(Map.of(
                "regionCode",
                REGION,
                "receivedOn",
                "2025-03-03",
                "channel",
                "POST",
                "applicants",
                List.of(person),
                "respondentCode",
                BUREAU,
                "actType",
                "PENALTY",
                "domain",
                "OTHER",
                "claims",
                NAME + "请求撤销"));
    }

    private void refused(Response answer) {
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.statusCode() + answer.asString());
        refusals.add(answer.asString());
    }

    private void step(String id, String version, Map<String, Object> step, int status) {
        var answer = as("case-officer")
                .header("If-Match", "\"" + version + "\"")
                .body(step)
                .post("/v1/reconsiderations/" + id + "/steps");
        if (status >= 400) refused(answer);
        else assertEquals(status, answer.statusCode(), answer.asString());
    }

    private void badInput() {
        refused(as("case-officer").body(application(person(WRONG_NUMBER))).post("/v1/reconsiderations"));
        var odd = person(NUMBER);
        odd.put("kind", NAME);
        refused(as("case-officer").body(application(odd)).post("/v1/reconsiderations"));
        var wrong = application(person(NUMBER));
        wrong.put("receivedOn", NAME);
        wrong.put("channel", PHONE);
        refused(as("case-officer").body(wrong).post("/v1/reconsiderations"));
        wrong = application(person(NUMBER));
        wrong.put("regionCode", NAME);
        refused(as("case-officer").body(wrong).post("/v1/reconsiderations"));
        wrong = application(person(NUMBER));
        wrong.put("respondentCode", NUMBER);
        refused(as("case-officer").body(wrong).post("/v1/reconsiderations"));
        refused(as("case-officer")
                .body("{\"applicants\":[{\"name\":\"" + NAME + "\",}")
                .post("/v1/reconsiderations"));
        refused(as("case-officer").body(Map.of("idNumber", WRONG_NUMBER)).post("/v1/persons/search"));
        refused(as("case-officer").body(Map.of("q", Map.of("name", NAME))).post("/v1/reconsiderations/search"));
        refused(as("case-officer").body(Map.of("status", NAME)).post("/v1/litigations/search"));
    }

    private void importWithBadRows() {
        var file = "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,respondentName,"
                + "respondentRegionCode,domain,actType\n"
                + String.join(
                        ",",
                        "泄露测试〔2022〕1号",
                        REGION,
                        NAME,
                        "POST",
                        "NATURAL_PERSON",
                        NAME,
                        BUREAU,
                        "局",
                        "330700",
                        "OTHER",
                        "PENALTY")
                + "\n"
                + String.join(
                        ",",
                        "泄露测试〔2022〕2号",
                        PHONE,
                        "2022-03-04",
                        NAME,
                        NUMBER,
                        NAME,
                        NUMBER,
                        NAME,
                        "330700",
                        ADDRESS,
                        PHONE)
                + "\n"
                + String.join(
                        ",",
                        "泄露测试〔2022〕3号",
                        REGION,
                        "2022-03-04",
                        "POST",
                        "NATURAL_PERSON",
                        NAME,
                        BUREAU,
                        "局",
                        "330700",
                        "OTHER",
                        "PENALTY")
                + "\n";
        // the same rows without a header: the first row is a person's
        refusals.add(as("case-officer")
                .contentType("text/csv")
                .body((NAME + "," + REGION + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(400)
                .extract()
                .asString());
        var location = as("case-officer")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var job = await().until(
                        () -> as("case-officer").get(location).asString(), answer -> !answer.contains("\"RUNNING\""));
        assertTrue(job.contains("\"rejected\":2"), job);
        refusals.add(job);
    }

    private String wholeCase() {
        String id = as("case-officer")
                .header("Idempotency-Key", "leak-" + System.nanoTime())
                .body(application(person(NUMBER)))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(id, "v1", Map.of("type", "DECIDED", "on", "2025-03-04", "outcome", "UPHELD", "note", NAME), 409);
        step(id, "v1", Map.of("type", "ACCEPTED", "on", "2025-03-04", "procedure", NAME), 400);
        step(
                id,
                "v1",
                Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY", "note", NAME + "来电"),
                201);
        step(id, "v2", Map.of("type", "COPY_SERVED", "on", "2025-03-06"), 201);
        step(id, "v3", Map.of("type", "SUSPENDED", "on", "2025-03-10", "ground", NAME), 400);
        step(id, "v3", Map.of("type", "SUSPENDED", "on", "2025-03-10", "ground", 7, "reason", NAME + "住院"), 201);
        step(id, "v4", Map.of("type", "RESUMED", "on", "2025-03-20"), 201);
        String approval = as("case-officer")
                .header("If-Match", "\"v5\"")
                .body(Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "REVOKED", "note", NAME))
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(202)
                .extract()
                .path("approvalId");
        as("approver").get("/v1/approvals/" + approval).then().statusCode(200);
        as("approver")
                .body(Map.of("decision", "APPROVED", "note", "同意" + NAME))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        return id;
    }

    private void documents(String id) {
        as("case-officer")
                .body(Map.of("kind", "ACCEPTANCE_NOTICE"))
                .post("/v1/reconsiderations/" + id + "/documents")
                .then()
                .statusCode(201);
        as("case-officer")
                .contentType("text/plain")
                .body((NAME + NUMBER + PHONE).getBytes(StandardCharsets.UTF_8))
                .post("/v1/reconsiderations/" + id + "/documents?name=statement")
                .then()
                .statusCode(201);
        refused(as("case-officer").get("/v1/reconsiderations/" + id + "/documents/" + NAME));
        refused(as("case-officer")
                .contentType("application/pdf")
                .body(NAME.getBytes(StandardCharsets.UTF_8))
                .post("/v1/reconsiderations/" + id + "/documents?name=statement"));
    }

    private void suit() {
        var suit = new HashMap<String, Object>(Map.of(
                "caseNumber", "（2025）浙0703行初" + (System.nanoTime() % 1_000_000_000) + "号",
                "court", "金东区人民法院",
                "instance", "FIRST",
                "regionCode", REGION,
                "plaintiffs", List.of(person(NUMBER)),
                "defendantCode", BUREAU,
                "domain", "OTHER",
                "actType", "PENALTY",
                "filedOn", "2025-06-03"));
        as("case-officer").body(suit).post("/v1/litigations").then().statusCode(201);
        suit.put("caseNumber", NAME);
        refused(as("case-officer").body(suit).post("/v1/litigations"));
        suit.put("caseNumber", "（2025）浙0703行初1号");
        suit.put("instance", PHONE);
        refused(as("case-officer").body(suit).post("/v1/litigations"));
    }

    @Test
    void aMarkedPersonIsFoundOnlyWhereItBelongs() {
        badInput();
        importWithBadRows();
        var id = wholeCase();
        documents(id);
        suit();
        as("case-officer")
                .body(Map.of("idNumber", NUMBER))
                .post("/v1/persons/search")
                .then()
                .statusCode(200);
        as("case-officer")
                .body(Map.of("q", NAME))
                .post("/v1/reconsiderations/search")
                .then()
                .statusCode(200);
        as("approver").get("/v1/reconsiderations/" + id).then().statusCode(200);
        as("case-officer")
                .get("/v1/exports?kind=reconsiderations&format=csv")
                .then()
                .statusCode(200);

        assertTrue(refusals.size() > 12);
        for (var refusal : refusals) clean("an answer", refusal, MARKS);
        for (var line : logged) clean("the log", line, MARKS);
        assertTrue(logged.size() > 0, "nothing was logged at all: is anybody listening?");
        clean(
                "the feed",
                given().auth()
                        .oauth2(token("service").sign())
                        .get("/v1/events?limit=1000")
                        .asString(),
                MARKS);
        for (var table : tables()) {
            var marks = MAY_HOLD_NAMES.contains(table) ? List.of(NUMBER, PHONE, ADDRESS) : MARKS;
            clean("table " + table, rows(table), marks);
        }
    }

    private List<String> tables() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'flyway%'")
                .mapTo(String.class)
                .list());
    }

    private String rows(String table) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM " + table + " t")
                        .mapTo(String.class)
                        .one());
    }

    private static void clean(String where, String text, List<String> marks) {
        for (var mark : marks) {
            var at = text.indexOf(mark);
            assertTrue(
                    at < 0,
                    () -> mark + " in " + where + ": "
                            + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)));
        }
    }
}

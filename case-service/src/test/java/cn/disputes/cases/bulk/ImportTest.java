package cn.disputes.cases.bulk;

import static cn.disputes.cases.bulk.Loads.HEADER;
import static cn.disputes.cases.bulk.Loads.load;
import static cn.disputes.cases.bulk.Loads.officer;
import static cn.disputes.cases.bulk.Loads.row;
import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportTest {
    @Inject
    Jdbi jdbi;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportParts parts;

    @Inject
    ImportRun run;

    @Inject
    @All
    List<CaseImport> kinds;

    private static String rows(String prefix, int count) {
        return HEADER
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> row(prefix + "〔2022〕" + i + "号", "330784", "2022-03-31"))
                        .collect(Collectors.joining());
    }

    /** A load that no worker of this service has been told of. */
    private UUID waiting(String file) {
        var id = Ids.next();
        var author = new Author("合成经办", "127.0.0.1", new RegionScope("330700"));
        jdbi.useTransaction(h -> jobs.receive(h, id, "reconsiderations", TableFile.CSV, author));
        parts.write(id, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private CaseImport reconsiderations() {
        return kinds.stream()
                .filter(kind -> kind.kind().equals("reconsiderations"))
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql, Object value) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind("x", value).mapTo(Long.class).one());
    }

    @Test
    void theHistoryColumnsBecomeSteps() {
        var job = load("reconsiderations", HEADER + row("步骤〔2022〕1号", "330784", "2022-03-31"));
        assertEquals(List.of(1, 1, 1), List.of(job.getInt("total"), job.getInt("processed"), job.getInt("created")));
        var id = officer("330784")
                .queryParam("caseNumber", "步骤〔2022〕1号")
                .get("/v1/reconsiderations")
                .<String>path("items[0].id");
        officer("330784")
                .get("/v1/reconsiderations/" + id + "/steps")
                .then()
                .body(
                        "items.body.type",
                        equalTo(List.of(
                                "RECEIVED", "ACCEPTED", "COPY_SERVED", "REPLY_RECEIVED", "DECIDED", "DECISION_SERVED")))
                .body(
                        "items.body.on",
                        equalTo(List.of(
                                "2022-03-01", "2022-03-02", "2022-03-04", "2022-03-10", "2022-03-31", "2022-04-02")))
                .body("items[1].body.procedure", equalTo("ORDINARY"))
                .body("items[4].body.outcome", equalTo("UPHELD"));
        given().auth()
                .oauth2(token("auditor").region("330784").sign())
                .get("/v1/audit?caseId=" + id)
                .then()
                .body("items.action", hasItem("IMPORTED"));
        assertEquals(1, count("SELECT count(*) FROM outbox WHERE aggregateid = CAST(:x AS uuid)", id));
    }

    /** What no file of supervision documents tells. */
    private static final List<String> RECORDED_BY_HAND =
            List.of("case_numbers", "category", "root_cause", "served_on", "reminded_on", "reminders");

    /** What COPY writes is what the table has, but for what the register itself computes or other rooms keep. */
    @ParameterizedTest
    @ValueSource(strings = {"reconsiderations", "litigations", "supervision-documents"})
    void everyFoldedColumnIsCopied(String name) {
        var kind = (cn.disputes.cases.intake.Register<?, ?, ?>)
                kinds.stream().filter(k -> k.kind().equals(name)).findFirst().orElseThrow();
        var elsewhere = List.of(
                "assigned_to",
                "recused",
                "registered_by",
                "search_text",
                "look_on",
                "act_document_number",
                "act_known_on",
                "claims",
                "amount_in_dispute");
        var columns = jdbi.withHandle(h -> h.createQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = :table ORDER BY 1")
                .bind("table", kind.table())
                .mapTo(String.class)
                .list());
        columns.removeAll(elsewhere);
        if (name.equals("supervision-documents")) columns.removeAll(RECORDED_BY_HAND);
        var copied = java.util.Arrays.stream(kind.copied().split(","))
                .map(String::strip)
                .sorted()
                .toList();
        assertEquals(columns, copied);
    }

    @Test
    void aNumberThatStandsTwiceIsLoadedTwiceInTurn() {
        var job = load(
                "reconsiderations",
                HEADER + row("重号〔2022〕1号", "330784", "") + row("重号〔2022〕1号", "330784", "2022-03-31"));
        assertEquals(
                List.of(2, 1, 1, 0),
                List.of(job.getInt("total"), job.getInt("created"), job.getInt("updated"), job.getInt("rejected")));
        officer("330784")
                .queryParam("caseNumber", "重号〔2022〕1号")
                .get("/v1/reconsiderations")
                .then()
                .body("items[0].outcome", equalTo("UPHELD"))
                .body("items[0].version", equalTo(2));
    }

    @Test
    void whatAPersonRecordedAFileDoesNotChange() {
        var file = HEADER + row("手工〔2022〕1号", "330784", "");
        load("reconsiderations", file);
        var id = officer("330784")
                .queryParam("caseNumber", "手工〔2022〕1号")
                .get("/v1/reconsiderations")
                .<String>path("items[0].id");
        officer("330784")
                .header("If-Match", "\"v1\"")
                .body("{\"type\":\"MEDIATED\",\"on\":\"2022-03-20\"}")
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(201);
        var later = load("reconsiderations", file.replace("合成甲", "合成甲改"));
        assertEquals(1, later.getInt("updated"), later.prettify());
        officer("330784")
                .get("/v1/reconsiderations/" + id)
                .then()
                .body("outcome", equalTo("MEDIATED"))
                .body("concludedOn", equalTo("2022-03-20"));
        // the acceptance came in a file and may be put right by a file
        load("reconsiderations", file.replace("2022-03-02", "2022-03-03"));
        officer("330784")
                .get("/v1/reconsiderations/" + id)
                .then()
                .body("acceptedOn", equalTo("2022-03-03"))
                .body("outcome", equalTo("MEDIATED"));
    }

    @Test
    void twoWorkersOnOneLoadLoadItOnce() throws Exception {
        var id = waiting(rows("双工", 4500));
        jdbi.useTransaction(h -> jobs.begin(h, id, new TableFile.Look("UTF-8", 4500)));
        var job = jdbi.withHandle(h -> jobs.take(h, id)).orElseThrow();
        Together.together(2, () -> {
            try {
                run.load(job, reconsiderations());
                return true;
            } catch (ImportRun.Abandoned otherWasFaster) {
                return false;
            }
        });
        assertEquals(4500, count("SELECT count(*) FROM reconsideration WHERE case_number LIKE :x", "双工〔%"));
        var view = officer("330700").get("/v1/imports/" + id).jsonPath();
        assertEquals(List.of(4500, 4500), List.of(view.getInt("processed"), view.getInt("created")));
        jdbi.useTransaction(h -> jobs.close(h, id, "DONE", null, null));
        assertEquals(0, count("SELECT count(*) FROM import_part WHERE job_id = :x", id));
    }

    @Test
    void aCancelledLoadStopsAndKeepsWhatWasLoaded() {
        var id = waiting(rows("取消", 10));
        officer("330700").get("/v1/imports/" + id).then().statusCode(404);
        jdbi.useTransaction(h -> jobs.begin(h, id, new TableFile.Look("UTF-8", 10)));
        var job = jdbi.withHandle(h -> jobs.take(h, id)).orElseThrow();
        given().auth()
                .oauth2(token("case-officer").region("330702").sign())
                .delete("/v1/imports/" + id)
                .then()
                .statusCode(404);
        officer("330700").delete("/v1/imports/" + id).then().statusCode(204);
        var abandoned = false;
        try {
            run.load(job, reconsiderations());
        } catch (ImportRun.Abandoned | ProblemException stopped) {
            abandoned = true;
        }
        assertTrue(abandoned);
        assertEquals(0, count("SELECT count(*) FROM reconsideration WHERE case_number LIKE :x", "取消〔%"));
        officer("330700")
                .get("/v1/imports/" + id)
                .then()
                .body("status", equalTo("FAILED"))
                .body("total", equalTo(10))
                .body("failure", containsString("取消"));
    }

    @Test
    void theFileIsKeptSealed() {
        var id = waiting(rows("密封", 1));
        var part = jdbi.withHandle(h -> h.createQuery("SELECT content FROM import_part WHERE job_id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
        assertTrue(!new String(part, StandardCharsets.UTF_8).contains("caseNumber"));
        jdbi.useTransaction(h -> jobs.forget(h, id));
        assertEquals(0, count("SELECT count(*) FROM import_part WHERE job_id = :x", id));
    }

    @Test
    void theCaseADocumentCameFromStaysWhereALaterFileLeavesItEmpty() {
        var header = "documentNumber,kind,regionCode,issuedToCode,issuedToName,issuedOn,caseNumber,rectifiedOn\n";
        var document = "空格府复意〔2022〕1号,OPINION,330784," + Loads.BUREAU + ",金华市司法局,2022-03-01,";
        var first = load("supervision-documents", header + document + "来源〔2022〕1号,\n");
        assertEquals(1, first.getInt("created"), first.prettify());
        var later = load("supervision-documents", header + document + ",2022-04-01\n");
        assertEquals(1, later.getInt("updated"), later.prettify());
        officer("330784")
                .queryParam("documentNumber", "空格府复意〔2022〕1号")
                .get("/v1/supervision-documents")
                .then()
                .body("items[0].caseNumber", equalTo("来源〔2022〕1号"))
                .body("items[0].rectifiedOn", equalTo("2022-04-01"));
    }

    @Test
    void theProcedureStaysWhereALaterFileLeavesItEmpty() {
        var simplified =
                row("空格〔2025〕1号", "330784", "").replace("2022-", "2025-").replace("ORDINARY", "SIMPLIFIED");
        var first = load("reconsiderations", HEADER + simplified);
        assertEquals(1, first.getInt("created"), first.prettify());
        var later = load(
                "reconsiderations",
                HEADER + simplified.replace("SIMPLIFIED", "").replace("03-10", "03-11"));
        assertEquals(1, later.getInt("updated"), later.prettify());
        officer("330784")
                .queryParam("caseNumber", "空格〔2025〕1号")
                .get("/v1/reconsiderations")
                .then()
                .body("items[0].repliedOn", equalTo("2025-03-11"))
                .body("items[0].procedure", equalTo("SIMPLIFIED"));
    }
}

package cn.disputes.cases.bulk;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BulkTest {
    private static final List<String> HEADER = List.of(
            "caseNumber",
            "regionCode",
            "receivedOn",
            "channel",
            "applicantKind",
            "applicantName",
            "respondentCode",
            "respondentName",
            "respondentRegionCode",
            "domain",
            "actType",
            "acceptedOn",
            "procedure",
            "copyServedOn",
            "repliedOn",
            "concludedOn",
            "outcome",
            "outcomeGround",
            "decisionServedOn");

    @Inject
    Jdbi jdbi;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportParts parts;

    @Inject
    ImportWorker worker;

    private static List<String> row(String number, String region, String applicant) {
        return List.of(
                number,
                region,
                "2022-03-01",
                "ONLINE",
                "NATURAL_PERSON",
                applicant,
                "11330700002592265Y",
                "金华市司法局",
                "330700",
                "OTHER",
                "PENALTY",
                "2022-03-02",
                "ORDINARY",
                "2022-03-04",
                "2022-03-10",
                "2022-03-31",
                "UPHELD",
                "",
                "2022-04-02");
    }

    private static byte[] table(TableFormat format, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            var table = TableWriter.open(format, "案件", bytes);
            table.row(HEADER);
            for (var row : rows) table.row(row);
            table.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Response send(byte[] file, TableFormat format) {
        return given().auth()
                .oauth2(token("case-officer").sign())
                .contentType(format.mediaType())
                .body(file)
                .post("/v1/imports?kind=reconsiderations");
    }

    private static JsonPath load(byte[] file, TableFormat format) {
        return finished(send(file, format).then().statusCode(202).extract().header("Location"));
    }

    private static JsonPath finished(String location) {
        return await().until(
                        () -> given().auth()
                                .oauth2(token("case-officer").sign())
                                .get(location)
                                .jsonPath(),
                        job -> !job.getString("status").equals("RUNNING"));
    }

    private static Response export(String region, String query) {
        return given().auth()
                .oauth2(token("case-officer").region(region).sign())
                .get("/v1/exports?kind=reconsiderations&" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsExportedLoadsAgainAndChangesNothing(String form) {
        var format = TableFormat.of(form);
        var region = form.equals("csv") ? "330723" : "330726";
        var rows = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> row(form + "往返〔2022〕" + i + "号", region, "合成" + i))
                .toList();
        assertEquals(30, load(table(format, rows), format).getInt("created"));
        var exported = export(region, "format=" + form + "&regionCode=" + region);
        exported.then().statusCode(200).contentType(format.mediaType().split(";")[0]);
        var again = load(exported.asByteArray(), format);
        assertEquals(
                List.of(30, 30, 0),
                List.of(again.getInt("total"), again.getInt("unchanged"), again.getInt("rejected")));
    }

    @Test
    void aTableTooLongForOneSheetGoesOnInTheNext() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var table = TableWriter.workbook("案件", bytes, 11);
        table.row(HEADER);
        for (var i = 1; i <= 25; i++) table.row(row("多页〔2022〕" + i + "号", "330781", "合成" + i));
        table.finish();
        var job = load(bytes.toByteArray(), TableFormat.XLSX);
        assertEquals(List.of(25, 25), List.of(job.getInt("total"), job.getInt("created")));
    }

    @Test
    void aCellThatWouldRunIsExportedAsTextAndLoadsAsItWas() {
        var evil = "=cmd|' /C calc'!A0";
        assertEquals(
                1,
                load(table(TableFormat.CSV, List.of(row("公式〔2022〕1号", "330781", evil))), TableFormat.CSV)
                        .getInt("created"));
        var csv = export("330781", "caseNumber=公式〔2022〕1号").asString();
        assertTrue(csv.contains(",'=cmd|"), csv);
        given().auth()
                .oauth2(token("case-officer").region("330781").sign())
                .queryParam("caseNumber", "公式〔2022〕1号")
                .get("/v1/reconsiderations")
                .then()
                .body("items[0].applicants[0].name", equalTo(evil));
    }

    @Test
    void anExportHoldsTheRegionAndTheFilterAndNothingElse() {
        load(
                table(TableFormat.CSV, List.of(row("范围〔2022〕1号", "330702", "合成甲"), row("范围〔2022〕2号", "330703", "合成乙"))),
                TableFormat.CSV);
        var mine = export("330702", "receivedFrom=2022-03-01").asString();
        assertTrue(mine.contains("范围〔2022〕1号"), mine);
        assertFalse(mine.contains("范围〔2022〕2号"), mine);
        assertEquals(String.join(",", HEADER), mine.lines().findFirst().orElseThrow());
        export("330702", "filedFrom=2022-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("filedFrom"));
        export("330702", "limit=5").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        export("330702", "format=pdf").then().statusCode(400).body("violations[0].field", equalTo("format"));
        given().auth()
                .oauth2(token("case-officer").sign())
                .get("/v1/exports?kind=agencies")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        given().auth()
                .oauth2(token("coordinator").sign())
                .get("/v1/exports?kind=reconsiderations")
                .then()
                .statusCode(403);
    }

    @Test
    void otherKindsExportTheColumnsOfTheirImport() {
        var officer = token("case-officer").sign();
        given().auth()
                .oauth2(officer)
                .get("/v1/exports?kind=litigations")
                .then()
                .statusCode(200)
                .body(containsString("caseNumber,court,instance,regionCode,plaintiffName"));
        given().auth()
                .oauth2(officer)
                .get("/v1/exports?kind=supervision-documents&format=csv")
                .then()
                .statusCode(200)
                .body(containsString("documentNumber,kind,regionCode,issuedToCode"));
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++) zip.write(nothing);
        }
        send(bytes.toByteArray(), TableFormat.XLSX).then().statusCode(413);
    }

    @Test
    void aLoadThatWasCutOffGoesOnWhereItStopped() {
        var rows = IntStream.rangeClosed(1, 600)
                .mapToObj(i -> row("续传〔2022〕" + i + "号", "330784", "合成" + i))
                .toList();
        load(table(TableFormat.CSV, rows.subList(0, 250)), TableFormat.CSV);
        // as a process leaves it that was killed after the first chunk of 250 had committed
        var id = Ids.next();
        jdbi.useTransaction(h -> {
            var author = new Author("合成经办", "127.0.0.1", new RegionScope("330700"));
            jobs.receive(h, id, "reconsiderations", TableFile.CSV, author);
        });
        parts.write(id, new ByteArrayInputStream(table(TableFormat.CSV, rows)));
        jdbi.useTransaction(h -> {
            jobs.begin(h, id, new TableFile.Look("UTF-8", 600));
            h.execute("UPDATE import_job SET processed = 250, created = 250 WHERE id = ?", id);
        });
        worker.resume(null);
        var job = finished("/v1/imports/" + id);
        assertEquals(
                List.of(600, 600, 0), List.of(job.getInt("total"), job.getInt("created"), job.getInt("unchanged")));
    }

    @Test
    void aFileThatIsNoTextOfAnyEncodingIsRefusedNotMangled() {
        send("\0\0\0".getBytes(StandardCharsets.UTF_8), TableFormat.CSV).then().statusCode(400);
    }

    /** By a part of a Chinese name, over the index also where many cases would have to be read. */
    @Test
    void findsAPartOfAName() {
        var rows = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> row("检索〔2022〕" + i + "号", "330783", i == 7 ? "虚构欧阳某某" : "合成" + i))
                .toList();
        load(table(TableFormat.CSV, rows), TableFormat.CSV);
        given().auth()
                .oauth2(token("case-officer").region("330783").sign())
                .queryParam("q", "欧阳某")
                .get("/v1/reconsiderations?count=true")
                .then()
                .body("total", equalTo(1))
                .body("items[0].caseNumber", equalTo("检索〔2022〕7号"));
        given().auth()
                .oauth2(token("case-officer").region("330783").sign())
                .queryParam("q", "合成%")
                .get("/v1/reconsiderations?count=true")
                .then()
                .body("total", equalTo(0));
        assertFalse(jdbi.withHandle(h -> h.createQuery("SELECT show_trgm('公安')::text")
                        .mapTo(String.class)
                        .one())
                .equals("{}"));
    }
}

package cn.disputes.cases.document;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentTest {
    private static final String CASES = "/v1/reconsiderations";

    private static RequestSpecification officer() {
        return given().auth().oauth2(token("case-officer").region("330700").sign());
    }

    private static String open(String region) {
        return officer()
                .contentType("application/json")
                .body(Map.of(
                        "regionCode", region,
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void step(String id, String version, Map<String, Object> step) {
        officer()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(step)
                .post(CASES + "/" + id + "/steps")
                .then()
                .statusCode(201);
    }

    private static Response make(String id, String kind) {
        return officer()
                .contentType("application/json")
                .body(Map.of("kind", kind))
                .post(CASES + "/" + id + "/documents");
    }

    private static String text(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    @Test
    void aNoticeSaysWhatTheCaseSays() throws IOException {
        var id = open("330700");
        make(id, "CORRECTION_NOTICE").then().statusCode(409).body("code", equalTo("fact-missing"));
        step(id, "v1", Map.of("type", "CORRECTION_REQUESTED", "on", "2025-03-05", "items", List.of("身份证明", "送达地址")));
        var made = make(id, "CORRECTION_NOTICE").then().statusCode(201).extract();
        assertTrue(made.<String>path("number").matches("金政复补〔20\\d\\d〕\\d+号"), made.asString());
        var content = officer().get(made.header("Location"));
        content.then().statusCode(200).header("ETag", equalTo("\"" + made.path("sha256") + "\""));
        var text = text(content.asByteArray());
        assertTrue(text.contains(made.<String>path("number")), text);
        assertTrue(text.contains("合成甲") && text.contains("1. 身份证明") && text.contains("2025年3月3日"), text);
        assertFalse(text.contains("{{"), text);
        officer().get(CASES + "/" + id + "/documents").then().body("items", hasSize(1));
        given().auth()
                .oauth2(token("case-officer").region("330702").sign())
                .get(made.header("Location"))
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token("coordinator").sign())
                .get(made.header("Location"))
                .then()
                .statusCode(403);
    }

    @Test
    void numbersOfOneKindHaveNoGap() throws Exception {
        var id = open("330727");
        var numbers = together(32, () -> make(id, "SERVICE_RECEIPT").<String>path("number"));
        var sequence = new TreeSet<Integer>();
        for (var number : numbers) sequence.add(Integer.valueOf(number.replaceAll(".*〕|号", "")));
        assertEquals(32, sequence.size(), numbers.toString());
        assertEquals(31, sequence.last() - sequence.first());
    }

    @Test
    void aNoticeComesAsPdfWhereTheServerCanMakeOne() {
        var id = open("330700");
        var location =
                make(id, "SERVICE_RECEIPT").then().statusCode(201).extract().header("Location");
        var available =
                officer().get(CASES + "/" + id + "/documents").then().extract().<Boolean>path("pdf");
        var asked = officer().queryParam("format", "pdf").get(location);
        if (available) assertTrue(asked.asString().startsWith("%PDF-"));
        else asked.then().statusCode(406).body("code", equalTo("pdf-unavailable"));
        officer()
                .queryParam("format", "odt")
                .get(location)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("format"));
        var brought =
                attach(id, "text/plain", "虚构".getBytes(StandardCharsets.UTF_8)).header("Location");
        officer()
                .accept("application/pdf")
                .get(brought)
                .then()
                .statusCode(406)
                .body("code", equalTo("pdf-not-of-attachments"));
    }

    @ParameterizedTest
    @EnumSource(value = DocumentKind.class, names = "ATTACHMENT", mode = EnumSource.Mode.EXCLUDE)
    void everyKindHasAFormThatCanBeFilled(DocumentKind kind) throws IOException {
        var form = officer().get("/v1/document-templates/" + kind);
        form.then().statusCode(200);
        assertTrue(text(form.asByteArray()).contains("{{number}}"));
    }

    @Test
    void anOfficePutsItsOwnFormInPlace() throws IOException {
        var own = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("本局格式 {{number}} {{applicants}} {{nothing}}");
            document.write(own);
        }
        var admin = token("admin").sign();
        given().auth()
                .oauth2(admin)
                .contentType(TemplateResource.DOCX)
                .body(own.toByteArray())
                .put("/v1/document-templates/REPLY_NOTICE")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        given().auth()
                .oauth2(admin)
                .contentType(TemplateResource.DOCX)
                .body("not a form".getBytes())
                .put("/v1/document-templates/REPLY_NOTICE")
                .then()
                .statusCode(400)
                .body("code", equalTo("template-broken"));
        var id = open("330700");
        step(id, "v1", Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY"));
        var location = make(id, "REPLY_NOTICE").then().statusCode(201).extract().header("Location");
        assertTrue(text(officer().get(location).asByteArray()).contains("本局格式"));
    }

    @Test
    void aSuitHasItsOwnDocumentsAndTheAuditorOfItsRegionSeesThem() throws IOException {
        var id = officer()
                .contentType("application/json")
                .body(Map.ofEntries(
                        Map.entry("caseNumber", "(2025)浙0783行初901号"),
                        Map.entry("court", "东阳市人民法院"),
                        Map.entry("instance", "FIRST"),
                        Map.entry("regionCode", "330783"),
                        Map.entry("plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙"))),
                        Map.entry("defendantCode", "11330700002592265Y"),
                        Map.entry("domain", "OTHER"),
                        Map.entry("actType", "PENALTY"),
                        Map.entry("filedOn", "2025-03-03")))
                .post("/v1/litigations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var address = "/v1/litigations/" + id + "/documents";
        var made = officer()
                .contentType("application/json")
                .body(Map.of("kind", "DEFENCE_COVER"))
                .post(address)
                .then()
                .statusCode(201)
                .extract();
        assertTrue(made.<String>path("number").matches("东政诉答〔20\\d\\d〕\\d+号"), made.asString());
        var text = text(officer().get(made.header("Location")).asByteArray());
        assertTrue(text.contains("(2025)浙0783行初901号") && text.contains("合成乙"), text);
        officer()
                .contentType("application/json")
                .body(Map.of("kind", "DECISION"))
                .post(address)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        given().auth()
                .oauth2(token("auditor").region("330783").sign())
                .get("/v1/audit?caseId=" + id)
                .then()
                .body("items.action", equalTo(List.of("REGISTERED", "DOCUMENT_MADE", "DOCUMENT_READ")));
    }

    private static Response attach(String id, String type, byte[] content) {
        return officer()
                .contentType(type)
                .queryParam("name", "证据一")
                .body(content)
                .post(CASES + "/" + id + "/documents");
    }

    @Test
    void aFileIsWhatItsContentSays() {
        var id = open("330700");
        var pdf = "%PDF-1.7 虚构".getBytes(StandardCharsets.UTF_8);
        var kept = attach(id, "application/pdf", pdf).then().statusCode(201).extract();
        assertEquals("证据一.pdf", kept.path("name"));
        assertArrayEquals(pdf, officer().get(kept.header("Location")).asByteArray());
        attach(id, "image/png", pdf).then().statusCode(415).body("code", equalTo("type-differs"));
        attach(id, "application/pdf", "MZ\0\0".getBytes())
                .then()
                .statusCode(415)
                .body("code", equalTo("type-unknown"));
        attach(id, "application/pdf", new byte[0]).then().statusCode(400);
        officer()
                .contentType("application/pdf")
                .body(pdf)
                .post(CASES + "/" + id + "/documents")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
        officer().get(CASES + "/" + id + "/documents").then().body("items", hasSize(1));
    }

    /** Over a plain client: a test client that keeps a file as text would need many times its size. */
    private static HttpResponse<byte[]> plain(String address, byte[] upload) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address))
                .header("Authorization", "Bearer " + token("case-officer").sign());
        if (upload != null) {
            request.header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofByteArray(upload));
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException refusedWhileSending) {
            return null;
        }
    }

    @Test
    void aLargeFileComesBackAsItWentAndATooLargeOneLeavesNothing() throws Exception {
        var id = open("330700");
        var address = CASES + "/" + id + "/documents";
        var large = new byte[20 * 1024 * 1024];
        Arrays.fill(large, (byte) 'a');
        var kept = plain(address + "?name=large", large);
        assertEquals(201, kept.statusCode());
        var location =
                URI.create(kept.headers().firstValue("Location").orElseThrow()).getPath();
        assertArrayEquals(large, plain(location, null).body());
        var tooLarge = new byte[50 * 1024 * 1024 + 1];
        Arrays.fill(tooLarge, (byte) 'a');
        var refused = plain(address + "?name=large", tooLarge);
        assertTrue(refused == null || refused.statusCode() == 413);
        officer().get(address).then().body("items", hasSize(1));
    }
}

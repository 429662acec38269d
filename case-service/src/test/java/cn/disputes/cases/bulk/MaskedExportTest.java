package cn.disputes.cases.bulk;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export shows whole names in the rows of those cases only whose names its caller sees in lists. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MaskedExportTest {
    private static final String REGION = "330781";

    @BeforeEach
    void office() {
        if (head(REGION).get("/v1/officers/导出承办").statusCode() == 404) officer("导出承办", REGION, 50);
    }

    private static String registered(String by, String... names) {
        return as(by, REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants",
                                Arrays.stream(names)
                                        .map(name -> Map.of(
                                                "kind",
                                                name.endsWith("公司") ? "LEGAL_PERSON" : "NATURAL_PERSON",
                                                "name",
                                                name))
                                        .toList(),
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

    private static String number(String path) {
        return as("审批", REGION, "approver").get(path).path("caseNumber");
    }

    private static String export(String name, String query, String... roles) {
        return as(name, REGION, roles)
                .get("/v1/exports?format=csv&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String row(String csv, String number) {
        return csv.lines()
                .filter(line -> line.startsWith(number + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesAreWholeWhereTheCallerSeesThem() {
        var nobodys = number(CASES + "/" + registered("导出登记", "合成无主"));
        var assigned = registered("导出登记", "合成张三", "合成李四", "虚构公司");
        var others = number(CASES + "/" + assigned);
        assign(CASES + "/" + assigned, REGION, Map.of("officer", "导出承办")).statusCode(200);
        for (var seen : Map.of(
                        "导出旁人", "合*、合*、虚构公司",
                        "导出承办", "合成张三、合成李四、虚构公司",
                        "导出登记", "合成张三、合成李四、虚构公司")
                .entrySet()) {
            var csv = export(seen.getKey(), "kind=reconsiderations", "case-officer");
            assertTrue(row(csv, others).contains("," + seen.getValue() + ","), row(csv, others));
            assertTrue(row(csv, nobodys).contains(",合成无主,"), row(csv, nobodys));
        }
        var approvers = export("导出审批", "kind=reconsiderations", "case-officer", "approver");
        assertTrue(row(approvers, others).contains("合成张三"), row(approvers, others));
        // the other columns stay as they are
        assertTrue(row(approvers, others).contains(",11330700002592265Y,"), row(approvers, others));
    }

    @Test
    void ofSuitsToo() {
        var id = filed(REGION);
        var number = number(SUITS + "/" + id);
        assertTrue(
                row(export("导出旁人", "kind=litigations", "case-officer"), number).contains(",合成乙,"));
        assign(SUITS + "/" + id, REGION, Map.of("officer", "导出承办")).statusCode(200);
        assertTrue(
                row(export("导出旁人", "kind=litigations", "case-officer"), number).contains(",合*,"));
        assertTrue(
                row(export("导出承办", "kind=litigations", "case-officer"), number).contains(",合成乙,"));
    }

    @Test
    void theAuditTrailNamesTheFilterAndTheNumberOfCases() {
        var own = registered("导出清点", "合成丙");
        registered("导出清点", "合成丁");
        assign(CASES + "/" + own, REGION, Map.of("officer", "导出承办")).statusCode(200);
        var csv = export("导出旁观", "kind=reconsiderations&receivedFrom=2025-03-01&status=RECEIVED", "case-officer");
        var cases = csv.lines().count() - 1;
        var masked = csv.lines().filter(line -> line.contains(",合*")).count();
        assertTrue(masked >= 1 && masked < cases);
        var asked = "reconsiderations format=csv receivedFrom=2025-03-01 status=RECEIVED";
        var counted = asked + ": " + cases + " cases, " + (cases - masked) + " with whole names";
        as("审计", REGION, "auditor")
                .get("/v1/audit?action=EXPORTED&subject=导出旁观")
                .then()
                .body("items.detail", equalTo(List.of(asked, counted)));
        var none = export("导出旁观", "kind=supervision-documents&documentNumber=没有这个文号", "case-officer");
        assertEquals(1, none.lines().count());
        as("审计", REGION, "auditor")
                .get("/v1/audit?action=EXPORTED&subject=导出旁观")
                .then()
                .body(
                        "items.detail",
                        hasItem("supervision-documents documentNumber format=csv: 0 cases, 0 with whole names"));
    }

    /** A mask that comes back in a file changes nobody's name on record. */
    @Test
    void aMaskedFileLeavesThePartiesOnRecord() {
        var id = registered("导出登记", "合成归来");
        var number = number(CASES + "/" + id);
        assign(CASES + "/" + id, REGION, Map.of("officer", "导出承办")).statusCode(200);
        var csv = export("导出旁人", "kind=reconsiderations", "case-officer");
        var file = csv.lines().findFirst().orElseThrow() + "\n" + row(csv, number) + "\n";
        assertTrue(file.contains(",合*,"), file);
        var job = load(file);
        assertEquals(0, job.getInt("rejected"), job.prettify());
        as("导出承办", REGION, "case-officer")
                .get(CASES + "/" + id)
                .then()
                .body("applicants.name", equalTo(List.of("合成归来")));
        assertEquals(1, load(file).getInt("unchanged"));
    }

    private static JsonPath load(String file) {
        var location = as("导出旁人", REGION, "case-officer")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().until(
                        () -> as("导出旁人", REGION, "case-officer").get(location).jsonPath(),
                        job -> !job.getString("status").equals("RUNNING"));
    }
}

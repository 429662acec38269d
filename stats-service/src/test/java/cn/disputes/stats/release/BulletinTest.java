package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.printing.FileFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BulletinTest {
    @Inject
    Jdbi jdbi;

    private String id;

    @BeforeEach
    void sealed() {
        SmallYear.load(jdbi);
        id = SmallYear.sealed();
    }

    @Test
    void theWordsCarryTheirNumbers() {
        var text = as("dashboard")
                .get("/v1/releases/" + id + "/narrative")
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .extract()
                .asString();
        assertTrue(
                text.startsWith("2022年，金华市新收行政复议案件12件，办结12件，直接纠错3件，案结事了率100%；复议案件量是一审行政诉讼的1.0倍，"
                        + "9个县（市、区）复议后零败诉。一审行政诉讼收案12件，同比+500.00%，败诉率16.7%，负责人出庭应诉率75.0%。"),
                text);
        var narrative = as("statistician")
                .accept(ContentType.JSON)
                .get("/v1/releases/" + id + "/narrative")
                .then()
                .statusCode(200)
                .body("release", equalTo(id))
                .extract()
                .jsonPath();
        List<String> paragraphs = narrative.getList("paragraphs");
        assertEquals(text, String.join("\n\n", paragraphs) + "\n");
        List<Map<String, Object>> numbers = narrative.getList("numbers");
        for (var number : numbers) {
            var at = (int) number.get("at");
            var said = (String) number.get("text");
            assertEquals(said, paragraphs.get((int) number.get("paragraph")).substring(at, at + said.length()));
            assertEquals(id, number.get("release"));
            assertEquals("1", number.get("definitionVersion"));
        }
        // no digit is printed that is not a number of the list, but for the year it is about
        var bare = new StringBuilder();
        for (var p = 0; p < paragraphs.size(); p++) {
            var rest = new StringBuilder(paragraphs.get(p));
            var paragraph = p;
            numbers.stream().filter(n -> (int) n.get("paragraph") == paragraph).forEach(n -> {
                var length = ((String) n.get("text")).length();
                rest.replace((int) n.get("at"), (int) n.get("at") + length, "·".repeat(length));
            });
            bare.append(rest);
        }
        assertEquals("2022", bare.toString().replaceAll("[^0-9]", ""));
        assertTrue(numbers.stream().anyMatch(n -> "CHANGE".equals(n.get("part"))));
        assertTrue(numbers.stream().anyMatch(n -> "330782".equals(n.get("regionCode"))));
    }

    /** Two rates of one name would be one too many: those of the whole city and those of what it deals with itself. */
    @Test
    void theCitysOwnCasesAreNotCalledTheCity() throws IOException {
        Cases.apply(
                jdbi,
                Cases.suit("own", "2022-03-01").region("330700").heard("DEPUTY").concluded("2022-05-01", "REVOKED"));
        var release = "/v1/releases/" + SmallYear.sealed();
        var text = as("dashboard").get(release + "/narrative").asString();
        assertTrue(text.startsWith("2022年，金华市新收"), text);
        assertTrue(text.contains("各县（市、区）败诉率：金华市本级100.0%，婺城区"), text);
        assertTrue(text.contains("负责人出庭应诉率：金华市本级100.0%，婺城区"), text);
        var bytes = as("statistician").get(release + "?format=xlsx").asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertEquals("金华市本级", workbook.getSheet("分地区").getRow(1).getCell(0).getStringCellValue());
        }
    }

    @Test
    void theDocumentHoldsWordsTablesChartsDefinitionsAndSeal() throws IOException {
        var bytes = as("statistician")
                .accept(FileFormat.DOCX)
                .get("/v1/releases/" + id)
                .then()
                .statusCode(200)
                .contentType(FileFormat.DOCX)
                .extract()
                .asByteArray();
        var hash = as("statistician").get("/v1/releases/" + id).jsonPath().getString("seal.hash");
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var words = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertTrue(words.contains("新收行政复议案件12件") && words.contains("六、封存信息"), words);
            assertEquals(5, document.getTables().size());
            var seal = document.getTables().get(4).getText();
            assertTrue(seal.contains(hash), seal);
            assertTrue(document.getTables().get(0).getText().contains("16.7%"));
            assertTrue(document.getTables().get(3).getText().contains("/ 期内办结的行政诉讼案件，一审"));
            assertEquals(4, document.getCharts().size());
            var chart = document.getCharts().get(0);
            var series = chart.getChartSeries().get(0);
            assertEquals(12, series.getSeries(0).getValuesData().getPointCount());
            assertEquals(2, series.getSeriesCount());
            // the numbers are in the document, so that Word can edit the chart
            assertEquals(
                    1, chart.getWorkbook().getSheetAt(0).getRow(1).getCell(1).getNumericCellValue());
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void theTablesHoldEveryIndicator() throws IOException {
        var bytes = as("statistician")
                .get("/v1/releases/" + id + "?format=xlsx")
                .then()
                .statusCode(200)
                .contentType(FileFormat.XLSX)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertEquals(5, workbook.getNumberOfSheets());
            var totals = workbook.getSheet("主要指标");
            var indicators = Indicators.all().size();
            assertEquals(indicators, totals.getLastRowNum());
            for (var row : totals) {
                if (row.getCell(0).toString().equals("FIRST_INSTANCE_RECEIVED")) {
                    assertEquals(5, row.getCell(6).getNumericCellValue());
                    assertEquals(
                            "+0.00%;-0.00%;0.00%", row.getCell(6).getCellStyle().getDataFormatString());
                }
                if (!row.getCell(0).toString().equals("LOSS_RATE")) continue;
                assertEquals(-100.0 / 3, row.getCell(6).getNumericCellValue(), 1e-9);
                assertEquals(
                        "+0.00\" 个百分点\";-0.00\" 个百分点\";0.00\" 个百分点\"",
                        row.getCell(6).getCellStyle().getDataFormatString());
                assertEquals(1.0 / 6, row.getCell(2).getNumericCellValue(), 1e-12);
                assertEquals("0.0%", row.getCell(2).getCellStyle().getDataFormatString());
                assertEquals(2, row.getCell(3).getNumericCellValue());
                assertEquals(12, row.getCell(4).getNumericCellValue());
            }
            assertEquals(9, workbook.getSheet("分地区").getLastRowNum());
            assertEquals(12, workbook.getSheet("分月").getLastRowNum());
            assertEquals(indicators, workbook.getSheet("指标口径").getLastRowNum());
        }
        as("statistician").get("/v1/releases/" + id + "?format=pdf").then().statusCode(400);
        as("statistician").accept("image/png").get("/v1/releases/" + id).then().statusCode(406);
    }
}

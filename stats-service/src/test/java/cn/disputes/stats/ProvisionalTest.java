package cn.disputes.stats;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.printing.FileFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may still change says so wherever it is printed, and only as long as it may (暂定). */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ProvisionalTest {
    private static final String RATE = "rows[0].values.DISPUTE_SETTLED_RATE.";

    @Inject
    Jdbi jdbi;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
    }

    private static Cases concluded(String number, LocalDate on) {
        return Cases.reconsideration(number, on.minusDays(20).toString()).concluded(on.toString(), "UPHELD");
    }

    private static String month(LocalDate day) {
        return "from=" + YearMonth.from(day) + "&to=" + YearMonth.from(day);
    }

    private static void provisional(String query, Boolean expected) {
        as("statistician")
                .get("/v1/statistics?indicators=DISPUTE_SETTLED_RATE&" + query)
                .then()
                .statusCode(200)
                .body(RATE + "display", equalTo("100%"))
                .body(RATE + "provisional", is(expected));
    }

    @Test
    void sixtyDaysFromServiceSettleACaseAndFromConclusionWhereNoneIsKnown() {
        for (var days : new int[] {0, 59, 60}) {
            for (var served : new boolean[] {true, false}) {
                Told.empty(jdbi);
                var day = today.minusDays(days);
                var one = concluded("R", day);
                // concluded long before it was served
                Cases.apply(
                        jdbi,
                        served ? concluded("R", day.minusDays(70)).with("decisionServedOn", day.toString()) : one);
                provisional(month(served ? day.minusDays(70) : day), days < 60 ? true : null);
            }
        }
    }

    /** What was known of old is as provisional as it was then. */
    @Test
    void countsTheDaysUpToTheDayAskedAbout() {
        Cases.apply(
                jdbi,
                concluded("R", LocalDate.of(2022, 12, 20)).with("decisionServedOn", "2022-12-21"),
                concluded("S", LocalDate.of(2022, 12, 22)));
        provisional("from=2022-12&to=2022-12", null);
        provisional("from=2022-12&to=2022-12&asOf=2023-01-10", true);
        provisional("from=2022-12&to=2022-12&asOf=2023-02-19", true);
        provisional("from=2022-12&to=2022-12&asOf=2023-02-20", null);
        provisional("from=2022-12&to=2022-12&asOf=" + today.plusDays(100), null);
    }

    @Test
    void aDayToComeSettlesNothing() {
        Cases.apply(jdbi, concluded("R", today.minusDays(1)));
        provisional(month(today.minusDays(1)) + "&asOf=" + today.plusDays(100), true);
    }

    @Test
    void wordsSayIt() {
        var day = today.minusDays(10);
        Cases.apply(jdbi, concluded("R", day));
        var words = as("statistician").get("/v1/narrative?" + month(day)).asString();
        assertThat(words, containsString("案结事了率100%（暂定）"));
    }

    @Test
    void rankingsAndMovementsSayIt() {
        var day = today.minusDays(10);
        for (var i = 0; i < 12; i++)
            Cases.apply(
                    jdbi,
                    concluded("N" + i, day),
                    concluded("O" + i, day.minusYears(1)),
                    concluded("P" + i, day.minusYears(1)).region("330782"));
        var query = "/DISPUTE_SETTLED_RATE?compare=previous-year&by=region&" + month(day);
        as("statistician")
                .get("/v1/rankings" + query)
                .then()
                .body("places.find { it.group == '330702' }.provisional", is(true));
        as("statistician")
                .get("/v1/movements" + query)
                .then()
                .body("after.provisional", is(true))
                .body("before.provisional", nullValue())
                .body("groups.find { it.group == '330702' }.after.provisional", is(true))
                .body("groups.find { it.group == '330782' }.after.provisional", nullValue())
                .body("zh", containsString("（暂定）"))
                .body("en", containsString(", provisional)"));
    }

    @Test
    void everyFormOfAReleaseSaysItAndNumbersStayNumbers() throws IOException {
        var day = today.minusDays(10);
        Cases.apply(jdbi, concluded("R", day));
        var body = "{\"title\":\"暂定 " + UUID.randomUUID() + "\",\"from\":\"" + YearMonth.from(day) + "\",\"to\":\""
                + YearMonth.from(day) + "\"}";
        var id = as("statistician")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("release.id");
        var narrative = as("statistician")
                .accept(ContentType.JSON)
                .get("/v1/releases/" + id + "/narrative")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var paragraph = narrative.getString("paragraphs[0]");
        assertThat(paragraph, containsString("案结事了率100%（暂定）"));
        // what is bound is the number alone, where it stands
        var bound = "numbers.find { it.indicator == 'DISPUTE_SETTLED_RATE' }.";
        assertThat(narrative.getString(bound + "text"), equalTo("100%"));
        assertThat(paragraph.substring(narrative.getInt(bound + "at")).startsWith("100%（暂定）"), is(true));
        try (var document = new XWPFDocument(file(id, FileFormat.DOCX))) {
            List<String> paragraphs =
                    document.getParagraphs().stream().map(p -> p.getText()).toList();
            assertThat(paragraphs, hasItem(containsString("案结事了率100%（暂定）")));
        }
        try (var workbook = new XSSFWorkbook(file(id, FileFormat.XLSX))) {
            var cells = new DataFormatter();
            for (var row : workbook.getSheet("主要指标")) {
                if (!row.getCell(0).toString().equals("DISPUTE_SETTLED_RATE")) continue;
                assertThat(row.getCell(2).getNumericCellValue(), equalTo(1.0));
                assertThat(cells.formatCellValue(row.getCell(2)), equalTo("100%（暂定）"));
            }
            assertThat(row(workbook, cells), hasItem("100%（暂定）"));
        }
        as("statistician").get("/v1/releases/" + id).then().body("seal.intact", is(true));
    }

    private static List<String> row(XSSFWorkbook workbook, DataFormatter cells) {
        var texts = new ArrayList<String>();
        for (var row : workbook.getSheet("分月")) row.forEach(cell -> texts.add(cells.formatCellValue(cell)));
        return texts;
    }

    private static ByteArrayInputStream file(String id, String type) {
        return new ByteArrayInputStream(as("statistician")
                .accept(type)
                .get("/v1/releases/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }
}

package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.PretendFeeds;
import cn.disputes.stats.Telling;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sealed while a register could not be followed says so wherever it is printed. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class StoppedFeedTest {
    @BeforeEach
    void told() {
        Telling.tell(Told.reconsideration("SF1", "330702", "2022-01-05").concluded("2022-02-05", "UPHELD"));
    }

    @AfterEach
    void goOn() {
        Telling.go("case-service");
    }

    private static void stopped() {
        Telling.stop("case-service");
        Awaitility.await().until(() -> !as("statistician")
                .get("/v1/freshness")
                .jsonPath()
                .getBoolean("feeds.find { it.source == 'case-service' }.caughtUp"));
    }

    private static String seal(String hash) throws IOException {
        var at = "/v1/releases/" + hash;
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(
                        as("statistician").get(at + "?format=xlsx").asByteArray()));
                var document = new XWPFDocument(new ByteArrayInputStream(
                        as("statistician").get(at + "?format=docx").asByteArray()))) {
            var cover = text(workbook.getSheet("公报"));
            var sealed = document.getTables().get(4).getText();
            for (var line : cover.lines().filter(line -> line.startsWith("数据源")).toList())
                assertTrue(sealed.contains(line), sealed);
            return cover;
        }
    }

    private static String text(Sheet sheet) {
        var text = new StringBuilder();
        for (var row : sheet) {
            for (var cell : row) text.append(cell).append('\t');
            text.setLength(text.length() - 1);
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void aReleaseSealedMeanwhileSaysSo() throws IOException {
        stopped();
        var id = SmallYear.sealed();
        var cover = seal(id);
        assertTrue(cover.contains("数据源 案件登记（case-service）\t封存时未追平"), cover);
        assertTrue(cover.contains("数据源 风险预警（alert-service）\t已追平"), cover);
        var words = as("dashboard").get("/v1/releases/" + id + "/narrative").asString();
        assertTrue(words.contains("封存时，案件登记（case-service）的数据未追平"), words);
        assertFalse(words.contains("alert-service"), words);
    }

    /** What moved since is counted from the facts of today, which are as old as anywhere. */
    @Test
    void whatMovedSinceSaysHowOldItIs() {
        as("statistician")
                .get("/v1/releases/" + SmallYear.sealed() + "/restatement")
                .then()
                .statusCode(200)
                .header("Feed-Age", startsWith("case-service="));
    }

    @Test
    void aReleaseOfAllThereIsSaysThatToo() throws IOException {
        var id = SmallYear.sealed();
        var cover = seal(id);
        assertTrue(cover.contains("数据源 案件登记（case-service）\t已追平"), cover);
        var words = as("dashboard").get("/v1/releases/" + id + "/narrative").asString();
        assertFalse(words.contains("追平"), words);
    }
}

package cn.disputes.stats.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.PretendFeeds;
import cn.disputes.stats.Telling;
import cn.disputes.stats.Told;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page shows, to whom, and that it goes with the facts. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class DashboardTest extends InBrowser {
    private static JsonPath asked(String more) {
        return given().auth()
                .oauth2(statistician().sign())
                .get("/v1/statistics?from=2022-01&to=2022-12&" + more)
                .jsonPath();
    }

    private static String formula(String code) {
        return given().auth()
                .oauth2(statistician().sign())
                .get("/v1/indicators/" + code)
                .jsonPath()
                .getString("formula");
    }

    private static String grouped(int count) {
        return String.format("%,d", count);
    }

    @Test
    void showsTheFiguresOfTheServiceAndOpensTheirRows() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        assertTrue(page.url().startsWith(origin + "dashboard?period=2022"), page.url());
        assertFalse(page.url().contains("token"), "the token does not stay in the address bar");
        var answer = asked("indicators=RECONSIDERATIONS_RECEIVED,HEAD_APPEARANCE_RATE&compare=previous-year");
        var received = answer.getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(grouped(received));
        assertThat(page.locator("#tile-RECONSIDERATIONS_RECEIVED"))
                .containsText(grouped(answer.getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.previous.value")));
        assertThat(page.locator("#n-HEAD_APPEARANCE_RATE"))
                .hasText(answer.getString("rows[0].values.HEAD_APPEARANCE_RATE.display"));
        // the eleven of the yearly summary, and each says how old it is
        assertEquals(11, page.locator(".tile.main").count());
        assertThat(page.locator("#tile-RECONSIDERATIONS_RECEIVED .age")).containsText("前");
        assertEquals(3, page.locator(".chart canvas").count());
        shoot(page, "dashboard-desktop-zh");

        page.locator("#n-RECONSIDERATIONS_RECEIVED").click();
        assertThat(page.locator("#drill-count")).hasText("已显示 50 件，共 " + grouped(received) + " 件");
        assertThat(page.locator("#definition")).containsText(formula("RECONSIDERATIONS_RECEIVED"));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("dashboard-drill.png")));
        page.locator("#more").click();
        assertThat(page.locator("#drill tbody tr")).hasCount(100);
        button(page, "关闭").click();

        page.locator("#n-ON_TIME_RATE").click();
        var on = asked("indicators=ON_TIME_RATE");
        button(page, "分母").click();
        assertThat(page.locator("#drill-count"))
                .containsText("共 " + grouped(on.getInt("rows[0].values.ON_TIME_RATE.denominator")) + " 件");
        button(page, "未计入").click();
        var left = given().auth()
                .oauth2(statistician().sign())
                .get("/v1/statistics/ON_TIME_RATE/cases?set=excluded&from=2022-01&to=2022-12")
                .jsonPath();
        assertThat(page.locator("#drill tbody tr").first()).containsText(left.getString("items[0].reason"));
        page.keyboard().press("Escape");
        assertThat(page.locator("#drill")).isHidden();
    }

    @Test
    void showsWhatWasKnownOnADay() {
        var received = "rows[0].values.RECONSIDERATIONS_RECEIVED.display";
        var now = grouped(
                Integer.parseInt(asked("indicators=RECONSIDERATIONS_RECEIVED").getString(received)));
        var then = grouped(Integer.parseInt(
                asked("indicators=RECONSIDERATIONS_RECEIVED&asOf=2022-12-30").getString(received)));
        assertNotEquals(now, then);
        var page = opened(statistician(), "?period=2022", 1280, 900);
        page.locator("#asOf").fill("2022-12-30");
        assertThat(page.locator("#known")).hasText("截至 2022-12-30 所知");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(then);
        assertTrue(page.url().contains("asOf=2022-12-30"), page.url());
        page.reload();
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(then);
        page.locator("#asOf").fill("");
        assertThat(page.locator("#known")).hasCount(0);
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(now);
    }

    @Test
    void aTableOfRowsIsDownloaded() throws IOException {
        var page = opened(statistician(), "?period=2022&region=330702", 1280, 900);
        page.locator("#n-FIRST_INSTANCE_RECEIVED").click();
        assertThat(page.locator("#drill-count")).isVisible();
        var file = page.waitForDownload(() -> page.locator("#save-csv").click());
        assertEquals("FIRST_INSTANCE_RECEIVED-numerator-330702-2022-01-2022-12.csv", file.suggestedFilename());
        var count = asked("indicators=FIRST_INSTANCE_RECEIVED&regionCode=330702")
                .getInt("rows[0].values.FIRST_INSTANCE_RECEIVED.value");
        assertEquals(count + 1, Files.readAllLines(file.path()).size());
    }

    @Test
    void chartsShowTheSameNumbersAsTheirTables() {
        var page = opened(statistician(), "?period=2022&indicator=FIRST_INSTANCE_RECEIVED", 1280, 900);
        for (var id : List.of("trend", "ranking", "heat"))
            page.locator("#flip-" + id).click();
        var months = asked("indicators=FIRST_INSTANCE_RECEIVED&groupBy=month&compare=previous-year");
        var rows = page.locator("#table-trend tbody tr");
        assertThat(rows).hasCount(12);
        for (var i = 0; i < 12; i++) {
            var value = "rows[" + i + "].values.FIRST_INSTANCE_RECEIVED.";
            assertThat(rows.nth(i).locator("td").nth(0)).hasText(grouped(months.getInt(value + "value")));
            assertThat(rows.nth(i).locator("td").nth(1)).hasText(grouped(months.getInt(value + "previous.value")));
        }
        var total = page.locator("#table-heat td button").allTextContents().stream()
                .mapToInt(text -> Integer.parseInt(text.replace(",", "")))
                .sum();
        assertEquals(
                asked("indicators=FIRST_INSTANCE_RECEIVED").getInt("rows[0].values.FIRST_INSTANCE_RECEIVED.value"),
                total);
        assertThat(page.locator("#table-ranking tbody tr")).hasCount(9);
        shoot(page, "dashboard-tables-zh");
        // a cell opens the rows of its month and region
        page.locator("#table-heat tbody tr").nth(0).locator("button").nth(2).click();
        assertThat(page.locator("#drill .head")).containsText("婺城区 · 2022-03");
        assertThat(page.locator("#drill-count"))
                .containsText("共 "
                        + page.locator("#table-heat tbody tr")
                                .nth(0)
                                .locator("button")
                                .nth(2)
                                .textContent() + " 件");
    }

    /** A group of the city's code is what the city deals with itself: so are its name, its rows and its file. */
    @Test
    void aNumberOfTheCitysOwnCasesOpensThoseAlone() throws IOException {
        Telling.tell(
                Told.suit("（虚构）本级1", "330700", "2019-03-10"),
                Told.suit("（虚构）本级2", "330700", "2019-03-11"),
                Told.suit("（虚构）婺城1", "330702", "2019-03-12"));
        var page = opened(statistician(), "?period=2019&indicator=FIRST_INSTANCE_RECEIVED", 1280, 900);
        page.locator("#flip-heat").click();
        var own = page.locator("#table-heat tbody tr").last();
        assertThat(own).containsText("金华市本级");
        own.locator("button").nth(2).click();
        assertThat(page.locator("#drill .head")).containsText("金华市本级 · 2019-03");
        assertThat(page.locator("#drill-count")).hasText("共 2 件");
        var file = page.waitForDownload(() -> page.locator("#save-csv").click());
        assertEquals("FIRST_INSTANCE_RECEIVED-numerator-330700-own-2019-03-2019-03.csv", file.suggestedFilename());
        assertEquals(3, Files.readAllLines(file.path()).size());
    }

    @Test
    void aViewCanBeHandedOnAsALinkAndGoneBackFrom() {
        var page = opened(statistician(), "", 1280, 900);
        page.getByLabel("年份").selectOption("2022");
        page.getByLabel("期间").selectOption("Q2");
        page.getByLabel("地区", new Page.GetByLabelOptions().setExact(true)).selectOption("330782");
        page.getByLabel("图表指标").selectOption("HEAD_APPEARANCE_RATE");
        assertThat(page.locator(".which")).hasText("义乌市 2022-04 – 2022-06");
        assertThat(page).hasURL(origin + "dashboard?region=330782&period=2022-Q2&indicator=HEAD_APPEARANCE_RATE");
        var count = given().auth()
                .oauth2(statistician().sign())
                .get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2022-04&to=2022-06&regionCode=330782")
                .jsonPath()
                .getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(grouped(count));
        page.goBack();
        assertThat(page.getByLabel("图表指标")).hasValue("LOSS_RATE");
        page.getByLabel("期间").selectOption("range");
        page.getByLabel("起", new Page.GetByLabelOptions().setExact(true)).fill("2022-05");
        page.getByLabel("止", new Page.GetByLabelOptions().setExact(true)).fill("2022-03");
        page.locator("#take").click();
        assertThat(page.locator("#range-fault")).containsText("不能晚于");
        page.getByLabel("起", new Page.GetByLabelOptions().setExact(true)).fill("2021-11");
        page.locator("#take").click();
        assertThat(page.locator(".which")).hasText("义乌市 2021-11 – 2022-03");
        var again = opened(statistician(), page.url().substring(page.url().indexOf('?')), 1280, 900);
        assertThat(again.locator(".which")).hasText("义乌市 2021-11 – 2022-03");
    }

    @Test
    void aDisplaySeesFiguresAndNeverARow() {
        var page = opened(display(), "?period=2022", 1280, 900);
        page.locator("#n-LOSS_RATE").click();
        assertThat(page.locator("#definition")).containsText(formula("LOSS_RATE"));
        assertThat(page.locator("#drill")).containsText("不能看案件");
        assertThat(page.locator("#drill table")).hasCount(0);
        assertThat(page.locator("#save-csv")).hasCount(0);
    }

    /** Two days of knowledge differ by a few cases: it is not asked for one, not even by a link of somebody else. */
    @Test
    void aDisplayPicksNoDayOfKnowledge() {
        var page = opened(display(), "?period=2022&asOf=2022-12-30", 1280, 900);
        assertThat(page.locator("#indicator")).isVisible();
        assertThat(page.locator("#asOf")).hasCount(0);
        assertThat(page.locator("#known")).hasCount(0);
    }

    /** What is withheld is a dash that says why; it is neither a small number nor a zero. */
    @Test
    void aDisplayIsShownNoNumberThatTellsOfSingleCases() {
        var page = opened(display(), "?period=2022&indicator=FIRST_INSTANCE_RECEIVED", 1280, 900);
        page.locator("#flip-heat").click();
        var cells = page.locator("#table-heat td button");
        var withheld = 0;
        for (var text : cells.allTextContents()) {
            if (text.equals("—")) withheld++;
            else assertTrue(text.equals("0") || Integer.parseInt(text) >= 3, text);
        }
        assertTrue(withheld > 0, "nothing was withheld");
        assertThat(page.locator("#table-heat td button[title]").first()).hasAttribute("title", "案件过少，不予显示");
        var own = opened(statistician(), "?period=2022&indicator=FIRST_INSTANCE_RECEIVED", 1280, 900);
        own.locator("#flip-heat").click();
        assertTrue(own.locator("#table-heat td button").allTextContents().contains("2"));
    }

    @Test
    void aChangedCaseShowsWithoutAnybodyAskingForIt() {
        var page = opened(display(), "?period=2022&region=330726", 1280, 900);
        var before = Integer.parseInt(
                page.locator("#n-RECONSIDERATIONS_RECEIVED").textContent().replace(",", ""));
        var here = Told.reconsideration("（虚构）新收" + before, "330726", "2022-07-01");
        Telling.tell(here);
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(grouped(before + 1));
        assertThat(page.locator("#said")).containsText("数字有变动，已更新");
        Telling.tell(here.then("receivedOn", "2021-07-01"));
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText(grouped(before));
    }

    @Test
    void nothingIsReadAgainWhileNothingChanges() {
        var page = opened(display().region("330727"), "?period=2022", 1280, 900);
        page.waitForTimeout(1500);
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("/v1/statistics")) asked.incrementAndGet();
        });
        Telling.tell(Told.reconsideration("（虚构）别处" + System.nanoTime(), "330783", "2022-07-01"));
        page.waitForTimeout(3500);
        assertEquals(0, asked.get());
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
    }
}

package cn.disputes.stats.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.local.TestTokens;
import cn.disputes.stats.PretendFeeds;
import cn.disputes.stats.Telling;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes wrong is said in words, and what is shown is never fresher than it is. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class DashboardTroubleTest extends InBrowser {
    /** The page hears of it with the next beat, and tries again after a while. */
    private static final LocatorAssertions.ContainsTextOptions SLOWLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Test
    void aFeedThatStoppedIsAnnouncedAndStandsOnEveryFigure() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        assertThat(page.locator("#stopped")).hasCount(0);
        Telling.stop("case-service");
        try {
            assertThat(page.locator("#stopped")).containsText("案件登记 的数据已停止更新", SLOWLY);
            assertThat(page.getByRole(AriaRole.ALERT).locator("#stopped")).isVisible();
            assertThat(page.locator("#tile-LOSS_RATE .age")).hasClass(Pattern.compile(".*late.*"));
            assertThat(page.locator("#tile-LOSS_RATE .age")).containsText("⚠");
            // the other feed goes on, and its figures with it
            assertThat(page.locator("#tile-HIGH_RISK_RESOLVED .age")).not().hasClass(Pattern.compile(".*late.*"));
            shoot(page, "dashboard-trouble-feed");
        } finally {
            Telling.go("case-service");
        }
        assertThat(page.locator("#stopped")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        expectComplaints();
    }

    private static void expectComplaints() {
        chromium.complaints.removeIf(one -> one.contains("ERR_"));
    }

    @Test
    void anExpiredTokenIsSaidInWordsAndANewOneShowsTheSameView() {
        var page = opened(statistician(), "?period=2022-Q1&region=330702", 1280, 900);
        page.evaluate(
                "token => { location.hash = 'token=' + token; }",
                statistician().expired().sign());
        assertThat(page.locator("#alert")).containsText("令牌已过期或无效");
        shoot(page, "dashboard-trouble-expired");
        page.getByLabel("带令牌的地址，或令牌").fill("不是令牌");
        button(page, "使用").click();
        assertThat(page.locator("#alert")).containsText("这不是令牌");
        page.getByLabel("带令牌的地址，或令牌")
                .fill(origin + "dashboard#token=" + statistician().sign());
        button(page, "使用").click();
        assertThat(page.locator("#alert")).isEmpty();
        assertThat(page.locator(".which")).hasText("婺城区 2022-01 – 2022-03");
        expectComplaint("401");
    }

    @Test
    void whenTheServiceIsDownTheFiguresStayAndSayWhenTheyWereRead() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        page.route(Pattern.compile(".*/v1/.*"), route -> route.abort());
        page.getByLabel("图表指标").selectOption("HEAD_APPEARANCE_RATE");
        assertThat(page.locator("#alert")).containsText("服务没有答复");
        assertThat(page.locator("#alert")).containsText("页面显示的是");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
        shoot(page, "dashboard-trouble-down");
        page.unroute(Pattern.compile(".*/v1/.*"));
        assertThat(page.locator("#alert")).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(30_000));
        assertThat(page.locator("#trend-title")).containsText("负责人出庭应诉率");
        expectComplaint("ERR_");
    }

    @Test
    void anotherRoleAndAForeignRegionAreToldWhy() {
        var page = open(TestTokens.token("court-liaison"), "?period=2022", 1280, 900);
        assertThat(page.locator("#alert")).containsText("该令牌的角色不能查看统计");
        // a link made by somebody with more to see opens at what there is to see
        var own = opened(statistician().region("330702"), "?period=2022&region=330782", 1280, 900);
        assertThat(own.locator(".which")).containsText("婺城区");
        expectComplaint("403");
    }

    @Test
    void withoutATokenItSaysHowToGetOneAndLeavingForgetsIt() {
        var page = chromium.window(origin, 390, 780);
        page.navigate(origin + "dashboard");
        assertThat(page.locator("main")).containsText("此页需要访问令牌");
        assertThat(page.locator("main")).containsText("deploy/run.sh");
        fitsAPhone(page, 390);
        shoot(page, "dashboard-token-phone");
        page.navigate(origin + "dashboard?period=2022#token=" + statistician().sign());
        assertThat(page.locator("#n-LOSS_RATE")).isVisible();
        assertTrue(((String) page.evaluate("JSON.stringify(sessionStorage)")).contains("dashboard.token"));
        assertEquals(0, page.evaluate("localStorage.length"));
        assertEquals("", page.evaluate("document.cookie"));
        button(page, "退出").click();
        assertThat(page.locator("main")).containsText("此页需要访问令牌");
        assertEquals(0, page.evaluate("sessionStorage.length"));
    }

    @Test
    void whatCannotBeDividedSaysSoAndIsNoZero() {
        var page = opened(statistician(), "?period=1999", 1280, 900);
        assertThat(page.locator("#n-LOSS_RATE")).hasText("—");
        assertThat(page.locator("#tile-LOSS_RATE")).containsText("期内没有可计算的案件");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).hasText("0");
        assertThat(page.locator("#tile-RECONSIDERATIONS_RECEIVED .change")).isVisible();
        shoot(page, "dashboard-empty");
    }
}

package cn.disputes.stats.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.PretendFeeds;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on a phone, by keyboard, in English, on paper. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class DashboardForEverybodyTest extends InBrowser {
    @Test
    void aPhoneShowsEverythingWithoutSidewaysScrollingAndInReachOfAThumb() {
        for (var width : List.of(320, 390)) {
            var page = opened(statistician(), "?period=2022", width, 780);
            fitsAPhone(page, width);
            shoot(page, "dashboard-phone-" + width);
            button(page, "English").click();
            fitsAPhone(page, width);
            page.locator("#flip-heat").click();
            page.locator("#flip-ranking").click();
            fitsAPhone(page, width);
            page.locator("#n-FIRST_INSTANCE_RECEIVED").click();
            assertThat(page.locator("#drill-count")).isVisible();
            fitsAPhone(page, width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("dashboard-phone-drill-" + width + ".png")));
            page.locator("#drill-close").click();
            button(page, "中文").click();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        reach(page, "region");
        reach(page, "n-RECONSIDERATIONS_RECEIVED");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("dashboard-keyboard.png")));
        page.keyboard().press("Enter");
        assertThat(page.locator("#drill-count")).isVisible();
        reach(page, "set-excluded");
        page.keyboard().press("Enter");
        assertThat(page.locator("#set-excluded")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#set-excluded")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isFocused();
        reach(page, "flip-trend");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#drill .head")).containsText("2022-01");
    }

    /** By Tab, until the element in focus is the one looked for; whatever is passed must be seen to have the focus. */
    private static void reach(Page page, String id) {
        for (var i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            var now = (String) page.evaluate("document.activeElement.id");
            assertFalse(
                    "none".equals(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")),
                    now + " does not show the focus");
            if (now.equals(id)) return;
        }
        throw new AssertionError("out of reach of the keyboard: " + id);
    }

    @Test
    void englishIsOneSwitchAwayAndRemembered() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        button(page, "English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#tile-LOSS_RATE")).containsText("Loss rate");
        for (var id : List.of("trend", "ranking", "heat"))
            page.locator("#flip-" + id).click();
        var chinese = page.evaluate(
                "[...document.querySelectorAll('button, label, h2, h3, th, td, p, span, option, figcaption, caption')]"
                        + ".filter((one) => one.childElementCount === 0 && /[\\u4e00-\\u9fff]/.test(one.textContent))"
                        + ".map((one) => one.textContent).filter((text) => text !== '中文')");
        assertEquals(List.of(), chinese);
        for (var id : List.of("trend", "ranking", "heat"))
            page.locator("#flip-" + id).click();
        shoot(page, "dashboard-desktop-en");
        page.reload();
        assertThat(page.locator("#tile-LOSS_RATE")).containsText("Loss rate");
    }

    @Test
    void itPrintsWithoutWhatOnlyAScreenNeeds() {
        var page = opened(statistician(), "?period=2022", 1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#tools")).isHidden();
        assertThat(page.locator("#asked")).isHidden();
        assertThat(page.locator(".printed")).containsText("数据截至");
        page.setViewportSize(703, 1000);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        shoot(page, "dashboard-print");
        page.pdf(new Page.PdfOptions()
                .setPath(SCREENSHOTS.resolve("dashboard-print.pdf"))
                .setFormat("A4")
                .setPrintBackground(false));
    }
}

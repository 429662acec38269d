package cn.disputes.stats.dashboard;

import static cn.disputes.deploy.local.TestTokens.token;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.deploy.local.TestTokens;
import cn.disputes.stats.Telling;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser over the real service, its database and a year of cases told by the feeds it follows. */
abstract class InBrowser {
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    static Chromium chromium;

    @TestHTTPResource("/")
    String origin;

    @Inject
    Jdbi jdbi;

    @BeforeAll
    static void start() {
        var found = Chromium.found();
        if (found.isEmpty()) System.out.println("No Chromium on the PATH: the page is not tried in a browser");
        else chromium = Chromium.at(found.get());
    }

    @BeforeEach
    void aYearOfCases() {
        assumeTrue(chromium != null, "no Chromium on the PATH");
        long facts = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM fact WHERE case_number LIKE '（虚构）%'")
                .mapTo(Long.class)
                .one());
        if (facts == 0) Telling.tell(TwoYears.told());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        chromium = null;
    }

    /** Whatever a test does: nothing is loaded from elsewhere, nothing forbidden is tried, nothing fails unseen. */
    @AfterEach
    void nothingWasComplainedOf() {
        if (chromium == null) return;
        var complaints = List.copyOf(chromium.complaints);
        chromium.complaints.clear();
        assertEquals(List.of(), complaints);
    }

    /** A refusal that a test brings about on purpose is written to the console too. */
    static void expectComplaint(String about) {
        assertTrue(chromium.complaints.stream().anyMatch(one -> one.contains(about)), chromium.complaints.toString());
        chromium.complaints.removeIf(one -> one.contains(about));
    }

    Page open(TestTokens who, String query, int width, int height) {
        var page = chromium.window(origin, width, height);
        page.navigate(origin + "dashboard" + query + "#token=" + who.sign());
        return page;
    }

    /** With the figures on it. */
    Page opened(TestTokens who, String query, int width, int height) {
        var page = open(who, query, width, height);
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
        assertThat(page.locator("#fresh")).containsText("案件登记");
        return page;
    }

    static TestTokens statistician() {
        return token("statistician").name("统计员");
    }

    static TestTokens display() {
        return token("dashboard").name("大屏");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void shoot(Page page, String name) {
        // the skip link and the focus ring belong to the keyboard
        page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    static void fitsAPhone(Page page, int width) {
        assertEquals(width, page.evaluate("document.scrollingElement.scrollWidth"), "scrolls sideways");
        var small = page.evaluate(
                """
                [...document.querySelectorAll('button, a, input, select, summary')]
                  .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
                  .filter(([, box]) => box.width > 0 && box.bottom > 0 && (box.height < 40 || box.width < 40))
                  .map(([name, box]) => `${name} ${box.width}×${box.height}`)""");
        assertEquals(List.of(), small, "too small to tap");
    }
}

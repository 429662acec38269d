package cn.disputes.alerts.view;

import static cn.disputes.deploy.local.TestTokens.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.TestTokens;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser over the real service and database, and the people who use the page in it. */
abstract class InBrowser {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final YearMonth MONTH = YearMonth.from(TODAY);
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    static Chromium chromium;

    @TestHTTPResource("/")
    String origin;

    @BeforeAll
    static void start() {
        var found = Chromium.found();
        if (found.isEmpty()) System.out.println("No Chromium on the PATH: the page is not tried in a browser");
        else chromium = Chromium.at(found.get());
    }

    @BeforeEach
    void onlyWhereThereIsABrowser() {
        assumeTrue(chromium != null, "no Chromium on the PATH");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
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

    Page open(TestTokens who, int width, int height) {
        return openWith(who.sign(), width, height);
    }

    Page openWith(String token, int width, int height) {
        var page = chromium.window(origin, width, height);
        page.navigate(origin + "board#token=" + token);
        return page;
    }

    static TestTokens leader(String city, String name) {
        return token("leader").region(city).name(name);
    }

    static TestTokens coordinator(String city) {
        return token("coordinator").region(city).name("协调员");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator card(Page page, String number) {
        return page.locator("article").filter(new Locator.FilterOptions().setHasText(number));
    }

    static Locator within(Locator place, String button) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    static String numberOf(Office office, String id) {
        return office.risk(id).getString("litigationCaseNumber");
    }

    /**
     * A leader with a fresh case of this month's order and one that was a predecessor's; returns them in this order.
     */
    static List<String> twoCases(Office office, String city, String old, String leader) {
        office.putLeader(old, "COUNTY");
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + old, old, city.substring(0, 5) + "1");
        office.putDuty("D-" + leader, leader, city.substring(0, 5) + "2");
        var before = MONTH.minusMonths(1);
        var inherited = office.flag(city.substring(0, 5) + "1", before.atDay(2).toString(), "COURT_OPINION");
        office.round(before.toString(), city).statusCode(201);
        office.act(office.leader(old), inherited, Map.of("type", "ACKNOWLEDGED"))
                .statusCode(201);
        office.act(
                        office.leader(old),
                        inherited,
                        Map.of(
                                "type",
                                "PLAN_FILED",
                                "note",
                                "由分管负责人牵头，与原告面谈两次（虚构）",
                                "promisedOn",
                                TODAY.plusDays(20).toString()))
                .statusCode(201);
        office.act(office.leader(old), inherited, Map.of("type", "COORDINATED", "note", "已就补偿数额初步达成一致（虚构）"))
                .statusCode(201);
        var fresh = office.flag(
                city.substring(0, 5) + "2", MONTH.atDay(1).toString(), "PROCEDURE_DEFECT", "LAW_MISAPPLIED");
        office.round(MONTH.toString(), city).statusCode(201);
        // after the round, which gives every case to whose duty it is
        office.act(office.coordinator(), inherited, Map.of("type", "REASSIGNED", "leaderId", leader))
                .statusCode(201);
        return List.of(fresh, inherited);
    }

    static void fitsAPhone(Page page) {
        assertEquals(360, page.evaluate("document.scrollingElement.scrollWidth"), "scrolls sideways");
        var small = page.evaluate(
                """
                [...document.querySelectorAll('button, a, input, select, textarea, summary')]
                  .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
                  .filter(([, box]) => box.bottom > 0 && (box.height < 40 || box.width < 40))
                  .map(([name, box]) => `${name} ${box.width}×${box.height}`)""");
        assertEquals(List.of(), small, "too small to tap");
    }
}

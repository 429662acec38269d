package cn.disputes.alerts.view;

import static cn.disputes.deploy.local.TestTokens.token;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page as a leader and a coordinator use it: at a desk, on a phone, by keyboard, in English, on paper. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BoardTest extends InBrowser {
    @Test
    void aLeaderSignsFilesAPlanAndSeesThePredecessorsPromise() {
        var office = new Office("660100");
        var cases = twoCases(office, "660100", "BOARD-1-old", "BOARD-1");
        var fresh = numberOf(office, cases.get(0));
        var inherited = numberOf(office, cases.get(1));
        var page = open(leader("660100", "BOARD-1"), 1280, 900);
        assertThat(card(page, fresh)).containsText("下一步：签收");
        assertEquals(origin + "board/", page.url(), "the token does not stay in the address bar");

        card(page, inherited).locator("summary").click();
        assertThat(card(page, inherited)).containsText("由分管负责人牵头，与原告面谈两次（虚构）");
        assertThat(card(page, inherited)).containsText("承诺 " + TODAY.plusDays(20) + " 前化解，现行有效");
        assertThat(card(page, inherited)).containsText("已就补偿数额初步达成一致（虚构）");
        assertThat(card(page, inherited)).containsText("虚构BOARD-1-old");

        button(page, "签收").first().click();
        page.getByLabel("签收人").fill("虚构秘书");
        button(page, "提交").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已记录：签收 " + MONTH + " 交办单");
        assertThat(card(page, fresh)).containsText("已签收");
        assertEquals("ACKNOWLEDGED", office.risk(cases.get(0)).getString("state"));
        var receipt = office.leader("BOARD-1").get("/v1/orders?month=" + MONTH).jsonPath();
        assertEquals("虚构秘书", receipt.getString("items[0].receipt.by"));

        within(card(page, fresh), "提交方案").click();
        within(card(page, fresh), "提交").click();
        assertThat(page.locator("[aria-invalid=true]")).isFocused();
        card(page, fresh)
                .getByLabel("方案", new Locator.GetByLabelOptions().setExact(true))
                .fill("一案一策（虚构）");
        card(page, fresh).getByLabel("承诺化解日").fill(TODAY.minusDays(1).toString());
        within(card(page, fresh), "提交").click();
        var fault = card(page, fresh).getByText("不能早于报送日期");
        assertThat(fault).isVisible();
        expectComplaint("400");
        assertThat(card(page, fresh).getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("一案一策（虚构）");
        assertThat(card(page, fresh).getByLabel("承诺化解日")).hasAttribute("aria-invalid", "true");
        card(page, fresh).getByLabel("承诺化解日").fill(TODAY.plusDays(8).toString());
        within(card(page, fresh), "提交").click();
        assertThat(card(page, fresh)).containsText("现行方案：一案一策（虚构）");
        var plan = office.history(cases.get(0));
        assertEquals("一案一策（虚构）", plan.getString("items[1].note"));
        assertEquals(TODAY.plusDays(8).toString(), plan.getString("items[1].promisedOn"));
    }

    @Test
    void aCoordinatorSeesTheMonthPreviewsItAndVerifiesAResolution() {
        var office = new Office("660200");
        var cases = twoCases(office, "660200", "BOARD-2-old", "BOARD-2");
        var fresh = cases.get(0);
        for (var type : List.of("ACKNOWLEDGED", "COORDINATED"))
            office.act(office.leader("BOARD-2"), fresh, Map.of("type", type)).statusCode(201);
        office.act(
                        office.leader("BOARD-2"),
                        fresh,
                        Map.of(
                                "type",
                                "RESOLUTION_CLAIMED",
                                "evidence",
                                "（虚构）行初调解书第9号",
                                "evidenceType",
                                "MEDIATION_STATEMENT",
                                "note",
                                "双方已签字（虚构）"))
                .statusCode(201);
        office.flag("660209", MONTH.atDay(1).toString(), "COURT_OPINION");

        var page = open(coordinator("660200"), 1280, 900);
        assertThat(page.locator("#n-tListed")).hasText("2");
        assertThat(page.locator("#n-tClaimed")).hasText("1");
        assertThat(page.locator("#n-tCarried")).hasText("1");
        assertThat(page.locator("#orders")).containsText("未签收");
        assertThat(page.locator("#carried")).containsText(numberOf(office, cases.get(1)));
        assertThat(page.locator("#recorded-after")).containsText("事后补录（1）");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("coordinator-desktop.png"))
                .setFullPage(true));

        var claim = card(page, numberOf(office, fresh));
        within(claim, "核验销号").click();
        assertThat(claim).containsText("（虚构）行初调解书第9号；双方已签字（虚构）");
        within(claim, "提交").click();
        assertThat(claim).containsText("不能为空");
        claim.getByLabel("凭据种类").selectOption("MEDIATION_STATEMENT");
        claim.getByLabel("凭据（文号、日期）").fill("已核对调解书原件（虚构）");
        within(claim, "提交").click();
        assertThat(page.locator("#n-tClaimed")).hasText("0");
        assertThat(page.locator("#resolved")).containsText("调解书 1");
        assertEquals("RESOLVED", office.risk(fresh).getString("state"));
        assertEquals("已核对调解书原件（虚构）", office.history(fresh).getString("items[3].evidence"));

        page.getByLabel("月份").fill(MONTH.minusMonths(1).toString());
        button(page, "查看").click();
        assertThat(page.locator("h2").first()).containsText(MONTH.minusMonths(1).toString());
        assertThat(page.locator("#n-tListed")).hasText("1");
        page.getByLabel("月份").fill(MONTH.minusMonths(2).toString());
        button(page, "预览交办").click();
        assertThat(page.locator("#preview-title")).containsText("仅供查看，未写入");
        office.coordinator()
                .get("/v1/assignment-rounds/" + MONTH.minusMonths(2))
                .then()
                .statusCode(404);
    }

    @Test
    void aPhoneShowsEverythingWithoutSidewaysScrollingAndInReachOfAThumb() {
        var office = new Office("660300");
        var cases = twoCases(office, "660300", "BOARD-3-old", "BOARD-3");
        var both = token("leader", "coordinator").region("660300").name("BOARD-3");
        var page = open(both, 360, 740);
        var card = card(page, numberOf(office, cases.get(0)));
        assertThat(card).isVisible();
        button(page, "签收").first().click();
        card(page, numberOf(office, cases.get(1))).locator("summary").click();
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("leader-phone.png"))
                .setFullPage(true));
        fitsAPhone(page);
        button(page, "English").click();
        assertThat(card).containsText("Next: sign for it");
        fitsAPhone(page);
        button(page, "The month").click();
        assertThat(page.locator("#orders")).isVisible();
        fitsAPhone(page);
        button(page, "中文").click();
        button(page, "我的案件").click();
        button(page, "每月交办").click();
        assertThat(page.locator("#orders")).isVisible();
        button(page, "预览交办").click();
        assertThat(page.locator("#previewed")).isVisible();
        fitsAPhone(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("coordinator-phone.png"))
                .setFullPage(true));
    }

    @Test
    void theKeyboardAloneIsEnoughToSign() {
        var office = new Office("660400");
        var cases = twoCases(office, "660400", "BOARD-4-old", "BOARD-4");
        var page = open(leader("660400", "BOARD-4"), 1280, 900);
        assertThat(button(page, "签收").first()).isVisible();
        reach(page, "open-receipt-");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("日期")).isFocused();
        reach(page, "-by");
        page.keyboard().type("虚构BOARD-4");
        reach(page, "submit-receipt-");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已记录");
        assertEquals("ACKNOWLEDGED", office.risk(cases.get(0)).getString("state"));
    }

    /** By Tab, until the element in focus is the one looked for; whatever is passed must be seen to have the focus. */
    private static void reach(Page page, String part) {
        for (var i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            var id = (String) page.evaluate("document.activeElement.id");
            assertFalse(
                    "none".equals(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")),
                    id + " does not show the focus");
            if (id.contains(part)) return;
        }
        throw new AssertionError("out of reach of the keyboard: " + part);
    }

    @Test
    void englishIsOneSwitchAway() {
        var office = new Office("660900");
        var id = twoCases(office, "660900", "BOARD-9-old", "BOARD-9").get(1);
        var page = open(leader("660900", "BOARD-9"), 1280, 900);
        button(page, "English").click();
        var card = card(page, numberOf(office, id));
        assertThat(card).containsText("Next: sign for it");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        within(card, "Acknowledge the case").click();
        card.getByLabel("Day").fill(TODAY.plusDays(1).toString());
        within(card, "Submit").click();
        assertThat(card).containsText("Must not be in the future");
        expectComplaint("400");
        var chinese = page.evaluate(
                "[...document.querySelectorAll('button, label, dt, h2, th')].map((one) => one.textContent)"
                        + ".filter((text) => /[\\u4e00-\\u9fff]/.test(text) && text !== '中文')");
        assertEquals(List.of(), chinese);
    }

    @Test
    void itPrintsWithoutButtonsAndWithEverythingUnfolded() {
        var office = new Office("661000");
        var id = twoCases(office, "661000", "BOARD-10-old", "BOARD-10").get(1);
        var page = open(leader("661000", "BOARD-10"), 1280, 900);
        assertThat(card(page, numberOf(office, id))).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(button(page, "打印")).isHidden();
        assertThat(card(page, numberOf(office, id))).containsText("由分管负责人牵头");
        assertThat(card(page, numberOf(office, id)).locator("li").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("leader-print.png"))
                .setFullPage(true));
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(card(page, numberOf(office, id)).locator("li").first()).isHidden();
    }
}

package cn.disputes.alerts.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.local.TestTokens;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The page where people log in; what the provider and the cookie do is pretended here, and tried against a real one elsewhere. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BoardLoginTest extends InBrowser {
    private static final String NOBODY = "{\"login\":\"none\"}";
    private final Queue<String> told = new ArrayDeque<>();

    private static String in(TestTokens who) {
        return "{\"login\":\"in\",\"expiresInSeconds\":300,\"token\":\"" + who.sign() + "\"}";
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(body));
    }

    /** From now on the page's address for tokens says this, one after the other, the last for good. */
    private void tell(String... answers) {
        told.clear();
        told.addAll(Arrays.asList(answers));
    }

    private Page window(String... answers) {
        tell(answers);
        var page = chromium.window(origin, 1280, 900);
        page.route(
                "**/board/token",
                route -> answer(route, "application/json", told.size() > 1 ? told.poll() : told.peek()));
        for (var way : new String[] {"login", "logout"})
            page.route("**/board/" + way + "*", route -> answer(route, "text/html", "<title>" + way + "</title>"));
        return page;
    }

    @Test
    void whoseLoginEndsComesBackToTheFormWithAllThatWasTyped() {
        var office = new Office("661900");
        var cases = twoCases(office, "661900", "BOARD-19-old", "BOARD-19");
        var page = window(in(leader("661900", "BOARD-19")));
        page.navigate(origin + "board/");
        var card = card(page, numberOf(office, cases.get(1)));
        within(card, "签收本案").click();
        within(card, "提交").click();
        within(card, "提交方案").click();
        var plan = card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true));
        plan.fill("写了很久的方案（虚构）");
        assertFalse(((String) page.evaluate("JSON.stringify(sessionStorage)")).contains("eyJ"));

        tell(in(leader("661900", "BOARD-19").expired()), NOBODY);
        page.reload();
        page.waitForURL("**/board/login");
        expectComplaint("401");
        tell(in(leader("661900", "BOARD-19")));
        page.navigate(origin + "board/");
        assertThat(plan).hasValue("写了很久的方案（虚构）");
        within(card, "提交").click();
        assertThat(card).containsText("现行方案：写了很久的方案（虚构）");
        page.close();
    }

    @Test
    void whoLeavesIsLoggedOutAndAskedBeforeTheNextLogin() {
        var page = window(in(coordinator("660910")), NOBODY);
        page.navigate(origin + "board/");
        assertThat(page.locator("main")).containsText("本月尚未交办");
        button(page, "退出").click();
        page.waitForURL("**/board/logout");
        page.navigate(origin + "board/");
        assertThat(page.locator("main")).containsText("请登录");
        assertEquals(origin + "board/", page.url());
        button(page, "登录").click();
        page.waitForURL("**/board/login");
        page.close();
    }
}

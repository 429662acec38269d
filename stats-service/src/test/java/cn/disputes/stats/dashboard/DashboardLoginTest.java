package cn.disputes.stats.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.local.TestTokens;
import cn.disputes.stats.PretendFeeds;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The page where people log in; what the provider and the cookie do is pretended here, and tried against a real one elsewhere. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class DashboardLoginTest extends InBrowser {
    private static final String NOBODY = "{\"login\":\"none\"}";

    private static String in(TestTokens who) {
        return "{\"login\":\"in\",\"expiresInSeconds\":300,\"token\":\"" + who.sign() + "\"}";
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(body));
    }

    /** @param told what the page's address for tokens says, one after the other, the last for good */
    private Page window(String... told) {
        var page = chromium.window(origin, 1280, 900);
        Queue<String> left = new ArrayDeque<>(List.of(told));
        page.route(
                "**/dashboard/token",
                route -> answer(route, "application/json", left.size() > 1 ? left.poll() : left.peek()));
        for (var way : List.of("login", "logout"))
            page.route("**/dashboard/" + way + "*", route -> answer(route, "text/html", "<title>" + way + "</title>"));
        return page;
    }

    @Test
    void whoIsLoggedInSeesTheFiguresAndLeavesNoTokenInTheTab() {
        var page = window(in(statistician()));
        page.navigate(origin + "dashboard?period=2022");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
        assertThat(page.locator("#fresh")).containsText("实时");
        assertFalse(((String) page.evaluate("JSON.stringify(sessionStorage)")).contains("eyJ"));
        button(page, "退出").click();
        page.waitForURL("**/dashboard/logout");
        page.close();
    }

    @Test
    void whoIsNotIsSentToLogInWithTheView() {
        var page = window(NOBODY);
        page.navigate(origin + "dashboard?period=2022&region=330782");
        page.waitForURL("**/dashboard/login?back=period%3D2022%26region%3D330782");
        // back without a login, so soon: not sent in a circle
        page.navigate(origin + "dashboard?period=2022&region=330782");
        assertThat(page.locator("main")).containsText("请登录");
        button(page, "登录").click();
        page.waitForURL("**/dashboard/login?back=*");
        page.close();
    }

    @Test
    void whoLeftIsNotSentBackAtOnce() {
        var page = window(in(statistician()), NOBODY);
        page.navigate(origin + "dashboard?period=2022");
        button(page, "退出").click();
        page.waitForURL("**/dashboard/logout");
        page.navigate(origin + "dashboard");
        assertThat(button(page, "登录")).isVisible();
        assertEquals(origin + "dashboard", page.url());
        page.close();
    }

    @Test
    void aTokenThatIsRefusedIsRenewedAndThePersonNoticesNothing() {
        var page = window(in(statistician().expired()), in(statistician()));
        page.navigate(origin + "dashboard?period=2022");
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
        assertThat(page.locator("#alert")).isEmpty();
        expectComplaint("401");
        page.close();
    }

    @Test
    void whoseLoginEndsMeanwhileIsSentToLogInWithTheView() {
        var page = window(in(statistician().expired()), NOBODY);
        page.navigate(origin + "dashboard?period=2022");
        page.waitForURL("**/dashboard/login?back=period%3D2022");
        expectComplaint("401");
        page.close();
    }

    @Test
    void aTokenInTheAddressGoesBeforeALogin() {
        var page = window(NOBODY);
        page.navigate(origin + "dashboard?period=2022#token=" + statistician().sign());
        assertThat(page.locator("#n-RECONSIDERATIONS_RECEIVED")).isVisible();
        page.close();
    }
}

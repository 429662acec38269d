package cn.disputes.alerts.view;

import static cn.disputes.deploy.local.TestTokens.token;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes wrong is said in words, and nothing that was typed is lost. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BoardTroubleTest extends InBrowser {
    @Test
    void anExpiredTokenIsSaidInWordsAndWhatWasTypedIsSentWithANewOne() {
        var office = new Office("660500");
        var cases = twoCases(office, "660500", "BOARD-5-old", "BOARD-5");
        var page = open(leader("660500", "BOARD-5"), 1280, 900);
        var card = card(page, numberOf(office, cases.get(1)));
        within(card, "签收本案").click();
        within(card, "提交").click();
        within(card, "提交方案").click();
        card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)).fill("写了很久的方案（虚构）");
        page.reload();
        assertThat(card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("写了很久的方案（虚构）");
        page.evaluate(
                "token => { location.hash = 'token=' + token; }",
                leader("660500", "BOARD-5").expired().sign());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("令牌已过期或无效");
        within(card, "提交").click();
        assertThat(card.locator(".fault").last()).containsText("令牌已过期或无效");
        assertThat(card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("写了很久的方案（虚构）");
        page.reload();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("令牌已过期或无效");
        expectComplaint("401");
        page.getByLabel("带令牌的地址，或令牌").fill("不是令牌");
        button(page, "使用").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("这不是令牌");
        page.getByLabel("带令牌的地址，或令牌")
                .fill(origin + "board/#token=" + leader("660500", "BOARD-5").sign());
        button(page, "使用").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isEmpty();
        assertThat(card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("写了很久的方案（虚构）");
        within(card, "提交").click();
        assertThat(card).containsText("现行方案：写了很久的方案（虚构）");
        page.close();
        var late = openWith(leader("660500", "BOARD-5").expired().sign(), 1280, 900);
        assertThat(late.getByRole(AriaRole.ALERT)).containsText("令牌已过期或无效");
        expectComplaint("401");
    }

    @Test
    void aCaseThatSomebodyChangedMeanwhileIsReadAnewAndNothingTypedIsLost() {
        var office = new Office("660600");
        var id = twoCases(office, "660600", "BOARD-6-old", "BOARD-6").get(1);
        var page = open(leader("660600", "BOARD-6"), 1280, 900);
        var card = card(page, numberOf(office, id));
        within(card, "签收本案").click();
        within(card, "提交").click();
        within(card, "协调记录").click();
        card.getByLabel("协调情况").fill("与原告通话（虚构）");
        office.act(office.coordinator(), id, Map.of("type", "COORDINATED", "note", "与法院通话（虚构）"))
                .statusCode(201);
        within(card, "提交").click();
        assertThat(card.locator(".fault").last()).containsText("该记录已被他人更新");
        expectComplaint("412");
        assertThat(card.getByLabel("协调情况")).hasValue("与原告通话（虚构）");
        within(card, "提交").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已记录：协调记录");
        assertEquals("与原告通话（虚构）", office.history(id).getList("items.note").get(6));

        within(card, "提交方案").click();
        card.getByLabel("方案", new Locator.GetByLabelOptions().setExact(true)).fill("给别人的方案（虚构）");
        office.act(office.coordinator(), id, Map.of("type", "WON")).statusCode(201);
        within(card, "提交").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("您填写的内容：给别人的方案（虚构）");
        expectComplaint("412");
    }

    @Test
    void withoutANetworkNothingIsLostAndSendingTwiceRecordsOnce() {
        var office = new Office("660700");
        var id = twoCases(office, "660700", "BOARD-7-old", "BOARD-7").get(1);
        office.act(office.leader("BOARD-7"), id, Map.of("type", "ACKNOWLEDGED")).statusCode(201);
        var page = open(leader("660700", "BOARD-7"), 1280, 900);
        var card = card(page, numberOf(office, id));
        within(card, "协调记录").click();
        card.getByLabel("协调情况").fill("现场协调（虚构）");
        Chromium.offline(page, true);
        within(card, "提交").click();
        assertThat(card.locator(".fault").last()).containsText("网络不通");
        Chromium.offline(page, false);
        // the first answer is lost on its way: the service has recorded what the page does not know of
        page.route(Pattern.compile(".*/actions$"), route -> {
            route.fetch();
            route.abort();
        });
        within(card, "提交").click();
        assertThat(card.locator(".fault").last()).containsText("网络不通");
        assertEquals("IN_COORDINATION", office.risk(id).getString("state"));
        page.unroute(Pattern.compile(".*/actions$"));
        within(card, "提交").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已记录：协调记录");
        expectComplaint("ERR_");
        assertEquals(
                1,
                office.history(id).getList("items.note").stream()
                        .filter("现场协调（虚构）"::equals)
                        .count());
    }

    @Test
    void withoutATokenItSaysHowToGetOneAndLeavingForgetsIt() {
        var page = chromium.window(origin, 360, 740);
        page.navigate(origin + "board/");
        assertThat(page.locator("main")).containsText("此页需要访问令牌");
        assertThat(page.locator("main")).containsText("deploy/run.sh");
        fitsAPhone(page);
        page.navigate(origin + "board/#token=" + coordinator("660800").sign());
        assertThat(page.locator("main")).containsText("本月尚未交办");
        assertTrue(((String) page.evaluate("JSON.stringify(sessionStorage)")).contains("board.token"));
        assertEquals(0, page.evaluate("localStorage.length"));
        assertEquals("", page.evaluate("document.cookie"));
        button(page, "退出").click();
        assertThat(page.locator("main")).containsText("此页需要访问令牌");
        assertEquals(0, page.evaluate("sessionStorage.length"));
        page.navigate(origin + "board/#token=" + token("statistician").sign());
        assertThat(page.locator("main")).containsText("没有领导或协调员角色");
    }
}

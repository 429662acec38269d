package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People who open the two pages: they log in at the provider, stay logged in, log out; their cookies open nothing else. */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {
    private static final String[] BY_THE_PAGE = {
        "X-Requested-With", "JavaScript", "Sec-Fetch-Site", "same-origin", "Accept-Language", "en"
    };

    private static BehindKeycloak suite;
    private static Person leader;
    private static Browser leaders;

    @BeforeAll
    static void start() throws Exception {
        suite = new BehindKeycloak(Path.of("target/pages-it").toAbsolutePath(), List.of(Service.ALERTS, Service.STATS));
        leader = suite.keycloak.person("pages-leader", "330700", null, "leader");
    }

    @AfterAll
    static void stop() throws Exception {
        if (suite != null) suite.close();
    }

    private static String board(String path) {
        return suite.at(Service.ALERTS, "/board/" + path);
    }

    private static String dashboard(String path) {
        return suite.at(Service.STATS, "/dashboard" + path);
    }

    private static JsonPath told(Browser browser, String address) throws Exception {
        var answer = browser.open(address, BY_THE_PAGE);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        return JsonPath.from(answer.body());
    }

    private static String token(Browser browser, String address) throws Exception {
        var told = told(browser, address);
        assertEquals("in", told.getString("login"));
        return told.getString("token");
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static int asked(String address, String token) {
        return RestAssured.given().auth().oauth2(token).get(address).statusCode();
    }

    private static boolean asksForAPassword(HttpResponse<String> page) {
        return page.uri().toString().startsWith(suite.realm()) && page.body().contains("name=\"password\"");
    }

    private static void live(String seconds) {
        suite.keycloak.change(
                "pages",
                Map.of("attributes", Map.of("pkce.code.challenge.method", "S256", "access.token.lifespan", seconds)));
    }

    @Test
    @Order(1)
    void aLeaderLogsInAndComesBackToTheSameView() throws Exception {
        leaders = new Browser(null);
        assertEquals("none", told(leaders, board("token")).getString("login"));
        var first = leaders.open(board("login?back=view%3Dmine%26x%3D1"));
        assertTrue(asksForAPassword(first), first.uri() + "\n" + first.body());
        assertTrue(first.uri().getQuery().contains("code_challenge_method=S256"));
        var page = leaders.login(first, leader);
        assertEquals(board("?view=mine&x=1"), page.uri().toString());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("board.js"));

        var told = told(leaders, board("token"));
        assertTrue(told.getInt("expiresInSeconds") > 60 && told.getInt("expiresInSeconds") <= 300);
        var claims = claims(told.getString("token"));
        assertEquals(List.of("leader"), claims.getList("groups"));
        assertEquals("330700", claims.getString("region"));
        assertEquals(leader.id, claims.getString("sub"));
        assertEquals("disputes", claims.getString("aud"));
        assertEquals(200, asked(suite.at(Service.ALERTS, "/v1/my/cases"), told.getString("token")));
        assertEquals(403, asked(suite.at(Service.ALERTS, "/v1/sources"), told.getString("token")));
    }

    @Test
    @Order(2)
    void theCookieIsThePagesAloneAndNobodyReadsIt() throws Exception {
        var cookies = leaders.cookies(board("token"));
        assertFalse(cookies.isEmpty());
        var token = token(leaders, board("token"));
        for (var cookie : cookies) {
            assertEquals("/board", cookie.path());
            assertTrue(cookie.set().matches("(?i).*; HttpOnly; SameSite=Lax"));
            assertFalse(cookie.value().contains(token.split("\\.")[1]), "sealed");
            assertTrue(cookie.name().length() + cookie.value().length() <= 4096, "a browser drops what is longer");
        }
        for (var other : List.of("/v1/my/cases", "/q/health", "/"))
            assertEquals(List.of(), leaders.cookies(suite.at(Service.ALERTS, other)));
        assertEquals(List.of(), leaders.cookies(dashboard("/token")));
    }

    /** Even where somebody sends it by hand, and where an address ends like the name of the login. */
    @Test
    @Order(3)
    void aCookieNeverAuthorisesACall() throws Exception {
        var cookies = Browser.header(leaders.cookies(board("token")));
        for (var path : List.of("/v1/my/cases", "/v1/month", "/v1/risk-cases/pages"))
            RestAssured.given()
                    .header("Cookie", cookies)
                    .redirects()
                    .follow(false)
                    .get(suite.at(Service.ALERTS, path))
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer");
        RestAssured.given()
                .header("Cookie", cookies)
                .auth()
                .oauth2(token(leaders, board("token")))
                .get(suite.at(Service.ALERTS, "/v1/my/cases"))
                .then()
                .statusCode(200);
    }

    @Test
    @Order(4)
    void nobodyElsesPageGetsTheTokenOrLogsAnybodyOut() throws Exception {
        for (var site : List.of("cross-site", "same-site", "none"))
            assertEquals(
                    403,
                    leaders.open(board("token"), "X-Requested-With", "JavaScript", "Sec-Fetch-Site", site)
                            .statusCode());
        var without = leaders.open(board("token"), "Accept-Language", "en");
        assertEquals(403, without.statusCode());
        assertEquals("foreign-call", JsonPath.from(without.body()).getString("code"));
        assertEquals(
                403,
                leaders.open(board("logout"), "Sec-Fetch-Site", "cross-site").statusCode());
        var elsewhere = leaders.open(board("login?back=%0d%0aSet-Cookie:x"));
        assertEquals(board(""), elsewhere.uri().toString());
        token(leaders, board("token"));
    }

    /** One login at the provider opens both pages, and each is renewed without disturbing the other. */
    @Test
    @Order(5)
    void tokensAreRenewedAsLongAsTheProvidersSessionLasts() throws Exception {
        live("4");
        assertEquals(
                dashboard("?period=2026"),
                leaders.open(dashboard("/login?back=period%3D2026")).uri().toString());
        // the first one is still of five minutes
        token(leaders, board("token"));
        var old = told(leaders, dashboard("/token")).getString("token");
        for (var turn = 0; turn < 3; turn++) {
            var before = token(leaders, board("token"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> asked(suite.at(Service.STATS, "/v1/regions"), old) == 401);
            var after = token(leaders, dashboard("/token"));
            assertNotEquals(before, after);
            assertEquals(200, asked(suite.at(Service.STATS, "/v1/regions"), after));
        }
        live("300");
    }

    /** The key of the cookie is the deployment's: whoever logged in at one replica is known to the other. */
    @Test
    @Order(6)
    void anotherReplicaKnowsWhoLoggedInAndSpeaksHttpsWhereTold() throws Exception {
        var port = Ports.free(1).get(0);
        var address = "http://127.0.0.1:" + port;
        try (var other = suite.run(Service.ALERTS, port, "second", Map.of("PAGES_HTTPS", "true"))) {
            other.awaitReady(address + "/q/health/ready", 90);
            token(leaders, address + "/board/token");
            var sent = new Browser(suite.realm()).open(address + "/board/login");
            assertEquals(302, sent.statusCode());
            assertEquals(
                    address.replace("http:", "https:") + "/board/login",
                    Login.parameters(sent).get("redirect_uri"));
            assertTrue(sent.headers().allValues("Set-Cookie").stream().allMatch(set -> set.contains("; Secure")));
        }
    }

    @Test
    @Order(7)
    void whoseSessionEndedIsSentToLogIn() throws Exception {
        var person = suite.keycloak.person("pages-ended", "330700", null, "coordinator");
        live("4");
        var browser = new Browser(null);
        browser.login(browser.open(board("login")), person);
        token(browser, board("token"));
        suite.keycloak.logOut(person);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "none".equals(told(browser, board("token")).getString("login")));
        live("300");
        var page = browser.open(board("login?back=x%3D2"));
        assertTrue(asksForAPassword(page), page.uri() + "\n" + page.body());
        assertEquals(board("?x=2"), browser.login(page, person).uri().toString());
        token(browser, board("token"));
    }

    @Test
    @Order(8)
    void loggingOutEndsTheSessionAtTheProviderToo() throws Exception {
        var page = leaders.open(board("logout"), "Sec-Fetch-Site", "same-origin");
        assertTrue(page.uri().toString().startsWith(board("")), page.uri() + "\n" + page.body());
        assertEquals("none", told(leaders, board("token")).getString("login"));
        assertEquals(board(""), leaders.open(board("logout")).uri().toString(), "once more changes nothing");
        assertTrue(asksForAPassword(leaders.open(board("login"))));
    }

    /** A screen is a user with the role of screens who logs in on it once. */
    @Test
    @Order(9)
    void aScreenShowsFiguresAndNoCase() throws Exception {
        var browser = new Browser(null);
        var person = suite.keycloak.person("screen-hall", "330700", null, "dashboard");
        var page = browser.login(browser.open(dashboard("/login")), person);
        assertEquals(dashboard(""), page.uri().toString());
        var token = token(browser, dashboard("/token"));
        var span = "from=2026-01&to=2026-01";
        assertEquals(200, asked(suite.at(Service.STATS, "/v1/statistics?indicators=LOSS_RATE&" + span), token));
        assertEquals(403, asked(suite.at(Service.STATS, "/v1/statistics/LOSS_RATE/cases?" + span), token));
    }

    @Test
    @Order(10)
    void noTokenStandsInALog() throws Exception {
        for (var service : suite.services.values()) {
            var log = service.log();
            assertFalse(log.contains("eyJ"), "a token");
            assertFalse(log.contains(suite.secrets.variables().get("PAGES_SECRET")));
            assertFalse(log.contains(suite.secrets.variables().get("PAGES_COOKIE_SECRET")));
        }
    }

    /** Nobody loses a login because the provider is restarted: the page tries again and goes nowhere meanwhile. */
    @Test
    @Order(11)
    void whileTheProviderIsAwayThePageIsToldSo() throws Exception {
        var person = suite.keycloak.person("pages-away", "330700", null, "leader");
        live("4");
        var browser = new Browser(null);
        browser.login(browser.open(board("login")), person);
        token(browser, board("token"));
        suite.keycloak.close();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.open(board("token"), BY_THE_PAGE).statusCode() == 503);
        var answer = browser.open(board("token"), BY_THE_PAGE);
        assertEquals("provider-away", JsonPath.from(answer.body()).getString("code"));
        assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
        assertFalse(browser.cookies(board("token")).isEmpty(), "the login is kept");
    }
}

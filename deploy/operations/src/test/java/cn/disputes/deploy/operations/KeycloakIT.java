package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who may what behind a real Keycloak, and what becomes of those who may not any more. */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
    private static final String BUREAU = "11330700002592265Y";
    private static final String POLICE = "11330702002593364M";
    private static final String TOOL = "http://127.0.0.1:5555/back";

    private static BehindKeycloak suite;
    private static Secrets secrets;
    private static Keycloak keycloak;
    private static Person officer;
    private static String officersToken;
    private static String officersRefresh;

    @BeforeAll
    static void start() throws Exception {
        suite = new BehindKeycloak(Path.of("target/keycloak-it").toAbsolutePath(), List.of(Service.values()));
        secrets = suite.secrets;
        keycloak = suite.keycloak;
    }

    @AfterAll
    static void stop() throws Exception {
        if (suite != null) suite.close();
    }

    private static String realm() {
        return suite.realm();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String at(Service service, String path) {
        return suite.at(service, path);
    }

    private static String machine(String client, String variable) {
        return keycloak.login(client, secrets.variables().get(variable))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String tokenOf(Person person) throws Exception {
        return new Login(realm(), "officers", TOOL)
                .token(person)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static Map<String, Object> application(String region, String respondent) {
        return Map.of(
                "regionCode",
                region,
                "receivedOn",
                today(),
                "channel",
                "ONLINE",
                "applicants",
                List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲", "idNumber", "330702180001010015")),
                "respondentCode",
                respondent,
                "actType",
                "PENALTY",
                "domain",
                "OTHER",
                "claims",
                "请求撤销（虚构）");
    }

    /** A password alone is not enough: the first login asks for a second factor, and PKCE binds the code to the tool. */
    @Test
    @Order(1)
    void anOfficerLogsInWithTwoFactors() throws Exception {
        officer = keycloak.person("officer", "330702", null, "case-officer");
        var login = new Login(realm(), "officers", TOOL);
        var code = login.code(officer);
        assertTrue(officer.enrolled(), "the first login sets up the authenticator");
        login.token(code, "somebody-elses-verifier-that-is-long-enough-to-be-one")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        var answer = new Login(realm(), "officers", TOOL)
                .token(officer)
                .then()
                .statusCode(200)
                .extract();
        officersToken = answer.path("access_token");
        officersRefresh = answer.path("refresh_token");
        var without = new Login(realm(), "officers", TOOL).open(false);
        assertTrue(Login.returned(without), "refused before any page");
        assertEquals("invalid_request", Login.parameters(without).get("error"));
    }

    @Test
    @Order(2)
    void theTokenSaysWhatTheServicesWant() {
        var claims = claims(officersToken);
        assertEquals(List.of("case-officer"), claims.getList("groups"));
        assertEquals("330702", claims.getString("region"));
        assertEquals("合成officer", claims.getString("name"));
        assertEquals(officer.id, claims.getString("sub"));
        assertEquals("disputes", claims.getString("aud"));
        assertEquals(realm(), claims.getString("iss"));
        assertEquals(300, claims.getLong("exp") - claims.getLong("iat"));
    }

    @Test
    @Order(3)
    void anOfficerWorksInTheRegionAndNowhereElse() throws Exception {
        var city = tokenOf(keycloak.person("city", "330700", null, "case-officer"));
        // the bureau itself is known from the first migration on
        as(city).body(Map.of("name", "（虚构）公安分局", "regionCode", "330702"))
                .put(at(Service.CASES, "/v1/agencies/" + POLICE))
                .then()
                .statusCode(201);
        as(officersToken)
                .body(application("330702", POLICE))
                .post(at(Service.CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(201);
        as(officersToken)
                .body(application("330782", BUREAU))
                .post(at(Service.CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(404);
        var elsewhere = as(city).body(application("330782", BUREAU))
                .post(at(Service.CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(officersToken)
                .get(at(Service.CASES, "/v1/reconsiderations/" + elsewhere))
                .then()
                .statusCode(404);
        as(officersToken)
                .get(at(Service.CASES, "/v1/reconsiderations?count=true"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        as(city).get(at(Service.CASES, "/v1/reconsiderations?count=true"))
                .then()
                .body("total", equalTo(2));
    }

    @Test
    @Order(4)
    void theWrongRoleIsRefused() {
        as(officersToken).get(at(Service.CASES, "/v1/events")).then().statusCode(403);
        as(officersToken).get(at(Service.ALERTS, "/v1/sources")).then().statusCode(403);
        as(officersToken).post(at(Service.STATS, "/v1/rebuild")).then().statusCode(403);
        given().get(at(Service.CASES, "/v1/reconsiderations")).then().statusCode(401);
        var feeds = machine("stats-service", "STATS_SERVICE_SECRET");
        as(feeds).get(at(Service.CASES, "/v1/reconsiderations")).then().statusCode(403);
        as(feeds).get(at(Service.CASES, "/v1/events")).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    @Order(5)
    void aLiaisonSeesTheCasesOfOneAgency() throws Exception {
        var liaison = tokenOf(keycloak.person("liaison", "330700", POLICE, "agency-liaison"));
        assertEquals(POLICE, claims(liaison).getString("agency"));
        as(liaison)
                .get(at(Service.CASES, "/v1/reconsiderations?count=true"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.respondentCode", hasItem(POLICE));
    }

    /** The services read each other's feeds with tokens they fetch themselves; a screen sees figures and no case. */
    @Test
    @Order(6)
    void theFiguresFollowAndAScreenShowsThem() {
        var screen = machine("dashboards", "DASHBOARDS_SECRET");
        var month = today().substring(0, 7);
        // the year so far: of a month by itself two cases are too few for a screen
        var year = today().substring(0, 4) + "-01";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> 2
                        == as(screen)
                                .get(at(
                                        Service.STATS,
                                        "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=" + year + "&to="
                                                + month))
                                .jsonPath()
                                .getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value"));
        as(screen)
                .get(at(
                        Service.STATS,
                        "/v1/statistics/RECONSIDERATIONS_RECEIVED/cases?set=numerator&from=" + month + "&to=" + month))
                .then()
                .statusCode(403);
        await().atMost(Duration.ofSeconds(30)).until(() -> as(screen)
                .get(at(Service.STATS, "/v1/freshness"))
                .jsonPath()
                .getBoolean("caughtUp"));
    }

    @Test
    @Order(7)
    void aCourtsSystemPostsForItsRegion() {
        var court = machine("court-330782", "COURT_SECRET");
        assertEquals("330782", claims(court).getString("region"));
        as(court)
                .body(alert("330782"))
                .post(at(Service.ALERTS, "/v1/alerts"))
                .then()
                .statusCode(201);
        as(court)
                .body(alert("330702"))
                .post(at(Service.ALERTS, "/v1/alerts"))
                .then()
                .statusCode(404);
        as(court).get(at(Service.CASES, "/v1/reconsiderations")).then().statusCode(403);
    }

    /** Nobody is there at night to log in. */
    @Test
    @Order(7)
    void theAuditTrailIsVerifiedByAMachine() throws Exception {
        var auditor = machine("audit-verify", "AUDIT_VERIFY_SECRET");
        as(auditor).get(at(Service.CASES, "/v1/reconsiderations")).then().statusCode(403);
        var head = Running.script(
                Map.of(
                        "AUDIT_VERIFY_TOKEN_URL",
                        keycloak.inside() + "/realms/disputes/protocol/openid-connect/token",
                        "AUDIT_VERIFY_SECRET",
                        secrets.variables().get("AUDIT_VERIFY_SECRET")),
                Service.DEPLOY.resolve("audit-verify.sh").toString(),
                "--url",
                at(Service.CASES, ""));
        assertTrue(head.strip().matches("\\d+:[0-9a-f]+"), head);
    }

    /** People log in where the proxy leads them; the administration is asked for on this machine. */
    @Test
    @Order(7)
    void theAdministrationHasAnAddressOfItsOwn() {
        var page = given().get(keycloak.inside() + "/admin/master/console/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("\"adminBaseUrl\": \"http://localhost:8080\""), page);
        assertTrue(page.contains("\"serverBaseUrl\": \"" + keycloak.outside() + "\""), page);
    }

    private static Map<String, Object> alert(String region) {
        return Map.ofEntries(
                Map.entry("source", "court-330782"),
                Map.entry("sourceAlertId", "a-" + region),
                Map.entry("court", "义乌市人民法院"),
                Map.entry("litigationCaseNumber", "(2026)浙0782行初1号"),
                Map.entry("regionCode", region),
                Map.entry("defendantCode", BUREAU),
                Map.entry("defendantName", "（虚构）"),
                Map.entry("riskReasons", List.of("EVIDENCE_GAP")),
                Map.entry("raisedOn", today()));
    }

    /** Nobody moves into another region or agency alone: only an administrator writes these. */
    @Test
    @Order(8)
    void nobodyChangesTheOwnRegion() throws Exception {
        var person = keycloak.person("mover", "330702", null, "case-officer");
        var back = keycloak.outside() + "/realms/disputes/account/";
        var token = new Login(realm(), "account-console", back)
                .token(person)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        var account = keycloak.inside() + "/realms/disputes/account/";
        Map<String, Object> self = new HashMap<>(as(token)
                .accept("application/json")
                .get(account)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap(""));
        Map<String, Object> attributes = new HashMap<>((Map<String, Object>) self.get("attributes"));
        attributes.put("region", List.of("330700"));
        self.put("attributes", attributes);
        as(token).accept("application/json").body(self).post(account);
        assertEquals(
                List.of("330702"),
                keycloak.administrator()
                        .get("/admin/realms/disputes/users/" + person.id)
                        .jsonPath()
                        .getList("attributes.region"));
        as(token).get(at(Service.CASES, "/v1/reconsiderations")).then().statusCode(401);
    }

    @Test
    @Order(9)
    void guessingIsStopped() throws Exception {
        var person = keycloak.person("guessed", "330702", null, "case-officer");
        var login = new Login(realm(), "officers", TOOL);
        var page = login.open(true);
        for (var guess = 0; guess < 5; guess++) page = login.password(page, person.username, "Falsch-2026:" + guess);
        page = login.password(page, person.username, person.password);
        assertFalse(Login.returned(page));
        assertFalse(page.body().contains("totpSecret"), "not even the right password goes on");
        keycloak.administrator()
                .get("/admin/realms/disputes/attack-detection/brute-force/users/" + person.id)
                .then()
                .body("disabled", equalTo(true));
    }

    @Test
    @Order(10)
    void aTokenRunsOut() {
        keycloak.change("court-330782", Map.of("attributes", Map.of("access.token.lifespan", "4")));
        var court = machine("court-330782", "COURT_SECRET");
        as(court).get(at(Service.ALERTS, "/v1/alerts")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(court).get(at(Service.ALERTS, "/v1/alerts")).statusCode() == 401);
    }

    /** Who is shut out gets no further token; the one there is lives for five minutes at most. */
    @Test
    @Order(11)
    void whoIsShutOutGetsNoFurtherToken() {
        var screen = machine("dashboards", "DASHBOARDS_SECRET");
        keycloak.change("dashboards", Map.of("enabled", false));
        keycloak.login("dashboards", secrets.variables().get("DASHBOARDS_SECRET"))
                .then()
                .statusCode(401);
        assertTrue(claims(screen).getLong("exp") - claims(screen).getLong("iat") <= 300);
        keycloak.login("stats-service", "a secret that is not its own").then().statusCode(401);
        keycloak.disable(officer);
        new Login(realm(), "officers", TOOL)
                .refresh(officersRefresh)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    /** A key that got out is withdrawn: what it signed is refused, and the services go on without a restart. */
    @Test
    @Order(12)
    void aSigningKeyIsReplacedWhileEverythingRuns() throws Exception {
        var city = new HashMap<Service, String>();
        var before = machine("stats-service", "STATS_SERVICE_SECRET");
        as(before).get(at(Service.CASES, "/v1/events")).then().statusCode(200);
        keycloak.replaceSigningKey();
        var after = machine("stats-service", "STATS_SERVICE_SECRET");
        assertFalse(kid(before).equals(kid(after)));
        for (var service : List.of(Service.CASES, Service.ALERTS))
            city.put(
                    service,
                    Integer.toString(as(after).get(at(service, "/v1/events")).statusCode()));
        assertEquals(Map.of(Service.CASES, "200", Service.ALERTS, "200"), city);
        for (var service : List.of(Service.CASES, Service.ALERTS))
            as(before).get(at(service, "/v1/events")).then().statusCode(401);
    }

    private static String kid(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8))
                .getString("kid");
    }

    @Test
    @Order(13)
    void noTokenAndNoSecretStandsInALog() throws Exception {
        for (var service : Service.values()) {
            var log = suite.services.get(service).log();
            assertFalse(log.contains("eyJ"), service + " logs a token");
            for (var secret : secrets.variables().entrySet())
                if (!secret.getKey().matches(".*_(URL|HTTPS)"))
                    assertFalse(log.contains(secret.getValue()), service + " logs " + secret.getKey());
            assertFalse(log.contains("合成"), service + " logs a name");
        }
    }

    /** What happened stands in Keycloak's own trail, for the auditor. */
    @Test
    @Order(14)
    void loginsAreRecorded() {
        keycloak.administrator()
                .get("/admin/realms/disputes/events?max=200")
                .then()
                .statusCode(200)
                .body("type", hasItems("LOGIN", "LOGIN_ERROR", "CLIENT_LOGIN", "UPDATE_TOTP"));
    }
}

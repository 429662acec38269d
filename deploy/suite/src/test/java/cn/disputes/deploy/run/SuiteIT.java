package cn.disputes.deploy.run;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole suite with its sample, used as its users would: started, read, worked with, killed, started again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {
    private static final int CASES = 0;
    private static final int ALERTS = 1;
    private static final int STATS = 2;
    private static final String BUREAU = "11330700002592265Y";

    private static RunningSuite suite;

    @BeforeAll
    static void start() throws IOException {
        var folder = Path.of("target/suite-it").toAbsolutePath();
        Files.createDirectories(folder.getParent());
        suite = new RunningSuite(folder, RunningSuite.freePorts(3)).start("--reset");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (suite != null) suite.close();
    }

    private static RequestSpecification as(String role, String region) throws Exception {
        return given().auth()
                .oauth2(suite.token("--role", role, "--region", region))
                .contentType("application/json");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static JsonPath figures(String indicators, String from, String to) throws Exception {
        return as("statistician", "330700")
                .get(suite.url(STATS, "/v1/statistics?indicators=" + indicators + "&from=" + from + "&to=" + to))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long received() throws Exception {
        var month = today().toString().substring(0, 7);
        return figures("RECONSIDERATIONS_RECEIVED", month, month)
                .getLong("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
    }

    private static void caughtUp() {
        await().atMost(Duration.ofSeconds(30)).until(() -> as("statistician", "330700")
                .get(suite.url(STATS, "/v1/freshness"))
                .jsonPath()
                .getBoolean("caughtUp"));
    }

    private static Map<String, Object> application() {
        return Map.of(
                "regionCode", "330700",
                "receivedOn", today().toString(),
                "channel", "ONLINE",
                "applicants",
                        List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲", "idNumber", "330702180001010015")),
                "respondentCode", BUREAU,
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）");
    }

    private static String register() throws Exception {
        return as("case-officer", "330700")
                .body(application())
                .post(suite.url(CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    @Order(1)
    void printsTheElevenFiguresOf2022AndTheyAgree() throws Exception {
        assertFalse(suite.said("✗"), suite.output());
        assertEquals(
                11, suite.output().lines().filter(line -> line.contains("✓")).count(), suite.output());
        var year = figures(
                "RECONSIDERATIONS_RECEIVED,RECONSIDERATIONS_CONCLUDED,RECONSIDERATIONS_CORRECTED,DISPUTE_SETTLED_RATE",
                "2022-01",
                "2022-12");
        assertEquals(2291, year.getLong("rows[0].values.RECONSIDERATIONS_RECEIVED.value"));
        assertEquals(2243, year.getLong("rows[0].values.RECONSIDERATIONS_CONCLUDED.value"));
        assertEquals(75, year.getLong("rows[0].values.RECONSIDERATIONS_CORRECTED.value"));
        assertEquals("92%", year.getString("rows[0].values.DISPUTE_SETTLED_RATE.display"));
        for (var form : List.of("GFFTZ-1", "YINGSU-1")) {
            as("statistician", "330700")
                    .get(suite.url(STATS, "/v1/forms/" + form + "?from=2022-01&to=2022-12"))
                    .then()
                    .statusCode(200)
                    .body("checks.findAll { !it.holds }.label", empty())
                    .body("balanced", equalTo(true));
        }
    }

    /** Whoever opens what is printed sees the figures of the sample; a display sees no row. */
    @Test
    @Order(2)
    void printsAddressesThatOpenTheFigures() {
        var addresses = suite.output()
                .lines()
                .filter(line -> line.contains("/dashboard?period=2022#token="))
                .map(line -> line.substring(line.indexOf("http://")))
                .toList();
        assertEquals(2, addresses.size(), "of a statistician and of a display");
        given().get(addresses.get(0).substring(0, addresses.get(0).indexOf('#')))
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", org.hamcrest.Matchers.containsString("default-src 'self'"));
        var rows = suite.url(STATS, "/v1/statistics/LOSS_RATE/cases?from=2022-01&to=2022-12");
        for (var i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(addresses.get(i).substring(addresses.get(i).indexOf("token=") + 6))
                    .get(rows)
                    .then()
                    .statusCode(i == 0 ? 200 : 403);
        }
    }

    /** The addresses that are printed open the page for an hour, each as the person it says. */
    @Test
    @Order(2)
    void printsAddressesThatOpenTheBoard() throws Exception {
        var addresses = suite.output()
                .lines()
                .filter(line -> line.contains("/board/#token="))
                .map(line -> line.substring(line.indexOf("http://")))
                .toList();
        assertEquals(2, addresses.size(), "of a coordinator and of a leader");
        given().get(suite.url(ALERTS, "/board"))
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", org.hamcrest.Matchers.containsString("default-src 'none'"));
        var tokens = addresses.stream()
                .map(address -> address.substring(address.indexOf('=') + 1))
                .toList();
        given().auth()
                .oauth2(tokens.get(0))
                .get(suite.url(ALERTS, "/v1/month?month=2022-12"))
                .then()
                .statusCode(200)
                .body("listed", greaterThan(0))
                .body("orders.signed", equalTo(0));
        given().auth()
                .oauth2(tokens.get(1))
                .get(suite.url(ALERTS, "/v1/my/cases"))
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("overdue", greaterThan(0))
                .body("unsigned.month", equalTo(List.of("2022-12")));
        for (var token : tokens) {
            var claims = JsonPath.from(new String(
                    java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                    java.nio.charset.StandardCharsets.UTF_8));
            assertTrue(claims.getLong("exp") - claims.getLong("iat") <= 3600, "short-lived");
        }
        try (var logs = Files.walk(suite.data.resolve("logs"))) {
            for (var log : logs.filter(Files::isRegularFile).toList())
                for (var token : tokens) assertFalse(Files.readString(log).contains(token), log.toString());
        }
    }

    @Test
    @Order(3)
    void aRegistrationMovesTheFigureWithinASecond() throws Exception {
        caughtUp();
        var before = received();
        register();
        var committed = System.nanoTime();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> received() == before + 1);
        System.out.printf("commit to figure: %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
    }

    @Test
    @Order(4)
    void aSuitIsWarnedOfAndHandedToALeader() throws Exception {
        var number = "(" + today().getYear() + ")浙0782行初9001号";
        var defendant = as("case-officer", "330700")
                .get(suite.url(CASES, "/v1/litigations?regionCode=330782&limit=1"))
                .jsonPath()
                .getString("items[0].defendantCode");
        as("case-officer", "330782")
                .body(Map.of(
                        "caseNumber",
                        number,
                        "court",
                        "义乌市人民法院",
                        "instance",
                        "FIRST",
                        "regionCode",
                        "330782",
                        "plaintiffs",
                        List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                        "defendantCode",
                        defendant,
                        "domain",
                        "TOWNSHIP",
                        "actType",
                        "COERCION",
                        "filedOn",
                        today().toString()))
                .post(suite.url(CASES, "/v1/litigations"))
                .then()
                .statusCode(201);
        var alert = Map.of(
                "source",
                "yiwu-court",
                "sourceAlertId",
                "a-1",
                "court",
                "义乌市人民法院",
                "litigationCaseNumber",
                number,
                "regionCode",
                "330782",
                "defendantCode",
                defendant,
                "defendantName",
                "（虚构）",
                "riskReasons",
                List.of("PROCEDURE_DEFECT", "COURT_OPINION"),
                "raisedOn",
                today().toString());
        as("court-liaison", "330782")
                .body(alert)
                .post(suite.url(ALERTS, "/v1/alerts"))
                .then()
                .statusCode(201);
        as("court-liaison", "330782")
                .body(alert)
                .post(suite.url(ALERTS, "/v1/alerts"))
                .then()
                .statusCode(200);
        var month = today().toString().substring(0, 7);
        as("coordinator", "330700")
                .body(Map.of("month", month, "regionCode", "330700"))
                .post(suite.url(ALERTS, "/v1/assignment-rounds"))
                .then()
                .statusCode(201)
                .body("orders.cases.flatten().litigationCaseNumber", org.hamcrest.Matchers.hasItem(number));
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        figures("HIGH_RISK_ASSIGNED", month, month).getLong("rows[0].values.HIGH_RISK_ASSIGNED.value")
                                > 0);
    }

    @Test
    @Order(5)
    void losesNothingWhenAProcessIsKilledInTheMiddle() throws Exception {
        var before = received();
        var id = register();
        suite.service("case-service").destroyForcibly();
        suite.service("stats-service").destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> received() == before + 1);
        as("case-officer", "330700")
                .get(suite.url(CASES, "/v1/reconsiderations/" + id))
                .then()
                .statusCode(200);
        as("statistician", "330700")
                .post(suite.url(STATS, "/v1/rebuild"))
                .then()
                .statusCode(200)
                .body("differences", equalTo(0))
                .body("facts", greaterThan(4000));
    }

    @Test
    @Order(6)
    void startsAgainWithTheDataKeptAfterTheLauncherWasKilled() throws Exception {
        var before = received();
        suite.kill();
        suite.start();
        caughtUp();
        assertEquals(before, received());
        assertFalse(suite.said("装载合成示例数据"), "the sample is loaded once");
    }

    @Test
    @Order(7)
    void saysInOneLineWhyItCannotStart() throws Exception {
        var second = new RunningSuite(suite.data.resolveSibling("suite-it-2"), suite.ports);
        assertEquals(1, second.run("--empty").waitFor());
        assertEquals(1, second.output().lines().count(), second.output());
        assertTrue(second.said(String.valueOf(suite.ports.get(0))));
        var wrong = new RunningSuite(suite.data.resolveSibling("suite-it-3"), RunningSuite.freePorts(3));
        assertEquals(1, wrong.run("--no-such-option").waitFor());
        assertEquals(1, wrong.output().lines().count(), wrong.output());
    }

    @Test
    @Order(8)
    void stopsEverythingWhenAskedTo() throws Exception {
        var services = List.of(
                suite.service("case-service"),
                suite.service("alert-service"),
                suite.service("stats-service"),
                suite.database());
        suite.terminate();
        assertFalse(suite.running());
        for (var service : services) {
            await(service.info().command().orElse("a process"))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !service.isAlive());
        }
    }
}

package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The three images as their recipe lays them out: nobody's user, nothing to write to, 256 MB, and at work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImageIT {
    private static final int MEGABYTES = Integer.getInteger("image.megabytes", 256);
    private static final int ROWS = 2000;
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Map<Service, Cage> CAGES = new EnumMap<>(Service.class);
    private static final Map<Service, String> ADDRESSES = new EnumMap<>(Service.class);

    private static LocalPostgres postgres;
    private static TokenIssuer tokens;

    @BeforeAll
    static void start() throws Exception {
        var missing = Cage.missing();
        assumeTrue(missing.isEmpty(), () -> "images are not tried: " + missing.orElseThrow());
        // its plugin does nothing without a network (-o), and an image holds it
        for (var service : Service.values())
            assumeTrue(
                    Files.exists(service.billOfMaterials()),
                    "images are not tried: no bill of materials, built offline");
        postgres = LocalPostgres.startThrowaway(TARGET.resolve("image-it/postgres"));
        tokens = TokenIssuer.generate();
        var ports = Ports.free(3);
        for (var service : Service.values()) {
            postgres.createDatabase(service.database);
            ADDRESSES.put(service, "http://127.0.0.1:" + ports.get(service.ordinal()));
        }
        var feeds = tokens.token(Set.of("service"), "100000", null, "suite", Duration.ofHours(1));
        for (var service : Service.values()) {
            var image = image(service);
            var environment = new HashMap<>(Map.of(
                    "QUARKUS_HTTP_PORT", ports.get(service.ordinal()).toString(),
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.url(service.database),
                    "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                    "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                    "QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey(),
                    "FEEDS_TOKEN", feeds,
                    "FEEDS_CASE_SERVICE_URL", ADDRESSES.get(Service.CASES),
                    "FEEDS_ALERT_SERVICE_URL", ADDRESSES.get(Service.ALERTS)));
            if (service == Service.CASES) environment.put("PERSONAL_DATA_KEY", DataKeyFile.random());
            // nsenter gives a second process the image's own environment only
            image.environment()
                    .put("QUARKUS_HTTP_PORT", ports.get(service.ordinal()).toString());
            CAGES.put(
                    service,
                    Cage.start(TARGET.resolve("image-it").resolve(service.title), image, MEGABYTES, environment));
        }
        for (var service : Service.values()) ready(service);
    }

    private static Containerfile image(Service service) throws IOException {
        return Containerfile.read(
                Service.DEPLOY.resolve("Containerfile"),
                Map.of("SERVICE", service.title, "PORT", Integer.toString(service.port())));
    }

    private static void ready(Service service) {
        await(service.title).atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
            if (!CAGES.get(service).alive())
                throw new AssertionError(CAGES.get(service).log());
            return given().get(ADDRESSES.get(service) + "/q/health/ready").statusCode() == 200;
        });
    }

    @AfterAll
    static void stop() throws Exception {
        for (var cage : CAGES.values()) cage.close();
        if (postgres != null) postgres.close();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(tokens.token(Set.of(role), "330700", null, role, Duration.ofHours(1)));
    }

    /** The image's own port is the one the code gives the service; here another is given, as a trial may. */
    @Test
    @Order(1)
    void saysWhatTheCodeSays() throws IOException {
        for (var service : Service.values()) {
            var image = image(service);
            assertEquals(service.port(), image.port());
            assertEquals(Integer.toString(service.port()), image.environment().get("QUARKUS_HTTP_PORT"));
            assertEquals("docker.io/library/eclipse-temurin:25-jre", image.from());
            assertFalse(image.user().startsWith("0"), "not root");
            for (var copy : image.copies())
                assertTrue(Files.exists(Service.HOME.resolve(copy.from())), copy.from() + " is there to be copied");
        }
    }

    @Test
    @Order(2)
    void runsAsNobodyOnATreeThatCannotBeWrittenTo() throws Exception {
        for (var service : Service.values()) {
            var cage = CAGES.get(service);
            assertEquals("10001", cage.status("Uid").split("\\s+")[0]);
            assertEquals("0000000000000000", cage.status("CapEff"));
            assertEquals("0000000000000000", cage.status("CapBnd"));
            assertEquals("1", cage.status("NoNewPrivs"));
            assertEquals(0, cage.run(List.of("touch", "/tmp/x")), "there is one place for passing files");
            for (var place : List.of("/x", "/app/x", "/app/quarkus-run.jar", "/etc/x", "/usr/x", "/sys/x", "/dev/x"))
                assertNotEquals(0, cage.run(List.of("touch", place)), place);
        }
    }

    /** How fast it starts with it is measured by deploy/bench/start.sh. */
    @Test
    @Order(3)
    void startsFromTheCacheMadeWithTheImage() throws Exception {
        for (var service : Service.values())
            assertTrue(
                    CAGES.get(service).uses("/app/aot/app.aot"),
                    service.title + " does not use its cache:\n"
                            + CAGES.get(service).log());
    }

    /** Nothing else writes into it: not the JVM when it starts, and not what the service says. */
    @Test
    @Order(3)
    void itsLogIsOneObjectALine() throws Exception {
        for (var service : Service.values())
            for (var line : CAGES.get(service).log().lines().toList())
                assertTrue(Documents.JSON.readTree(line).hasNonNull("message"), line);
    }

    @Test
    @Order(3)
    void itsHealthCheckKnowsWhetherItIsReady() throws Exception {
        for (var service : Service.values()) {
            var check = image(service).healthcheck();
            assertEquals(0, CAGES.get(service).run(check));
        }
        var nobodyListens = List.of("env", "QUARKUS_HTTP_PORT=" + Ports.free(1).get(0), "bash", "/app/healthcheck.sh");
        assertNotEquals(0, CAGES.get(Service.CASES).run(nobodyListens));
    }

    /** An import, the feed of all its cases and the figures of the year: the heaviest of an ordinary day. */
    @Test
    @Order(4)
    void doesItsWorkWithin256Megabytes() throws Exception {
        var rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "金虚复〔2025〕" + i + "号,330702,2025-03-03,ONLINE,NATURAL_PERSON,合成" + i
                        + ",11330700002592265Y,（虚构）,330700,OTHER,PENALTY,2025-03-05")
                .collect(Collectors.joining("\n"));
        var header = "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,"
                + "respondentName,respondentRegionCode,domain,actType,acceptedOn\n";
        var job = as("case-officer")
                .contentType("text/csv; charset=UTF-8")
                .body((header + rows).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(ADDRESSES.get(Service.CASES) + "/v1/imports?kind=reconsiderations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> "DONE"
                .equals(as("case-officer")
                        .get(java.net.URI.create(ADDRESSES.get(Service.CASES)).resolve(job))
                        .path("status")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ROWS
                        == as("statistician")
                                .get(ADDRESSES.get(Service.STATS)
                                        + "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2025-01&to=2025-12")
                                .jsonPath()
                                .getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value"));
        as("case-officer")
                .get(ADDRESSES.get(Service.CASES) + "/v1/exports?kind=reconsiderations&format=xlsx")
                .then()
                .statusCode(200);
        given().get(ADDRESSES.get(Service.STATS) + "/q/health").then().body("status", equalTo("UP"));
        for (var service : Service.values()) {
            var cage = CAGES.get(service);
            assertFalse(cage.killedForMemory(), service.title);
            System.out.printf("%s: at most %d MB%n", service.title, cage.mostBytes() / 1024 / 1024);
        }
    }

    /** Every library that is shipped stands in the bill of materials that is shipped with it. */
    @Test
    @Order(5)
    void bringsABillOfMaterialsOfWhatItBrings() throws Exception {
        for (var service : Service.values()) {
            var bill = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(service.billOfMaterials().toFile());
            assertEquals("CycloneDX", bill.path("bomFormat").asText());
            var named = new java.util.HashSet<String>();
            bill.path("components")
                    .forEach(part -> named.add(part.path("group").asText() + "."
                            + part.path("name").asText() + "-"
                            + part.path("version").asText()));
            try (var jars = Files.list(service.application().resolve("lib/main"))) {
                for (var jar : jars.map(file -> file.getFileName().toString()).toList()) {
                    var name = jar.replaceFirst("\\.jar$", "");
                    assertTrue(
                            named.stream().anyMatch(part -> name.equals(part) || name.startsWith(part + "-")),
                            service.title + " ships " + jar + " and does not say so");
                }
            }
        }
    }

    /** An alert on a metric that nobody gives never fires, and a picture of it stays empty. */
    @Test
    @Order(6)
    void everyAlertAndPictureGoesByAMetricThatIsGiven() throws IOException {
        var given = new java.util.HashSet<>(Set.of("up"));
        // the auditor of the ladder gives its metric from its first look on, a minute after the start or when asked
        given().get(ADDRESSES.get(Service.ALERTS) + "/q/health/well").then().statusCode(200);
        for (var address : ADDRESSES.values())
            given().get(address + "/q/metrics")
                    .asString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> given.add(line.split("[{ ]")[0]));
        var expressions = new java.util.ArrayList<>(
                Documents.one(Service.DEPLOY.resolve("prometheus/alerts.yml")).findValuesAsText("expr"));
        expressions.addAll(Documents.JSON
                .readTree(Service.DEPLOY
                        .resolve("grafana/dashboards/operations.json")
                        .toFile())
                .findValuesAsText("expr"));
        assertTrue(expressions.size() > 25, "they are found");
        for (var expression : expressions) {
            var bare = expression.replaceAll("\\{[^}]*}", "").replaceAll("by \\([^)]*\\)", "");
            for (var name : java.util.regex.Pattern.compile("\\bup\\b|\\b[a-z]+(_[a-z]+)+\\b(?! *\\()")
                    .matcher(bare)
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList()) assertTrue(given.contains(name), name);
        }
    }

    /** In the order that would hurt most: the source first, while the others wait on its feed. */
    @Test
    @Order(7)
    void endsWhenAskedTo() throws Exception {
        for (var service : Service.values())
            assertEquals(143, CAGES.get(service).terminate(25), service.title);
    }
}

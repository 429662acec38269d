package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The machine of the database is lost: the three databases, saved one after the other while people worked, are put on a
 * new server, and everything goes on as if nothing had happened since the register was saved.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalIT {
    private static final Path TARGET = Path.of("target/rehearsal-it").toAbsolutePath();
    private static final int OLD_CASES = 300;
    private static final Map<String, String> PASSWORDS = Map.of(
            "CASES_DB_PASSWORD", "c",
            "ALERTS_DB_PASSWORD", "a",
            "STATS_DB_PASSWORD", "s",
            "KEYCLOAK_DB_PASSWORD", "k");

    private static final TokenIssuer TOKENS = TokenIssuer.generate();
    private static final Map<Service, Running> SERVICES = new EnumMap<>(Service.class);
    private static final Map<Service, String> ADDRESSES = new EnumMap<>(Service.class);
    private static Path key;
    private static InstalledPostgres old;
    private static InstalledPostgres fresh;
    private static Path backup;

    @BeforeAll
    static void startAndSaveWhilePeopleWork() throws Exception {
        assumeTrue(
                InstalledPostgres.programs().isPresent(),
                "not rehearsed: pg_dump and a server of its version are not on this machine");
        Files.createDirectories(TARGET);
        key = DataKeyFile.in(TARGET);
        old = InstalledPostgres.start();
        old.spendTransactions(20_000);
        Databases.make(old.port(), "", PASSWORDS);
        startServices(old);
        load();
        var stop = new AtomicBoolean();
        var written = new AtomicInteger();
        var writer = new Thread(() -> {
            while (!stop.get()) {
                register();
                alert(written.incrementAndGet());
            }
        });
        writer.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> written.get() > 3);
        var said = Running.script(
                Databases.address(old.port(), ""),
                Service.DEPLOY.resolve("backup.sh").toString(),
                "--to",
                TARGET.resolve("backups").toString());
        stop.set(true);
        writer.join();
        backup = Path.of(said.trim());
        stopServices();
        old.close();
    }

    @AfterAll
    static void stop() throws Exception {
        stopServices();
        if (fresh != null) fresh.close();
    }

    private static void startServices(InstalledPostgres server) throws IOException {
        var ports = Ports.free(3);
        for (var service : Service.values()) ADDRESSES.put(service, "http://127.0.0.1:" + ports.get(service.ordinal()));
        for (var service : Service.values()) {
            var environment =
                    service.environment(server.url(service.database), service.database, "", TOKENS, ADDRESSES::get);
            environment.put("AUDIT_SEAL_EVERY", "1s");
            if (service == Service.CASES) environment.put("PERSONAL_DATA_KEY_FILE", key.toString());
            SERVICES.put(
                    service,
                    Running.service(
                            service,
                            ports.get(service.ordinal()),
                            environment,
                            TARGET.resolve(service.title + ".log")));
        }
        for (var service : Service.values())
            SERVICES.get(service).awaitReady(ADDRESSES.get(service) + "/q/health/ready", 90);
    }

    private static void stopServices() throws InterruptedException {
        for (var service : SERVICES.values()) service.close();
        SERVICES.clear();
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TOKENS.token(Set.of(role), "330700", null, role, Duration.ofHours(1)))
                .contentType("application/json");
    }

    private static String at(Service service, String path) {
        return ADDRESSES.get(service) + path;
    }

    private static void load() {
        var header = "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,"
                + "respondentName,respondentRegionCode,domain,actType,acceptedOn\n";
        var rows = IntStream.rangeClosed(1, OLD_CASES)
                .mapToObj(i -> "金虚复〔2025〕" + i + "号,330702,2025-03-03,ONLINE,NATURAL_PERSON,合成" + i + ","
                        + Synthetic.BUREAU + ",（虚构）,330700,OTHER,PENALTY,2025-03-05")
                .collect(Collectors.joining("\n"));
        var job = as("case-officer")
                .contentType("text/csv; charset=UTF-8")
                .body((header + rows).getBytes(StandardCharsets.UTF_8))
                .post(at(Service.CASES, "/v1/imports?kind=reconsiderations"))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> "DONE"
                .equals(as("case-officer")
                        .get(java.net.URI.create(ADDRESSES.get(Service.CASES)).resolve(job))
                        .path("status")));
        caughtUp();
        assertEquals(OLD_CASES, received());
    }

    private static void register() {
        as("case-officer")
                .body(Synthetic.reconsideration("合成甲"))
                .post(at(Service.CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(201);
    }

    private static void alert(int number) {
        as("court-liaison")
                .body(Synthetic.alert("a-" + number, number))
                .post(at(Service.ALERTS, "/v1/alerts"))
                .then()
                .statusCode(201);
    }

    private static void caughtUp() {
        await().atMost(Duration.ofSeconds(60)).until(() -> as("statistician")
                .get(at(Service.STATS, "/v1/freshness"))
                .jsonPath()
                .getBoolean("caughtUp"));
    }

    private static int received() {
        return as("statistician")
                .get(at(
                        Service.STATS,
                        "/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&from=2025-01&to="
                                + Synthetic.today().substring(0, 7)))
                .jsonPath()
                .getInt("rows[0].values.RECONSIDERATIONS_RECEIVED.value");
    }

    private static int rebuildDifferences() {
        return as("statistician")
                .post(at(Service.STATS, "/v1/rebuild"))
                .then()
                .statusCode(200)
                .body("facts", greaterThan(0))
                .extract()
                .path("differences");
    }

    /** What the script says when it refuses; it must. */
    private static String refused(int port, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        builder.environment().putAll(Databases.address(port, ""));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        return said;
    }

    private static String[] restore(Path from, String... more) {
        var command =
                new ArrayList<>(List.of(Service.DEPLOY.resolve("restore.sh").toString(), "--from", from.toString()));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    @Test
    @Order(1)
    void aBackupIsForItsOwnerAndWhole() throws Exception {
        assertEquals("rwx------", permissions(backup));
        for (var name : List.of("stats.dump", "alerts.dump", "cases.dump", "keycloak.dump", "SHA256SUMS"))
            assertEquals("rw-------", permissions(backup.resolve(name)));
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    @Order(2)
    void aDamagedBackupTouchesNothing() throws Exception {
        fresh = InstalledPostgres.start();
        Databases.make(fresh.port(), "", PASSWORDS);
        var damaged = TARGET.resolve("damaged");
        Running.script(Map.of(), "rm", "-rf", damaged.toString());
        Running.script(Map.of(), "cp", "-r", backup.toString(), damaged.toString());
        var bytes = Files.readAllBytes(damaged.resolve("cases.dump"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged.resolve("cases.dump"), bytes);
        assertTrue(refused(fresh.port(), restore(damaged)).contains("damaged"));
        Files.delete(damaged.resolve("SHA256SUMS"));
        assertTrue(refused(fresh.port(), restore(damaged)).contains("no complete backup"));
        assertEquals("0", fresh.ask("cases", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    /** The databases were saved at different moments: the register is ahead of those that follow it, never behind. */
    @Test
    @Order(3)
    void isRestoredOnANewServer() throws Exception {
        Running.script(Databases.address(fresh.port(), ""), restore(backup));
        var cases = Integer.parseInt(fresh.ask("cases", "SELECT count(*) FROM reconsideration"));
        var known = Integer.parseInt(
                fresh.ask("stats", "SELECT count(DISTINCT id) FROM fact WHERE kind = 'RECONSIDERATION'"));
        assertTrue(cases > OLD_CASES, "people worked meanwhile");
        assertTrue(known < cases, known + " of " + cases + " were known when the figures were saved");
        assertEquals("cases", fresh.ask("cases", "SELECT tableowner FROM pg_tables WHERE tablename = 'outbox'"));
        for (var database : List.of("cases", "alerts", "stats"))
            assertEquals(
                    "t",
                    fresh.ask("postgres", "SELECT has_database_privilege('pg_monitor', '" + database + "', 'CONNECT')"),
                    "who watches " + database + " may look at it");
        assertTrue(refused(fresh.port(), restore(backup)).contains("not empty"));
    }

    @Test
    @Order(4)
    void theFeedsReconcileByThemselves() throws Exception {
        startServices(fresh);
        caughtUp();
        var cases = Integer.parseInt(fresh.ask("cases", "SELECT count(*) FROM reconsideration"));
        assertEquals(cases, received());
        assertEquals(0, rebuildDifferences());
        for (var database : List.of("alerts", "stats"))
            assertEquals("0", fresh.ask(database, "SELECT count(*) FROM feed_poison"));
        assertTrue(refused(fresh.port(), restore(backup, "--replace")).contains("in use"));
    }

    /** The new server counts transactions from the beginning; what is new is seen all the same. */
    @Test
    @Order(5)
    void whatIsNewIsSeen() {
        var before = received();
        register();
        alert(1_000_000);
        await().atMost(Duration.ofSeconds(20)).until(() -> received() == before + 1);
        caughtUp();
        assertEquals(0, rebuildDifferences());
        assertEquals(before + 1, received());
    }

    /** The audit trail is whole, what was sealed before the loss and what is sealed after it. */
    @Test
    @Order(6)
    void theAuditTrailGoesOn() {
        var entries = Integer.parseInt(fresh.ask("cases", "SELECT count(*) FROM audit_entry"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Integer.parseInt(fresh.ask("cases", "SELECT count(*) FROM audit_seal")) >= entries);
        as("auditor").get(at(Service.CASES, "/v1/audit/verification")).then().body("verified", equalTo(true));
    }

    /** From one server to one for each database, as Kubernetes has them, and saved again from there. */
    @Test
    @Order(7)
    void eachDatabaseMovesToAServerOfItsOwn() throws Exception {
        try (var cases = InstalledPostgres.start();
                var alerts = InstalledPostgres.start();
                var stats = InstalledPostgres.start()) {
            var servers = Map.of(Service.CASES, cases, Service.ALERTS, alerts, Service.STATS, stats);
            // nothing is on the server that would be found without them
            var environment = new HashMap<>(Databases.address(1, ""));
            for (var service : Service.values()) {
                Databases.make(servers.get(service).port(), "", PASSWORDS);
                environment.put(
                        service.database.toUpperCase(Locale.ROOT) + "_SERVER",
                        "127.0.0.1:" + servers.get(service).port());
            }
            Running.script(environment, restore(backup, "--without-keycloak"));
            for (var service : Service.values()) {
                var server = servers.get(service);
                assertEquals(
                        service.database,
                        server.ask(service.database, "SELECT tableowner FROM pg_tables WHERE tablename = 'outbox'"));
                assertEquals(
                        "t",
                        server.ask(
                                service.database,
                                "SELECT pg_current_xact_id() > coalesce(max(tx), '0'::xid8) FROM outbox"));
            }
            var known = "SELECT count(*) FROM reconsideration";
            var again = Path.of(Running.script(
                            environment,
                            Service.DEPLOY.resolve("backup.sh").toString(),
                            "--to",
                            TARGET.resolve("again").toString())
                    .trim());
            assertEquals(
                    Set.of("stats.dump", "alerts.dump", "cases.dump", "SHA256SUMS"),
                    Set.of(again.toFile().list()));
            var number = cases.ask("cases", known);
            Running.script(environment, restore(again, "--replace"));
            assertEquals(number, cases.ask("cases", known));
        }
    }

    /** A client older than the server is told to be replaced, and leaves nothing that looks like a backup. */
    @Test
    @Order(8)
    void anOldClientIsRefused() throws Exception {
        var newest =
                Integer.parseInt(System.getProperty("postgres-binaries.version").split("\\.")[0]);
        assumeTrue(InstalledPostgres.clientVersion() < newest, "pg_dump is as new as the server");
        var folder = TARGET.resolve("none");
        try (var server = LocalPostgres.startThrowaway(TARGET.resolve("newer"))) {
            var said =
                    refused(server.port(), Service.DEPLOY.resolve("backup.sh").toString(), "--to", folder.toString());
            assertTrue(said.contains("older than the server"), said);
        }
        assertTrue(!Files.exists(folder) || folder.toFile().list().length == 0);
    }
}

package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compose file and what it refers to: everything is there, pinned, closed to the outside, and without a secret. */
class ComposeTest {
    /** What a service may say; a misspelt key would be ignored by no engine, but refused only when it is started. */
    private static final Set<String> KEYS = Set.of(
            "image",
            "build",
            "restart",
            "stop_grace_period",
            "command",
            "environment",
            "secrets",
            "volumes",
            "ports",
            "healthcheck",
            "depends_on",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "mem_limit",
            "shm_size",
            "logging");

    private static Compose compose;

    @BeforeAll
    static void read() throws IOException {
        compose = Compose.read();
    }

    private static List<String> services() {
        var names = new ArrayList<String>();
        compose.document().path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> names(JsonNode map) {
        var names = new TreeSet<String>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void saysNothingAnEngineDoesNotKnow() {
        assertEquals(
                Set.of(
                        "postgres",
                        "keycloak",
                        "case-service",
                        "alert-service",
                        "stats-service",
                        "prometheus",
                        "grafana"),
                Set.copyOf(services()));
        for (var name : services()) {
            var unknown = names(compose.service(name));
            unknown.removeAll(KEYS);
            assertEquals(Set.of(), unknown, name);
            for (var other : names(compose.service(name).path("depends_on")))
                assertTrue(services().contains(other), other);
        }
    }

    @Test
    void everyFileItRefersToIsThere() {
        for (var name : services()) {
            for (var volume : texts(compose.service(name).path("volumes"))) {
                var from = volume.split(":")[0];
                if (from.startsWith("./grafana/")) continue;
                if (from.startsWith("."))
                    assertTrue(Files.exists(Service.DEPLOY.resolve(from)), name + " mounts " + from);
                else assertTrue(compose.document().path("volumes").has(from), name + " mounts volume " + from);
                if (from.startsWith(".")) assertTrue(volume.endsWith(":ro"), volume);
            }
            for (var secret : texts(compose.service(name).path("secrets")))
                assertTrue(compose.document().path("secrets").has(secret), name + " reads secret " + secret);
            var build = compose.service(name).path("build");
            if (build.isMissingNode()) continue;
            var context = Service.DEPLOY.resolve(build.path("context").asText());
            assertTrue(Files.exists(context.resolve(build.path("dockerfile").asText())));
        }
    }

    /** Without the dashboards there is nothing to mount; where they are, Grafana finds them. */
    @Test
    void theDashboardsAreWhereGrafanaLooks() throws IOException {
        var grafana = Service.DEPLOY.resolve("grafana");
        assumeTrue(Files.isDirectory(grafana), "there are no dashboards yet");
        var mounts = texts(compose.service("grafana").path("volumes"));
        for (var folder : List.of("provisioning", "dashboards")) {
            assertTrue(Files.isDirectory(grafana.resolve(folder)));
            assertTrue(mounts.contains("./grafana/" + folder + ":/etc/grafana/" + folder + ":ro"), folder);
        }
        var provider = Documents.one(grafana.resolve("provisioning/dashboards/disputes.yaml"));
        assertEquals(
                "/etc/grafana/dashboards",
                provider.path("providers").path(0).path("options").path("path").asText());
    }

    @Test
    void servicesAndPortsAreThoseOfTheCode() {
        for (var service : Service.values()) {
            var node = compose.service(service.title);
            assertEquals(
                    service.title,
                    node.path("build").path("args").path("SERVICE").asText());
            assertEquals(
                    Integer.toString(service.port()),
                    node.path("build").path("args").path("PORT").asText());
            var published = node.path("ports").path(0).asText();
            assertTrue(published.endsWith(":-" + service.port() + "}:" + service.port()), published);
            var environment = compose.document().toString();
            for (var url : Pattern.compile("http://" + service.title + ":(\\d+)")
                    .matcher(environment)
                    .results()
                    .toList()) assertEquals(Integer.toString(service.port()), url.group(1));
            assertEquals(
                    "jdbc:postgresql://postgres:5432/" + service.database,
                    node.path("environment").path("QUARKUS_DATASOURCE_JDBC_URL").asText());
        }
    }

    @Test
    void nothingIsOpenToTheOutside() {
        for (var name : services())
            for (var port : texts(compose.service(name).path("ports")))
                assertTrue(port.startsWith("127.0.0.1:"), name + " publishes " + port);
        for (var service : Service.titles()) {
            var node = compose.service(service);
            assertTrue(node.path("read_only").asBoolean());
            assertEquals(List.of("ALL"), texts(node.path("cap_drop")));
            assertEquals(List.of("no-new-privileges:true"), texts(node.path("security_opt")));
        }
    }

    /** Nothing goes out unless a sender is named; once it is, encrypted and by the port mail servers take letters on. */
    @Test
    void mailIsSentAsTheHouseSays() {
        var house = Map.of(
                "QUARKUS_MAILER_FROM", "disputes@fzj.example",
                "QUARKUS_MAILER_HOST", "mail.fzj.example",
                "QUARKUS_MAILER_USERNAME", "disputes",
                "QUARKUS_MAILER_PASSWORD", "a password");
        var told = alertService(house);
        house.forEach((name, value) -> assertEquals(value, told.get(name)));
        assertEquals("587", told.get("QUARKUS_MAILER_PORT"));
        assertEquals("REQUIRED", told.get("QUARKUS_MAILER_START_TLS"));
        assertEquals("", alertService(Map.of()).get("QUARKUS_MAILER_FROM"));
    }

    private static Map<String, String> alertService(Map<String, String> house) {
        var variables = new HashMap<>(house);
        for (var name : Compose.demanded(compose.document().toString())) variables.put(name, "made");
        return compose.environment("alert-service", variables);
    }

    @Test
    void whatAnOfficeDecidesIsPassedOn() {
        var told = alertService(
                Map.of("ROUNDS_AUTOMATIC_REGIONS", "330782", "DELIVERY_WEBHOOK_ALLOWED_NETWORKS", "10.12.0.0/16"));
        assertEquals("330782", told.get("ROUNDS_AUTOMATIC_REGIONS"));
        assertEquals("10.12.0.0/16", told.get("DELIVERY_WEBHOOK_ALLOWED_NETWORKS"));
    }

    /** The proxy of the house stands on this machine and is seen as the gateway of the containers' network. */
    @Test
    void theProxyOnThisMachineIsBelieved() {
        var network = compose.document().at("/networks/default/ipam/config/0");
        var trusted = compose.service("case-service").at("/environment/AUDIT_TRUSTED_PROXIES");
        var house = Map.of("NETWORK_PREFIX", "10.9.8");
        for (var variables : List.of(Map.<String, String>of(), house)) {
            var gateway = Compose.filledIn(network.path("gateway").asText(), variables);
            assertEquals(
                    gateway.replaceFirst("\\.1$", ".0/24"),
                    Compose.filledIn(network.path("subnet").asText(), variables));
            assertTrue(List.of(Compose.filledIn(trusted.asText(), variables).split(","))
                    .contains(gateway));
        }
        assertEquals("10.9.8.1", Compose.filledIn(network.path("gateway").asText(), house));
    }

    /** The proxy keeps Keycloak's administration away from everybody: it has an address of its own, on this machine. */
    @Test
    void theAdministrationOfKeycloakIsReachedFromThisMachine() {
        var told = compose.service("keycloak").path("environment");
        assertEquals(
                "http://localhost:8080",
                Compose.filledIn(told.path("KC_HOSTNAME_ADMIN").asText(), Map.of()));
    }

    /** Of a fixed version each; the database and Keycloak are those the tests run against. */
    @Test
    void imagesArePinned() throws IOException {
        for (var name : services()) {
            var image = Compose.filledIn(compose.service(name).path("image").asText(), Map.of());
            assertTrue(image.matches("[a-z0-9./-]+:v?\\d+(\\.\\d+)+(-SNAPSHOT)?"), image);
        }
        var parent = Files.readString(Service.HOME.resolve("pom.xml"));
        var postgres = compose.service("postgres").path("image").asText().split(":")[1];
        assertTrue(parent.contains("<postgres-binaries.version>" + postgres + ".0<"), postgres);
        var own = Files.readString(Service.DEPLOY.resolve("operations/pom.xml"));
        var keycloak = compose.service("keycloak").path("image").asText().split(":")[1];
        assertTrue(own.contains("<keycloak.version>" + keycloak + "<"), keycloak);
    }

    /** Every variable without a default is made by the script; what the script makes is asked for. */
    @Test
    void theScriptMakesEveryVariableAndSecret() throws Exception {
        var target = Path.of("target/secrets-test").toAbsolutePath();
        Files.createDirectories(target);
        Files.deleteIfExists(target.resolve(".env"));
        var made = new ProcessBuilder(Service.DEPLOY.resolve("secrets.sh").toString(), "--dir", target.toString())
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        var values = Compose.values(target.resolve(".env"));
        assertEquals(Compose.demanded(compose.document().toString()), new TreeSet<>(values.keySet()));
        values.forEach((name, value) -> assertFalse(value.isBlank(), name));
        var secrets = values.values().stream()
                .filter(value -> !value.startsWith("http"))
                .toList();
        assertEquals(secrets.size(), Set.copyOf(secrets).size(), "no two secrets are the same");
        assertEquals("rw-------", permissions(target.resolve(".env")));
        assertEquals("rwx------", permissions(target.resolve("secrets")));
        for (var secret : names(compose.document().path("secrets"))) {
            var file =
                    compose.document().path("secrets").path(secret).path("file").asText();
            assertFalse(Files.readString(target.resolve(file)).isBlank(), secret);
        }
        assertEquals(
                32,
                java.util.Base64.getDecoder()
                        .decode(Files.readString(target.resolve("secrets/personal-data-key")))
                        .length);
        var before = Files.readString(target.resolve(".env"));
        new ProcessBuilder(Service.DEPLOY.resolve("secrets.sh").toString(), "--dir", target.toString())
                .start()
                .waitFor();
        assertEquals(before, Files.readString(target.resolve(".env")), "what is there stays");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void noSecretStandsInTheRepository() throws IOException {
        for (var value : Compose.values(Service.DEPLOY.resolve(".env.example")).entrySet())
            assertEquals("", value.getValue(), value.getKey());
        for (var name : services()) {
            compose.service(name).path("environment").fields().forEachRemaining(entry -> {
                var value = entry.getValue().asText();
                if (entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN|KEY)$"))
                    assertTrue(value.matches("\\$\\{[A-Z_]+:(\\?[^}]*|-)}"), entry.getKey() + " of " + name);
            });
        }
        var ignored = Files.readAllLines(Service.HOME.resolve(".gitignore"));
        assertTrue(ignored.containsAll(List.of("deploy/.env", "deploy/secrets/")));
    }

    @Test
    void prometheusAsksEveryServiceUnderItsName() throws IOException {
        var asked = new HashMap<String, String>();
        Documents.one(Service.DEPLOY.resolve("prometheus/prometheus.yml"))
                .path("scrape_configs")
                .forEach(job -> asked.put(
                        job.path("job_name").asText(),
                        job.path("static_configs")
                                .path(0)
                                .path("targets")
                                .path(0)
                                .asText()));
        for (var service : Service.values())
            assertEquals(service.title + ":" + service.port(), asked.get(service.title));
        for (var target : asked.values()) assertTrue(services().contains(target.split(":")[0]), target);
    }
}

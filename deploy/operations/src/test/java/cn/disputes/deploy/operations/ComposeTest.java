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
import java.util.List;
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

    /** Of a fixed version each; the database and Keycloak are those the tests run against. */
    @Test
    void imagesArePinned() throws IOException {
        for (var name : services()) {
            var image = Compose.filledIn(compose.service(name).path("image").asText(), java.util.Map.of());
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
                    assertTrue(value.matches("\\$\\{[A-Z_]+:\\?[^}]*}"), entry.getKey() + " of " + name);
            });
        }
        var ignored = Files.readAllLines(Service.HOME.resolve(".gitignore"));
        assertTrue(ignored.containsAll(List.of("deploy/.env", "deploy/secrets/")));
    }

    @Test
    void prometheusAsksEveryServiceUnderItsName() throws IOException {
        var asked = new java.util.HashMap<String, String>();
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

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        var rules = Documents.one(Service.DEPLOY.resolve("prometheus/alerts.yml"))
                .path("groups")
                .findValues("rules");
        var names = new TreeSet<String>();
        for (var group : rules)
            for (var rule : group) {
                var name = rule.path("alert").asText();
                assertTrue(names.add(name), name + " stands twice");
                assertFalse(rule.path("expr").asText().isBlank(), name);
                assertTrue(
                        Set.of("critical", "warning")
                                .contains(rule.path("labels").path("severity").asText()),
                        name);
                for (var text : List.of("summary", "runbook"))
                    assertTrue(rule.path("annotations").path(text).asText().length() > 10, name + " lacks " + text);
            }
        assertTrue(names.size() >= 8, names.toString());
    }
}

package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of both overlays: everything they refer to is there, and nothing runs with a right it does not need. */
class KubernetesTest {
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void portsNamesAndLabelsMeet(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        for (var service : Service.values()) {
            var deployment = manifests.named("Deployment", service.title);
            var labels = deployment.at("/spec/template/metadata/labels");
            within(deployment.at("/spec/selector/matchLabels"), labels, service.title);
            var door = manifests.named("Service", service.title);
            within(door.at("/spec/selector"), labels, service.title);
            assertEquals(service.port(), door.at("/spec/ports/0/port").asInt());
            var container = manifests.container(service.title);
            assertEquals(service.port(), container.at("/ports/0/containerPort").asInt());
            assertEquals("http", container.at("/ports/0/name").asText());
            assertEquals("http", door.at("/spec/ports/0/targetPort").asText());
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe"))
                assertEquals("http", container.path(probe).at("/httpGet/port").asText(), probe);
            for (var entry : manifests.named("ConfigMap", service.title).path("data"))
                for (var other : Service.values())
                    if (entry.asText().contains("//" + other.title))
                        assertEquals("http://" + other.title + ":" + other.port(), entry.asText());
        }
        for (var rule : manifests.named("Ingress", "disputes").at("/spec/rules"))
            for (var path : rule.at("/http/paths")) {
                assertTrue(manifests.has(
                        "Service", path.at("/backend/service/name").asText()));
                assertEquals("http", path.at("/backend/service/port/name").asText());
                assertFalse(path.path("path").asText().matches("/|/q|/q/metrics.*|/q/health.*"), path.toString());
                var hosts = manifests.named("Ingress", "disputes").at("/spec/tls/0/hosts");
                assertTrue(hosts.toString().contains(rule.path("host").asText()), "TLS for every host");
            }
    }

    private static void within(JsonNode selector, JsonNode labels, String where) {
        assertTrue(selector.size() > 0, where);
        selector.fields().forEachRemaining(label -> assertEquals(label.getValue(), labels.path(label.getKey()), where));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void runsAsNobodyWithoutAnyRight(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        assertEquals(3, manifests.deployments().count());
        for (var service : Service.titles()) {
            var pod = manifests.named("Deployment", service).at("/spec/template/spec");
            var container = manifests.container(service);
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
            assertEquals(
                    "RuntimeDefault",
                    pod.at("/securityContext/seccompProfile/type").asText());
            assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean());
            assertFalse(
                    container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true));
            assertEquals(
                    "ALL", container.at("/securityContext/capabilities/drop/0").asText());
            assertTrue(container.at("/resources/limits").has("memory"));
            assertTrue(container.at("/resources/requests").has("cpu"));
            assertEquals(
                    "restricted",
                    manifests
                            .named("Namespace", "disputes")
                            .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                            .asText());
        }
    }

    /** Secrets by reference only: made by the database operator, or listed for whoever installs, each with its key. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void everySecretIsSomebodysToMake(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        assertEquals(List.of(), manifests.ofKind("Secret"), "no secret stands in the repository");
        var guide = Files.readString(Service.DEPLOY.resolve("README.md"));
        for (var reference : secrets(manifests.all())) {
            var name = reference.split("/")[0];
            var ofCluster = name.replaceFirst("-(app|ca)$", "");
            if (manifests.has("Cluster", ofCluster)) continue;
            var key = reference.substring(name.length() + 1);
            assertTrue(
                    guide.lines().anyMatch(line -> line.contains("`" + name + "`") && line.contains(key)),
                    "deploy/README.md does not say how " + reference + " is made");
        }
        for (var service : Service.values()) {
            var wanted = service.database;
            assertEquals(
                    wanted,
                    manifests
                            .named("Cluster", wanted)
                            .at("/spec/bootstrap/initdb/database")
                            .asText());
            assertTrue(manifests
                    .named("ConfigMap", service.title)
                    .at("/data/QUARKUS_DATASOURCE_JDBC_URL")
                    .asText()
                    .startsWith("jdbc:postgresql://" + wanted + "-rw:5432/" + wanted + "?sslmode=verify-full"));
        }
    }

    private static Set<String> secrets(Iterable<JsonNode> documents) {
        var found = new TreeSet<String>();
        for (var document : documents) collect(document, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        for (var field : List.of("secretKeyRef", "accessKeyId", "secretAccessKey"))
            if (node.has(field))
                found.add(node.path(field).path("name").asText() + "/"
                        + node.path(field).path("key").asText());
        if (node.has("secretName") && !node.has("items"))
            found.add(node.path("secretName").asText() + "/tls.crt");
        for (var item : node.path("items"))
            if (node.has("secretName"))
                found.add(node.path("secretName").asText() + "/"
                        + item.path("key").asText());
        node.forEach(child -> collect(child, found));
    }

    /** What is mounted is there and what a service reads as a file is mounted. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void filesAreMountedWhereTheyAreRead(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        for (var service : Service.titles()) {
            var volumes = new HashSet<String>();
            manifests
                    .named("Deployment", service)
                    .at("/spec/template/spec/volumes")
                    .forEach(volume -> volumes.add(volume.path("name").asText()));
            var places = new TreeSet<String>();
            for (var mount : manifests.container(service).path("volumeMounts")) {
                assertTrue(volumes.contains(mount.path("name").asText()), mount.toString());
                places.add(mount.path("mountPath").asText());
            }
            for (var entry : manifests.named("ConfigMap", service).path("data"))
                if (entry.asText().startsWith("/"))
                    assertTrue(
                            places.contains(
                                    entry.asText().substring(0, entry.asText().lastIndexOf('/'))),
                            service + " reads " + entry.asText());
        }
    }

    /** Whom a policy names exists; who follows a feed may reach it; nobody else may. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void thePoliciesLetThroughWhatTheServicesDo(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        for (var service : Service.values()) {
            var policy = manifests.named("NetworkPolicy", service.title);
            assertEquals(
                    service.title,
                    policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                            .asText());
            var egress = policy.at("/spec/egress").toString();
            assertTrue(egress.contains("{\"cnpg.io/cluster\":\"" + service.database + "\"}"), egress);
            for (var other : Service.values()) {
                var follows = manifests
                        .named("ConfigMap", service.title)
                        .path("data")
                        .toString()
                        .contains("//" + other.title + ":");
                var named = "{\"app.kubernetes.io/name\":\"" + other.title + "\"}";
                assertEquals(follows, egress.contains(named), service.title + " to " + other.title);
                if (follows)
                    assertTrue(manifests
                            .named("NetworkPolicy", other.title)
                            .at("/spec/ingress")
                            .toString()
                            .contains("{\"app.kubernetes.io/name\":\"" + service.title + "\"}"));
            }
            var database = manifests.named("NetworkPolicy", service.database).at("/spec/ingress");
            var scraped = false;
            for (var way : database)
                if (way.path("from").toString().contains("\"monitoring\""))
                    scraped |= way.path("ports").toString().contains("9187");
            assertTrue(scraped, "the figures of the database of " + service.title);
        }
    }

    /** A mail server is named, and the port it is asked on is one the policy lets out. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void mailFindsTheWayOut(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        var told = manifests.named("ConfigMap", "alert-service").path("data");
        assertTrue(told.path("QUARKUS_MAILER_FROM").asText().endsWith("@fzj.example"));
        assertEquals("mail.fzj.example", told.path("QUARKUS_MAILER_HOST").asText());
        assertEquals("REQUIRED", told.path("QUARKUS_MAILER_START_TLS").asText());
        var port = told.path("QUARKUS_MAILER_PORT").asInt();
        assertTrue(
                manifests.named("NetworkPolicy", "alert-service").at("/spec/egress").findValuesAsText("port").stream()
                        .anyMatch(open -> open.equals(Integer.toString(port))));
        var login = manifests.container("alert-service").path("env");
        for (var variable : List.of("QUARKUS_MAILER_USERNAME", "QUARKUS_MAILER_PASSWORD"))
            assertTrue(
                    login.findParents("name").stream()
                            .filter(given -> variable.equals(given.path("name").asText()))
                            .anyMatch(given ->
                                    given.at("/valueFrom/secretKeyRef/optional").asBoolean()),
                    variable + " comes from a secret, where the mail server asks for it");
    }

    /** The ingress controller's pods come and go within the pods' network. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void theIngressIsBelieved(String overlay) throws IOException {
        assertTrue(Manifests.of(overlay)
                .named("ConfigMap", "case-service")
                .at("/data/AUDIT_TRUSTED_PROXIES")
                .asText()
                .matches("[0-9.]+/\\d+"));
    }

    @Test
    void inProductionNothingStandsAlone() throws IOException {
        var manifests = Manifests.of("production");
        for (var service : Service.values()) {
            var scaler = manifests.named("HorizontalPodAutoscaler", service.title);
            assertEquals(service.title, scaler.at("/spec/scaleTargetRef/name").asText());
            assertTrue(scaler.at("/spec/minReplicas").asInt() >= 2);
            assertTrue(manifests
                    .named("Deployment", service.title)
                    .at("/spec/replicas")
                    .isMissingNode());
            within(
                    manifests.named("PodDisruptionBudget", service.title).at("/spec/selector/matchLabels"),
                    manifests.named("Deployment", service.title).at("/spec/template/metadata/labels"),
                    service.title);
            var cluster = manifests.named("Cluster", service.database);
            assertTrue(cluster.at("/spec/instances").asInt() >= 3);
            assertTrue(cluster.at("/spec/plugins/0/isWALArchiver").asBoolean());
            assertTrue(manifests.has(
                    "ObjectStore",
                    cluster.at("/spec/plugins/0/parameters/barmanObjectName").asText()));
            var backup = manifests.named("ScheduledBackup", service.database);
            assertEquals(service.database, backup.at("/spec/cluster/name").asText());
            assertEquals("plugin", backup.at("/spec/method").asText());
        }
        assertTrue(time(manifests, "stats") < time(manifests, "alerts"), "who follows is backed up before whom");
        assertTrue(time(manifests, "alerts") < time(manifests, "cases"));
    }

    private static int time(Manifests manifests, String database) {
        var schedule = manifests
                .named("ScheduledBackup", database)
                .at("/spec/schedule")
                .asText()
                .split(" ");
        return Integer.parseInt(schedule[2]) * 60 + Integer.parseInt(schedule[1]);
    }

    /** With every replica there may be, one more while rolling, and the database's own, there are connections left. */
    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production"})
    void theDatabaseHasConnectionsForAll(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        for (var service : Service.values()) {
            var replicas = manifests.has("HorizontalPodAutoscaler", service.title)
                    ? manifests
                            .named("HorizontalPodAutoscaler", service.title)
                            .at("/spec/maxReplicas")
                            .asInt()
                    : manifests
                            .named("Deployment", service.title)
                            .at("/spec/replicas")
                            .asInt();
            var each = manifests
                    .named("ConfigMap", service.title)
                    .at("/data/DB_POOL_MAX")
                    .asInt();
            var most = manifests
                    .named("Cluster", service.database)
                    .at("/spec/postgresql/parameters/max_connections")
                    .asInt();
            assertTrue((replicas + 1) * each + 15 <= most, service.title + " in " + overlay);
        }
    }

    @Test
    void imagesAreThoseOfTheSuite() throws IOException {
        for (var overlay : Manifests.OVERLAYS)
            for (var service : Service.titles())
                assertTrue(Manifests.of(overlay)
                        .container(service)
                        .path("image")
                        .asText()
                        .matches("registry\\.fzj\\.example/disputes/" + service + ":\\d+\\.\\d+\\.\\d+"));
        var postgres = Compose.read().service("postgres").path("image").asText().split(":")[1];
        for (var overlay : Manifests.OVERLAYS)
            for (var cluster : Manifests.of(overlay).ofKind("Cluster"))
                assertTrue(cluster.at("/spec/imageName").asText().endsWith(":" + postgres + "-standard-trixie"));
    }
}

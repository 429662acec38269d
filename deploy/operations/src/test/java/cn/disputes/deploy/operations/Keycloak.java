package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import cn.disputes.deploy.local.LocalPostgres;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real Keycloak with the shipped realm, told what {@code compose.yaml} tells it but for addresses. */
final class Keycloak implements AutoCloseable {
    private final Running process;
    private final int port;
    private final Map<String, String> environment;

    private Keycloak(Running process, int port, Map<String, String> environment) {
        this.process = process;
        this.port = port;
        this.environment = environment;
    }

    static Path distribution() {
        return Path.of("target/keycloak-" + System.getProperty("keycloak.version"))
                .toAbsolutePath();
    }

    /**
     * @param variables what {@code secrets.sh} made, with {@code KEYCLOAK_URL} naming the port
     * @param board the address that the board is opened at
     * @param dashboard likewise
     */
    static Keycloak start(
            LocalPostgres postgres,
            int port,
            int management,
            Map<String, String> variables,
            String board,
            String dashboard)
            throws IOException {
        var realm = distribution().resolve("data/import/disputes-realm.json");
        Files.createDirectories(realm.getParent());
        Files.copy(
                Service.DEPLOY.resolve("keycloak/disputes-realm.json"),
                realm,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var environment = new HashMap<>(Compose.read().environment("keycloak", variables));
        environment.put("DISPUTES_BOARD_URL", board);
        environment.put("DISPUTES_DASHBOARD_URL", dashboard);
        environment.put("KC_DB_URL", postgres.url("keycloak"));
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(port));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_APPEND", "-Xmx400m");
        var command = new ArrayList<>(
                List.of("bash", distribution().resolve("bin/kc.sh").toString()));
        Compose.read().service("keycloak").path("command").forEach(word -> command.add(word.asText()));
        var log = Path.of("target/keycloak-it/keycloak.log").toAbsolutePath();
        return new Keycloak(Running.start(command, environment, log), port, environment);
    }

    Keycloak awaitReady() {
        process.awaitReady(inside() + "/realms/disputes/.well-known/openid-configuration", 180);
        return this;
    }

    /** As the services reach it. */
    String inside() {
        return "http://127.0.0.1:" + port;
    }

    /** As people reach it, and what stands in the tokens. */
    String outside() {
        return environment.get("KC_HOSTNAME");
    }

    String log() throws IOException {
        return process.log();
    }

    /** By client credentials. */
    Response login(String client, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", secret)
                .post(inside() + "/realms/disputes/protocol/openid-connect/token");
    }

    RequestSpecification administrator() {
        var token = given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", environment.get("KC_BOOTSTRAP_ADMIN_USERNAME"))
                .formParam("password", environment.get("KC_BOOTSTRAP_ADMIN_PASSWORD"))
                .post(inside() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        return given().auth().oauth2(token).contentType("application/json").baseUri(inside());
    }

    Person person(String username, String region, String agency, String... roles) {
        var attributes = new HashMap<String, List<String>>();
        attributes.put("fullName", List.of("合成" + username));
        attributes.put("region", List.of(region));
        if (agency != null) attributes.put("agency", List.of(agency));
        var password = "Xu-gou-2026:" + java.util.UUID.randomUUID();
        var id = administrator()
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "attributes",
                        attributes,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .post("/admin/realms/disputes/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst(".*/", "");
        var wanted = java.util.Arrays.stream(roles)
                .map(role -> administrator()
                        .get("/admin/realms/disputes/roles/" + role)
                        .as(Map.class))
                .collect(Collectors.toList());
        administrator()
                .body(wanted)
                .post("/admin/realms/disputes/users/" + id + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return new Person(id, username, password);
    }

    /** Changes a client as an administrator would. */
    void change(String client, Map<String, Object> fields) {
        List<Map<String, Object>> found = administrator()
                .get("/admin/realms/disputes/clients?clientId=" + client)
                .jsonPath()
                .getList("");
        var changed = new HashMap<>(found.get(0));
        changed.putAll(fields);
        administrator()
                .body(changed)
                .put("/admin/realms/disputes/clients/" + changed.get("id"))
                .then()
                .statusCode(204);
    }

    /** Every session of the person ends, as an administrator ends them. */
    void logOut(Person person) {
        administrator()
                .post("/admin/realms/disputes/users/" + person.id + "/logout")
                .then()
                .statusCode(204);
    }

    void disable(Person person) {
        var path = "/admin/realms/disputes/users/" + person.id;
        var changed = new HashMap<>(administrator().get(path).jsonPath().<String, Object>getMap(""));
        changed.put("enabled", false);
        administrator().body(changed).put(path).then().statusCode(204);
    }

    /** A new signing key takes the place of the one there was, which is withdrawn at once. */
    void replaceSigningKey() {
        var realm = administrator().get("/admin/realms/disputes").<String>path("id");
        List<Map<String, Object>> keys = administrator()
                .get("/admin/realms/disputes/components?type=org.keycloak.keys.KeyProvider")
                .jsonPath()
                .getList("findAll { it.providerId == 'rsa-generated' }");
        administrator()
                .body(Map.of(
                        "name", "rsa-second",
                        "parentId", realm,
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config",
                                Map.of(
                                        "priority", List.of("200"),
                                        "enabled", List.of("true"),
                                        "active", List.of("true"),
                                        "algorithm", List.of("RS256"),
                                        "keySize", List.of("2048"))))
                .post("/admin/realms/disputes/components")
                .then()
                .statusCode(201);
        for (var key : keys)
            administrator()
                    .delete("/admin/realms/disputes/components/" + key.get("id"))
                    .then()
                    .statusCode(204);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}

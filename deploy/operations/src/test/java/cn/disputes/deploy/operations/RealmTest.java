package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The realm file: the roles of the code, claims of every token, nobody in it, and no secret of its own. */
class RealmTest {
    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = Documents.JSON.readTree(
                Service.DEPLOY.resolve("keycloak/disputes-realm.json").toFile());
    }

    private static Set<String> texts(JsonNode list, String field) {
        var texts = new TreeSet<String>();
        list.forEach(
                one -> texts.add(field == null ? one.asText() : one.path(field).asText()));
        return texts;
    }

    @Test
    void itsRolesAreThoseOfTheCode() throws IOException {
        var code = Files.readString(
                Service.HOME.resolve("contract/src/main/java/cn/disputes/contract/security/Roles.java"));
        var roles = new TreeSet<String>();
        Pattern.compile("= \"([a-z-]+)\"").matcher(code).results().forEach(found -> roles.add(found.group(1)));
        assertEquals(11, roles.size());
        assertEquals(roles, texts(realm.at("/roles/realm"), "name"));
    }

    @Test
    void everyClientsTokenHasWhatTheServicesAskFor() {
        for (var client : realm.path("clients")) {
            var claims = new HashSet<String>();
            client.path("protocolMappers")
                    .forEach(
                            mapper -> claims.add(mapper.at("/config/claim.name").asText()));
            var name = client.path("clientId").asText();
            assertTrue(claims.containsAll(Set.of("groups", "region", "name")), name);
            assertTrue(texts(client.path("protocolMappers"), "protocolMapper").contains("oidc-audience-mapper"), name);
            assertEquals(Set.of("basic"), texts(client.path("defaultClientScopes"), null), name + " has a sub");
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), name + ": no password in a tool");
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true), name);
            assertFalse(client.path("fullScopeAllowed").asBoolean(true), name + ": only its own roles");
        }
    }

    /** A person's token never opens the feeds; a machine has one role and nobody can log in through it. */
    @Test
    void aMachineHasOneRoleAndAPersonNoneOfAMachine() {
        for (var mapping : realm.path("scopeMappings")) {
            var roles = texts(mapping.path("roles"), null);
            if (Set.of("officers", "pages").contains(mapping.path("client").asText()))
                assertFalse(roles.contains("service"));
            else assertEquals(1, roles.size(), mapping.toString());
        }
        for (var user : realm.path("users")) {
            assertTrue(user.has("serviceAccountClientId"), "nobody is in the file: " + user);
            assertEquals(1, user.path("realmRoles").size());
        }
        for (var client : realm.path("clients"))
            if (client.path("serviceAccountsEnabled").asBoolean())
                assertFalse(client.path("standardFlowEnabled").asBoolean(true));
            else {
                assertEquals(
                        client.path("clientId").asText().equals("officers"),
                        client.path("publicClient").asBoolean());
                assertEquals(
                        "S256",
                        client.at("/attributes/pkce.code.challenge.method").asText());
            }
    }

    /** The audit trail is verified by a machine of its own, which sees all regions and can do nothing else. */
    @Test
    void theAuditTrailIsVerifiedByAMachine() {
        for (var client : realm.path("clients")) {
            if (!"audit-verify".equals(client.path("clientId").asText())) continue;
            var region = client.path("protocolMappers").findParents("protocolMapper").stream()
                    .filter(mapper -> "region".equals(mapper.path("name").asText()))
                    .map(mapper -> mapper.at("/config/claim.value").asText())
                    .toList();
            assertEquals(java.util.List.of("100000"), region);
            var roles = realm.path("scopeMappings").findParents("client").stream()
                    .filter(mapping ->
                            "audit-verify".equals(mapping.path("client").asText()))
                    .map(mapping -> texts(mapping.path("roles"), null))
                    .toList();
            assertEquals(java.util.List.of(Set.of("auditor")), roles);
            return;
        }
        throw new AssertionError("there is no client audit-verify");
    }

    /** Each placeholder is a variable that compose demands: without a value Keycloak would take the placeholder itself. */
    @Test
    void everySecretIsGivenFromOutside() throws IOException {
        var given = Compose.read().service("keycloak").path("environment");
        var named = new TreeSet<String>();
        Pattern.compile("\\$\\{([^}]*)}")
                .matcher(realm.toString())
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertFalse(named.isEmpty());
        for (var name : named)
            assertTrue(given.path(name).asText().matches("\\$\\{[A-Z_]+:\\?[^}]*}"), name + " is demanded by compose");
        for (var client : realm.path("clients"))
            if (client.has("secret"))
                assertTrue(client.path("secret").asText().matches("\\$\\{[A-Z_]+}"), client.toString());
    }

    @Test
    void loginIsAsTheProtectionOfLevelThreeAsks() {
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        for (var part : Set.of("length(12)", "upperCase(1)", "lowerCase(1)", "digits(1)", "specialChars(1)"))
            assertTrue(realm.path("passwordPolicy").asText().contains(part), part);
        assertTrue(realm.path("accessTokenLifespan").asInt() <= 300);
        assertTrue(realm.path("ssoSessionIdleTimeout").asInt() <= 1800);
        assertTrue(realm.path("eventsExpiration").asInt() >= 184 * 24 * 3600, "six months at least");
        var factor = realm.path("requiredActions").get(0);
        assertEquals("CONFIGURE_TOTP", factor.path("alias").asText());
        assertTrue(factor.path("defaultAction").asBoolean(), "everybody has a second factor");
        var profile = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asText();
        assertEquals(
                5, profile.split("\"edit\":\\[\"admin\"]", -1).length - 1, "nobody writes the own region or agency");
    }
}

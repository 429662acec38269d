package cn.disputes.deploy.testing;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Walks every endpoint of a running service as its OpenAPI document lists them: who is let in, and who is not. */
public final class EveryEndpoint {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final List<String> ROLES = List.of(
            "case-officer",
            "approver",
            "agency-liaison",
            "court-liaison",
            "leader",
            "coordinator",
            "statistician",
            "dashboard",
            "auditor",
            "admin",
            "service");

    /** An operation and the roles that may call it; none means anyone with a token. */
    public record Endpoint(String method, String path, List<String> roles, String mediaType) {
        @Override
        public String toString() {
            return method.toUpperCase() + " " + path + " " + (roles.isEmpty() ? "any" : String.join(",", roles));
        }
    }

    private EveryEndpoint() {}

    public static List<Endpoint> documented() {
        var document = JsonPath.from(given().get("/q/openapi?format=json").asString());
        var endpoints = new ArrayList<Endpoint>();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (METHODS.contains(method))
                endpoints.add(new Endpoint(method, path, roles(operation), mediaType(operation)));
        }));
        return endpoints;
    }

    @SuppressWarnings("unchecked")
    private static List<String> roles(Map<String, Object> operation) {
        var security = (List<Map<String, List<String>>>) operation.get("security");
        if (security == null) return List.of("public");
        return security.get(0).values().iterator().next().stream().sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private static String mediaType(Map<String, Object> operation) {
        var body = (Map<String, Map<String, Object>>) operation.get("requestBody");
        return body == null
                ? "application/json"
                : body.get("content").keySet().iterator().next();
    }

    /** What is wrong with the doors: empty when every one is shut to strangers and open to those it names. */
    public static List<String> openDoors() {
        var faults = new ArrayList<String>();
        for (var endpoint : documented()) {
            if (endpoint.roles().contains("public")) continue;
            expect(endpoint, given(), 401, faults, "nobody");
            expect(endpoint, bearer(token("case-officer").expired().sign()), 401, faults, "an expired token");
            expect(endpoint, bearer(token("case-officer").forged()), 401, faults, "a forged token");
            if (endpoint.roles().isEmpty()) continue;
            expect(endpoint, bearer(token("passer-by").sign()), 403, faults, "an unknown role");
            for (var role : ROLES) {
                if (!endpoint.roles().contains(role)) {
                    expect(endpoint, bearer(token(role).sign()), 403, faults, role);
                }
            }
        }
        return faults;
    }

    /** What the declared roles get for an id that does not exist: anything but a shut door or a fault. */
    public static List<String> shutDoors() {
        var faults = new ArrayList<String>();
        for (var endpoint : documented()) {
            for (var role : endpoint.roles()) {
                if (role.equals("public")) continue;
                var status = call(endpoint, bearer(token(role).sign()));
                if (status == 401 || status >= 500) faults.add(endpoint + " answers " + status + " to " + role);
            }
        }
        return faults;
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }

    private static void expect(
            Endpoint endpoint, RequestSpecification request, int wanted, List<String> faults, String who) {
        var status = call(endpoint, request);
        if (status != wanted) faults.add(endpoint + " answers " + status + " to " + who);
    }

    private static int call(Endpoint endpoint, RequestSpecification request) {
        var path = endpoint.path()
                .replace("{year}", "2026")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (!endpoint.method().equals("get"))
            request = request.contentType(endpoint.mediaType()).body("{}".getBytes());
        return request.request(endpoint.method().toUpperCase(), path).statusCode();
    }
}

package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at Keycloak's pages: password, the authenticator's code, and back to the tool with a code for a token. */
final class Login {
    private static final Pattern ACTION = Pattern.compile("(?s)<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final String realm;
    private final String client;
    private final String back;
    private final String verifier = random();

    /** @param back where the client's tool waits for the code */
    Login(String realm, String client, String back) {
        this.realm = realm;
        this.client = client;
        this.back = back;
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first page; with {@code pkce} false as a tool would ask that has not heard of it. */
    HttpResponse<String> open(boolean pkce) throws IOException, InterruptedException {
        var asked = new LinkedHashMap<String, String>();
        asked.put("client_id", client);
        asked.put("redirect_uri", back);
        asked.put("response_type", "code");
        asked.put("scope", "openid");
        asked.put("state", random());
        if (pkce) asked.put("code_challenge", challenge());
        if (pkce) asked.put("code_challenge_method", "S256");
        return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?" + encoded(asked)))
                .GET());
    }

    /** The page after a password, right or wrong, or the way back. */
    HttpResponse<String> password(HttpResponse<String> page, String username, String password)
            throws IOException, InterruptedException {
        return submit(page, Map.of("username", username, "password", password, "credentialId", ""));
    }

    /** All the way; the code that comes back. */
    String code(Person person) throws IOException, InterruptedException {
        var page = password(open(true), person.username, person.password);
        for (var steps = 0; steps < 5 && !returned(page); steps++) {
            var secret = SECRET.matcher(page.body());
            if (secret.find()) {
                person.enrol(secret.group(1));
                page = submit(
                        page, Map.of("totp", person.code(), "totpSecret", secret.group(1), "userLabel", "telephone"));
            } else if (page.body().contains("name=\"otp\"")) page = submit(page, Map.of("otp", person.code()));
            else throw new AssertionError(person.username + " is held up at " + page.uri() + "\n" + page.body());
        }
        return parameters(page).get("code");
    }

    static boolean returned(HttpResponse<String> page) {
        return page.statusCode() == 302;
    }

    /** What the address says that the person is sent back to. */
    static Map<String, String> parameters(HttpResponse<String> page) {
        var location = URI.create(page.headers().firstValue("Location").orElseThrow());
        var parameters = new HashMap<String, String>();
        for (var pair : location.getRawQuery().split("&"))
            parameters.put(
                    pair.split("=")[0], URLDecoder.decode(pair.replaceFirst("^[^=]*=?", ""), StandardCharsets.UTF_8));
        return parameters;
    }

    Response token(String code, String withVerifier) {
        return given().formParam("grant_type", "authorization_code")
                .formParam("client_id", client)
                .formParam("redirect_uri", back)
                .formParam("code", code)
                .formParam("code_verifier", withVerifier)
                .post(realm + "/protocol/openid-connect/token");
    }

    Response refresh(String refreshToken) {
        return given().formParam("grant_type", "refresh_token")
                .formParam("client_id", client)
                .formParam("refresh_token", refreshToken)
                .post(realm + "/protocol/openid-connect/token");
    }

    Response token(Person person) throws IOException, InterruptedException {
        return token(code(person), verifier);
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> form)
            throws IOException, InterruptedException {
        var action = ACTION.matcher(page.body());
        if (!action.find()) throw new AssertionError(page.statusCode() + " has no form:\n" + page.body());
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** Follows Keycloak from page to page, but not back to the tool. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        if (!cookie.isEmpty()) request.setHeader("Cookie", cookie);
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var set : response.headers().allValues("Set-Cookie")) {
            var pair = set.split(";")[0].split("=", 2);
            if (pair[1].isEmpty() || set.contains("Max-Age=0")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        var location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 != 3
                || location.isEmpty()
                || location.get().startsWith(back)) return response;
        return send(
                HttpRequest.newBuilder(response.uri().resolve(location.get())).GET());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

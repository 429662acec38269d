package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person at Keycloak's pages: password, the authenticator's code, and back to the tool with a code for a token. */
final class Login {
    private final String realm;
    private final String client;
    private final String back;
    private final String verifier = random();
    private final Browser browser;

    /** @param back where the client's tool waits for the code */
    Login(String realm, String client, String back) {
        this.realm = realm;
        this.client = client;
        this.back = back;
        this.browser = new Browser(back);
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
        return browser.open(realm + "/protocol/openid-connect/auth?" + Browser.encoded(asked));
    }

    /** The page after a password, right or wrong, or the way back. */
    HttpResponse<String> password(HttpResponse<String> page, String username, String password)
            throws IOException, InterruptedException {
        return browser.password(page, username, password);
    }

    /** All the way; the code that comes back. */
    String code(Person person) throws IOException, InterruptedException {
        var page = browser.login(open(true), person);
        if (!returned(page)) throw new AssertionError(person.username + " is held up at " + page.uri());
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
}

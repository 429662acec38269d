package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code deploy/audit-verify.sh} where nobody is there to log in: it fetches its own token. */
class AuditVerifyTest {
    private static final String SECRET = "0123&+=äöü";

    private HttpServer provider;
    private String asked;
    private String shown;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            asked = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            if (asked.contains(SECRET)) answer(exchange, 200, "{\"access_token\":\"a.b.c\",\"expires_in\":300}");
            else answer(exchange, 401, "{\"error\":\"unauthorized_client\"}");
        });
        provider.createContext("/v1/audit/verification", exchange -> {
            shown = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, 200, "{\"verified\":true,\"entries\":7,\"head\":\"cafe\"}");
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String verify(String secret) throws Exception {
        var url = "http://127.0.0.1:" + provider.getAddress().getPort();
        return Running.script(
                Map.of("AUDIT_VERIFY_TOKEN_URL", url + "/token", "AUDIT_VERIFY_SECRET", secret),
                Service.DEPLOY.resolve("audit-verify.sh").toString(),
                "--url",
                url);
    }

    @Test
    void itLogsInAsItself() throws Exception {
        assertEquals("7:cafe", verify(SECRET).strip());
        assertTrue(asked.contains("grant_type=client_credentials"), asked);
        assertTrue(asked.contains("client_id=audit-verify"), asked);
        assertEquals("Bearer a.b.c", shown);
    }

    @Test
    void aLoginThatFailsIsNoVerification() {
        var said = assertThrows(AssertionError.class, () -> verify("another")).getMessage();
        assertTrue(said.contains("unauthorized_client"), said);
    }
}

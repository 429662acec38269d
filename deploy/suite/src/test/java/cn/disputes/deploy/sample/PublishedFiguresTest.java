package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private String corrected = "75";
    private int freshnessAsked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/freshness", this::freshness);
        server.createContext("/v1/statistics", this::statistics);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allElevenAgree() {
        assertTrue(print());
        assertTrue(text().contains("11/11"), text());
        assertTrue(text().contains("2064/2243"), text());
        assertTrue(text().contains("-15.73%"), text());
        assertTrue(freshnessAsked > 20, "waits until nothing is under way");
    }

    @Test
    void aFigureThatDiffersIsMarked() {
        corrected = "76";
        assertFalse(print());
        assertTrue(text().lines().anyMatch(line -> line.startsWith("直接纠错") && line.endsWith("✗")), text());
        assertTrue(text().contains("10/11"), text());
    }

    @Test
    void aValueThatIsNotKnownIsNoAgreement() {
        corrected = "null";
        assertFalse(print());
    }

    @Test
    void columnsStayAligned() {
        print();
        var rows = text().lines().filter(line -> line.endsWith("✓")).toList();
        assertEquals(11, rows.size());
        var marks = rows.stream().map(TextTable::width).distinct().toList();
        assertEquals(1, marks.size(), text());
    }

    @Test
    void chineseIsTwiceAsWide() {
        assertEquals(8, TextTable.width("办结ab（"));
        assertEquals(
                List.of("复议  1", "ab    2"),
                new TextTable().row("复议", "1").row("ab", "2").lines());
    }

    private boolean print() {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return PublishedFigures.print(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token", out);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void freshness(HttpExchange exchange) throws IOException {
        freshnessAsked++;
        answer(
                exchange,
                """
                {"caughtUp":%s,"feeds":[{"source":"case-service","lastEventAt":"2026-01-01T00:00:00Z"}]}
                """
                        .formatted(freshnessAsked > 2));
    }

    private void statistics(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var october = query.contains("to=2022-10");
        assertEquals(october, query.contains("SUPERVISION_ISSUED"));
        answer(
                exchange,
                """
                {"rows":[{"group":{},"values":{
                "RECONSIDERATIONS_RECEIVED":{"value":2291},
                "RECONSIDERATIONS_CONCLUDED":{"value":2243},
                "RECONSIDERATIONS_CORRECTED":{"value":%s},
                "DISPUTE_SETTLED_RATE":{"numerator":2064,"denominator":2243,"value":0.920196},
                "RECONSIDERATION_LITIGATION_RATIO":{"numerator":2291,"denominator":1002,"value":2.286427},
                "ZERO_LOSS_COUNTIES":{"value":8},
                "HIGH_RISK_RESOLVED":{"value":59},
                "HEAD_APPEARANCE_RATE":{"numerator":736,"denominator":740,"value":0.994595},
                "FIRST_INSTANCE_RECEIVED":{"value":1002,"previous":{"value":1189},"change":-0.157275},
                "RECTIFICATIONS_OUTSTANDING":{"value":0},
                "SUPERVISION_ISSUED":{"value":192}}}]}
                """
                        .formatted(corrected));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package cn.disputes.cases.document;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.local.TestTokens.token;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever sends or takes a document slowly holds no transaction: one that writes for long holds up the feeds and the audit
 * of the whole server.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SlowClientTest {
    private static final String REGION = "330784";
    /** Several parts. */
    private static final int SIZE = 3 * 1024 * 1024;

    @Inject
    Jdbi jdbi;

    @Inject
    ArrivingParts arriving;

    @TestHTTPResource
    URI server;

    private static String documents(String list) {
        return list + "/" + (list.equals(CASES) ? received(REGION) : filed(REGION)) + "/documents";
    }

    private Socket asked(String method, String path, String headers) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        var bearer = token("case-officer").name("慢传").region(REGION).sign();
        var request = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer "
                + bearer + "\r\nConnection: close\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A sender that has sent half of a file and sends no more for now. */
    private Socket half(String documents, byte[] file) throws IOException {
        var socket = asked(
                "POST",
                documents + "?name=slow",
                "Content-Type: text/plain\r\nContent-Length: " + file.length + "\r\n");
        socket.getOutputStream().write(file, 0, file.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }

    private static byte[] file() {
        var file = new byte[SIZE];
        Arrays.fill(file, (byte) 'a');
        return file;
    }

    /** Transactions of the server that have touched documents and wait for a client. */
    private List<String> waiting() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT state || ' ' || coalesce(backend_xid::text, 'read') FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
                          AND state LIKE 'idle in transaction%' AND (query LIKE '%case_document%' OR query LIKE '%arriving_part%')""")
                .mapTo(String.class)
                .list());
    }

    private void nothingWaits() {
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> waiting()
                .isEmpty());
    }

    private int parts() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT (SELECT count(*) FROM case_document_part) + (SELECT count(*) FROM arriving_part)")
                .mapTo(Integer.class)
                .one());
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void aSlowSenderHoldsNoTransactionAndIsTakenInWhenItIsDone(String list) throws IOException {
        var documents = documents(list);
        var file = file();
        try (var sender = half(documents, file)) {
            nothingWaits();
            sender.getOutputStream().write(file, file.length / 2, file.length - file.length / 2);
            var answer = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
        }
        var kept = as("慢传", REGION, "case-officer")
                .get(documents)
                .then()
                .body("items", hasSize(1))
                .extract()
                .<String>path("items[0].id");
        assertArrayEquals(
                file,
                as("慢传", REGION, "case-officer").get(documents + "/" + kept).asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void aSenderThatBreaksOffLeavesNothing(String list) throws IOException {
        var documents = documents(list);
        var before = parts();
        try (var sender = half(documents, file())) {
            nothingWaits();
        }
        await().during(Duration.ofSeconds(1))
                .until(() -> parts() == before && waiting().isEmpty());
        as("慢传", REGION, "case-officer").get(documents).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void aSlowReceiverHoldsNoTransactionAndGetsItWhole(String list) throws IOException {
        var documents = documents(list);
        var large = new byte[16 * 1024 * 1024];
        Arrays.fill(large, (byte) 'b');
        try (var sender = half(documents, large)) {
            sender.getOutputStream().write(large, large.length / 2, large.length - large.length / 2);
            sender.getInputStream().readAllBytes();
        }
        var kept = as("慢传", REGION, "case-officer").get(documents).<String>path("items[0].id");
        try (var receiver = asked("GET", documents + "/" + kept, "")) {
            nothingWaits();
            var answer = receiver.getInputStream().readAllBytes();
            assertTrue(answer.length > large.length, "received " + answer.length);
        }
    }

    /** A server died while a file came in: nobody will ever ask for its parts. */
    @Test
    void whatAServerThatDiedLeftBehindIsForgotten() {
        var left = UUID.randomUUID();
        var coming = UUID.randomUUID();
        jdbi.useHandle(h -> {
            var old = "INSERT INTO arriving_part VALUES (?, ?, 'x', now() - CAST(? AS interval))";
            h.execute(old, left, 0, "26 hours");
            h.execute(old, left, 1, "25 hours");
            h.execute(old, coming, 0, "25 hours");
            h.execute(old, coming, 1, "1 minute");
        });
        arriving.forgetLost();
        var kept = jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM arriving_part WHERE document_id = ? OR document_id = ?")
                        .bind(0, left)
                        .bind(1, coming)
                        .mapTo(Integer.class)
                        .one());
        assertEquals(2, kept);
        arriving.forget(coming);
    }

    /** Nothing of a file is readable where it waits. */
    @Test
    void whatIsOnItsWayInLiesSealed() throws IOException {
        var documents = documents(CASES);
        try (var sender = half(documents, file())) {
            var part = await().until(
                            () -> jdbi.withHandle(h -> h.createQuery("SELECT content FROM arriving_part WHERE part = 0")
                                    .mapTo(byte[].class)
                                    .findFirst()),
                            Optional::isPresent)
                    .orElseThrow();
            assertFalse(new String(part, StandardCharsets.US_ASCII).contains("aaaa"));
        }
        await().until(() -> jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM arriving_part")
                        .mapTo(Integer.class)
                        .one())
                == 0);
    }
}

package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every request that was sent under a load, with what came of it and how long it took. */
final class Attempts {
    /** @param status 0 when the line was cut or nobody listened */
    record Attempt(String what, int status, long millis, long at, String problem) {}

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        boolean done() {
            return status >= 200 && status < 300;
        }

        String header(String name) {
            var values = headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
            return values.isEmpty() ? null : values.get(0);
        }
    }

    private final ConcurrentLinkedQueue<Attempt> all = new ConcurrentLinkedQueue<>();

    Answer get(String what, String address, String token) {
        return send(what, HttpRequest.newBuilder(URI.create(address)).GET(), token);
    }

    Answer post(String what, String address, String token, Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", body instanceof byte[] ? "text/csv" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
        if (headers.length > 0) request.headers(headers);
        return send(what, request, token);
    }

    private static byte[] bytes(Object body) {
        try {
            return body instanceof byte[] file ? file : Documents.JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(String what, HttpRequest.Builder request, String token) {
        var begun = System.nanoTime();
        try {
            var sent = request.header("Authorization", "Bearer " + token)
                    .header("Accept-Language", "en")
                    .timeout(PATIENCE)
                    .build();
            var answer = HTTP.send(sent, HttpResponse.BodyHandlers.ofByteArray());
            var headers = answer.headers().map();
            var status = answer.statusCode();
            note(what, status, begun, status < 400 ? null : wrong(answer));
            return new Answer(status, headers, tree(answer.body()));
        } catch (IOException cut) {
            note(what, 0, begun, cut.getClass().getSimpleName());
            return new Answer(0, Map.of(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, Map.of(), null);
        }
    }

    private void note(String what, int status, long begun, String problem) {
        var now = System.nanoTime();
        all.add(new Attempt(what, status, Duration.ofNanos(now - begun).toMillis(), now, problem));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return body.length == 0 ? null : Documents.JSON.readTree(body);
        } catch (IOException notJson) {
            return null;
        }
    }

    /** In a word what a refusal is; anything that is not the one of a database that is away, in full. */
    private static String wrong(HttpResponse<byte[]> answer) {
        var said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        var problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        var again = answer.headers().firstValue("Retry-After").isPresent();
        if (answer.statusCode() == 503 && problem && again && said.contains("\"unavailable\"")) return "unavailable";
        if (answer.statusCode() == 409 && said.contains("\"request-running\"")) return "running";
        return answer.statusCode() + " " + said;
    }

    List<Attempt> since(long nanos) {
        return all.stream().filter(attempt -> attempt.at() >= nanos).toList();
    }

    List<Attempt> refused(long since) {
        return since(since).stream()
                .filter(attempt -> "unavailable".equals(attempt.problem()))
                .toList();
    }

    /**
     * Whoever asked since a moment was answered in time: with success, or that the database is away and when to come again.
     *
     * @param cuts whether a process or its line may have gone in the middle of a request
     */
    void answeredWithin(long since, int seconds, boolean cuts) {
        var all = since(since);
        assertTrue(all.size() > 3, "only " + all.size() + " requests");
        var strange = all.stream()
                .filter(attempt -> attempt.problem() != null
                        && !Set.of("unavailable", "running").contains(attempt.problem()))
                .filter(attempt -> !cuts || attempt.status() != 0)
                .toList();
        assertEquals(List.of(), strange);
        var slowest = all.stream().mapToLong(Attempt::millis).max().orElseThrow();
        assertTrue(slowest <= seconds * 1000L, "the slowest took " + slowest + " ms");
    }

    String summary(long since) {
        var all = since(since);
        return String.format(
                "%d requests, %d refused for the database, %d cut, slowest %d ms",
                all.size(),
                refused(since).size(),
                all.stream().filter(attempt -> attempt.status() == 0).count(),
                all.stream().mapToLong(Attempt::millis).max().orElse(0));
    }
}

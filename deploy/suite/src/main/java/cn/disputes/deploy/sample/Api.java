package cn.disputes.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One service as its clients see it: HTTP, JSON and a token. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI service;
    private final Function<String, String> tokenFor;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(URI service, Function<String, String> tokenFor) {
        this.service = service;
        this.tokenFor = tokenFor;
    }

    /** What came back; {@code request} is for messages. */
    record Answer(String request, int status, JsonNode body, HttpResponse<String> response) {
        Answer require(Integer... statuses) {
            if (List.of(statuses).contains(status)) return this;
            throw new LoadFailure(request + " 答复 " + status + "：" + body, request + " answered " + status);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Answer get(String role, String path) {
        return send(role, "GET", path, null, Map.of());
    }

    Answer put(String role, String path, Object body) {
        return send(role, "PUT", path, body, Map.of());
    }

    Answer post(String role, String path, Object body) {
        return send(role, "POST", path, body, Map.of());
    }

    Answer post(String role, String path, Object body, Map<String, String> headers) {
        return send(role, "POST", path, body, headers);
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String role, String path) {
        var items = new ArrayList<JsonNode>();
        var page = get(role, path + "?limit=500").require(200).body();
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(
                            role,
                            path + "?limit=500&cursor="
                                    + encoded(page.get("next").asText()))
                    .require(200)
                    .body();
            page.path("items").forEach(items::add);
        }
        return items;
    }

    boolean empty(String role, String path) {
        return get(role, path + "?limit=1").require(200).body().path("items").isEmpty();
    }

    /** @param body a CSV text as it is, anything else as JSON */
    private Answer send(String role, String method, String path, Object body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        request.header("Authorization", "Bearer " + tokens.computeIfAbsent(role, tokenFor));
        headers.forEach(request::header);
        if (body != null)
            request.header("Content-Type", body instanceof String ? "text/csv; charset=UTF-8" : "application/json");
        try {
            var content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                            body instanceof String text ? text : JSON.writeValueAsString(body));
            var response = exchange(request.method(method, content).build());
            return new Answer(method + " " + path, response.statusCode(), parse(response.body()), response);
        } catch (IOException e) {
            throw new LoadFailure("无法访问 " + service + path, service + path + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("装载被中断", "Loading was interrupted", e);
        }
    }

    /** A kept connection may be closed from the other side at any moment; what is safe to repeat is sent once more. */
    private static HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        var text = HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
        try {
            return HTTP.send(request, text);
        } catch (IOException closed) {
            if (request.method().equals("POST")) throw closed;
            return HTTP.send(request, text);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

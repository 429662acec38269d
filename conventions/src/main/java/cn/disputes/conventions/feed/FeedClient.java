package cn.disputes.conventions.feed;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.conventions.watching.Tracing;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads another service's feed over HTTP. */
public final class FeedClient {
    private final HttpClient http = Tracing.traced(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build());
    private final String baseUrl;
    private final Supplier<String> token;

    /** @param token asked before every call, so that a renewed token is picked up */
    public FeedClient(String baseUrl, Supplier<String> token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public FeedPage page(String after, int limit, Duration wait) throws IOException, InterruptedException {
        var uri = URI.create(baseUrl + "/v1/events?limit=" + limit + "&wait=" + wait.toSeconds()
                + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + bearer())
                .timeout(wait.plusSeconds(10))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) throw new IOException("feed answered " + response.statusCode());
            return EventJson.MAPPER.readValue(body, FeedPage.class);
        }
    }

    /** Without a token the feed cannot be read just now, as when the other service is away: nobody's request is at fault. */
    private String bearer() throws IOException {
        try {
            return token.get();
        } catch (RuntimeException e) {
            throw new IOException("no token for the feed", e);
        }
    }
}

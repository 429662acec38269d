package cn.disputes.stats;

import cn.disputes.contract.events.CloudEvent;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks for the services that are followed; the service under test follows them as it does anywhere. */
public final class Telling {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Telling() {}

    public static void tell(Told... told) {
        tell(List.of(told));
    }

    /** Returns once it is in the facts. */
    public static void tell(List<Told> told) {
        told.stream()
                .collect(Collectors.groupingBy(
                        one -> one.type().wireName().contains("risk") ? "alert-service" : "case-service"))
                .forEach((source, events) -> post(
                        source + "/tell", events.stream().map(Telling::line).collect(Collectors.joining("\n"))));
        caughtUp();
    }

    public static void stop(String source) {
        post(source + "/stop", "");
    }

    public static void go(String source) {
        post(source + "/go", "");
        caughtUp();
    }

    private static void caughtUp() {
        var token = cn.disputes.deploy.local.TestTokens.token("statistician").sign();
        var freshness = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/freshness"))
                .header("Authorization", "Bearer " + token)
                .build();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> HTTP.send(
                        freshness, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("\"caughtUp\":true,\"feeds\""));
    }

    private static String line(Told told) {
        try {
            return EventJson.MAPPER.writeValueAsString(new CloudEvent(
                    "1.0",
                    UUID.randomUUID(),
                    "/case-service",
                    told.type().wireName(),
                    told.data().get("id").toString(),
                    Instant.now(),
                    "application/json",
                    EventJson.MAPPER.valueToTree(told.data())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void post(String path, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create(ConfigProvider.getConfig().getValue("pretend-feeds.url", String.class) + "/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HTTP.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

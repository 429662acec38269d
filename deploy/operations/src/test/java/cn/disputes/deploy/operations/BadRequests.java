package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that can be wrong with a request that is about a person. */
final class BadRequests {
    private BadRequests() {}

    static void with(Map<String, String> person, ThreeServices trial) throws IOException {
        for (var value : person.values()) {
            searches(trial, value);
            elsewhere(trial, value);
        }
        bodies(person, trial);
        for (var service : Service.values()) raw(URI.create(trial.addresses.get(service)), person);
    }

    private static void searches(ThreeServices trial, String value) {
        for (var parameter : List.of("q", "limit", "sort", "after", "nobody"))
            for (var list : List.of("/v1/reconsiderations", "/v1/litigations", "/v1/reconsiderations/search"))
                trial.as("case-officer").queryParam(parameter, value).get(trial.at(Service.CASES, list));
        trial.as("coordinator").queryParam("leader", value).get(trial.at(Service.ALERTS, "/v1/risk-cases"));
        trial.as("statistician").queryParam("indicators", value).get(trial.at(Service.STATS, "/v1/statistics"));
    }

    /** In a path, in headers, in a token. */
    private static void elsewhere(ThreeServices trial, String value) {
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (var service : Service.values()) {
            trial.as("admin").urlEncodingEnabled(false).get(trial.at(service, "/v1/" + encoded));
            trial.as("admin").urlEncodingEnabled(false).get(trial.at(service, "/v1/events?after=" + encoded));
            given().header("Authorization", "Bearer " + encoded).get(trial.at(service, "/v1/events"));
        }
        trial.as("case-officer")
                .urlEncodingEnabled(false)
                .get(trial.at(Service.CASES, "/v1/reconsiderations/" + encoded));
        trial.as("case-officer")
                .header("Idempotency-Key", encoded.repeat(20))
                .body(Synthetic.reconsideration(Map.of("kind", value, "name", value)))
                .post(trial.at(Service.CASES, "/v1/reconsiderations"));
    }

    private static void bodies(Map<String, String> person, ThreeServices trial) throws IOException {
        var json = Documents.JSON.writeValueAsString(person);
        var wrong = new HashMap<>(Synthetic.reconsideration(person));
        wrong.put("receivedOn", person.get("name"));
        var unknown = new HashMap<>(Synthetic.reconsideration(person));
        unknown.put(person.get("name"), person.get("phone"));
        var bodies = List.of(
                json,
                json.substring(0, json.length() - 5),
                "[" + json + "]",
                "{\"a\":".repeat(2000) + json + "}".repeat(2000),
                json + "\u0000",
                "\"" + person.get("name") + "\"",
                Documents.JSON.writeValueAsString(wrong),
                Documents.JSON.writeValueAsString(unknown));
        for (var body : bodies) {
            for (var path : List.of("/v1/reconsiderations", "/v1/litigations", "/v1/reconsiderations/search"))
                trial.as("case-officer").body(body).post(trial.at(Service.CASES, path));
            trial.as("court-liaison").body(body).post(trial.at(Service.ALERTS, "/v1/alerts"));
            trial.as("coordinator").body(body).put(trial.at(Service.ALERTS, "/v1/subscriptions/x"));
        }
        trial.as("case-officer")
                .contentType("text/csv; charset=GBK")
                .body(("caseNumber;" + json + "\n\"" + person.get("name")).getBytes(StandardCharsets.UTF_8))
                .post(trial.at(Service.CASES, "/v1/imports?kind=reconsiderations"));
    }

    /** What no client library would send. */
    private static void raw(URI at, Map<String, String> person) throws IOException {
        for (var value : person.values())
            for (var request : List.of(
                    "GET /v1/events?q=" + value + " HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /v1/events?q=%zz" + value + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                    "GET /v1/%zz/" + value + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                    value + " / HTTP/1.1\r\n\r\n",
                    "POST /v1/alerts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json;" + value
                            + "\r\nContent-Length: 900\r\nConnection: close\r\n\r\n{\"note\":\"" + value,
                    "GET /v1/events?q=" + value.repeat(2000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /v1/events HTTP/1.1\r\nHost: x\r\nX-" + value + ": " + value.repeat(2000) + "\r\n\r\n")) {
                try (var socket = new Socket(at.getHost(), at.getPort())) {
                    socket.setSoTimeout(500);
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException refused) {
                    // refused without a word, or left waiting for the rest: either will do
                }
            }
    }
}

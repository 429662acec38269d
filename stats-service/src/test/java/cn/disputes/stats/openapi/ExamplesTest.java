package cn.disputes.stats.openapi;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.EveryEndpoint;
import cn.disputes.deploy.testing.EveryEndpoint.Endpoint;
import cn.disputes.stats.Told;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every example of the document is asked of the service and answered as it says. An answer that differs from day to day is
 * compared {@code by shape}, of a very long one {@code in part}; of a list the {@code first …} element is kept. Written anew by
 * {@code -Dtest=ExamplesTest -Dopenapi.refresh=true}; of a new operation write the parameters by hand.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExamplesTest {
    private static final Path FILE = Path.of("src/main/resources/META-INF/examples.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aFewCases() {
        Told.empty(jdbi);
        Told.fold(
                jdbi,
                Told.reconsideration("（虚构）义政复〔2022〕1号", "330782", "2022-01-05").concluded("2022-02-25", "REVOKED"),
                Told.reconsideration("（虚构）义政复〔2022〕2号", "330782", "2022-03-05").concluded("2022-04-25", "UPHELD"),
                Told.suit("（虚构）(2021)浙0782行初7号", "330782", "2021-01-10").concluded("2021-06-10", "CLAIM_REJECTED"),
                Told.suit("（虚构）(2022)浙0782行初1号", "330782", "2022-01-10").concluded("2022-01-30", "REVOKED"),
                Told.suit("（虚构）(2022)浙0782行初2号", "330782", "2022-01-11").concluded("2022-01-31", "WITHDRAWN"));
    }

    @Test
    void everyOperationHasOneAndTheServiceAnswersSo() throws IOException {
        var examples = (ObjectNode) JSON.readTree(Files.readString(FILE));
        var document = JSON.readTree(given().get("/q/openapi?format=json").asString());
        var faults = new ArrayList<String>();
        for (var endpoint : EveryEndpoint.documented()) {
            var key = endpoint.method().toUpperCase() + " " + endpoint.path();
            if (!(examples.get(key) instanceof ObjectNode example)) {
                faults.add(key + " has no example");
                continue;
            }
            // an example that folds anew from feeds that are not there leaves nothing for the next
            aFewCases();
            var answer = ask(endpoint, example);
            if (answer.statusCode() >= 300) {
                faults.add(key + " answers " + answer.statusCode() + " " + answer.asString());
                continue;
            }
            compare(key, example, answer, faults);
            if (!Boolean.getBoolean("openapi.refresh")) shownIn(document, endpoint, example, key, faults);
        }
        if (Boolean.getBoolean("openapi.refresh")) write(examples);
        assertEquals(List.of(), faults);
    }

    /** The release of the example that seals one: the same key and body give the same release. */
    private static String sealed() {
        try {
            return given().auth()
                    .oauth2(token("statistician").sign())
                    .contentType("application/json")
                    .header("Idempotency-Key", "examples")
                    .body(JSON.readTree(Files.readString(FILE))
                            .at("/POST ~1v1~1releases/body")
                            .toString())
                    .post("/v1/releases")
                    .jsonPath()
                    .getString("release.id");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Response ask(Endpoint endpoint, ObjectNode example) {
        var role = endpoint.roles().isEmpty()
                ? "statistician"
                : endpoint.roles().get(endpoint.roles().size() - 1);
        var request = given().auth().oauth2(token(role).sign());
        var path = endpoint.path();
        if (path.startsWith("/v1/releases/{id}")) path = path.replace("{id}", sealed());
        var parameters = example.path("parameters").fields();
        while (parameters.hasNext()) {
            var one = parameters.next();
            if (path.contains("{" + one.getKey() + "}"))
                path = path.replace("{" + one.getKey() + "}", one.getValue().asText());
            else if (endpoint.path().contains("{" + one.getKey() + "}")) continue;
            else request.queryParam(one.getKey(), one.getValue().asText());
        }
        if (example.has("body"))
            request.contentType("application/json")
                    .header("Idempotency-Key", "examples")
                    .body(example.get("body").toString());
        return request.request(endpoint.method().toUpperCase(), path);
    }

    private static void compare(String key, ObjectNode example, Response answer, List<String> faults)
            throws IOException {
        var how = example.path("compared").asText("");
        if (how.equals("stream")) {
            assertTrue(
                    answer.asString().startsWith("id:") && answer.asString().contains("event:figures"),
                    answer.asString());
            return;
        }
        var json = answer.contentType().contains("json");
        JsonNode actual = json ? JSON.readTree(answer.asString()) : TextNode.valueOf(answer.asString());
        if (how.equals("in part") || how.equals("by shape")) {
            // whoever writes a new one leaves the answer empty
            if (Boolean.getBoolean("openapi.refresh") && example.get("answer").isEmpty())
                example.set("answer", pruned(actual));
            else if (!sameShape(example.get("answer"), actual, how.equals("in part")))
                faults.add(key + " is answered in another shape: " + actual);
            return;
        }
        if (how.startsWith("first ")) cut((ObjectNode) actual, how.substring(6));
        if (Boolean.getBoolean("openapi.refresh")) example.set("answer", actual);
        else if (!actual.equals(example.get("answer"))) faults.add(key + " answers " + actual);
    }

    /** Of every list the first element. */
    private static JsonNode pruned(JsonNode whole) {
        if (whole instanceof ArrayNode list) while (list.size() > 1) list.remove(list.size() - 1);
        whole.forEach(ExamplesTest::pruned);
        return whole;
    }

    private static void cut(ObjectNode answer, String field) {
        var array = (ArrayNode) answer.get(field);
        while (array.size() > 1) array.remove(array.size() - 1);
    }

    /** The same fields with values of the same kind; of lists the first elements, where both have one. */
    private static boolean sameShape(JsonNode wanted, JsonNode actual, boolean part) {
        if (wanted.isObject()) {
            var names = new ArrayList<String>();
            wanted.fieldNames().forEachRemaining(names::add);
            return names.stream()
                            .allMatch(name -> actual.has(name) && sameShape(wanted.get(name), actual.get(name), part))
                    && (part || actual.size() == wanted.size());
        }
        if (wanted.isNull()) return true;
        if (wanted.isArray())
            return actual.isArray()
                    && (wanted.isEmpty() || actual.isEmpty() || sameShape(wanted.get(0), actual.get(0), part));
        return wanted.getNodeType() == actual.getNodeType() || actual.isNull();
    }

    /** The document shows what was tried, and not something else. */
    private static void shownIn(
            JsonNode document, Endpoint endpoint, ObjectNode example, String key, List<String> faults) {
        var operation = document.path("paths").path(endpoint.path()).path(endpoint.method());
        var shown = false;
        for (var status : List.of("200", "201"))
            for (var type : operation.path("responses").path(status).path("content"))
                shown |= example.get("answer").equals(type.path("example"));
        if (!shown) faults.add(key + ": the document does not show the example");
        if (example.has("body")
                && !example.get("body").equals(operation.at("/requestBody/content/application~1json/example")))
            faults.add(key + ": the document does not show the body");
        example.path("parameters").fields().forEachRemaining(wanted -> {
            var there = false;
            for (var parameter : operation.path("parameters"))
                there |= parameter.path("name").asText().equals(wanted.getKey())
                        && parameter.path("example").equals(wanted.getValue());
            if (!there) faults.add(key + ": the document does not show " + wanted.getKey());
        });
    }

    private static void write(ObjectNode examples) throws IOException {
        var indent = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(FILE, JSON.writer(indent).writeValueAsString(examples) + "\n");
    }
}

package cn.disputes.deploy.testing;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The OpenAPI document that is committed beside a service, from which clients are generated. With
 * {@code -Dopenapi.refresh=true} it is written anew instead of compared.
 */
public final class CommittedDocument {
    private static final Path FILE = Path.of("openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private CommittedDocument() {}

    public static JsonNode served() throws IOException {
        return JSON.readTree(RestAssured.given().get("/q/openapi?format=json").asByteArray());
    }

    public static JsonNode committed() throws IOException {
        if (Boolean.getBoolean("openapi.refresh")) {
            var indent = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            var sorted = JSON.treeToValue(served(), Map.class);
            Files.writeString(FILE, JSON.writer(indent).writeValueAsString(sorted) + "\n");
        }
        return JSON.readTree(Files.readString(FILE));
    }
}

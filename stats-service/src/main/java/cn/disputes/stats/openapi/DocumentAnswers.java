package cn.disputes.stats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Puts into the document what no annotation says: for every operation a question and its answer, from
 * {@code examples.json}, which a test asks and compares; for cached answers the tag and the 304; for answers that are also
 * tables the form they take.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DocumentAnswers implements OASFilter {
    private static final String FILE = "/META-INF/examples.json";
    private static final List<String> TABLES = List.of("/v1/statistics", "/v1/statistics/{indicator}/cases");
    private static final List<String> CACHED = List.of(
            "/v1/statistics",
            "/v1/statistics/{indicator}/cases",
            "/v1/indicators",
            "/v1/indicators/{code}",
            "/v1/indicators/{code}/versions",
            "/v1/indicators/{code}/moves",
            "/v1/rankings/{indicator}",
            "/v1/forms",
            "/v1/forms/{form}");
    private static final List<String> TABLE_TYPES =
            List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final JsonNode examples = read();

    private static JsonNode read() {
        try (var in = DocumentAnswers.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) return;
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    if (method == PathItem.HttpMethod.GET) describe(path, operation);
                    exemplify(examples.path(method + " " + path), operation);
                }));
    }

    private static void describe(String path, Operation operation) {
        if (TABLES.contains(path)) table(operation);
        if (CACHED.contains(path)) cached(operation);
    }

    private static void table(Operation operation) {
        var parameters = operation.getParameters();
        if (parameters != null && parameters.stream().noneMatch(p -> "format".equals(p.getName()))) {
            operation.addParameter(OASFactory.createParameter()
                    .name("format")
                    .in(In.QUERY)
                    .description("与 Accept 相同，优先于它 / the same as Accept, which it overrules")
                    .schema(OASFactory.createSchema()
                            .addType(SchemaType.STRING)
                            .addEnumeration("json")
                            .addEnumeration("csv")
                            .addEnumeration("xlsx")));
        }
        var content = operation.getResponses().getAPIResponse("200").getContent();
        // which of two forms an answer takes when any will do is no part of their names
        List.copyOf(content.getMediaTypes().keySet()).stream()
                .filter(type -> type.contains(";qs="))
                .forEach(content::removeMediaType);
        for (var type : TABLE_TYPES) {
            var text = OASFactory.createSchema().addType(SchemaType.STRING);
            if (!type.startsWith("text/")) text.setFormat("binary");
            content.addMediaType(type, OASFactory.createMediaType().schema(text));
        }
    }

    private static void cached(Operation operation) {
        operation
                .getResponses()
                .getAPIResponse("200")
                .addHeader(
                        "ETag",
                        OASFactory.createHeader()
                                .description("随事实变动而变 / another one as soon as a fact changes")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("与 If-None-Match 所示相同 / the same as If-None-Match names"));
    }

    private static void exemplify(JsonNode example, Operation operation) {
        if (example.isMissingNode()) return;
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                var value = example.path("parameters").path(parameter.getName());
                if (!value.isMissingNode()) parameter.setExample(value.asText());
            });
        }
        if (example.has("body") && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().stream()
                    .findFirst()
                    .ifPresent(type -> type.setExample(plain(example.get("body"))));
        }
        var responses = operation.getResponses();
        var answer = responses.getAPIResponse(responses.hasAPIResponse("200") ? "200" : "201");
        if (answer == null
                || answer.getContent() == null
                || example.path("answer").isMissingNode()) return;
        Map<String, MediaType> types = answer.getContent().getMediaTypes();
        var family = example.path("answer").isTextual() ? "text/" : "application/json";
        types.entrySet().stream()
                .filter(type -> type.getKey().startsWith(family) && !TABLE_TYPES.contains(type.getKey()))
                .findFirst()
                .ifPresent(type -> type.getValue().setExample(plain(example.path("answer"))));
    }

    private static Object plain(JsonNode node) {
        return new ObjectMapper().convertValue(node, Object.class);
    }
}

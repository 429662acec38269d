package cn.disputes.conventions.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Adds to every operation that any refusal is a problem+json, to every answer the description a valid document needs, and
 * names every operation so that a generated client reads well.
 */
public class DocumentRefusals implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        var problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
        var content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(problem));
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        responses.addAPIResponse(
                "default", OASFactory.createAPIResponse().description("任何拒绝 / any refusal (RFC 9457)"));
        responses.getAPIResponses().forEach((status, answer) -> {
            var refused = status.equals("default") || status.startsWith("4");
            if (refused) answer.setContent(content);
            if (answer.getDescription() == null) answer.setDescription(refused ? "拒绝 / refused" : "成功 / done");
        });
        operation.setResponses(responses);
        operation.setOperationId(named(operation.getOperationId()));
        if (operation.getTags() != null) {
            operation.setTags(
                    operation.getTags().stream().map(DocumentRefusals::subject).toList());
        }
        return operation;
    }

    /** {@code ReconsiderationResource_create} reads {@code createReconsideration}. */
    private static String named(String classAndMethod) {
        if (classAndMethod == null || !classAndMethod.contains("Resource_")) return classAndMethod;
        var parts = classAndMethod.split("Resource_");
        return parts[1] + parts[0];
    }

    /** {@code Reconsideration Resource} is about Reconsideration. */
    private static String subject(String tag) {
        return tag.replace(" Resource", "");
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getTags() != null) document.getTags().forEach(tag -> tag.setName(subject(tag.getName())));
        if (document.getComponents() == null) document.setComponents(OASFactory.createComponents());
        document.getComponents().addSchema("Problem", problem()).addSchema("Violation", violation());
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("拒绝及其理由 / a refusal and its reason (RFC 9457)")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", text())
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("不合规的字段 / a field that does not fit")
                .addProperty("field", text())
                .addProperty("message", text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

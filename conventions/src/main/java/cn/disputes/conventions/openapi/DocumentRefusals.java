package cn.disputes.conventions.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds to every operation that any refusal is a problem+json, and to every answer the description a valid document needs. */
public class DocumentRefusals implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        var problem = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", text())
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .addProperty("field", text())
                                        .addProperty("message", text())));
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
        return operation;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

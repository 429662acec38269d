package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.BodyFaults;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;

/**
 * Reads the filters of a list from a body. The filter itself cannot be the body: with its query parameters it would be
 * filled from the address.
 */
@Singleton
public class FilterBody {
    private final ObjectMapper json;

    FilterBody(ObjectMapper json) {
        this.json = json;
    }

    /** Numbers and truth values may be written as such; a body that is no object, {@code null} too, is no filter. */
    public <F extends CaseFilter> F read(JsonNode body, Class<F> type) {
        if (!body.isObject()) throw new ProblemException(GeneralProblem.MALFORMED_BODY);
        var texts = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(field -> {
            var value = field.getValue();
            texts.set(field.getKey(), value.isNumber() || value.isBoolean() ? texts.textNode(value.asText()) : value);
        });
        return converted(texts, type);
    }

    private <F> F converted(JsonNode node, Class<F> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException unreadable) {
            throw BodyFaults.of(unreadable);
        }
    }
}

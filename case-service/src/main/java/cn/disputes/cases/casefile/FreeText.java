package cn.disputes.cases.casefile;

import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.cases.identifier.ResidentId;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes what people wrote in their own words out of a step. Whatever is not a code, a date, a case's id or an agency's
 * number counts as such, so that a field added later is covered without being named here.
 */
public final class FreeText {
    private static final Pattern CODE_OR_DATE =
            Pattern.compile("[A-Z][A-Z0-9_]*|XZFY-[0-9]{4}|[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}(T[0-9:.+Z-]*)?"
                    + "|[0-9]{1,3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String MASK = "***";

    private FreeText() {}

    /** The steps for eyes that may not see names. */
    public static <B extends StepBody<B>> List<RecordedStep<B>> hidden(List<RecordedStep<B>> steps, Class<B> type) {
        return steps.stream()
                .map(step -> new RecordedStep<>(
                        step.sequence(), hidden(step.body(), type), step.recordedAt(), step.recordedBy()))
                .toList();
    }

    private static <B> B hidden(B body, Class<B> type) {
        try {
            return EventJson.MAPPER.treeToValue(hidden(EventJson.MAPPER.<JsonNode>valueToTree(body)), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("step unreadable");
        }
    }

    /** One text for eyes that may not see names; a code is none, and null stays null. */
    public static String hidden(String text) {
        return text == null || harmless(text) ? text : MASK;
    }

    /** What people wrote, for eyes that may not see names. */
    public static JsonNode hidden(JsonNode node) {
        return replaced(node, MASK);
    }

    /** The same with {@code by} in place of every free text. */
    public static JsonNode replaced(JsonNode node, String by) {
        return each(node, text -> by);
    }

    /** The same with every free text put through a function. */
    static JsonNode each(JsonNode node, UnaryOperator<String> text) {
        if (node.isTextual()) {
            return harmless(node.textValue()) ? node : TextNode.valueOf(text.apply(node.textValue()));
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(each(item, text)));
            return array;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), each(field.getValue(), text)));
            return object;
        }
        return node;
    }

    private static boolean harmless(String text) {
        return CODE_OR_DATE.matcher(text).matches() || CreditCode.valid(text) && !ResidentId.valid(text);
    }
}

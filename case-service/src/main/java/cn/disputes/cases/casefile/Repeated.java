package cn.disputes.cases.casefile;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The first answer to a request that is repeated: whoever sees masks today is told it with masks. */
public final class Repeated {
    private static final List<String> PARTIES = List.of("applicants", "plaintiffs");

    private Repeated() {}

    /** The id of what the first answer shows. */
    public static UUID id(JsonNode first) {
        return UUID.fromString(first.get("id").textValue());
    }

    public static JsonNode shown(JsonNode first, Handling handling, Caller caller) {
        if (Personal.mayBeSeenBy(caller, handling) || !(first instanceof ObjectNode answer)) return first;
        answer.remove("claims");
        var reason = answer.path("lawVersionReason");
        if (reason.isTextual()) answer.put("lawVersionReason", FreeText.hidden(reason.textValue()));
        for (var field : PARTIES) {
            if (!answer.path(field).isArray()) continue;
            var masked = StreamSupport.stream(answer.get(field).spliterator(), false)
                    .map(party ->
                            EventJson.MAPPER.convertValue(party, Party.class).masked())
                    .toList();
            answer.set(field, EventJson.MAPPER.valueToTree(masked));
        }
        return answer;
    }
}

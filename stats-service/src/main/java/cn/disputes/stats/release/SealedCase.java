package cn.disputes.stats.release;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/**
 * A case as it was known when it was sealed.
 *
 * @param text the fact as JSON, byte for byte what is hashed
 */
record SealedCase(UUID id, String text, JsonNode fact) {
    private static final ObjectMapper JSON = EventJson.MAPPER;

    static SealedCase of(UUID id, String text) {
        try {
            return new SealedCase(id, text, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed case is no JSON", e);
        }
    }

    String kind() {
        return fact.path("kind").asText();
    }

    String caseNumber() {
        return fact.path("case_number").asText();
    }

    String regionCode() {
        return fact.path("region_code").asText();
    }
}

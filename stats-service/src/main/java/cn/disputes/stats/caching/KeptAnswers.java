package cn.disputes.stats.caching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * JSON answers kept by their tag, so that what many displays ask is counted once: a tag stands for the question, who asks
 * it and the version of the facts, and what none asks for any more makes room.
 */
@ApplicationScoped
class KeptAnswers {
    private final ObjectMapper json;
    private final Cache<String, byte[]> kept;

    /** @param megabytes that answers may take in memory; 0 keeps none */
    KeptAnswers(
            ObjectMapper json, @ConfigProperty(name = "answers.kept-megabytes", defaultValue = "16") int megabytes) {
        this.json = json;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(megabytes * 1_000_000L)
                .weigher((String tag, byte[] body) -> tag.length() + body.length)
                .build();
    }

    Optional<byte[]> of(String tag) {
        return Optional.ofNullable(kept.getIfPresent(tag));
    }

    /** The answer as it goes out, kept from now on. */
    byte[] keep(String tag, Object answer) {
        try {
            var body = json.writeValueAsBytes(answer);
            kept.put(tag, body);
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only what is one JSON value: tables are written as they are read. */
    static boolean keeps(Object answer, MediaType type) {
        return answer instanceof Record && type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}

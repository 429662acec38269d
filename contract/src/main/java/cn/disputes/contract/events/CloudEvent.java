package cn.disputes.contract.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * CloudEvents 1.0 envelope, JSON format.
 *
 * @param id unique per source; a redelivered event keeps it
 * @param source {@code /case-service} or {@code /alert-service}
 * @param type see {@link EventType}; unknown types are to be ignored
 * @param subject id of the case
 * @param time when the change was recorded
 * @param data one of the {@link CaseEvent} payloads
 */
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        JsonNode data) {}

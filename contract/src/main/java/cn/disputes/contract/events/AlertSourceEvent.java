package cn.disputes.contract.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A court's system that posts alerts (预警来源) fell silent beyond its expectation, or speaks again; one pair of events
 * per silence.
 *
 * @param source the name its alerts carry
 * @param name what people call it, null where nobody has named it
 * @param heartbeatMinutes how long it may be silent
 * @param heardAt when it was last heard, null where it never was
 * @param silentSince from when on it was missed
 * @param endedAt when it was heard again or no longer expected, null while the silence lasts
 */
public record AlertSourceEvent(
        UUID id,
        long version,
        String regionCode,
        String source,
        String name,
        Integer heartbeatMinutes,
        Instant heardAt,
        Instant silentSince,
        Instant endedAt,
        Instant recordedAt)
        implements CaseEvent {}

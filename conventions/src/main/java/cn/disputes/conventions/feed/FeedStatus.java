package cn.disputes.conventions.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a follower is behind.
 *
 * @param source the service followed
 * @param caughtUp the source was asked just now and had nothing further
 * @param behindSeconds age of the oldest event not yet applied, 0 when caught up; null when the source cannot be asked
 * @param lastEventAt when the last applied event was recorded
 * @param poisoned events passed over because they could not be applied
 */
public record FeedStatus(
        String source,
        boolean caughtUp,
        @Schema(nullable = true) Double behindSeconds,
        @Schema(implementation = String.class, format = "date-time", nullable = true) Instant lastEventAt,
        long poisoned) {}

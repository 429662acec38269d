package cn.disputes.alerts.delivery;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets what was told once it has been kept long enough: letters that arrived, died or became moot, then what their
 * notices were about. Who was told of what, when and why stays, and so does the key by which nothing is told twice. Whatever
 * still waits is kept, however old. Any number of replicas may do it at once: what one has in hand is left to it.
 */
@ApplicationScoped
class Retention {
    private final Jdbi jdbi;
    private final DeliveryConfig config;
    private final Clock clock;

    Retention(Jdbi jdbi, DeliveryConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /** Whoever mistypes the days learns of it at the start, not by what is gone. */
    void start(@Observes StartupEvent starting) {
        forgottenBefore();
    }

    @Scheduled(every = "${delivery.forget-every:6h}", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var before = forgottenBefore();
        while (jdbi.inTransaction(h -> letters(h, before)) == config.chunk()) {
            // the next chunk, in a transaction of its own
        }
        while (jdbi.inTransaction(h -> notices(h, before)) == config.chunk()) {
            // the next chunk, in a transaction of its own
        }
    }

    private Instant forgottenBefore() {
        return DeliveryRules.forgottenBefore(clock.instant(), config.keepDays());
    }

    /** A line that nobody has decided on keeps its letter. */
    int letters(Handle h, Instant before) {
        return h.createUpdate(
                        """
                        WITH settled AS (
                            SELECT * FROM letter l
                            WHERE state <> 'WAITING' AND coalesce(sent_at, tried_at, recorded_at) < :before
                              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.letter_id = l.id AND d.status = 'QUEUED')
                            ORDER BY coalesce(sent_at, tried_at, recorded_at) LIMIT :rows FOR UPDATE SKIP LOCKED),
                        lines AS (
                            UPDATE delivery d SET forgotten_at = :now, told_by = s.channel, told_at = s.sent_at,
                                tries = s.attempts, last_try_at = s.tried_at, answer = s.answered, fault = s.failure
                            FROM settled s WHERE d.letter_id = s.id)
                        DELETE FROM letter l USING settled s WHERE l.id = s.id""")
                .bind("before", utc(before))
                .bind("now", utc(clock.instant()))
                .bind("rows", config.chunk())
                .execute();
    }

    /** A notice is kept as long as a letter that tells of it. */
    int notices(Handle h, Instant before) {
        return h.createUpdate(
                        """
                        UPDATE notice SET about = '{}', agency_codes = '{}', audiences = '{}', forgotten_at = :now
                        WHERE id IN (
                            SELECT n.id FROM notice n
                            WHERE n.routed_at < :before AND n.forgotten_at IS NULL
                              AND NOT EXISTS (
                                  SELECT 1 FROM delivery d WHERE d.notice_id = n.id
                                    AND (d.status = 'QUEUED' OR EXISTS (SELECT 1 FROM letter l WHERE l.id = d.letter_id)))
                            ORDER BY n.routed_at LIMIT :rows FOR NO KEY UPDATE SKIP LOCKED)""")
                .bind("before", utc(before))
                .bind("now", utc(clock.instant()))
                .bind("rows", config.chunk())
                .execute();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

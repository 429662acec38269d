package cn.disputes.alerts.delivery;

import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of letters: gathering, claiming by lease, and what became of each. */
@ApplicationScoped
class Letters {
    /**
     * A letter in hand.
     *
     * @param attempts counts this try
     * @param refusals tries that were answered and refused
     * @param failingSince when the first of them failed, null while none has
     */
    record Claimed(UUID id, String subscriptionId, int attempts, int refusals, Instant failingSince) {}

    private final Clock clock;

    Letters(Clock clock) {
        this.clock = clock;
    }

    /** A letter of its own, to go at once. */
    UUID open(Handle h, Subscription to) {
        var id = Ids.next();
        insert(h, id, to, false, clock.instant(), "");
        return id;
    }

    /** The letter that gathers what is held back for a recipient; locked, so that it does not leave meanwhile. */
    UUID gathering(Handle h, Subscription to, Instant releasedAt) {
        while (true) {
            insert(
                    h,
                    Ids.next(),
                    to,
                    true,
                    releasedAt,
                    " ON CONFLICT (subscription_id) WHERE collecting AND state = 'WAITING' DO NOTHING");
            var open = h.createQuery(
                            """
                            SELECT id FROM letter WHERE subscription_id = :subscription AND collecting AND state = 'WAITING'
                            FOR UPDATE""")
                    .bind("subscription", to.id())
                    .mapTo(UUID.class)
                    .findOne();
            // it may have left between the two statements; then the next one is opened
            if (open.isPresent()) return open.get();
        }
    }

    private void insert(Handle h, UUID id, Subscription to, boolean collecting, Instant at, String conflict) {
        h.createUpdate(
                        """
                        INSERT INTO letter (id, subscription_id, channel, state, collecting, next_at, recorded_at)
                        VALUES (:id, :subscription, :channel, 'WAITING', :collecting, :at, :now)"""
                                + conflict)
                .bind("id", id)
                .bind("subscription", to.id())
                .bind("channel", to.channel().name())
                .bind("collecting", collecting)
                .bind("at", utc(at))
                .bind("now", utc(clock.instant()))
                .execute();
    }

    /**
     * Takes letters that are due: for every recipient the oldest only, and none while another is on its way there.
     *
     * @param troubled of the recipients that failed last time; the others have places of their own
     */
    List<Claimed> claim(Handle h, int most, boolean troubled, Instant leaseUntil) {
        return h.createQuery(
                        """
                        UPDATE letter SET lease_until = :lease, collecting = false, attempts = attempts + 1, tried_at = :now
                        WHERE id IN (
                            SELECT l.id FROM letter l JOIN subscription s ON s.id = l.subscription_id
                            WHERE l.state = 'WAITING' AND l.next_at <= :now
                              AND (l.lease_until IS NULL OR l.lease_until <= :now)
                              AND (s.failures > 0) = :troubled
                              AND (s.resting_until IS NULL OR s.resting_until <= :now)
                              AND NOT EXISTS (
                                  SELECT 1 FROM letter o
                                  WHERE o.subscription_id = l.subscription_id AND o.state = 'WAITING' AND o.id <> l.id
                                    AND (o.lease_until > :now OR o.next_at <= :now AND (o.next_at, o.id) < (l.next_at, l.id)))
                            ORDER BY l.next_at LIMIT :most FOR UPDATE OF l SKIP LOCKED)
                        RETURNING id, subscription_id, attempts, refusals, failing_since""")
                .bind("lease", utc(leaseUntil))
                .bind("now", utc(clock.instant()))
                .bind("troubled", troubled)
                .bind("most", most)
                .map((row, ctx) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getString("subscription_id"),
                        row.getInt("attempts"),
                        row.getInt("refusals"),
                        instant(row.getObject("failing_since", OffsetDateTime.class))))
                .list();
    }

    void sent(Handle h, UUID id, Integer answered) {
        h.createUpdate(
                        """
                        UPDATE letter SET state = 'SENT', sent_at = :now, answered = :answered, failure = NULL,
                            lease_until = NULL WHERE id = :id AND state IN ('WAITING', 'DEAD')""")
                .bind("id", id)
                .bind("answered", answered)
                .bind("now", utc(clock.instant()))
                .execute();
        lines(h, id, "SENT");
    }

    /** @param next when to try again; null: never, the letter is dead */
    void failed(Handle h, UUID id, Outcome outcome, Instant next) {
        var changed = h.createUpdate(
                        """
                        UPDATE letter SET state = :state, next_at = coalesce(:next, next_at), answered = :answered,
                            failure = :failure, lease_until = NULL, failing_since = coalesce(failing_since, :now),
                            refusals = refusals + :refused WHERE id = :id AND state = 'WAITING'""")
                .bind("id", id)
                .bind("state", next == null ? "DEAD" : "WAITING")
                .bind("next", next == null ? null : utc(next))
                .bind("answered", outcome.status())
                .bind("failure", outcome.failure())
                .bind("refused", outcome.down() ? 0 : 1)
                .bind("now", utc(clock.instant()))
                .execute();
        if (changed > 0 && next == null) lines(h, id, "DEAD");
    }

    private static void lines(Handle h, UUID id, String status) {
        h.createUpdate(
                        "UPDATE delivery SET status = :status, held = NULL WHERE letter_id = :id AND status IN ('QUEUED', 'DEAD')")
                .bind("id", id)
                .bind("status", status)
                .execute();
    }

    /** Nothing was tried: the try does not count. */
    void hold(Handle h, UUID id, Instant until, DeliveryHours.Held held) {
        h.createUpdate(
                        "UPDATE letter SET next_at = :until, lease_until = NULL, attempts = attempts - 1 WHERE id = :id AND state = 'WAITING'")
                .bind("id", id)
                .bind("until", utc(until))
                .execute();
        h.createUpdate("UPDATE delivery SET held = :held WHERE letter_id = :id AND status = 'QUEUED'")
                .bind("id", id)
                .bind("held", held.name())
                .execute();
    }

    void moot(Handle h, UUID id) {
        h.createUpdate("UPDATE letter SET state = 'MOOT', lease_until = NULL WHERE id = :id AND state = 'WAITING'")
                .bind("id", id)
                .execute();
    }

    /** A dead letter lives again, under its old id: a receiver that had it after all knows it. */
    Optional<UUID> replay(Handle h, UUID id) {
        var again = h.createQuery(
                        """
                        UPDATE letter SET state = 'WAITING', attempts = 0, refusals = 0, failing_since = NULL,
                            next_at = :now, lease_until = NULL
                        WHERE id = :id AND state = 'DEAD' RETURNING id""")
                .bind("id", id)
                .bind("now", utc(clock.instant()))
                .mapTo(UUID.class)
                .findOne();
        again.ifPresent(letter -> {
            h.createUpdate("UPDATE delivery SET status = 'QUEUED' WHERE letter_id = :id AND status = 'DEAD'")
                    .bind("id", letter)
                    .execute();
            h.createUpdate(
                            """
                            UPDATE subscription SET resting_until = NULL
                            WHERE id = (SELECT subscription_id FROM letter WHERE id = :id)""")
                    .bind("id", letter)
                    .execute();
        });
        return again;
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package cn.disputes.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The mail address and the webhook in a leader's own entry are subscriptions of the leader; their preferences can be set
 * like any other's. A webhook needs a secret, which the leader or a coordinator renews to see it.
 */
@ApplicationScoped
class LeaderSubscriptions {
    static final String PREFIX = "leader:";

    private record Entry(String id, String leader, String region, Channel channel, String target) {}

    private final SubscriptionStore store;
    private final SubscriptionSecrets secrets;
    private final Clock clock;

    LeaderSubscriptions(SubscriptionStore store, SubscriptionSecrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Follows the entries; cheap when nothing has changed. */
    void follow(Handle h) {
        for (var entry : changed(h)) {
            if (entry.channel() == Channel.WEBHOOK && !secrets.available()) continue;
            store.claim(h, entry.id());
            var present = store.find(h, entry.id());
            if (present.isEmpty()) store.put(h, fresh(entry), "leader entry");
            else move(h, entry);
        }
        gone(h).forEach(id -> store.delete(h, id));
    }

    private Subscription fresh(Entry entry) {
        var secret = entry.channel() == Channel.WEBHOOK ? secrets.seal(secrets.make(), entry.id()) : null;
        return new Subscription(
                entry.id(),
                entry.leader(),
                entry.channel(),
                entry.target(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                DeliveryHours.ALWAYS,
                false,
                true,
                entry.region(),
                secret,
                null,
                null,
                0,
                0);
    }

    private static java.util.List<Entry> changed(Handle h) {
        return h.createQuery(
                        """
                        SELECT 'leader:' || l.id || ':' || lower(e.channel) AS id, l.id AS leader, l.region_code,
                               e.channel, e.target
                        FROM leader l
                        CROSS JOIN LATERAL (VALUES ('MAIL', l.body ->> 'email'), ('WEBHOOK', l.body ->> 'webhook'))
                            AS e (channel, target)
                        LEFT JOIN subscription s ON s.id = 'leader:' || l.id || ':' || lower(e.channel)
                        WHERE e.target <> '' AND (s.id IS NULL OR s.target <> e.target OR s.scope_region <> l.region_code)
                        ORDER BY 1""")
                .map((row, ctx) -> new Entry(
                        row.getString("id"),
                        row.getString("leader"),
                        row.getString("region_code"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("target")))
                .list();
    }

    private void move(Handle h, Entry entry) {
        h.createUpdate(
                        """
                        UPDATE subscription SET target = :target, scope_region = :region, failures = 0,
                            resting_until = NULL, version = version + 1, recorded_at = :now WHERE id = :id""")
                .bind("id", entry.id())
                .bind("target", entry.target())
                .bind("region", entry.region())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static java.util.List<String> gone(Handle h) {
        return h.createQuery(
                        """
                        SELECT s.id FROM subscription s WHERE s.of_leader AND NOT EXISTS (
                            SELECT 1 FROM leader l WHERE l.id = s.owner
                              AND coalesce(l.body ->> CASE s.channel WHEN 'MAIL' THEN 'email' ELSE 'webhook' END, '') <> '')
                        ORDER BY s.id""")
                .mapTo(String.class)
                .list();
    }
}

package cn.disputes.alerts.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings the secrets that lie under an older key under the newest one. When a run says that nothing is left, the older key
 * may be taken out of the configuration.
 */
@ApplicationScoped
class SecretResealing {
    private static final Logger LOG = Logger.getLogger(SecretResealing.class);
    private static final int CHUNK = 200;
    private static final String OLDER = "NOT starts_with(secret, :newest) OR NOT starts_with(old_secret, :newest)";

    private record Row(String id, String secret, String oldSecret) {}

    private final Jdbi jdbi;
    private final SubscriptionSecrets secrets;
    private final Clock clock;

    SecretResealing(Jdbi jdbi, SubscriptionSecrets secrets, Clock clock) {
        this.jdbi = jdbi;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void daily() {
        run();
    }

    /** How many secrets were sealed anew. */
    int run() {
        if (!secrets.available()) return 0;
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE subscription SET old_secret = NULL, old_until = NULL WHERE old_until <= :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        var sealed = 0;
        for (var after = ""; after != null; ) {
            var from = after;
            var chunk = jdbi.inTransaction(h -> chunk(h, from));
            sealed += chunk.sealed();
            after = chunk.last();
        }
        var left = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM subscription WHERE " + OLDER)
                .bind("newest", secrets.newestPrefix())
                .mapTo(Long.class)
                .one());
        if (left == 0) LOG.infof("webhooks: %d secrets sealed anew, 0 left under an older key", sealed);
        else
            LOG.warnf(
                    "webhooks: %d secrets sealed anew, %d webhooks left under an older key; renew what stays",
                    sealed, left);
        return sealed;
    }

    /** @param last null when there are no more */
    private record Chunk(int sealed, String last) {}

    /** A row somebody works on is left to the next run; its version does not change, nobody has changed it. */
    private Chunk chunk(Handle h, String after) {
        var rows = h.createQuery("SELECT id, secret, old_secret FROM subscription WHERE id > :after AND (" + OLDER
                        + ") ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("after", after)
                .bind("newest", secrets.newestPrefix())
                .bind("most", CHUNK)
                .map((row, ctx) -> new Row(row.getString("id"), row.getString("secret"), row.getString("old_secret")))
                .list();
        var sealed = 0;
        for (var row : rows)
            sealed += reseal(h, row.id(), "secret", row.secret()) + reseal(h, row.id(), "old_secret", row.oldSecret());
        return new Chunk(
                sealed, rows.isEmpty() ? null : rows.get(rows.size() - 1).id());
    }

    /** Each for itself: one whose key is gone keeps no other from the newest. */
    private int reseal(Handle h, String id, String column, String sealed) {
        if (sealed == null || sealed.startsWith(secrets.newestPrefix())) return 0;
        try {
            return h.createUpdate("UPDATE subscription SET " + column + " = :sealed WHERE id = :id")
                    .bind("id", id)
                    .bind("sealed", secrets.seal(secrets.open(sealed, id), id))
                    .execute();
        } catch (IllegalStateException keyMissing) {
            return 0;
        }
    }
}

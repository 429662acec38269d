package cn.disputes.alerts.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
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

    private record Row(String id, String secret, String oldSecret) {}

    private final Jdbi jdbi;
    private final SubscriptionSecrets secrets;

    SecretResealing(Jdbi jdbi, SubscriptionSecrets secrets) {
        this.jdbi = jdbi;
        this.secrets = secrets;
    }

    @Scheduled(every = "24h", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void daily() {
        run();
    }

    /** How many subscriptions were sealed anew. */
    int run() {
        if (!secrets.available()) return 0;
        var sealed = 0;
        var unreadable = 0;
        for (var after = ""; after != null; ) {
            var from = after;
            var chunk = jdbi.inTransaction(h -> chunk(h, from));
            sealed += chunk.sealed();
            unreadable += chunk.unreadable();
            after = chunk.last();
        }
        if (unreadable > 0)
            LOG.errorf("webhooks: %d secrets are sealed under a key that is not configured; renew them", unreadable);
        LOG.infof("webhooks: %d secrets sealed anew under %s", sealed, secrets.newestPrefix());
        return sealed;
    }

    /** @param last null when there are no more */
    private record Chunk(int sealed, int unreadable, String last) {}

    /** A row somebody works on is left to the next run; its version does not change, nobody has changed it. */
    private Chunk chunk(Handle h, String after) {
        var rows = h.createQuery(
                        """
                        SELECT id, secret, old_secret FROM subscription
                        WHERE id > :after
                          AND (NOT starts_with(secret, :newest) OR NOT starts_with(old_secret, :newest))
                        ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED""")
                .bind("after", after)
                .bind("newest", secrets.newestPrefix())
                .bind("most", CHUNK)
                .map((row, ctx) -> new Row(row.getString("id"), row.getString("secret"), row.getString("old_secret")))
                .list();
        var sealed = 0;
        for (var row : rows) sealed += reseal(h, row) ? 1 : 0;
        return new Chunk(
                sealed,
                rows.size() - sealed,
                rows.isEmpty() ? null : rows.get(rows.size() - 1).id());
    }

    private boolean reseal(Handle h, Row row) {
        try {
            h.createUpdate("UPDATE subscription SET secret = :secret, old_secret = :old WHERE id = :id")
                    .bind("id", row.id())
                    .bind("secret", resealed(row.secret(), row.id()))
                    .bind("old", resealed(row.oldSecret(), row.id()))
                    .execute();
            return true;
        } catch (IllegalStateException keyMissing) {
            return false;
        }
    }

    private String resealed(String sealed, String subscription) {
        if (sealed == null || sealed.startsWith(secrets.newestPrefix())) return sealed;
        return secrets.seal(secrets.open(sealed, subscription), subscription);
    }
}

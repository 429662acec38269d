package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CloudEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Events that cannot be applied, kept to be looked at, so that what comes behind them is not held up. */
public final class FeedPoison {
    private static final Logger LOG = Logger.getLogger(FeedPoison.class);

    private FeedPoison() {}

    /** Once, however often it is met. */
    public static void setAside(Handle h, Instant now, String source, CloudEvent event, Exception reason) {
        LOG.warnf(
                "event %s of %s set aside: %s",
                event.id(), source, reason.getClass().getSimpleName());
        h.createUpdate(
                        """
                        INSERT INTO feed_poison (source, event_id, type, subject, reason, payload, recorded_at)
                        VALUES (:source, :id, :type, :subject, :reason, CAST(:payload AS jsonb), :now)
                        ON CONFLICT (source, event_id) DO NOTHING""")
                .bind("source", source)
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("reason", reason.getClass().getSimpleName())
                .bind("payload", String.valueOf(event.data()))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}

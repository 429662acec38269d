package cn.disputes.alerts.delivery;

import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of subscriptions. */
@ApplicationScoped
class SubscriptionStore {
    private final Clock clock;

    SubscriptionStore(Clock clock) {
        this.clock = clock;
    }

    void claim(Handle h, String id) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:id, 21))::text")
                .bind("id", "subscription " + id)
                .mapTo(String.class)
                .one();
    }

    Optional<Subscription> find(Handle h, String id) {
        return h.createQuery("SELECT * FROM subscription WHERE id = :id")
                .bind("id", id)
                .map(Subscription::map)
                .findOne();
    }

    List<Subscription> all(Handle h) {
        return h.createQuery("SELECT * FROM subscription ORDER BY id")
                .map(Subscription::map)
                .list();
    }

    /** @param own only this owner's, null for everybody's in the scope */
    List<Subscription> list(Handle h, RegionScope scope, String own, String after, int rows) {
        return h.createQuery(
                        """
                        SELECT * FROM subscription
                        WHERE id > :after AND (CAST(:own AS text) IS NULL OR owner = :own)
                          AND (CAST(:own AS text) IS NOT NULL OR scope_region >= :from AND scope_region < :to)
                        ORDER BY id LIMIT :rows""")
                .bind("after", after)
                .bind("own", own)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("rows", rows)
                .map(Subscription::map)
                .list();
    }

    /** Keeps secrets and version of a row that is there already; returns the version it has now. */
    long put(Handle h, Subscription s, String by) {
        return h.createQuery(
                        """
                        INSERT INTO subscription (id, owner, channel, target, kinds, levels, audiences, region_code,
                            agency_code, quiet_from, quiet_to, digest_minutes, digest_hour, paused, of_leader,
                            scope_region, secret, recorded_by, recorded_at)
                        VALUES (:id, :owner, :channel, :target, :kinds, :levels, :audiences, :region, :agency, :quietFrom,
                            :quietTo, :digestMinutes, :digestHour, :paused, :ofLeader, :scope, :secret, :by, :now)
                        ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, channel = excluded.channel,
                            target = excluded.target, kinds = excluded.kinds, levels = excluded.levels,
                            audiences = excluded.audiences, region_code = excluded.region_code,
                            agency_code = excluded.agency_code, quiet_from = excluded.quiet_from,
                            quiet_to = excluded.quiet_to, digest_minutes = excluded.digest_minutes,
                            digest_hour = excluded.digest_hour, paused = excluded.paused,
                            scope_region = excluded.scope_region, failures = 0, resting_until = NULL,
                            secret = coalesce(subscription.secret, excluded.secret),
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
                            version = subscription.version + 1
                        RETURNING version""")
                .bind("id", s.id())
                .bind("owner", s.owner())
                .bind("channel", s.channel().name())
                .bind("target", s.target())
                .bindArray("kinds", String.class, names(s.kinds()))
                .bindArray("levels", String.class, names(s.levels()))
                .bindArray("audiences", String.class, names(s.audiences()))
                .bind("region", s.regionCode())
                .bind("agency", s.agencyCode())
                .bind("quietFrom", s.hours().quietFrom())
                .bind("quietTo", s.hours().quietTo())
                .bind("digestMinutes", s.hours().digestMinutes())
                .bind("digestHour", s.hours().digestHour())
                .bind("paused", s.paused())
                .bind("ofLeader", s.ofLeader())
                .bind("scope", s.scopeRegion())
                .bind("secret", s.secret())
                .bind("by", by)
                .bind("now", now())
                .mapTo(Long.class)
                .one();
    }

    /** The present secret goes on signing beside the new one for a while. */
    long rotate(Handle h, String id, String sealed, Duration oldFor) {
        return h.createQuery(
                        """
                        UPDATE subscription SET old_secret = secret, old_until = :until, secret = :secret,
                            version = version + 1 WHERE id = :id RETURNING version""")
                .bind("id", id)
                .bind("secret", sealed)
                .bind("until", clock.instant().plus(oldFor).atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    /** What waits for it is not sent any more, and says so. */
    void delete(Handle h, String id) {
        h.createUpdate(
                        """
                        UPDATE delivery SET status = 'NOT_SENT', reason = 'NO_SUBSCRIPTION', held = NULL
                        WHERE subscription_id = :id AND status = 'QUEUED'""")
                .bind("id", id)
                .execute();
        h.createUpdate(
                        "UPDATE letter SET state = 'MOOT', collecting = false WHERE subscription_id = :id AND state = 'WAITING'")
                .bind("id", id)
                .execute();
        h.createUpdate("DELETE FROM subscription WHERE id = :id").bind("id", id).execute();
    }

    void answered(Handle h, String id) {
        h.createUpdate("UPDATE subscription SET failures = 0, resting_until = NULL WHERE id = :id AND failures > 0")
                .bind("id", id)
                .execute();
    }

    /** @param rest until when nothing further is tried, null to go on with the next letter */
    void failed(Handle h, String id, Instant rest) {
        h.createUpdate("UPDATE subscription SET failures = failures + 1, resting_until = :rest WHERE id = :id")
                .bind("id", id)
                .bind("rest", rest == null ? null : rest.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Object[] names(java.util.Set<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).sorted().toArray();
    }
}

package cn.disputes.alerts.source;

import cn.disputes.contract.events.AlertSourceEvent;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The courts' systems: what was set up for each, and when it was last heard; a silence is raised once and ended once. */
@ApplicationScoped
public class Sources {
    private final Outbox outbox;
    private final SourceConfig config;
    private final Clock clock;

    Sources(Outbox outbox, SourceConfig config, Clock clock) {
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Locked, so that whom it names stays so until what they send is counted. */
    Mandate bound(Handle h, String source) {
        return h.createQuery(
                        "SELECT CASE WHEN version > 0 THEN region_code END AS mandate, speakers FROM alert_source WHERE id = :id"
                                + " FOR NO KEY UPDATE")
                .bind("id", source)
                .map((row, ctx) -> new Mandate(row.getString("mandate"), Source.speakers(row)))
                .one();
    }

    /** A source that nobody knows yet is known from now on. */
    void know(Handle h, String source, String region) {
        h.createUpdate(
                        """
                        INSERT INTO alert_source (id, uid, region_code, rows_per_minute, counted_at, expected_from)
                        VALUES (:id, :uid, :region, :limit, :now, :now) ON CONFLICT (id) DO NOTHING""")
                .bind("id", source)
                .bind("uid", Ids.next())
                .bind("region", region)
                .bind("limit", config.rowsPerMinute())
                .bind("now", now())
                .execute();
    }

    /** Notes that a source was heard; ends its silence. */
    void hear(Handle h, String source) {
        var now = clock.instant();
        h.createUpdate(
                        "UPDATE alert_source SET heard_at = greatest(heard_at, CAST(:now AS timestamptz)) WHERE id = :id")
                .bind("id", source)
                .bind("now", now())
                .execute();
        ended(h, List.of(source), now);
    }

    /** A heartbeat; a source that is not known yet is known from now on. */
    void heartbeat(Handle h, String source, String region, String by) {
        know(h, source, region);
        bound(h, source).requireSpeaker(by);
        hear(h, source);
    }

    /** Ends the silences that are none any more, and announces each end. */
    private void ended(Handle h, List<String> sources, Instant now) {
        announce(
                h,
                h.createQuery(
                                """
                                WITH was AS (
                                    SELECT id, silent_since AS since FROM alert_source
                                    WHERE silent_since IS NOT NULL AND id = ANY (CAST(:ids AS text[])) ORDER BY id FOR UPDATE)
                                UPDATE alert_source s SET silent_since = NULL, event_version = event_version + 1 FROM was
                                WHERE s.id = was.id AND s.silent_since IS NOT NULL
                                  AND (heartbeat_minutes IS NULL
                                       OR greatest(heard_at, expected_from) + make_interval(mins => heartbeat_minutes) >= :now)
                                RETURNING s.*, was.since""")
                        .bindArray("ids", String.class, sources),
                now,
                now);
    }

    /** Raises the silences that nobody has raised yet; how many. */
    int raise(Handle h) {
        return announce(
                h,
                h.createQuery(
                        """
                        UPDATE alert_source s SET event_version = event_version + 1,
                            silent_since = greatest(heard_at, expected_from) + make_interval(mins => heartbeat_minutes)
                        WHERE heartbeat_minutes IS NOT NULL AND silent_since IS NULL
                          AND greatest(heard_at, expected_from) + make_interval(mins => heartbeat_minutes) < :now
                        RETURNING s.*, s.silent_since AS since"""),
                null,
                clock.instant());
    }

    private int announce(Handle h, Query changed, Instant endedAt, Instant now) {
        List<AlertSourceEvent> events = changed.bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, ctx) -> Source.event(row, endedAt, now))
                .list();
        outbox.append(h, events);
        return events.size();
    }

    Optional<Source> find(Handle h, String id, boolean lock) {
        return h.createQuery("SELECT * FROM alert_source WHERE id = :id" + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .map((row, ctx) -> Source.map(row, clock.instant()))
                .findOne();
    }

    List<Source> list(Handle h, RegionScope scope, boolean silentOnly, String after, int rows) {
        return h.createQuery(
                        """
                        SELECT * FROM alert_source WHERE region_code >= :from AND region_code < :to AND id > :after
                          AND (NOT :silent OR heartbeat_minutes IS NOT NULL
                               AND greatest(heard_at, expected_from) + make_interval(mins => heartbeat_minutes) < :now)
                        ORDER BY id LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("after", after)
                .bind("silent", silentOnly)
                .bind("now", now())
                .bind("rows", rows)
                .map((row, ctx) -> Source.map(row, clock.instant()))
                .list();
    }

    /** Sets a source up; what is expected of it counts from now on. */
    Source put(Handle h, String id, SourceResource.Setup setup) {
        h.createUpdate(
                        """
                        INSERT INTO alert_source AS s (id, uid, version, name, region_code, heartbeat_minutes, rows_per_minute,
                            speakers, counted_at, expected_from)
                        VALUES (:id, :uid, 1, :name, :region, :heartbeat, :limit, nullif(CAST(:speakers AS text[]), '{}'),
                            :now, :now)
                        ON CONFLICT (id) DO UPDATE SET version = s.version + 1, name = excluded.name,
                            region_code = excluded.region_code, rows_per_minute = excluded.rows_per_minute,
                            speakers = excluded.speakers,
                            expected_from = CASE WHEN s.heartbeat_minutes IS DISTINCT FROM excluded.heartbeat_minutes
                                                 THEN excluded.expected_from ELSE s.expected_from END,
                            heartbeat_minutes = excluded.heartbeat_minutes""")
                .bind("id", id)
                .bind("uid", Ids.next())
                .bind("name", setup.name())
                .bind("region", setup.regionCode())
                .bind("heartbeat", setup.heartbeatMinutes())
                .bind("limit", setup.rowsPerMinute() == null ? config.rowsPerMinute() : setup.rowsPerMinute())
                .bindArray(
                        "speakers",
                        String.class,
                        setup.speakers() == null
                                ? new Object[0]
                                : setup.speakers().toArray())
                .bind("now", now())
                .execute();
        ended(h, List.of(id), clock.instant());
        return find(h, id, false).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

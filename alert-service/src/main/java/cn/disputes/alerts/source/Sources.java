package cn.disputes.alerts.source;

import cn.disputes.contract.events.AlertSourceEvent;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * The courts' systems: whether they may send now, and when they were last heard. The count lies in the database, so that
 * it is one for all replicas; a request costs it one short statement that waits for no disk.
 */
@ApplicationScoped
public class Sources {
    /**
     * What binds the alerts of a source.
     *
     * @param regionCode null where nobody has set it up
     * @param speakers whose tokens alone may speak for it; null: whoever may post at all
     */
    public record Mandate(String regionCode, List<String> speakers) {
        public boolean covers(String region) {
            return regionCode == null || new RegionScope(regionCode).covers(region);
        }

        /** Refuses whoever was not named: a court's system is not spoken for by another's. */
        public void requireSpeaker(String subject) {
            if (!allows(subject))
                throw new ProblemException(SourceProblem.NOT_A_SPEAKER)
                        .field("source", "此令牌不在该来源登记的报送人之列", "This token is not among those named for the source");
        }

        boolean allows(String subject) {
            return speakers == null || speakers.contains(subject);
        }
    }

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final SourceConfig config;
    private final Clock clock;

    Sources(Jdbi jdbi, Outbox outbox, SourceConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts the rows of a request and notes that the sources were heard. All of the request is let in or none. Whoever
     * may not speak for a source neither uses up what it may send nor ends its silence; the rows are the caller's to refuse.
     *
     * @param rows how many rows of each source
     * @param region of the token they came with, for a source nobody knows yet
     * @param by whose token it is
     * @return what binds each source
     * @throws ProblemException 429 with the seconds to wait when a source has sent more than it may
     */
    public Map<String, Mandate> admit(Map<String, Integer> rows, String region, String by) {
        if (rows.size() == 1) {
            var only = rows.entrySet().iterator().next();
            var quick = jdbi.withHandle(h -> count(h, only.getKey(), only.getValue(), by));
            if (quick.isPresent()) return Map.of(only.getKey(), quick.get());
        }
        return jdbi.inTransaction(h -> {
            var admitted = new HashMap<String, Mandate>();
            for (var source : new TreeMap<>(rows).entrySet()) {
                admitted.put(source.getKey(), admit(h, source.getKey(), source.getValue(), region, by));
            }
            return admitted;
        });
    }

    /**
     * The usual case in one statement; empty for a source that is unknown, was silent, or has sent too much, and for a
     * token that may not speak for it.
     */
    private Optional<Mandate> count(Handle h, String source, int rows, String by) {
        return h.createQuery(
                        """
                        WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE alert_source s SET heard_at = greatest(heard_at, CAST(:now AS timestamptz)),
                            counted = greatest(0, counted - extract(epoch FROM greatest(:now, counted_at) - counted_at)
                                * rows_per_minute / 60) + :rows,
                            counted_at = greatest(:now, counted_at)
                        FROM quick
                        WHERE id = :id AND silent_since IS NULL AND (speakers IS NULL OR :by = ANY (speakers))
                          AND (counted - extract(epoch FROM greatest(:now, counted_at) - counted_at) * rows_per_minute / 60 <= 0
                            OR counted - extract(epoch FROM greatest(:now, counted_at) - counted_at) * rows_per_minute / 60
                                + :rows <= rows_per_minute + 1e-6)
                        RETURNING CASE WHEN version > 0 THEN region_code END AS mandate, speakers""")
                .bind("id", source)
                .bind("rows", rows)
                .bind("by", by)
                .bind("now", now())
                .map((row, ctx) -> new Mandate(row.getString("mandate"), Source.speakers(row)))
                .findOne();
    }

    private Mandate admit(Handle h, String source, int rows, String region, String by) {
        know(h, source, region);
        var bound = bound(h, source);
        if (!bound.allows(by)) return bound;
        hear(h, source);
        return count(h, source, rows, by).orElseThrow(() -> new ProblemException(GeneralProblem.TOO_MANY_REQUESTS)
                .retryAfter(wait(h, source, rows)));
    }

    /** Locked, so that whom it names stays so until what they send is counted. */
    private Mandate bound(Handle h, String source) {
        return h.createQuery(
                        "SELECT CASE WHEN version > 0 THEN region_code END AS mandate, speakers FROM alert_source WHERE id = :id"
                                + " FOR NO KEY UPDATE")
                .bind("id", source)
                .map((row, ctx) -> new Mandate(row.getString("mandate"), Source.speakers(row)))
                .one();
    }

    private void know(Handle h, String source, String region) {
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

    /** How long until these rows would be let in, in whole seconds, at least one. */
    private long wait(Handle h, String source, int rows) {
        var seconds = h.createQuery(
                        """
                        SELECT (counted - extract(epoch FROM greatest(:now, counted_at) - counted_at) * rows_per_minute / 60
                                + least(:rows, rows_per_minute) - rows_per_minute) * 60 / rows_per_minute
                        FROM alert_source WHERE id = :id""")
                .bind("id", source)
                .bind("rows", rows)
                .bind("now", now())
                .mapTo(Double.class)
                .one();
        return Math.max(1, (long) Math.ceil(seconds));
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

package cn.disputes.alerts.source;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether the courts' systems may send now. The count lies in the database, so that it is one for all replicas; a request
 * costs it one short statement that waits for no disk.
 */
@ApplicationScoped
public class Admission {
    private final Jdbi jdbi;
    private final Sources sources;
    private final Clock clock;

    Admission(Jdbi jdbi, Sources sources, Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Counts the rows of a request and notes that the sources were heard. All of the request is let in or none. Whoever
     * may not speak for a source, or comes of another region than it, neither uses up what it may send nor ends its silence;
     * the rows are the caller's to refuse.
     *
     * @param rows how many rows of each source
     * @param region of the token they came with; a source nobody knows yet is of it
     * @param by whose token it is
     * @return what binds each source
     * @throws ProblemException 429 with the seconds to wait when a source has sent more than it may
     */
    public Map<String, Mandate> admit(Map<String, Integer> rows, String region, String by) {
        if (rows.size() == 1) {
            var only = rows.entrySet().iterator().next();
            var quick = jdbi.withHandle(h -> count(h, only.getKey(), only.getValue(), region, by));
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
     * token that may not speak for it or is of another region.
     */
    private Optional<Mandate> count(Handle h, String source, int rows, String region, String by) {
        var scope = new RegionScope(region);
        return h.createQuery(
                        """
                        WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE alert_source s SET heard_at = greatest(heard_at, CAST(:now AS timestamptz)),
                            counted = greatest(0, counted - extract(epoch FROM greatest(:now, counted_at) - counted_at)
                                * rows_per_minute / 60) + :rows,
                            counted_at = greatest(:now, counted_at)
                        FROM quick
                        WHERE id = :id AND silent_since IS NULL AND (speakers IS NULL OR :by = ANY (speakers))
                          AND (version = 0 OR region_code = ANY (:above) OR region_code >= :from AND region_code < :to)
                          AND (counted - extract(epoch FROM greatest(:now, counted_at) - counted_at) * rows_per_minute / 60 <= 0
                            OR counted - extract(epoch FROM greatest(:now, counted_at) - counted_at) * rows_per_minute / 60
                                + :rows <= rows_per_minute + 1e-6)
                        RETURNING CASE WHEN version > 0 THEN region_code END AS mandate, speakers""")
                .bind("id", source)
                .bind("rows", rows)
                .bind("by", by)
                .bindArray("above", String.class, Mandate.above(region))
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("now", now())
                .map((row, ctx) -> new Mandate(row.getString("mandate"), Source.speakers(row)))
                .findOne();
    }

    private Mandate admit(Handle h, String source, int rows, String region, String by) {
        sources.know(h, source, region);
        var bound = sources.bound(h, source);
        if (!bound.allows(by) || !bound.near(region)) return bound;
        sources.hear(h, source);
        return count(h, source, rows, region, by)
                .orElseThrow(
                        () -> new ProblemException(GeneralProblem.TOO_MANY_REQUESTS).retryAfter(wait(h, source, rows)));
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

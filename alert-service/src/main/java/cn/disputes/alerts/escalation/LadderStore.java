package cn.disputes.alerts.escalation;

import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The versions of the ladder; none is ever changed. */
@ApplicationScoped
class LadderStore {
    /**
     * All versions.
     *
     * @param since by the instant each came into force
     */
    record Ladders(List<Ladder> bodies, NavigableMap<Instant, Integer> since) {
        Ladder version(int version) {
            return bodies.get(version - 1);
        }

        int at(Instant when) {
            return since.floorEntry(when).getValue();
        }

        int newest() {
            return bodies.size();
        }
    }

    private final Clock clock;
    private volatile Ladders read;

    LadderStore(Clock clock) {
        this.clock = clock;
    }

    /** Versions do not change, so only a new one is read. */
    Ladders all(Handle h) {
        var newest = h.createQuery("SELECT max(version) FROM escalation_ladder")
                .mapTo(Integer.class)
                .one();
        var known = read;
        if (known != null && known.newest() == newest) return known;
        var since = new TreeMap<Instant, Integer>();
        var bodies = h.createQuery(
                        """
                        SELECT version, body::text AS body, nullif(recorded_at, '-infinity') AS recorded_at
                        FROM escalation_ladder ORDER BY version""")
                .map((row, ctx) -> {
                    var at = row.getObject("recorded_at", java.time.OffsetDateTime.class);
                    since.put(at == null ? Instant.MIN : at.toInstant(), row.getInt("version"));
                    return ladder(row.getString("body"));
                })
                .list();
        read = new Ladders(bodies, since);
        return read;
    }

    void add(Handle h, int version, Ladder ladder, String by) {
        h.createUpdate(
                        """
                        INSERT INTO escalation_ladder (version, body, recorded_by, recorded_at)
                        VALUES (:version, CAST(:body AS jsonb), :by, :now)""")
                .bind("version", version)
                .bind("body", RiskCases.json(ladder))
                .bind("by", by)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Ladder ladder(String body) {
        try {
            return EventJson.MAPPER.readValue(body, Ladder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ladder unreadable", e);
        }
    }
}

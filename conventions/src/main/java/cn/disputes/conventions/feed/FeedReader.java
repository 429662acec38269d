package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CloudEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Stopping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Pages the outbox by (transaction, position), and only below the oldest transaction still open: whatever commits later
 * sorts behind what was already handed out, so no reader can miss it.
 */
@ApplicationScoped
public class FeedReader {
    private static final Duration POLL = Duration.ofMillis(60);

    /** Not at once: whoever asks again straight away would ask without a pause. */
    private static final Duration WAIT_WHILE_STOPPING = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final Stopping stopping;
    private final String source;

    FeedReader(Jdbi jdbi, Stopping stopping, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.jdbi = jdbi;
        this.stopping = stopping;
        this.source = "/" + application;
    }

    /**
     * The events after a cursor.
     *
     * @param after cursor of the page before; null or empty from the beginning
     * @param limit most events to return
     * @param wait how long to wait for the first event when there is none yet
     */
    public FeedPage page(String after, int limit, Duration wait, RegionScope scope) {
        var from = Position.parse(after);
        var begun = System.nanoTime();
        while (true) {
            var page = read(from, limit, scope);
            if (!page.items().isEmpty()
                    || System.nanoTime() - begun >= longest(wait).toNanos()) return page;
            try {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return page;
            }
        }
    }

    /** A process that is to end sends its readers away, to one that stays. */
    private Duration longest(Duration wait) {
        return stopping.asked() && wait.compareTo(WAIT_WHILE_STOPPING) > 0 ? WAIT_WHILE_STOPPING : wait;
    }

    private FeedPage read(Position after, int limit, RegionScope scope) {
        var last = new Position[] {after};
        // a plan for any region or any number of rows would sort all that follows; whoever sees everything needs no
        // region
        var within = scope.from().isEmpty() ? "" : " AND " + scope.sql("region_code");
        List<CloudEvent> events = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT o.tx::text AS tx_text, o.position, id, type, aggregateid, recorded_at, payload::text AS payload
                        FROM outbox o
                        WHERE (o.tx, o.position) > (CAST(:tx AS xid8), :position)
                          AND o.tx < pg_snapshot_xmin(pg_current_snapshot())
                        %s ORDER BY o.tx, o.position LIMIT %d"""
                                .formatted(within, limit))
                .bind("tx", after.tx())
                .bind("position", after.position())
                .reduceResultSet(new ArrayList<CloudEvent>(), (list, row, ctx) -> {
                    last[0] = new Position(row.getString("tx_text"), row.getLong("position"));
                    list.add(event(row));
                    return list;
                }));
        return new FeedPage(events, last[0].toString());
    }

    private CloudEvent event(ResultSet row) throws SQLException {
        return new CloudEvent(
                "1.0",
                row.getObject("id", UUID.class),
                source,
                row.getString("type"),
                row.getString("aggregateid"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                "application/json",
                tree(row.getString("payload")));
    }

    private static JsonNode tree(String payload) {
        try {
            return EventJson.MAPPER.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outbox row unreadable", e);
        }
    }

    private record Position(String tx, long position) {
        static Position parse(String cursor) {
            if (cursor == null || cursor.isEmpty()) return new Position("0", 0);
            if (!cursor.matches("[0-9]{1,19}-[0-9]{1,18}")) {
                throw ProblemException.invalid("after", "游标无效", "Not a cursor of this feed");
            }
            var parts = cursor.split("-");
            return new Position(parts[0], Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return tx + "-" + position;
        }
    }
}

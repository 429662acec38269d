package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.CloudEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.EventType;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.contract.problem.DatabaseFaults;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Applies pages of a feed: cursor and effect in one transaction, a poison event set aside. */
final class FeedProjection {
    record State(String cursor, Instant lastEventAt, long poisoned) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final String source;
    private final FeedFollower.Handler handler;

    FeedProjection(Jdbi jdbi, Clock clock, String source, FeedFollower.Handler handler) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.source = source;
        this.handler = handler;
    }

    String cursor() {
        return state().cursor();
    }

    State state() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT coalesce(max(cursor), '') AS cursor, max(last_event_at) AS last_event_at,
                               (SELECT count(*) FROM feed_poison WHERE source = :source) AS poisoned
                        FROM feed_cursor WHERE source = :source""")
                .bind("source", source)
                .map((row, ctx) -> new State(
                        row.getString("cursor"),
                        Optional.ofNullable(row.getObject("last_event_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getLong("poisoned")))
                .one());
    }

    /** Does nothing when another replica has moved the cursor since the page was fetched. */
    void apply(String cursor, FeedPage page) {
        jdbi.useTransaction(h -> {
            if (!claim(h, cursor)) return;
            var readable = readable(h, page.items());
            if (!applyTogether(h, readable)) applyOneByOne(h, readable);
            h.createUpdate("UPDATE feed_cursor SET cursor = :next, last_event_at = :at WHERE source = :source")
                    .bind("next", page.next())
                    .bind("at", page.items().get(page.items().size() - 1).time().atOffset(ZoneOffset.UTC))
                    .bind("source", source)
                    .execute();
        });
    }

    private boolean claim(Handle h, String cursor) {
        h.createUpdate("INSERT INTO feed_cursor (source, cursor) VALUES (:source, '') ON CONFLICT DO NOTHING")
                .bind("source", source)
                .execute();
        return h.createQuery("SELECT cursor FROM feed_cursor WHERE source = :source FOR UPDATE")
                .bind("source", source)
                .mapTo(String.class)
                .one()
                .equals(cursor);
    }

    private Map<CloudEvent, CaseEvent> readable(Handle h, List<CloudEvent> events) {
        var readable = new LinkedHashMap<CloudEvent, CaseEvent>();
        for (var event : events) {
            var type = EventType.of(event.type());
            if (type.isEmpty()) continue;
            try {
                readable.put(
                        event,
                        EventJson.MAPPER.treeToValue(event.data(), type.get().payload()));
            } catch (JsonProcessingException e) {
                setAside(h, event, e);
            }
        }
        return readable;
    }

    private boolean applyTogether(Handle h, Map<CloudEvent, CaseEvent> events) {
        h.savepoint("page");
        try {
            handler.applyAll(h, List.copyOf(events.values()));
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFaults.passing(e)) throw e;
            h.rollbackToSavepoint("page");
            return false;
        }
    }

    private void applyOneByOne(Handle h, Map<CloudEvent, CaseEvent> events) {
        events.forEach((event, payload) -> {
            h.savepoint("event");
            try {
                handler.apply(h, payload);
            } catch (RuntimeException e) {
                if (DatabaseFaults.passing(e)) throw e;
                h.rollbackToSavepoint("event");
                setAside(h, event, e);
            }
        });
    }

    private void setAside(Handle h, CloudEvent event, Exception reason) {
        FeedPoison.setAside(h, clock.instant(), source, event, reason);
    }
}

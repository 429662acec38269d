package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Announces a change: the row commits together with the change it tells of. */
@ApplicationScoped
public class Outbox {
    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    public void append(Handle h, CaseEvent event) {
        h.createUpdate(
                        """
                        INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
                        VALUES (:id, :aggregatetype, :aggregateid, :type, :region, CAST(:payload AS jsonb), :now)""")
                .bind("id", Ids.next())
                .bind("aggregatetype", aggregateType(event))
                .bind("aggregateid", event.id())
                .bind("type", event.type().wireName())
                .bind("region", event.regionCode())
                .bind("payload", json(event))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** All in one statement, however many: a month's round announces thousands at once. */
    public void append(Handle h, List<? extends CaseEvent> events) {
        if (events.isEmpty()) return;
        if (events.size() == 1) {
            append(h, events.get(0));
            return;
        }
        h.createUpdate(
                        """
                        INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
                        SELECT e.id, e.aggregatetype, e.aggregateid, e.type, e.region, CAST(e.payload AS jsonb), :now
                        FROM unnest(:ids, :kinds, :cases, :types, :regions, :payloads) WITH ORDINALITY
                            AS e (id, aggregatetype, aggregateid, type, region, payload, place)
                        ORDER BY e.place""")
                .bindArray(
                        "ids",
                        UUID.class,
                        events.stream().map(event -> Ids.next()).toArray())
                .bindArray("kinds", String.class, texts(events, Outbox::aggregateType))
                .bindArray(
                        "cases", UUID.class, events.stream().map(CaseEvent::id).toArray())
                .bindArray("types", String.class, texts(events, event -> event.type()
                        .wireName()))
                .bindArray("regions", String.class, texts(events, CaseEvent::regionCode))
                .bindArray("payloads", String.class, texts(events, Outbox::json))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Object[] texts(List<? extends CaseEvent> events, Function<CaseEvent, String> of) {
        return events.stream().map(of).toArray();
    }

    /** {@code reconsideration}, {@code litigation}, …: what a Debezium router would name the topic after. */
    public static String aggregateType(CaseEvent event) {
        return event.type().wireName().split("\\.")[2];
    }

    public static String json(CaseEvent event) {
        try {
            return EventJson.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event not writable", e);
        }
    }
}

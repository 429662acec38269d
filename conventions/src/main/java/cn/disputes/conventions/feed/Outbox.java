package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Announces a change: the row commits together with the change it tells of. */
@ApplicationScoped
public class Outbox {
    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    public void append(Handle h, CaseEvent event) {
        append(h, List.of(event));
    }

    public void append(Handle h, List<? extends CaseEvent> events) {
        if (events.isEmpty()) return;
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var batch = h.prepareBatch(
                """
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
                VALUES (:id, :aggregatetype, :aggregateid, :type, :region, CAST(:payload AS jsonb), :now)""");
        for (var event : events) {
            batch.bind("id", Ids.next())
                    .bind("aggregatetype", aggregateType(event))
                    .bind("aggregateid", event.id())
                    .bind("type", event.type().wireName())
                    .bind("region", event.regionCode())
                    .bind("payload", json(event))
                    .bind("now", now)
                    .add();
        }
        batch.execute();
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

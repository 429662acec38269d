package cn.disputes.cases.casefile;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The append-only table of one kind of case's steps. */
public final class StepLog<B extends StepBody<B>> {
    private final String table;
    private final Class<B> type;

    public StepLog(String table, Class<B> type) {
        this.table = table;
        this.type = type;
    }

    public List<RecordedStep<B>> read(Handle h, UUID caseId) {
        return h.createQuery("SELECT sequence, body::text AS body, recorded_at, recorded_by FROM " + table
                        + " WHERE case_id = :id ORDER BY sequence")
                .bind("id", caseId)
                .map((row, ctx) -> new RecordedStep<>(
                        row.getInt("sequence"),
                        parse(row.getString("body")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    public void append(Handle h, UUID caseId, List<RecordedStep<B>> steps) {
        if (steps.isEmpty()) return;
        var batch = h.prepareBatch("INSERT INTO " + table
                + " (case_id, sequence, type, on_date, body, recorded_at, recorded_by)"
                + " VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?, ?)");
        for (var step : steps) {
            batch.add(
                    caseId,
                    step.sequence(),
                    step.body().type().name(),
                    step.body().on() == null ? null : Date.valueOf(step.body().on()),
                    json(step.body()),
                    step.recordedAt().atOffset(ZoneOffset.UTC),
                    step.recordedBy());
        }
        batch.execute();
    }

    /** A step as it was stored elsewhere, by a proposal. */
    public static <T> T parse(JsonNode body, Class<T> type) {
        try {
            return EventJson.MAPPER.treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("step unreadable", e);
        }
    }

    private B parse(String body) {
        try {
            return EventJson.MAPPER.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("step unreadable", e);
        }
    }

    public static String json(Object body) {
        try {
            return EventJson.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("step not writable", e);
        }
    }
}

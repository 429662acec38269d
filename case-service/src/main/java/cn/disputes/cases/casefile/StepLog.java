package cn.disputes.cases.casefile;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The history as it was written, to be shown or compared. */
    public List<RecordedStep<B>> read(Handle h, UUID caseId) {
        return read(h, caseId, true);
    }

    /** The same with its free text still sealed: all that folding asks is whether there is any. */
    public List<RecordedStep<B>> readSealed(Handle h, UUID caseId) {
        return read(h, caseId, false);
    }

    private List<RecordedStep<B>> read(Handle h, UUID caseId, boolean open) {
        return h.createQuery("SELECT sequence, body::text AS body, recorded_at, recorded_by FROM " + table
                        + " WHERE case_id = :id ORDER BY sequence")
                .bind("id", caseId)
                .map((row, ctx) -> map(
                        row,
                        open
                                ? SealedText.open(ctx.getConfig(), SealedText.ofCase(caseId), row.getString("body"))
                                : row.getString("body")))
                .list();
    }

    /** Histories with the sequences of the steps that files brought. */
    public record Kept<B extends StepBody<B>>(List<RecordedStep<B>> steps, Set<Integer> imported) {}

    public Map<UUID, Kept<B>> readAll(Handle h, Collection<UUID> caseIds) {
        return readAll(h, caseIds, true);
    }

    /** As {@link #readSealed}, of many cases. */
    public Map<UUID, Kept<B>> readAllSealed(Handle h, Collection<UUID> caseIds) {
        return readAll(h, caseIds, false);
    }

    private Map<UUID, Kept<B>> readAll(Handle h, Collection<UUID> caseIds, boolean open) {
        var histories = new HashMap<UUID, Kept<B>>();
        caseIds.forEach(id -> histories.put(id, new Kept<>(new ArrayList<>(), new HashSet<>())));
        h.createQuery("SELECT case_id, sequence, imported, body::text AS body, recorded_at, recorded_by FROM " + table
                        + " WHERE case_id = ANY (:ids) ORDER BY case_id, sequence")
                .bindArray("ids", UUID.class, caseIds.toArray())
                .map((row, ctx) -> {
                    var id = row.getObject("case_id", UUID.class);
                    var kept = histories.get(id);
                    if (row.getBoolean("imported")) kept.imported().add(row.getInt("sequence"));
                    var body = row.getString("body");
                    return kept.steps()
                            .add(map(row, open ? SealedText.open(ctx.getConfig(), SealedText.ofCase(id), body) : body));
                })
                .list();
        return histories;
    }

    public String table() {
        return table;
    }

    private RecordedStep<B> map(ResultSet row, String body) throws SQLException {
        return new RecordedStep<>(
                row.getInt("sequence"),
                parse(body),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    public void append(Handle h, UUID caseId, List<RecordedStep<B>> steps) {
        append(h, caseId, steps, false);
    }

    /** Steps that a file brought. */
    public void appendImported(Handle h, UUID caseId, List<RecordedStep<B>> steps) {
        append(h, caseId, steps, true);
    }

    private void append(Handle h, UUID caseId, List<RecordedStep<B>> steps, boolean imported) {
        if (steps.isEmpty()) return;
        var batch = h.prepareBatch("INSERT INTO " + table
                + " (case_id, sequence, type, on_date, body, sealed_under, recorded_at, recorded_by, imported)"
                + " VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?)");
        for (var step : steps) {
            var text = SealedText.of(h.getConfig(), SealedText.ofCase(caseId), step.body());
            batch.add(
                    caseId,
                    step.sequence(),
                    step.body().type().name(),
                    step.body().on() == null ? null : Date.valueOf(step.body().on()),
                    text.json(),
                    text.under(),
                    step.recordedAt().atOffset(ZoneOffset.UTC),
                    step.recordedBy(),
                    imported);
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

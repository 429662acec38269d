package cn.disputes.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Dates that moved without a step, because a holiday notice came while the case was open. */
@ApplicationScoped
public class DeadlineChanges {
    private final Clock clock;

    DeadlineChanges(Clock clock) {
        this.clock = clock;
    }

    /** @param year whose notice was loaded */
    public record Change(
            String code, LocalDate before, LocalDate after, int year, Instant recordedAt, String recordedBy) {}

    public void record(Handle h, UUID caseId, String code, LocalDate before, LocalDate after, int year, String by) {
        h.createUpdate(
                        """
                        INSERT INTO deadline_change (case_id, code, before, after, year, recorded_at, recorded_by)
                        VALUES (:caseId, :code, :before, :after, :year, :now, :by)""")
                .bind("caseId", caseId)
                .bind("code", code)
                .bind("before", before)
                .bind("after", after)
                .bind("year", year)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .execute();
    }

    public List<Change> of(Handle h, UUID caseId) {
        return h.createQuery("SELECT * FROM deadline_change WHERE case_id = :id ORDER BY recorded_at, code")
                .bind("id", caseId)
                .map((row, ctx) -> new Change(
                        row.getString("code"),
                        row.getObject("before", LocalDate.class),
                        row.getObject("after", LocalDate.class),
                        row.getInt("year"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }
}

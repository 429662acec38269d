package cn.disputes.alerts.alert;

import cn.disputes.alerts.risk.Rows;
import cn.disputes.alerts.risk.Writing;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was refused and why, kept for a while: a foreign system is mended by whoever can see what it sent. */
@ApplicationScoped
public class RejectedAlerts {
    /** A row that was refused. */
    record Refused(JsonNode row, ProblemException why) {}

    /**
     * One fault of a refused row.
     *
     * @param source as far as it could be read, like sourceAlertId and field
     * @param code as the refusal had it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(
            UUID id,
            String source,
            String sourceAlertId,
            String regionCode,
            String field,
            String code,
            String message,
            Instant recordedAt) {}

    private static final int LONGEST_ID = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final int days;

    RejectedAlerts(
            Jdbi jdbi, Clock clock, @ConfigProperty(name = "alerts.rejected-days", defaultValue = "90") int days) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.days = days;
    }

    /** One row for each fault, in a transaction of its own: what was refused must not undo its own record. */
    void record(List<Refused> refused, Caller caller) {
        if (refused.isEmpty()) return;
        var rows = new Rows();
        for (var r : refused) {
            var faults = r.why().faults();
            var problem = r.why().toProblem(false);
            if (faults.isEmpty())
                add(
                        rows,
                        r,
                        caller,
                        null,
                        problem.title(),
                        r.why().toProblem(true).title());
            else faults.forEach(f -> add(rows, r, caller, f.field(), f.zh(), f.en()));
        }
        jdbi.useTransaction(h -> new Writing()
                .add("rejected", SAVE, rows)
                .with("by", caller.subject())
                .at(clock.instant().atOffset(ZoneOffset.UTC))
                .execute(h));
    }

    private static final String SAVE =
            """
            INSERT INTO alert_rejected (id, source, source_alert_id, region_code, field, code, zh, en, posted_by, recorded_at)
            SELECT id, source, source_alert_id, region, field, code, zh, en, :by, :now
            FROM json_to_recordset(CAST(:rejected AS json)) AS t (id uuid, source text, source_alert_id text, region text,
                field text, code text, zh text, en text)""";

    /** A row whose region cannot be read, or is none of the caller's, is kept under the caller's own. */
    private static void add(Rows rows, Refused r, Caller caller, String field, String zh, String en) {
        var region = AlertReader.text(r.row(), "regionCode", 6);
        rows.next()
                .add("id", Ids.next())
                .add("source", AlertReader.source(r.row()))
                .add("source_alert_id", AlertReader.text(r.row(), "sourceAlertId", LONGEST_ID))
                .add(
                        "region",
                        caller.scope().covers(region) ? region : caller.scope().region())
                .add("field", field == null ? null : field.replace("\0", ""))
                .add("code", r.why().code().code())
                .add("zh", zh)
                .add("en", en);
    }

    /**
     * Newest first.
     *
     * @param own the court liaison whose rows alone are shown, null for all
     */
    List<Rejection> list(
            Handle h,
            RegionScope scope,
            String own,
            String source,
            Instant afterAt,
            UUID afterId,
            int rows,
            boolean english) {
        return h.createQuery(
                        """
                        SELECT * FROM alert_rejected
                        WHERE region_code >= :from AND region_code < :to
                          AND %s
                          AND (CAST(:source AS text) IS NULL OR source = :source)
                          AND (CAST(:afterAt AS timestamptz) IS NULL OR (recorded_at, id) < (:afterAt, :afterId))
                        ORDER BY recorded_at DESC, id DESC LIMIT :rows"""
                                .formatted(AlertStore.OWN))
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("own", own)
                .bind("source", source)
                .bind("afterAt", afterAt == null ? null : afterAt.atOffset(ZoneOffset.UTC))
                .bind("afterId", afterId)
                .bind("rows", rows)
                .map((row, ctx) -> new Rejection(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("source_alert_id"),
                        row.getString("region_code"),
                        row.getString("field"),
                        row.getString("code"),
                        row.getString(english ? "en" : "zh"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Scheduled(every = "${alerts.rejected-forget-every:6h}")
    void forget() {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM alert_rejected WHERE recorded_at < :before")
                .bind("before", clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .execute());
    }
}

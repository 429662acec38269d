package cn.disputes.cases.warning;

import cn.disputes.cases.casefile.StepLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of the sweep. */
@ApplicationScoped
class WarningStore {
    private final Clock clock;

    WarningStore(Clock clock) {
        this.clock = clock;
    }

    /** The cases whose day has come; what another replica has in hand is left to it. */
    List<UUID> claim(Handle h, String table, LocalDate today, int rows) {
        return h.createQuery("SELECT id FROM " + table
                        + " WHERE look_on <= :today ORDER BY look_on LIMIT :rows FOR NO KEY UPDATE SKIP LOCKED")
                .bind("today", today)
                .bind("rows", rows)
                .mapTo(UUID.class)
                .list();
    }

    /** @param next by case; null: no more, as things stand */
    void look(Handle h, String table, Map<UUID, LocalDate> next) {
        var ids = List.copyOf(next.keySet());
        h.createUpdate("UPDATE " + table
                        + """
                         SET look_on = next.day FROM unnest(:ids, CAST(:days AS date[])) AS next (id, day)
                        WHERE %s.id = next.id"""
                                .formatted(table))
                .bindArray("ids", UUID.class, ids.toArray())
                .bindArray(
                        "days",
                        String.class,
                        ids.stream().map(id -> day(next.get(id))).toArray())
                .execute();
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Those the clocks of the cases have asked for. */
    List<UUID> standing(Handle h, Collection<UUID> cases) {
        return h.createQuery(
                        "SELECT id FROM warning WHERE case_id = ANY (:cases) AND kind <> :agencies AND withdrawn_on IS NULL")
                .bindArray("cases", UUID.class, cases.toArray())
                .bind("agencies", WarningCatalogue.AGENCIES)
                .mapTo(UUID.class)
                .list();
    }

    List<UUID> standingOfKind(Handle h, String kind) {
        return h.createQuery("SELECT id FROM warning WHERE kind = :kind AND withdrawn_on IS NULL")
                .bind("kind", kind)
                .mapTo(UUID.class)
                .list();
    }

    /** A warning as it is handed to the database. */
    private record Raised(
            UUID id,
            String code,
            String addressee,
            String kind,
            UUID caseId,
            String caseNumber,
            String region,
            List<String> agencies,
            LocalDate due,
            String detail) {
        static Raised of(Warning warning) {
            var prompt = warning.prompt();
            var about = warning.about();
            return new Raised(
                    warning.id(),
                    prompt.code(),
                    prompt.addressee().name(),
                    prompt.kind(),
                    about == null ? null : about.id(),
                    about == null ? null : about.caseNumber(),
                    warning.regionCode(),
                    warning.agencies(),
                    warning.dueOn(),
                    warning.detail());
        }
    }

    /** The stored rows of those that did not stand so already: new, standing again, or with other figures. */
    List<StoredWarning> raise(Handle h, Collection<Warning> warnings, LocalDate today) {
        if (warnings.isEmpty()) return List.of();
        return h.createQuery(
                        """
                        INSERT INTO warning (id, code, addressee, kind, case_id, case_number, region_code, agency_codes,
                            due_on, raised_on, detail, version, recorded_at)
                        SELECT id, code, addressee, kind, "caseId", "caseNumber", region,
                            ARRAY(SELECT jsonb_array_elements_text(agencies)), due, :today, detail, 1, :now
                        FROM jsonb_to_recordset(CAST(:warnings AS jsonb)) AS w (id uuid, code text, addressee text, kind text,
                            "caseId" uuid, "caseNumber" text, region text, agencies jsonb, due date, detail text)
                        ORDER BY id
                        ON CONFLICT (id) DO UPDATE SET withdrawn_on = NULL, detail = excluded.detail, version = warning.version + 1,
                            recorded_at = excluded.recorded_at
                        WHERE warning.withdrawn_on IS NOT NULL OR warning.detail IS DISTINCT FROM excluded.detail
                        RETURNING *""")
                .bind("warnings", StepLog.json(warnings.stream().map(Raised::of).toList()))
                .bind("today", today)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map(StoredWarning::map)
                .list();
    }

    List<StoredWarning> withdraw(Handle h, Collection<UUID> ids, LocalDate today) {
        if (ids.isEmpty()) return List.of();
        return h.createQuery(
                        """
                        UPDATE warning SET withdrawn_on = :today, version = version + 1, recorded_at = :now
                        WHERE id = ANY (:ids) AND withdrawn_on IS NULL RETURNING *""")
                .bind("today", today)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("ids", UUID.class, ids.toArray())
                .map(StoredWarning::map)
                .list();
    }
}

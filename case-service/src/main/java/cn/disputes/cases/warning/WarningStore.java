package cn.disputes.cases.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

    /** @param on null: no more, as things stand */
    void look(Handle h, String table, UUID id, LocalDate on) {
        h.createUpdate("UPDATE " + table + " SET look_on = :on WHERE id = :id")
                .bind("on", on)
                .bind("id", id)
                .execute();
    }

    /** Those the clocks of a case have asked for. */
    List<UUID> standing(Handle h, UUID caseId) {
        return h.createQuery(
                        "SELECT id FROM warning WHERE case_id = :id AND kind <> :agencies AND withdrawn_on IS NULL")
                .bind("id", caseId)
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

    /** The stored row, when it did not stand so already: new, standing again, or with other figures. */
    List<StoredWarning> raise(Handle h, Warning warning, LocalDate today) {
        var about = warning.about();
        return h.createQuery(
                        """
                        INSERT INTO warning (id, code, addressee, kind, case_id, case_number, region_code, agency_codes,
                            due_on, raised_on, detail, version, recorded_at)
                        VALUES (:id, :code, :addressee, :kind, :caseId, :caseNumber, :region, :agencies, :due, :today, :detail, 1,
                            :now)
                        ON CONFLICT (id) DO UPDATE SET withdrawn_on = NULL, detail = excluded.detail,
                            version = warning.version + 1, recorded_at = excluded.recorded_at
                        WHERE warning.withdrawn_on IS NOT NULL OR warning.detail IS DISTINCT FROM excluded.detail
                        RETURNING *""")
                .bind("id", warning.id())
                .bind("code", warning.prompt().code())
                .bind("addressee", warning.prompt().addressee().name())
                .bind("kind", warning.prompt().kind())
                .bind("caseId", about == null ? null : about.id())
                .bind("caseNumber", about == null ? null : about.caseNumber())
                .bind("region", warning.regionCode())
                .bindArray("agencies", String.class, warning.agencies().toArray())
                .bind("due", warning.dueOn())
                .bind("detail", warning.detail())
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

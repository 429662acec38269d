package cn.disputes.cases.office;

import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The register of officers, each with the load of the moment. */
@ApplicationScoped
class OfficerStore {
    private static final String SELECT =
            """
            SELECT subject, name, region_code, active, capacity, conflict_agencies, team, version,
                (SELECT count(*) FROM reconsideration WHERE assigned_to = subject AND status <> 'CONCLUDED')
              + (SELECT count(*) FROM litigation
                 WHERE assigned_to = subject AND status NOT IN ('CONCLUDED', 'EFFECTIVE')) AS open_cases
            FROM officer
            """;

    Optional<Officer> find(Handle h, String subject) {
        return h.createQuery(SELECT + "WHERE subject = :subject")
                .bind("subject", subject)
                .map(OfficerStore::map)
                .findOne();
    }

    /** Those of one office who get further cases. */
    List<Officer> activeIn(Handle h, String region) {
        return h.createQuery(SELECT + "WHERE region_code = :region AND active")
                .bind("region", region)
                .map(OfficerStore::map)
                .list();
    }

    List<Officer> list(Handle h, RegionScope scope, String after, int rows) {
        return h.createQuery(
                        SELECT
                                + """
                        WHERE region_code >= :from AND region_code < :to AND subject > :after
                        ORDER BY subject LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("after", after)
                .bind("rows", rows)
                .map(OfficerStore::map)
                .list();
    }

    Officer put(Handle h, Officer officer) {
        h.createUpdate(
                        """
                        INSERT INTO officer (subject, name, region_code, active, capacity, conflict_agencies, team)
                        VALUES (:subject, :name, :region, :active, :capacity, :conflicts, :team)
                        ON CONFLICT (subject) DO UPDATE SET name = excluded.name, region_code = excluded.region_code,
                            active = excluded.active, capacity = excluded.capacity,
                            conflict_agencies = excluded.conflict_agencies, team = excluded.team,
                            version = officer.version + 1""")
                .bind("subject", officer.subject())
                .bind("name", officer.name())
                .bind("region", officer.regionCode())
                .bind("active", officer.active())
                .bind("capacity", officer.capacity())
                .bind("team", officer.team())
                .bindArray("conflicts", String.class, officer.conflictAgencies().toArray())
                .execute();
        return find(h, officer.subject()).orElseThrow();
    }

    private static Officer map(ResultSet row, StatementContext context) throws SQLException {
        return new Officer(
                row.getString("subject"),
                row.getString("name"),
                row.getString("region_code"),
                row.getBoolean("active"),
                row.getInt("capacity"),
                List.of((String[]) row.getArray("conflict_agencies").getArray()),
                row.getString("team"),
                row.getLong("open_cases"),
                row.getLong("version"));
    }
}

package cn.disputes.alerts.escalation;

import cn.disputes.alerts.escalation.EscalationFile.Acknowledgement;
import cn.disputes.alerts.escalation.EscalationFile.Action;
import cn.disputes.alerts.escalation.EscalationFile.Hearing;
import cn.disputes.alerts.escalation.EscalationFile.Order;
import cn.disputes.alerts.escalation.EscalationFile.Silence;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what is recorded of many risk cases, one statement for each kind of record. */
@ApplicationScoped
class EscalationReader {
    /**
     * The register's warnings of a hearing, one of which stands from the summons on; its last day is the hearing's. Once
     * that is over they are withdrawn, as they are before it when the hearing is cancelled or moved.
     */
    static final Set<String> OF_HEARINGS =
            Set.of("NAME_THE_ATTENDING_HEAD", "HEARING_IDENTITY_PROOF", "HEARING_TOMORROW");

    private interface Filing {
        void file(EscalationFile into, ResultSet row) throws SQLException;
    }

    Map<UUID, EscalationFile> read(Handle h, Collection<UUID> ids) {
        var files = new LinkedHashMap<UUID, EscalationFile>();
        h.createQuery("SELECT * FROM risk_case WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(RiskCase::map)
                .forEach(risk -> files.put(risk.id(), new EscalationFile(risk)));
        each(
                h,
                files,
                "SELECT case_id, type, leader_id, recorded_at FROM risk_action WHERE case_id = ANY (:ids) ORDER BY sequence",
                (file, row) -> file.actions.add(new Action(
                        instant(row, "recorded_at"),
                        ActionType.valueOf(row.getString("type")),
                        row.getString("leader_id"))));
        each(
                h,
                files,
                """
                SELECT o.case_id, o.leader_id, r.cutoff, r.recorded_at
                FROM assignment_order o JOIN assignment_round r ON r.id = o.round_id
                WHERE o.case_id = ANY (:ids) AND o.leader_id IS NOT NULL AND NOT o.overtaken ORDER BY r.recorded_at""",
                (file, row) -> file.orders.add(new Order(
                        instant(row, "recorded_at"),
                        row.getString("leader_id"),
                        row.getObject("cutoff", LocalDate.class))));
        each(
                h,
                files,
                "SELECT * FROM escalation_silence WHERE case_id = ANY (:ids) ORDER BY recorded_at",
                (file, row) -> file.silences.add(new Silence(
                        row.getObject("id", UUID.class),
                        row.getObject("until", LocalDate.class),
                        instant(row, "recorded_at"),
                        instant(row, "lifted_at"),
                        row.getString("author"),
                        row.getString("reason"),
                        row.getBoolean("announced"))));
        each(
                h,
                files,
                "SELECT * FROM escalation_acknowledgement WHERE case_id = ANY (:ids)",
                (file, row) -> file.acknowledgements.add(new Acknowledgement(
                        row.getInt("run"),
                        row.getString("rung"),
                        instant(row, "recorded_at"),
                        row.getString("acknowledged_by"),
                        row.getString("note"))));
        each(
                h,
                files,
                "SELECT * FROM escalation_run WHERE case_id = ANY (:ids) ORDER BY run",
                (file, row) -> file.runs.add(run(row)));
        each(
                h,
                files,
                "SELECT case_id, run, rung, fired_at FROM escalation_rung WHERE case_id = ANY (:ids) AND fired_at IS NOT NULL",
                (file, row) -> file.fired
                        .computeIfAbsent(row.getInt("run"), run -> new HashMap<>())
                        .put(row.getString("rung"), instant(row, "fired_at")));
        each(
                h,
                files,
                "SELECT case_id FROM model_link WHERE case_id = ANY (:ids) AND released_on IS NULL",
                (file, row) -> file.held = true);
        hearings(h, files);
        return files;
    }

    private static void hearings(Handle h, Map<UUID, EscalationFile> files) {
        each(
                h,
                files,
                """
                SELECT c.id AS case_id, w.due_on, bool_or(w.withdrawn_on IS NULL) AS fixed,
                    -- of a warning withdrawn or raised again, the instant it was first raised is not kept, but the day is
                    min(CASE WHEN w.version > 1 AND w.body ->> 'raisedOn' IS NOT NULL
                             THEN CAST(w.body ->> 'raisedOn' AS timestamp) AT TIME ZONE 'Asia/Shanghai'
                             ELSE CAST(w.body ->> 'recordedAt' AS timestamptz) END) AS known_at
                FROM risk_case c JOIN heard_warning w ON w.case_number = c.litigation_case_number
                WHERE c.id = ANY (:ids) AND w.code IN ('NAME_THE_ATTENDING_HEAD', 'HEARING_IDENTITY_PROOF', 'HEARING_TOMORROW')
                GROUP BY c.id, w.due_on
                HAVING bool_or(w.withdrawn_on IS NULL OR w.withdrawn_on > w.due_on)
                ORDER BY w.due_on""",
                (file, row) -> file.hearings.add(new Hearing(
                        row.getObject("due_on", LocalDate.class), instant(row, "known_at"), row.getBoolean("fixed"))));
    }

    private static void each(Handle h, Map<UUID, EscalationFile> files, String sql, Filing filing) {
        h.createQuery(sql)
                .bindArray("ids", UUID.class, files.keySet().toArray())
                .map((row, ctx) -> {
                    filing.file(files.get(row.getObject("case_id", UUID.class)), row);
                    return true;
                })
                .list();
    }

    private static EscalationRun run(ResultSet row) throws SQLException {
        return new EscalationRun(
                row.getInt("run"),
                row.getString("leader_id"),
                RiskLevel.valueOf(row.getString("level")),
                row.getInt("ladder_version"),
                instant(row, "started_at"),
                row.getObject("started_on", LocalDate.class),
                row.getString("because"),
                row.getBoolean("signed"),
                instant(row, "ended_at"),
                row.getString("ended_because"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

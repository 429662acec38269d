package cn.disputes.alerts.view;

import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of what a leader has in hand, beside what the features read themselves. */
@ApplicationScoped
class MyCaseStore {
    /** An order without a receipt and its cases. */
    record OrderRow(
            UUID id, YearMonth month, String regionCode, long version, List<UUID> cases, List<String> numbers) {}

    /** What was recorded while another leader was responsible; {@code sequence} of the case's history. */
    record WordRow(
            UUID caseId,
            int sequence,
            ActionType type,
            LocalDate on,
            String text,
            LocalDate promisedOn,
            String leaderId,
            String leaderName) {}

    List<RiskCase> open(Handle h, String leader, RegionScope scope) {
        return h.createQuery(
                        """
                        SELECT * FROM risk_case
                        WHERE leader_id = :leader AND closed_on IS NULL AND region_code >= :from AND region_code < :to
                        ORDER BY id""")
                .bind("leader", leader)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map(RiskCase::map)
                .list();
    }

    /** A receipt signs the whole order, so every case is shown, as the order itself shows them to its leader. */
    List<OrderRow> unsigned(Handle h, String leader) {
        return h.createQuery(
                        """
                        SELECT m.id, m.month, m.region_code, m.version, array_agg(c.id ORDER BY c.id) AS cases,
                               array_agg(c.litigation_case_number ORDER BY c.id) AS numbers
                        FROM monthly_order m
                        JOIN assignment_order o ON o.round_id = m.round_id AND o.leader_id = m.leader_id
                        JOIN risk_case c ON c.id = o.case_id
                        WHERE m.leader_id = :leader AND m.receipt_on IS NULL
                        GROUP BY m.id ORDER BY m.month, m.id""")
                .bind("leader", leader)
                .map((row, ctx) -> new OrderRow(
                        row.getObject("id", UUID.class),
                        YearMonth.parse(row.getString("month")),
                        row.getString("region_code"),
                        row.getLong("version"),
                        Arrays.asList((UUID[]) row.getArray("cases").getArray()),
                        Arrays.asList((String[]) row.getArray("numbers").getArray())))
                .list();
    }

    /** What another leader planned and coordinated in the cases, in the order in which it was recorded. */
    Map<UUID, List<WordRow>> inherited(Handle h, String leader, Collection<UUID> cases) {
        return h
                .createQuery(
                        """
                        SELECT a.case_id, a.sequence, a.type, a.on_date, a.note, a.promised_on, a.under_leader,
                               l.body ->> 'name' AS leader_name
                        FROM risk_action a LEFT JOIN leader l ON l.id = a.under_leader
                        WHERE a.case_id = ANY (:cases) AND a.type IN ('PLAN_FILED', 'COORDINATED')
                          AND a.under_leader <> :leader
                        ORDER BY a.case_id, a.sequence""")
                .bindArray("cases", UUID.class, cases.toArray())
                .bind("leader", leader)
                .map((row, ctx) -> new WordRow(
                        row.getObject("case_id", UUID.class),
                        row.getInt("sequence"),
                        ActionType.valueOf(row.getString("type")),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("note"),
                        row.getObject("promised_on", LocalDate.class),
                        row.getString("under_leader"),
                        row.getString("leader_name")))
                .stream()
                .collect(Collectors.groupingBy(WordRow::caseId));
    }

    /** Number of the model suit that a case waits for, by case. */
    Map<UUID, String> models(Handle h, Collection<UUID> cases) {
        return h
                .createQuery(
                        """
                        SELECT l.case_id, m.litigation_case_number
                        FROM model_link l JOIN risk_case m ON m.id = l.model_id
                        WHERE l.case_id = ANY (:cases) AND l.released_on IS NULL AND m.closed_on IS NULL""")
                .bindArray("cases", UUID.class, cases.toArray())
                .map((row, ctx) ->
                        Map.entry(row.getObject("case_id", UUID.class), row.getString("litigation_case_number")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

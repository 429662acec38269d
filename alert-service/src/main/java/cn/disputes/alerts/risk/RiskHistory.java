package cn.disputes.alerts.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What was done about risk cases; append-only. */
@ApplicationScoped
public class RiskHistory {
    /** One line of what was done; {@code underLeader}: who was responsible at the time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Done(
            int sequence,
            ActionType type,
            LocalDate on,
            String note,
            String evidence,
            EvidenceType evidenceType,
            LocalDate promisedOn,
            String leaderId,
            String underLeader,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * One month's hand-over of the case.
     *
     * @param cutoff day at whose end the month's list was fixed
     * @param receiptOn the day the order was signed for, absent before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HandOver(
            UUID orderId, YearMonth month, LocalDate cutoff, String leaderId, String leaderName, LocalDate receiptOn) {}

    private final Clock clock;

    RiskHistory(Clock clock) {
        this.clock = clock;
    }

    /** Appends, at most one line for each case; the rows of the cases must be locked. */
    public void add(Handle h, List<RiskAction> actions) {
        if (actions.isEmpty()) return;
        h.createUpdate(
                        """
                        INSERT INTO risk_action (case_id, sequence, type, on_date, note, evidence, evidence_type, promised_on,
                            leader_id, under_leader, recorded_by, recorded_at)
                        SELECT a.case_id,
                               (SELECT coalesce(max(sequence), 0) + 1 FROM risk_action d WHERE d.case_id = a.case_id),
                               a.type, CAST(a.on_date AS date), a.note, a.evidence, a.evidence_type,
                               CAST(a.promised_on AS date), a.leader, a.under_leader, a.recorded_by, :now
                        FROM unnest(:ids, :types, :days, :notes, :evidence, :evidenceTypes, :promised, :leaders, :under, :by)
                            AS a (case_id, type, on_date, note, evidence, evidence_type, promised_on, leader, under_leader,
                                  recorded_by)""")
                .bindArray(
                        "ids",
                        UUID.class,
                        actions.stream().map(RiskAction::caseId).toArray())
                .bindArray("types", String.class, texts(actions, a -> a.type().name()))
                .bindArray("days", String.class, texts(actions, RiskAction::on))
                .bindArray("notes", String.class, texts(actions, RiskAction::note))
                .bindArray("evidence", String.class, texts(actions, RiskAction::evidence))
                .bindArray("evidenceTypes", String.class, texts(actions, RiskAction::evidenceType))
                .bindArray("promised", String.class, texts(actions, RiskAction::promisedOn))
                .bindArray("leaders", String.class, texts(actions, RiskAction::leaderId))
                .bindArray("under", String.class, texts(actions, RiskAction::underLeader))
                .bindArray("by", String.class, texts(actions, RiskAction::by))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Object[] texts(List<RiskAction> actions, Function<RiskAction, Object> of) {
        return actions.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }

    public List<Done> of(Handle h, UUID caseId) {
        return h.createQuery("SELECT * FROM risk_action WHERE case_id = :id ORDER BY sequence")
                .bind("id", caseId)
                .map(RiskHistory::map)
                .list();
    }

    /** Every month's order that holds the case: who had it when. */
    List<HandOver> orders(Handle h, UUID caseId) {
        return h.createQuery(
                        """
                        SELECT m.id, m.month, r.cutoff, m.leader_id, m.leader_name, m.receipt_on
                        FROM assignment_order o JOIN assignment_round r ON r.id = o.round_id
                        JOIN monthly_order m ON m.round_id = o.round_id AND m.leader_id = o.leader_id
                        WHERE o.case_id = :id ORDER BY m.month""")
                .bind("id", caseId)
                .map((row, ctx) -> new HandOver(
                        row.getObject("id", UUID.class),
                        YearMonth.parse(row.getString("month")),
                        row.getObject("cutoff", LocalDate.class),
                        row.getString("leader_id"),
                        row.getString("leader_name"),
                        row.getObject("receipt_on", LocalDate.class)))
                .list();
    }

    private static Done map(ResultSet row, StatementContext context) throws SQLException {
        var evidence = row.getString("evidence_type");
        return new Done(
                row.getInt("sequence"),
                ActionType.valueOf(row.getString("type")),
                row.getObject("on_date", LocalDate.class),
                row.getString("note"),
                row.getString("evidence"),
                evidence == null ? null : EvidenceType.valueOf(evidence),
                row.getObject("promised_on", LocalDate.class),
                row.getString("leader_id"),
                row.getString("under_leader"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}

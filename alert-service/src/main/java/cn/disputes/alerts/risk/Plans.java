package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What was promised about risk cases (承诺), read from their history: a successor sees a predecessor's word. */
@ApplicationScoped
public class Plans {
    /**
     * One promise.
     *
     * @param leaderId who was responsible when it was made; another than the present leader means it was inherited
     * @param promisedOn by when the case was to be resolved; absent when the plan named no day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Plan(
            UUID riskCaseId,
            String litigationCaseNumber,
            int sequence,
            String text,
            LocalDate on,
            LocalDate promisedOn,
            String leaderId,
            String leaderName,
            String recordedBy,
            PlanRules.Standing standing) {}

    public record PlanList(List<Plan> items) {}

    private static final String PLANS =
            """
            SELECT a.case_id, c.litigation_case_number, a.sequence, a.note, a.on_date, a.promised_on, a.under_leader,
                   l.body ->> 'name' AS leader_name, a.recorded_by, c.state, c.closed_on,
                   EXISTS (SELECT 1 FROM risk_action later WHERE later.case_id = a.case_id AND later.type = 'PLAN_FILED'
                                                             AND later.sequence > a.sequence) AS replaced
            FROM risk_action a JOIN risk_case c ON c.id = a.case_id LEFT JOIN leader l ON l.id = a.under_leader
            WHERE a.type = 'PLAN_FILED'""";

    private final Clock clock;

    Plans(Clock clock) {
        this.clock = clock;
    }

    PlanList ofCase(Handle h, UUID caseId) {
        return new PlanList(h.createQuery(PLANS + " AND a.case_id = :id ORDER BY a.sequence")
                .bind("id", caseId)
                .map(this::map)
                .list());
    }

    /** The plans in force in a leader's open cases. */
    public PlanList ofLeader(Handle h, String leader, RegionScope scope) {
        return new PlanList(h
                .createQuery(PLANS
                        + " AND c.leader_id = :id AND c.closed_on IS NULL AND c.region_code >= :from AND c.region_code < :to"
                        + " ORDER BY a.promised_on NULLS LAST, a.case_id, a.sequence")
                .bind("id", leader)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map(this::map)
                .stream()
                .filter(plan -> plan.standing() != PlanRules.Standing.REPLACED)
                .toList());
    }

    private Plan map(ResultSet row, StatementContext context) throws SQLException {
        var promised = row.getObject("promised_on", LocalDate.class);
        return new Plan(
                row.getObject("case_id", UUID.class),
                row.getString("litigation_case_number"),
                row.getInt("sequence"),
                row.getString("note"),
                row.getObject("on_date", LocalDate.class),
                promised,
                row.getString("under_leader"),
                row.getString("leader_name"),
                row.getString("recorded_by"),
                PlanRules.standing(
                        promised,
                        row.getBoolean("replaced"),
                        RiskState.valueOf(row.getString("state")),
                        row.getObject("closed_on", LocalDate.class),
                        LocalDate.now(clock)));
    }
}

package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.RiskCaseEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A suit that the agency is likely to lose (高败诉风险案件); one per litigation.
 *
 * @param months every month whose round ordered it, ascending
 * @param dueOn by when it is to be resolved, as of the latest order; one that left the case with its leader began no new
 *     term
 * @param closedOn day it was resolved, lost or won
 * @param closedByRegister the judgment closed it, not a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskCase(
        UUID id,
        String litigationCaseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        ActType actType,
        Domain domain,
        RiskLevel level,
        int score,
        List<RiskRules.Factor> factors,
        RiskState state,
        String leader,
        List<YearMonth> months,
        LocalDate flaggedOn,
        LocalDate dueOn,
        LocalDate closedOn,
        @JsonIgnore boolean closedByRegister,
        long version,
        Instant recordedAt) {

    public RiskCase scored(RiskRules.Score s) {
        return new RiskCase(
                id,
                litigationCaseNumber,
                regionCode,
                defendantCode,
                defendantName,
                actType,
                domain,
                s.level(),
                s.points(),
                s.factors(),
                state,
                leader,
                months,
                flaggedOn,
                dueOn,
                closedOn,
                closedByRegister,
                version,
                recordedAt);
    }

    public RiskCase described(String region, String code, String name, ActType act, Domain field, LocalDate flagged) {
        return new RiskCase(
                id,
                litigationCaseNumber,
                region,
                code,
                name,
                act,
                field,
                level,
                score,
                factors,
                state,
                leader,
                months,
                flagged,
                dueOn,
                closedOn,
                closedByRegister,
                version,
                recordedAt);
    }

    public RiskCase moved(RiskState next, LocalDate on, boolean byRegister) {
        var ended = next.closed();
        return handled(next, leader, months, dueOn, ended ? on : null, ended && byRegister);
    }

    /** Open again, with the leader who had it when it ended. */
    public RiskCase reopened() {
        return moved(leader == null ? RiskState.FLAGGED : RiskState.ASSIGNED, null, false);
    }

    /** As {@link #assigned}, when the case has gone on since: only the months are noted. */
    public RiskCase noted(List<YearMonth> ordered) {
        return handled(state, leader, ordered, dueOn, closedOn, closedByRegister);
    }

    public RiskCase assigned(String to, List<YearMonth> ordered, LocalDate due) {
        var next = RiskCaseState.next(state, ActionType.ORDERED).orElse(state);
        return handled(next, to, ordered, due, closedOn, closedByRegister);
    }

    /** The same suit and score, in other hands or at another point. */
    private RiskCase handled(
            RiskState at, String by, List<YearMonth> ordered, LocalDate due, LocalDate closed, boolean byRegister) {
        return new RiskCase(
                id,
                litigationCaseNumber,
                regionCode,
                defendantCode,
                defendantName,
                actType,
                domain,
                level,
                score,
                factors,
                at,
                by,
                ordered,
                flaggedOn,
                due,
                closed,
                byRegister,
                version,
                recordedAt);
    }

    public RiskCase next(Instant at) {
        return new RiskCase(
                id,
                litigationCaseNumber,
                regionCode,
                defendantCode,
                defendantName,
                actType,
                domain,
                level,
                score,
                factors,
                state,
                leader,
                months,
                flaggedOn,
                dueOn,
                closedOn,
                closedByRegister,
                version + 1,
                at);
    }

    RiskCaseEvent event() {
        return new RiskCaseEvent(
                id,
                version,
                litigationCaseNumber,
                regionCode,
                defendantCode,
                defendantName,
                actType,
                domain,
                level,
                score,
                state,
                flaggedOn,
                months.isEmpty() ? null : months.get(0),
                months,
                state == RiskState.RESOLVED ? closedOn : null,
                recordedAt);
    }

    public static RiskCase map(ResultSet row, StatementContext context) throws SQLException {
        return new RiskCase(
                row.getObject("id", UUID.class),
                row.getString("litigation_case_number"),
                row.getString("region_code"),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("act_type") == null ? null : ActType.valueOf(row.getString("act_type")),
                row.getString("domain") == null ? null : Domain.valueOf(row.getString("domain")),
                RiskLevel.valueOf(row.getString("level")),
                row.getInt("score"),
                factors(row.getString("factors")),
                RiskState.valueOf(row.getString("state")),
                row.getString("leader_id"),
                Arrays.stream((String[]) row.getArray("months").getArray())
                        .map(YearMonth::parse)
                        .toList(),
                row.getObject("flagged_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("closed_by_register"),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static List<RiskRules.Factor> factors(String json) {
        try {
            return List.of(EventJson.MAPPER.readValue(json, RiskRules.Factor[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("factors unreadable", e);
        }
    }
}

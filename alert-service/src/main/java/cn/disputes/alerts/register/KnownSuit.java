package cn.disputes.alerts.register;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.RiskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What the register of suits says of one; the judgment decides how a risk case ends. */
public record KnownSuit(
        String caseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        ActType actType,
        Domain domain,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround) {

    /**
     * How the suit's end closes its risk case: lost is LOST; a ruling that permits a withdrawal after settlement or change
     * of the act, or a court mediation, is the verified resolution itself (准许撤诉裁定、调解书); all else is WON.
     */
    public Optional<RiskState> closes() {
        if (concludedOn == null) return Optional.empty();
        if (outcome.lost()) return Optional.of(RiskState.LOST);
        var settled = outcome == LitigationOutcome.MEDIATED
                || outcome == LitigationOutcome.WITHDRAWN && outcomeGround != OutcomeGround.VOLUNTARY;
        return Optional.of(settled ? RiskState.RESOLVED : RiskState.WON);
    }

    public static Optional<KnownSuit> find(Handle h, String caseNumber) {
        return h.createQuery("SELECT * FROM litigation WHERE case_number = :number")
                .bind("number", caseNumber)
                .map(KnownSuit::map)
                .findOne();
    }

    private static KnownSuit map(ResultSet row, StatementContext context) throws SQLException {
        return new KnownSuit(
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("act_type") == null ? null : ActType.valueOf(row.getString("act_type")),
                row.getString("domain") == null ? null : Domain.valueOf(row.getString("domain")),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome") == null ? null : LitigationOutcome.valueOf(row.getString("outcome")),
                row.getString("outcome_ground") == null
                        ? null
                        : OutcomeGround.valueOf(row.getString("outcome_ground")));
    }
}

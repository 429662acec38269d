package cn.disputes.alerts.register;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.RiskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the register of suits says of one; the judgment decides how a risk case ends.
 *
 * @param previousLost the instance before went against the agency
 */
public record KnownSuit(
        UUID id,
        String caseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        ActType actType,
        Domain domain,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        boolean previousLost) {

    /**
     * How the suit's end closes its risk case: lost is LOST, and so is a first instance lost that the appeal leaves
     * standing; a ruling that permits a withdrawal after settlement or change of the act, or a court mediation, is the
     * verified resolution itself (准许撤诉裁定、调解书); all else is WON.
     */
    public Optional<RiskState> closes() {
        if (concludedOn == null) return Optional.empty();
        if (lost()) return Optional.of(RiskState.LOST);
        var settled = outcome == LitigationOutcome.MEDIATED
                || outcome == LitigationOutcome.WITHDRAWN && outcomeGround != OutcomeGround.VOLUNTARY;
        return Optional.of(settled ? RiskState.RESOLVED : RiskState.WON);
    }

    /** Whether it ended against the agency (败诉). */
    public boolean lost() {
        return outcome != null && (outcome.lost() || outcome == LitigationOutcome.APPEAL_DISMISSED && previousLost);
    }

    public static Optional<KnownSuit> find(Handle h, String caseNumber) {
        return Optional.ofNullable(findAll(h, List.of(caseNumber)).get(caseNumber));
    }

    /** Those the register knows, by number. */
    public static Map<String, KnownSuit> findAll(Handle h, Collection<String> caseNumbers) {
        var found = new HashMap<String, KnownSuit>();
        h.createQuery(
                        """
                        SELECT l.*, coalesce(p.lost, false) AS previous_lost
                        FROM litigation l LEFT JOIN litigation p ON p.case_number = l.previous_case_number
                        WHERE l.case_number = ANY (CAST(:numbers AS text[]))""")
                .bindArray("numbers", String.class, List.copyOf(caseNumbers))
                .map((row, ctx) -> map(row))
                .forEach(suit -> found.put(suit.caseNumber(), suit));
        return found;
    }

    static KnownSuit map(ResultSet row) throws SQLException {
        return new KnownSuit(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("act_type") == null ? null : ActType.valueOf(row.getString("act_type")),
                row.getString("domain") == null ? null : Domain.valueOf(row.getString("domain")),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome") == null ? null : LitigationOutcome.valueOf(row.getString("outcome")),
                row.getString("outcome_ground") == null ? null : OutcomeGround.valueOf(row.getString("outcome_ground")),
                row.getBoolean("previous_lost"));
    }
}

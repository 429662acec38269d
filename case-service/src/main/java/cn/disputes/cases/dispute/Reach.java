package cn.disputes.cases.dispute;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.contract.security.Roles;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How far a caller sees: what lies outside does not exist.
 *
 * @param agency the only agency whose cases are seen, null for all of the region
 * @param subject who is asking; cases from which that person is recused (回避) are not seen
 */
public record Reach(RegionScope scope, String agency, String subject) {
    static final String SUITS =
            """
            region_code >= :from AND region_code < :to AND NOT (:subject = ANY (recused))
            AND (CAST(:agency AS text) IS NULL OR defendant_code = :agency OR actor_code = :agency
                 OR :agency = ANY (co_defendant_codes))""";

    static final String RECONSIDERATIONS =
            """
            region_code >= :from AND region_code < :to AND NOT (:subject = ANY (recused))
            AND (CAST(:agency AS text) IS NULL OR respondent_code = :agency)""";

    /** A liaison sees the cases of its own agency, everyone else those of the region. */
    public static Reach of(Caller caller) {
        var whole = caller.has(Roles.CASE_OFFICER) || caller.has(Roles.APPROVER) || caller.has(Roles.COORDINATOR);
        return new Reach(caller.scope(), whole ? null : caller.agency().orElse(""), caller.subject());
    }

    <T extends SqlStatement<T>> T bind(T statement) {
        return statement
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("agency", agency)
                .bind("subject", subject);
    }
}

package cn.disputes.alerts.risk;

import cn.disputes.contract.problem.ProblemException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which leaders have declared a conflict in which cases (回避). */
public final class Recusals {
    private Recusals() {}

    /** The leaders in conflict in a case. */
    public static Set<String> of(Handle h, UUID caseId) {
        return h.createQuery("SELECT leader_id FROM recusal WHERE case_id = :id")
                .bind("id", caseId)
                .mapTo(String.class)
                .set();
    }

    /** The leaders in conflict in each open case that has any. */
    public static Map<UUID, Set<String>> ofOpenCases(Handle h) {
        var recusals = new HashMap<UUID, Set<String>>();
        h.createQuery(
                        """
                        SELECT r.case_id, r.leader_id FROM recusal r JOIN risk_case c ON c.id = r.case_id
                        WHERE c.closed_on IS NULL""")
                .map((row, ctx) -> Map.entry(row.getObject("case_id", UUID.class), row.getString("leader_id")))
                .forEach(one -> recusals.computeIfAbsent(one.getKey(), id -> new HashSet<>())
                        .add(one.getValue()));
        return recusals;
    }

    /** Refuses a leader nobody has registered. */
    public static void requireLeader(Handle h, String leader) {
        var known = h.createQuery("SELECT count(*) FROM leader WHERE id = :id")
                .bind("id", leader)
                .mapTo(Integer.class)
                .one();
        if (known == 0) {
            throw new ProblemException(RiskProblem.LEADER_UNKNOWN, leader)
                    .field("leaderId", "没有登记该领导", "Not registered");
        }
    }
}

package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which risk cases exist for a caller: those of the region, and for a leader the leader's own. */
@ApplicationScoped
public class RiskCaseAccess {
    private final RiskCases cases;
    private final Caller caller;

    RiskCaseAccess(RiskCases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /** The case, or 404 when it does not exist for the caller. */
    public RiskCase require(Handle h, String id) {
        return require(h, id, false);
    }

    /** The case, its row locked until the transaction ends. */
    public RiskCase lock(Handle h, String id) {
        return require(h, id, true);
    }

    private RiskCase require(Handle h, String id, boolean lock) {
        UUID caseId;
        try {
            caseId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        return cases.find(h, caseId, lock)
                .filter(risk -> caller.scope().covers(risk.regionCode()))
                .filter(risk -> !ownOnly() || caller.subject().equals(risk.leader()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    /** Whether the caller is a leader and nothing more. */
    public boolean ownOnly() {
        return !caller.has(COORDINATOR) && !caller.has(CASE_OFFICER);
    }
}

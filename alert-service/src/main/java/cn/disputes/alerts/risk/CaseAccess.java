package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The risk case a path names, for whoever may see it: in the region, and of leaders only their own. */
@ApplicationScoped
public class CaseAccess {
    private final RiskCases cases;

    CaseAccess(RiskCases cases) {
        this.cases = cases;
    }

    /** Many at once, in no order; one that does not exist is missing. */
    public List<RiskCase> all(Handle h, Collection<UUID> ids) {
        return h.createQuery("SELECT * FROM risk_case WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(RiskCase::map)
                .list();
    }

    public RiskCase require(Handle h, String id, Caller caller) {
        UUID caseId;
        try {
            caseId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        var seesAll = caller.has(COORDINATOR) || caller.has(CASE_OFFICER);
        return cases.find(h, caseId, false)
                .filter(risk -> caller.scope().covers(risk.regionCode()))
                .filter(risk -> seesAll || caller.subject().equals(risk.leader()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }
}

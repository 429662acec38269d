package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jdbi.v3.core.Jdbi;

/** What a leader is bound by, the word of predecessors included. */
@Path("/v1/leaders/{id}/plans")
public class LeaderPlanResource {
    private final Jdbi jdbi;
    private final RiskCaseAccess access;
    private final Plans plans;
    private final Caller caller;

    LeaderPlanResource(Jdbi jdbi, RiskCaseAccess access, Plans plans, Caller caller) {
        this.jdbi = jdbi;
        this.access = access;
        this.plans = plans;
        this.caller = caller;
    }

    /** The plans in force in the open cases that the leader has now, the next day promised first. */
    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Plans.PlanList list(@PathParam("id") String id) {
        var leader = Query.text("id", id);
        if (access.ownOnly() && !caller.subject().equals(leader)) throw new ProblemException(GeneralProblem.NOT_FOUND);
        return jdbi.withHandle(h -> plans.ofLeader(h, leader, caller.scope()));
    }
}

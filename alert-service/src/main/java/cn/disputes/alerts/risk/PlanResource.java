package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jdbi.v3.core.Jdbi;

/** What was promised about a risk case, by whom, and what became of it. */
@Path("/v1/risk-cases/{id}/plans")
public class PlanResource {
    private final Jdbi jdbi;
    private final RiskCaseAccess access;
    private final Plans plans;

    PlanResource(Jdbi jdbi, RiskCaseAccess access, Plans plans) {
        this.jdbi = jdbi;
        this.access = access;
        this.plans = plans;
    }

    /** The plans of the case, the oldest first, whoever was responsible then. */
    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Plans.PlanList list(@PathParam("id") String id) {
        return jdbi.withHandle(h -> plans.ofCase(h, access.require(h, id).id()));
    }
}

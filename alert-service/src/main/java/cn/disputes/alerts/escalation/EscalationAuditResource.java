package cn.disputes.alerts.escalation;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.AUDITOR;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jdbi.v3.core.Jdbi;

/** Whether any open case with a leader has been lost sight of, as looked up on the spot. */
@Path("/v1/escalations/audit")
public class EscalationAuditResource {
    private final Jdbi jdbi;
    private final EscalationAudit audit;
    private final Caller caller;

    EscalationAuditResource(Jdbi jdbi, EscalationAudit audit, Caller caller) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({COORDINATOR, AUDITOR, ADMIN})
    public EscalationAudit.Report audit() {
        return jdbi.withHandle(h -> audit.report(h, caller.scope()));
    }
}

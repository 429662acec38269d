package cn.disputes.alerts.escalation;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows under {@code /q/health/well} what the auditor found; a case lost sight of is no reason to restart a replica. */
@Wellness
@ApplicationScoped
class EscalationHealth implements HealthCheck {
    private final EscalationAudit audit;

    EscalationHealth(EscalationAudit audit) {
        this.audit = audit;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("escalation-audit")
                .status(audit.found() == 0)
                .withData("found", audit.found())
                .build();
    }
}

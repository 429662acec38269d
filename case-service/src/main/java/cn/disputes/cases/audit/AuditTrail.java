package cn.disputes.cases.audit;

import cn.disputes.contract.security.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Appends what the caller does, in the transaction that does it. */
@ApplicationScoped
public class AuditTrail {
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Clock clock;

    AuditTrail(Caller caller, CurrentVertxRequest request, Clock clock) {
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /** Of no case in particular. */
    public void add(Handle h, AuditAction action, String detail) {
        add(h, action, null, List.of(), detail);
    }

    public void add(Handle h, AuditAction action, String region, UUID caseId, String detail) {
        add(h, action, region, caseId == null ? List.of() : List.of(caseId), detail);
    }

    /**
     * @param region of the case; of the caller when there is none
     * @param detail codes and numbers, never a name
     */
    public void add(Handle h, AuditAction action, String region, Collection<UUID> caseIds, String detail) {
        h.createUpdate(
                        """
                        INSERT INTO audit_entry (at, subject, address, action, region_code, case_ids, detail)
                        VALUES (:now, :subject, :address, :action, :region, :caseIds, :detail)""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("subject", caller.subject())
                .bind("address", address())
                .bind("action", action.name())
                .bind("region", region == null ? caller.scope().region() : region)
                .bindArray("caseIds", UUID.class, caseIds.toArray())
                .bind("detail", detail)
                .execute();
    }

    private String address() {
        var current = request.getCurrent();
        return current == null ? "" : current.request().remoteAddress().hostAddress();
    }
}

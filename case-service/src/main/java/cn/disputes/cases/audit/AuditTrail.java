package cn.disputes.cases.audit;

import cn.disputes.contract.security.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Appends what the caller does, in the transaction that does it. */
@ApplicationScoped
public class AuditTrail {
    /** One entry; with a FROM after it also a part of a statement that does what is audited. */
    public static final String INSERT =
            """
            INSERT INTO audit_entry (at, subject, address, action, region_code, case_ids, detail)
            SELECT :auditedAt, :auditedSubject, :auditedAddress, :auditedAction, :auditedRegion, :auditedCases, :auditedDetail""";

    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Clock clock;
    private final ClientAddress addresses;

    AuditTrail(
            Caller caller,
            CurrentVertxRequest request,
            Clock clock,
            @ConfigProperty(name = "audit.trusted-proxies") Optional<Set<String>> proxies) {
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.addresses = new ClientAddress(proxies.orElse(Set.of()));
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
        add(h, caller(), action, region, caseIds, detail);
    }

    /** The caller, for work that outlives the request. */
    public AuditActor caller() {
        return new AuditActor(caller.subject(), address(), caller.scope().region());
    }

    public void add(
            Handle h, AuditActor by, AuditAction action, String region, Collection<UUID> caseIds, String detail) {
        bind(h.createUpdate(INSERT), by, action, region, caseIds, detail).execute();
    }

    /** Binds an entry of the caller to a statement that has {@link #INSERT} for one of its parts. */
    public <S extends SqlStatement<S>> S bind(
            S statement, AuditAction action, String region, UUID caseId, String detail) {
        return bind(statement, caller(), action, region, List.of(caseId), detail);
    }

    private <S extends SqlStatement<S>> S bind(
            S statement, AuditActor by, AuditAction action, String region, Collection<UUID> caseIds, String detail) {
        return statement
                .bind("auditedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("auditedSubject", by.subject())
                .bind("auditedAddress", by.address())
                .bind("auditedAction", action.name())
                .bind("auditedRegion", region == null ? by.region() : region)
                .bindArray("auditedCases", UUID.class, caseIds.toArray())
                .bind("auditedDetail", detail);
    }

    private String address() {
        var current = request.getCurrent();
        if (current == null) return "";
        var peer = current.request().remoteAddress().hostAddress();
        return addresses.of(peer, current.request().headers().getAll("X-Forwarded-For"));
    }
}

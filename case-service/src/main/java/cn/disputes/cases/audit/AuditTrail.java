package cn.disputes.cases.audit;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.GroupCommit;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Appends what the caller does, in the transaction that does it, and what the caller reads, before it is shown. */
@ApplicationScoped
public class AuditTrail {
    /** One entry; with a FROM after it also a part of a statement that does what is audited. */
    public static final String INSERT =
            """
            INSERT INTO audit_entry (at, subject, address, action, region_code, case_ids, detail)
            SELECT :auditedAt, :auditedSubject, :auditedAddress, :auditedAction, :auditedRegion, :auditedCases, :auditedDetail""";

    /** Entries of reading that share a commit, at most. */
    static final int MOST = 64;

    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Clock clock;
    private final ClientAddress addresses;
    private final GroupCommit<Entry, Boolean> readings;

    AuditTrail(
            Jdbi jdbi,
            Caller caller,
            CurrentVertxRequest request,
            Clock clock,
            @ConfigProperty(name = "audit.trusted-proxies") Optional<Set<String>> proxies) {
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.addresses = new ClientAddress(proxies.orElse(Set.of()));
        this.readings = new GroupCommit<>(1, MOST, entries -> jdbi.withHandle(h -> write(h, entries)));
    }

    record Entry(
            OffsetDateTime at,
            AuditActor by,
            AuditAction action,
            String region,
            Collection<UUID> caseIds,
            String detail) {}

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

    /**
     * Notes whose names were read, committed when this returns and before they are shown; what many read at one moment
     * shares a commit. Not to be called with a connection in hand: it needs one of its own.
     *
     * @param region of the case; of the caller when there are several
     */
    public void read(String region, Collection<UUID> caseIds, String detail) {
        readings.of(entry(caller(), AuditAction.READ_PERSONAL, region, caseIds, detail));
    }

    public void read(String region, UUID caseId, String detail) {
        read(region, List.of(caseId), detail);
    }

    /**
     * Whole or not at all: a batch sent in one breath is a transaction of its own, and saves the wait of one that is opened
     * and closed.
     */
    static List<Boolean> write(Handle h, List<Entry> entries) {
        var batch = h.prepareBatch(INSERT);
        entries.forEach(entry -> bind(batch, entry).add());
        return Arrays.stream(batch.execute()).mapToObj(rows -> rows == 1).toList();
    }

    /** The caller, for work that outlives the request. */
    public AuditActor caller() {
        return new AuditActor(caller.subject(), address(), caller.scope().region());
    }

    public void add(
            Handle h, AuditActor by, AuditAction action, String region, Collection<UUID> caseIds, String detail) {
        bind(h.createUpdate(INSERT), entry(by, action, region, caseIds, detail)).execute();
    }

    /** Binds an entry of the caller to a statement that has {@link #INSERT} for one of its parts. */
    public <S extends SqlStatement<S>> S bind(
            S statement, AuditAction action, String region, UUID caseId, String detail) {
        return bind(statement, entry(caller(), action, region, List.of(caseId), detail));
    }

    private Entry entry(AuditActor by, AuditAction action, String region, Collection<UUID> caseIds, String detail) {
        return new Entry(
                clock.instant().atOffset(ZoneOffset.UTC),
                by,
                action,
                region == null ? by.region() : region,
                caseIds,
                detail);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Entry entry) {
        return statement
                .bind("auditedAt", entry.at())
                .bind("auditedSubject", entry.by().subject())
                .bind("auditedAddress", entry.by().address())
                .bind("auditedAction", entry.action().name())
                .bind("auditedRegion", entry.region())
                .bindArray("auditedCases", UUID.class, entry.caseIds().toArray())
                .bind("auditedDetail", entry.detail());
    }

    private String address() {
        var current = request.getCurrent();
        if (current == null) return "";
        var peer = current.request().remoteAddress().hostAddress();
        return addresses.of(peer, current.request().headers().getAll("X-Forwarded-For"));
    }
}

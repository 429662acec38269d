package cn.disputes.cases.approval;

import cn.disputes.cases.approval.Approval.Status;
import cn.disputes.cases.casefile.Recused;
import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.privacy.SealConfig;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The proposals that wait, and what became of them. */
@ApplicationScoped
public class Approvals {
    /** Of the caller's region, and of no case the caller is recused from. */
    private static final String VISIBLE =
            """
            region_code >= :from AND region_code < :to
            AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.case_id = approval.case_id AND officer = :caller) AND\s"""
                    + Recused.fromNone("case_numbers");

    private final Clock clock;

    Approvals(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lays a step before the approvers; refused while the same step of the same case already waits.
     *
     * @param cameFrom of a document the numbers of the cases it came from; none where {@code caseId} is given
     */
    public Approval.Proposed propose(
            Handle h,
            String kind,
            UUID caseId,
            String caseNumber,
            Collection<String> cameFrom,
            String region,
            String stepType,
            Object body,
            String by) {
        var id = Ids.next();
        var text = SealedText.of(h.getConfig(), SealedText.ofProposal(id), body);
        var laid = h.createUpdate(
                        """
                        INSERT INTO approval (id, kind, case_id, case_number, case_numbers, region_code, step_type, body, sealed_under, proposed_by, proposed_at)
                        VALUES (:id, :kind, :caseId, :caseNumber, :cameFrom, :region, :stepType, CAST(:body AS jsonb), :under, :by, :now)
                        ON CONFLICT (kind, case_number, step_type) WHERE status = 'PENDING' DO NOTHING""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("caseId", caseId)
                .bind("caseNumber", caseNumber)
                .bindArray("cameFrom", String.class, cameFrom.toArray())
                .bind("region", region)
                .bind("stepType", stepType)
                .bind("body", text.json())
                .bind("under", text.under())
                .bind("by", by)
                .bind("now", now())
                .execute();
        if (laid == 0) throw new ProblemException(ApprovalProblem.ALREADY_PROPOSED);
        return new Approval.Proposed(id);
    }

    /** Cases that have ended wait for nothing any more. */
    public void overtake(Handle h, Collection<UUID> cases) {
        if (cases.isEmpty()) return;
        h.createUpdate("UPDATE approval SET status = 'OVERTAKEN' WHERE case_id = ANY (:cases) AND status = 'PENDING'")
                .bindArray("cases", UUID.class, cases.toArray())
                .execute();
    }

    Optional<Approval> find(Handle h, UUID id, Caller caller, boolean lock) {
        return h.createQuery("SELECT * FROM approval WHERE id = :id AND " + VISIBLE + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .bind("from", caller.scope().from())
                .bind("to", caller.scope().to())
                .bind("caller", caller.subject())
                .map(Approvals::map)
                .findOne();
    }

    /** Refuses whoever may not see a proposal. */
    public void requireSeen(Handle h, UUID id, Caller caller) {
        if (find(h, id, caller, false).isEmpty()) throw new ProblemException(GeneralProblem.NOT_FOUND);
    }

    List<Approval> list(Handle h, Status status, Caller caller, UUID before, int rows) {
        return h.createQuery(
                        "SELECT * FROM approval WHERE " + VISIBLE
                                + """
                          AND (CAST(:status AS text) IS NULL OR status = :status)
                          AND (CAST(:before AS uuid) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :rows""")
                .bind("from", caller.scope().from())
                .bind("to", caller.scope().to())
                .bind("caller", caller.subject())
                .bind("status", status == null ? null : status.name())
                .bind("before", before)
                .bind("rows", rows)
                .map(Approvals::map)
                .list();
    }

    Approval decide(Handle h, Approval waiting, Status decision, String by, String note) {
        var seal = h.getConfig(SealConfig.class).seal();
        h.createUpdate(
                        """
                        UPDATE approval SET status = :status, decided_by = :by, decided_at = :now, note = :note,
                            sealed_under = CASE WHEN CAST(:note AS text) IS NULL THEN sealed_under
                                                WHEN sealed_under IN (:newest, :none) THEN :newest END
                        WHERE id = :id""")
                .bind("id", waiting.id())
                .bind("status", decision.name())
                .bind("by", by)
                .bind("now", now())
                .bind("note", note == null ? null : seal.seal(note, SealedText.ofProposal(waiting.id())))
                .bind("newest", seal.newestPrefix())
                .bind("none", SealedText.NONE)
                .execute();
        return settled(waiting, decision, by, clock.instant(), note);
    }

    /** Nobody decided: it is as if it had never been proposed, but for the record. */
    Approval withdraw(Handle h, Approval waiting) {
        h.createUpdate("UPDATE approval SET status = 'WITHDRAWN' WHERE id = :id")
                .bind("id", waiting.id())
                .execute();
        return settled(waiting, Status.WITHDRAWN, null, null, null);
    }

    private static Approval settled(Approval waiting, Status status, String by, Instant at, String note) {
        return new Approval(
                waiting.id(),
                waiting.kind(),
                waiting.caseId(),
                waiting.caseNumber(),
                waiting.regionCode(),
                waiting.stepType(),
                waiting.body(),
                status,
                waiting.proposedBy(),
                waiting.proposedAt(),
                by,
                at,
                note);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Approval map(ResultSet row, StatementContext context) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sealedTo = SealedText.ofProposal(id);
        try {
            return new Approval(
                    id,
                    row.getString("kind"),
                    row.getObject("case_id", UUID.class),
                    row.getString("case_number"),
                    row.getString("region_code"),
                    row.getString("step_type"),
                    EventJson.MAPPER.readTree(SealedText.open(context.getConfig(), sealedTo, row.getString("body"))),
                    Status.valueOf(row.getString("status")),
                    row.getString("proposed_by"),
                    instant(row, "proposed_at"),
                    row.getString("decided_by"),
                    instant(row, "decided_at"),
                    SealedText.openText(context.getConfig(), sealedTo, row.getString("note")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("proposal unreadable", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

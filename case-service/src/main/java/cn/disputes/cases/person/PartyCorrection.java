package cn.disputes.cases.person;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.casefile.Personal;
import cn.disputes.cases.office.Announcing;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Corrects what is kept of the parties (PIPL Art. 46). What was wrong is replaced and not kept; that it was replaced, by
 * whom and when stands in the audit trail. How many parties there are and how many of them are organisations is counted,
 * so the case is announced anew, which names none of them.
 */
@ApplicationScoped
class PartyCorrection {
    private final AuditTrail audit;
    private final List<Announcing> registers;
    private final Clock clock;

    PartyCorrection(AuditTrail audit, @All List<Announcing> registers, Clock clock) {
        this.audit = audit;
        this.registers = registers;
        this.clock = clock;
    }

    /** The parties of a kind of case, and where they are kept. */
    enum Of {
        RECONSIDERATIONS("reconsiderations", "reconsideration", "applicants"),
        LITIGATIONS("litigations", "litigation", "plaintiffs");

        /** As in the path of the calls. */
        private final String kind;

        private final String table;
        private final String column;

        Of(String kind, String table, String column) {
            this.kind = kind;
            this.table = table;
            this.column = column;
        }
    }

    /** All parties of the case as they should be. */
    public record Corrected(
            @NotEmpty(message = "至少一名当事人 | At least one party") @Size(max = 500, message = "最多500名 | At most 500")
                    List<@Valid @NotNull(message = "不能为空 | Must be given") Party> parties) {}

    private record File(UUID id, String region, Handling handling, long version, boolean forgotten) {}

    /** Returns the new version. */
    long correct(Handle h, Of parties, String id, String ifMatch, Corrected wanted, Caller caller) {
        var file = lock(h, parties.table, id, caller);
        Preconditions.ifMatch(ifMatch, file.version());
        if (!Personal.mayBeSeenBy(caller, file.handling())) throw new ProblemException(GeneralProblem.FORBIDDEN);
        if (file.forgotten()) {
            throw new ProblemException(CaseProblem.RULE_BROKEN, "保存期已满，个人信息已删除", "The term of keeping has ended");
        }
        for (var i = 0; i < wanted.parties().size(); i++)
            wanted.parties().get(i).check("parties[" + i + "]");
        var update = h.createUpdate("UPDATE " + parties.table + " SET version = version + 1, recorded_at = :now, "
                + parties.column + " = CAST(:parties AS jsonb) WHERE id = :id");
        update.bind("id", file.id())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("parties", Parties.json(update.getConfig(), file.id(), wanted.parties()))
                .execute();
        audit.add(
                h,
                AuditAction.PARTIES_CORRECTED,
                file.region(),
                file.id(),
                wanted.parties().size() + " parties");
        registers.stream()
                .filter(register -> register.kind().equals(parties.kind))
                .forEach(register -> register.announce(h, file.id()));
        return file.version() + 1;
    }

    private static File lock(Handle h, String table, String id, Caller caller) {
        return h.createQuery(
                        "SELECT c.*, EXISTS (SELECT 1 FROM retention_end e WHERE e.case_id = c.id) AS forgotten FROM "
                                + table + " AS c WHERE id = :id FOR UPDATE OF c")
                .bind("id", caseId(id))
                .map((row, ctx) -> new File(
                        row.getObject("id", UUID.class),
                        row.getString("region_code"),
                        Handling.map(row),
                        row.getLong("version"),
                        row.getBoolean("forgotten")))
                .findOne()
                .filter(file ->
                        caller.scope().covers(file.region()) && !file.handling().bars(caller))
                .orElseThrow(PartyCorrection::notFound);
    }

    private static UUID caseId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

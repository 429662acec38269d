package cn.disputes.cases.office;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gives cases to officers (分案), by name or by whose turn it is, and keeps away those who must keep away (回避). */
@ApplicationScoped
public class Assignments {
    private final AssignmentStore store;
    private final OfficerStore officers;
    private final OfficeConfig config;
    private final AuditTrail audit;
    private final Instance<Announcing> registers;

    Assignments(
            AssignmentStore store,
            OfficerStore officers,
            OfficeConfig config,
            AuditTrail audit,
            Instance<Announcing> registers) {
        this.registers = registers;
        this.store = store;
        this.officers = officers;
        this.config = config;
        this.audit = audit;
    }

    public boolean atRegistration(String region) {
        return config.assignOnRegistration().orElse(Set.of()).contains(region);
    }

    /** Whose a case is that is being registered; costs nothing where the office does not want it. */
    public Handling atRegistration(Handle h, UUID id, String region, List<String> agencies, Caller caller) {
        var nobody = new Handling(null, List.of(), caller.subject());
        if (!atRegistration(region)) return nobody;
        var arrived = new AssignableCase(id, null, region, null, List.of(), agencies, 0);
        store.oneAtATime(h, region);
        var turn = AssignmentRules.turn(officers.activeIn(h, region), arrived);
        if (turn.isEmpty()) return nobody;
        store.remember(h, id, turn.get().subject(), null, caller.subject());
        return new Handling(turn.get().subject(), List.of(), caller.subject());
    }

    AssignableCase require(Handle h, CaseKind kind, UUID id, Caller caller, boolean lock) {
        return store.find(h, kind, id, lock)
                .filter(file -> caller.scope().covers(file.regionCode()))
                .filter(file -> !file.recused().contains(caller.subject()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    Assignment.Of history(Handle h, AssignableCase file, Caller caller) {
        var reasons = Reasons.of(h, file.id(), caller);
        var items = store.history(h, file.id()).stream().map(reasons::shown).toList();
        return new Assignment.Of(file.caseNumber(), file.assignedTo(), items);
    }

    Recusal.All recusals(Handle h, AssignableCase file, Caller caller) {
        var reasons = Reasons.of(h, file.id(), caller);
        return new Recusal.All(
                store.recusals(h, file.id()).stream().map(reasons::shown).toList(),
                store.lifted(h, file.id()).stream().map(reasons::shown).toList());
    }

    /** The case as it is afterwards; to be given to the same officer again changes nothing. */
    AssignableCase assign(Handle h, CaseKind kind, UUID id, String ifMatch, Assign wanted, Caller caller) {
        var file = require(h, kind, id, caller, true);
        Preconditions.ifMatch(ifMatch, file.version());
        var officer = wanted.officer() == null ? turn(h, file) : named(h, file, wanted.officer());
        if (Objects.equals(officer, file.assignedTo())) return file;
        if (file.assignedTo() != null
                && (wanted.reason() == null || wanted.reason().isBlank())) {
            throw ProblemException.invalid("reason", "改派须说明理由", "Say why the case changes hands");
        }
        hand(h, kind, file, officer, wanted.reason(), caller);
        return require(h, kind, id, caller, false);
    }

    private String turn(Handle h, AssignableCase file) {
        store.oneAtATime(h, file.regionCode());
        return AssignmentRules.turn(officers.activeIn(h, file.regionCode()), file)
                .map(Officer::subject)
                .orElseThrow(() -> new ProblemException(OfficeProblem.NO_OFFICER));
    }

    private String named(Handle h, AssignableCase file, String subject) {
        var officer = officers.find(h, subject).orElseThrow(() -> new ProblemException(OfficeProblem.OFFICER_UNKNOWN)
                .field("officer", "未登记的承办人", "Not a registered officer"));
        AssignmentRules.refusal(officer, file).ifPresent(why -> {
            throw new ProblemException(why);
        });
        return officer.subject();
    }

    private void hand(Handle h, CaseKind kind, AssignableCase file, String officer, String reason, Caller caller) {
        store.assign(h, kind, file.id(), officer);
        store.remember(h, file.id(), officer, reason, caller.subject());
        audit.add(h, AuditAction.ASSIGNED, file.regionCode(), file.id(), kind.path);
        registers.stream()
                .filter(register -> register.kind().equals(kind.path))
                .forEach(register -> register.announce(h, file.id()));
    }

    /** From the commit on the officer neither sees the case nor acts in it; a case the officer had is nobody's again. */
    Recusal.All recuse(Handle h, CaseKind kind, UUID id, Recusal.Declaration declared, Caller caller) {
        var file = require(h, kind, id, caller, true);
        var officer = declared.officer() == null ? caller.subject() : declared.officer();
        if (!officer.equals(caller.subject()) && !caller.has(Roles.APPROVER)) {
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        }
        if (store.recuse(h, kind, id, officer, declared.reason(), caller.subject())) {
            audit.add(h, AuditAction.RECUSED, file.regionCode(), id, kind.path);
            if (officer.equals(file.assignedTo())) hand(h, kind, file, null, Assignment.RECUSED, caller);
        }
        return recusals(h, file, caller);
    }

    /** From the commit on the officer sees the case and may act in it again; what was declared stays on record. */
    Recusal.All lift(Handle h, CaseKind kind, UUID id, String officer, Recusal.Lifting lifting, Caller caller) {
        var file = require(h, kind, id, caller, true);
        if (!store.lift(h, kind, id, officer, lifting.reason(), caller.subject())) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        audit.add(h, AuditAction.RECUSAL_LIFTED, file.regionCode(), id, kind.path);
        return recusals(h, file, caller);
    }
}

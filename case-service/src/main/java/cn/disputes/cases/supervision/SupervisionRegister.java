package cn.disputes.cases.supervision;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.approval.Approvable;
import cn.disputes.cases.approval.Approval;
import cn.disputes.cases.approval.Approvals;
import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.feed.Outbox;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Issues supervision documents and follows their rectification. */
@ApplicationScoped
class SupervisionRegister implements Approvable {
    private static final String KIND = "supervision-documents";

    private final SupervisionStore store;
    private final AuditTrail audit;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final Approvals approvals;
    private final Clock clock;

    SupervisionRegister(
            SupervisionStore store,
            AgencyStore agencies,
            CalendarStore calendars,
            Outbox outbox,
            Approvals approvals,
            Clock clock,
            AuditTrail audit) {
        this.store = store;
        this.audit = audit;
        this.agencies = agencies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** A document is issued when another person has approved it. */
    Approval.Proposed propose(Handle h, Issue issue, Caller caller) {
        caller.requireRegion(issue.regionCode());
        if (store.recused(h, issue.allCases(), caller)) {
            throw ProblemException.invalid("caseNumber", "您应当回避该案", "You are recused from this case");
        }
        notInFuture("issuedOn", issue.issuedOn());
        agencies.require(h, "issuedToCode", issue.issuedToCode());
        CaseNumbers.claim(h, Set.of(issue.documentNumber()));
        requireFree(h, issue);
        audit.add(h, AuditAction.PROPOSED, issue.documentNumber());
        return approvals.propose(
                h,
                KIND,
                null,
                issue.documentNumber(),
                issue.allCases(),
                issue.regionCode(),
                "ISSUED",
                issue,
                caller.subject());
    }

    /** The first answer to a proposal, while whoever made it may still see the proposal. */
    JsonNode proposedBefore(Handle h, JsonNode first, Caller caller) {
        approvals.requireSeen(h, UUID.fromString(first.get("approvalId").textValue()), caller);
        return first;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void lock(Handle h, Approval waiting) {
        CaseNumbers.claim(h, Set.of(waiting.caseNumber()));
    }

    @Override
    public void apply(Handle h, Approval approved) {
        issue(h, StepLog.parse(approved.body(), Issue.class), approved.proposedBy());
    }

    private void requireFree(Handle h, Issue issue) {
        if (!store.byNumber(h, Set.of(issue.documentNumber())).isEmpty()) {
            throw new ProblemException(CaseProblem.CASE_NUMBER_TAKEN, issue.documentNumber())
                    .field("documentNumber", "文号已登记", "Already registered");
        }
    }

    private SupervisionDocument issue(Handle h, Issue issue, String by) {
        var agency = agencies.require(h, "issuedToCode", issue.issuedToCode());
        requireFree(h, issue);
        var first = recorded(1, new SupervisionStep(SupervisionStep.Type.ISSUED, issue.issuedOn(), null), by);
        var document = fold(
                h,
                new SupervisionDocument(
                        Ids.next(),
                        issue.documentNumber(),
                        issue.kind(),
                        issue.regionCode(),
                        issue.issuedToCode(),
                        agency.name(),
                        issue.issuedOn(),
                        issue.allCases().stream().findFirst().orElse(null),
                        null,
                        null,
                        null,
                        null,
                        1,
                        clock.instant(),
                        null,
                        issue.allCases(),
                        issue.category(),
                        issue.rootCause(),
                        null,
                        null,
                        0),
                List.of(first),
                1);
        store.save(h, List.of(document));
        store.steps.append(h, document.id(), List.of(first));
        outbox.append(h, document.event());
        return document;
    }

    SupervisionDocument record(Handle h, UUID id, String ifMatch, SupervisionStep step, Caller caller) {
        var document = store.find(h, id, true, caller);
        Preconditions.ifMatch(ifMatch, document.version());
        notInFuture("on", step.on());
        var history = new ArrayList<>(store.steps.readSealed(h, id));
        var next = recorded(history.size() + 1, step, caller.subject());
        history.add(next);
        var changed = fold(h, document, history, document.version() + 1);
        store.save(h, List.of(changed));
        audit.add(
                h,
                AuditAction.STEP_RECORDED,
                document.regionCode(),
                id,
                step.type().name());
        store.steps.append(h, id, List.of(next));
        outbox.append(h, changed.event());
        return changed;
    }

    SupervisionDocument fold(
            Handle h, SupervisionDocument d, List<RecordedStep<SupervisionStep>> history, long version) {
        return fold(h, d, history, version, d.importHash());
    }

    SupervisionDocument fold(
            Handle h, SupervisionDocument d, List<RecordedStep<SupervisionStep>> history, long version, String hash) {
        var file = SupervisionFile.fold(history);
        var due = SupervisionDeadlines.report(file, calendars.calendar(h), LocalDate.now(clock))
                .end();
        return new SupervisionDocument(
                d.id(),
                d.documentNumber(),
                d.kind(),
                d.regionCode(),
                d.issuedToCode(),
                d.issuedToName(),
                file.issuedOn,
                d.caseNumber(),
                due,
                file.reportedOn,
                file.rectifiedOn,
                file.status,
                version,
                clock.instant(),
                hash,
                d.caseNumbers(),
                d.category(),
                d.rootCause(),
                file.servedOn,
                file.remindedOn,
                file.reminders);
    }

    List<Deadline> deadlines(Handle h, SupervisionDocument document, boolean proven) {
        var calendar = calendars.calendar(h);
        var today = LocalDate.now(clock);
        var file = SupervisionFile.fold(store.steps.readSealed(h, document.id()));
        var report = SupervisionDeadlines.report(file, calendar, today);
        return List.of(proven ? report.proven(calendar, today) : report);
    }

    RecordedStep<SupervisionStep> recorded(int sequence, SupervisionStep step, String by) {
        return new RecordedStep<>(sequence, step, clock.instant(), by);
    }

    private void notInFuture(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock)))
            throw ProblemException.invalid(field, "不能晚于今天", "Must not be in the future");
    }
}

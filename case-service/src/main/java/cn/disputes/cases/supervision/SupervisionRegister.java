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
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.feed.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Issues supervision documents and follows their rectification. (A singleton: its step log is read by field.) */
@Singleton
class SupervisionRegister implements Approvable {
    private static final String KIND = "supervision-documents";

    final StepLog<SupervisionStep> steps = new StepLog<>("supervision_document_step", SupervisionStep.class);
    private final AuditTrail audit;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final Approvals approvals;
    private final Clock clock;

    SupervisionRegister(
            AgencyStore agencies,
            CalendarStore calendars,
            Outbox outbox,
            Approvals approvals,
            Clock clock,
            AuditTrail audit) {
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
        notInFuture("issuedOn", issue.issuedOn());
        agencies.require(h, "issuedToCode", issue.issuedToCode());
        CaseNumbers.claim(h, Set.of(issue.documentNumber()));
        requireFree(h, issue);
        audit.add(h, AuditAction.PROPOSED, issue.documentNumber());
        return approvals.propose(
                h, KIND, null, issue.documentNumber(), issue.regionCode(), "ISSUED", issue, caller.subject());
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
        if (!byNumber(h, Set.of(issue.documentNumber())).isEmpty()) {
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
        store(h, List.of(document));
        steps.append(h, document.id(), List.of(first));
        outbox.append(h, document.event());
        return document;
    }

    SupervisionDocument record(Handle h, UUID id, String ifMatch, SupervisionStep step, Caller caller) {
        var document = find(h, id, true, caller);
        Preconditions.ifMatch(ifMatch, document.version());
        notInFuture("on", step.on());
        var history = new ArrayList<>(steps.read(h, id));
        var next = recorded(history.size() + 1, step, caller.subject());
        history.add(next);
        var changed = fold(h, document, history, document.version() + 1);
        store(h, List.of(changed));
        audit.add(
                h,
                AuditAction.STEP_RECORDED,
                document.regionCode(),
                id,
                step.type().name());
        steps.append(h, id, List.of(next));
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
        var file = SupervisionFile.fold(steps.read(h, document.id()));
        var report = SupervisionDeadlines.report(file, calendar, today);
        return List.of(proven ? report.proven(calendar, today) : report);
    }

    void store(Handle h, List<SupervisionDocument> documents) {
        if (documents.isEmpty()) return;
        var batch = h.prepareBatch(
                """
                INSERT INTO supervision_document (id, document_number, kind, region_code, issued_to_code, issued_to_name,
                    issued_on, case_number, report_due_on, reported_on, rectified_on, status, version, recorded_at, import_hash,
                    case_numbers, category, root_cause, served_on, reminded_on, reminders)
                VALUES (:id, :documentNumber, :kind, :regionCode, :issuedToCode, :issuedToName, :issuedOn, :caseNumber,
                    :reportDueOn, :reportedOn, :rectifiedOn, :status, :version, :at, :importHash,
                    :cases, :category, :rootCause, :servedOn, :remindedOn, :reminders)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, region_code = excluded.region_code,
                    issued_to_code = excluded.issued_to_code, issued_to_name = excluded.issued_to_name,
                    issued_on = excluded.issued_on, case_number = excluded.case_number,
                    report_due_on = excluded.report_due_on, reported_on = excluded.reported_on,
                    rectified_on = excluded.rectified_on, status = excluded.status, version = excluded.version,
                    recorded_at = excluded.recorded_at, import_hash = excluded.import_hash,
                    served_on = excluded.served_on, reminded_on = excluded.reminded_on, reminders = excluded.reminders""");
        // the cases and the cause are known to the issue alone: a file that comes later does not wipe them out
        documents.forEach(d -> batch.bindMethods(d)
                .bindArray("cases", String.class, d.caseNumbers().toArray())
                .bind("at", d.recordedAt().atOffset(ZoneOffset.UTC))
                .add());
        batch.execute();
    }

    SupervisionDocument find(Handle h, UUID id, boolean lock, Caller caller) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE id = :id" + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .mapTo(SupervisionDocument.class)
                .findOne()
                .filter(document -> caller.scope().covers(document.regionCode()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    Map<String, SupervisionDocument> byNumber(Handle h, Collection<String> numbers) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE document_number = ANY (:numbers) ORDER BY"
                        + " document_number FOR UPDATE")
                .bindArray("numbers", String.class, numbers.toArray())
                .mapTo(SupervisionDocument.class)
                .collect(Collectors.toMap(SupervisionDocument::documentNumber, d -> d));
    }

    Map<UUID, SupervisionDocument> findAll(Handle h, Collection<UUID> ids) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(SupervisionDocument.class)
                .collect(Collectors.toMap(SupervisionDocument::id, d -> d));
    }

    RecordedStep<SupervisionStep> recorded(int sequence, SupervisionStep step, String by) {
        return new RecordedStep<>(sequence, step, clock.instant(), by);
    }

    private void notInFuture(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock)))
            throw ProblemException.invalid(field, "不能晚于今天", "Must not be in the future");
    }
}

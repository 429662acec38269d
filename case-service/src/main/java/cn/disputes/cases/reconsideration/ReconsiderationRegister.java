package cn.disputes.cases.reconsideration;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.approval.Approvable;
import cn.disputes.cases.approval.Approval;
import cn.disputes.cases.approval.Approvals;
import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.cases.office.Assignments;
import cn.disputes.cases.warning.FirstLook;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens reconsiderations and records what happens to them. */
@ApplicationScoped
class ReconsiderationRegister implements Approvable {
    private static final String KIND = "reconsiderations";

    private final AuditTrail audit;
    private final ReconsiderationStore store;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final Approvals approvals;
    private final Assignments assignments;
    private final Clock clock;

    ReconsiderationRegister(
            ReconsiderationStore store,
            AgencyStore agencies,
            CalendarStore calendars,
            Outbox outbox,
            Approvals approvals,
            Assignments assignments,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.store = store;
        this.agencies = agencies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.approvals = approvals;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** A case just opened, and who is competent for it. */
    record Registered(ReconsiderationRow row, Jurisdiction jurisdiction, Standing standing) {}

    /** Whether the office gives the case to somebody at once, which takes more than the statement that opens it. */
    boolean assigns(Registration r) {
        return assignments.atRegistration(r.regionCode());
    }

    Registered register(Handle h, Registration r, Caller caller) {
        r.check(LocalDate.now(clock));
        caller.requireRegion(r.regionCode());
        var respondent = agencies.require(h, "respondentCode", r.respondentCode());
        var id = Ids.next();
        var first = r.receipt();
        var handling = assignments.atRegistration(h, id, r.regionCode(), List.of(r.respondentCode()), caller);
        var blank = ReconsiderationRow.opened(id, r, respondent.name(), handling, clock.instant());
        var history = List.of(recorded(1, first, caller));
        var row = fold(h, blank, history, 1, null);
        var jurisdiction = JurisdictionRules.of(respondent, r.regionCode(), row.lawVersion(), r.actType());
        var standing = Standing.of(ReconsiderationFile.fold(history), calendars.calendar(h), LocalDate.now(clock));
        var watched = WatchedReconsiderations.watched(row, standing.deadlines(), LocalDate.now(clock));
        var number = store.register(
                        h,
                        row,
                        first,
                        caller.subject(),
                        FirstLook.on(watched, calendars.calendar(h), LocalDate.now(clock)),
                        statement -> audit.bind(statement, AuditAction.REGISTERED, row.regionCode(), row.id(), KIND))
                .orElseThrow(() -> ProblemException.invalid(
                        "regionCode", "该区域没有行政复议机关编号设置", "No authority of this region issues case numbers"));
        return new Registered(row.numbered(number), jurisdiction, standing);
    }

    /** What has become of a step: recorded, or waiting for approval. */
    record Recorded(ReconsiderationRow row, Approval.Proposed waiting) {}

    Recorded record(Handle h, UUID id, String ifMatch, ReconsiderationStep step, Caller caller) {
        var row = store.lock(h, id).filter(r -> mayRead(r, caller)).orElseThrow(ReconsiderationRegister::notFound);
        Preconditions.ifMatch(ifMatch, row.version());
        mayRecord(step, caller);
        notInFuture(step);
        fits(row, step.replacement() == null ? step : step.replacement());
        if (step.rectifies() && step.step() == null)
            throw ProblemException.invalid("step", "须写明被更正步骤的序号", "Name the sequence of the step to rectify");
        var history = store.steps.readSealed(h, id);
        var changed = after(h, row, history, step, caller.subject());
        var waits = ReconsiderationRules.needsApproval(step, history);
        var action = waits ? AuditAction.PROPOSED : AuditAction.STEP_RECORDED;
        audit.add(h, action, row.regionCode(), id, step.type().name());
        if (!waits) return new Recorded(keep(h, changed), null);
        return new Recorded(
                null,
                approvals.propose(
                        h,
                        KIND,
                        id,
                        row.caseNumber(),
                        List.of(),
                        row.regionCode(),
                        step.type().name(),
                        step,
                        caller.subject()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void lock(Handle h, Approval waiting) {
        store.lock(h, waiting.caseId());
    }

    /** The step may have become impossible since it was proposed; then it is refused as if proposed now. */
    @Override
    public void apply(Handle h, Approval approved) {
        var row = store.lock(h, approved.caseId()).orElseThrow(ReconsiderationRegister::notFound);
        var step = StepLog.parse(approved.body(), ReconsiderationStep.class);
        keep(h, after(h, row, store.steps.readSealed(h, row.id()), step, approved.proposedBy()));
    }

    /** A case and the step that has brought it there. */
    private record Changed(ReconsiderationRow row, RecordedStep<ReconsiderationStep> step) {}

    private Changed after(
            Handle h,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> history,
            ReconsiderationStep step,
            String by) {
        var next = new RecordedStep<>(history.size() + 1, step, clock.instant(), by);
        var longer = new ArrayList<>(history);
        longer.add(next);
        var folded = fold(h, row, longer, row.version() + 1, row.importHash());
        fitsCalendar(h, history, longer);
        return new Changed(folded, next);
    }

    private ReconsiderationRow keep(Handle h, Changed changed) {
        var row = changed.row();
        store.steps.append(h, row.id(), List.of(changed.step()));
        updateAll(h, List.of(row));
        outbox.append(h, row.event());
        return row;
    }

    void updateAll(Handle h, List<ReconsiderationRow> rows) {
        store.updateAll(h, rows);
        approvals.overtake(
                h,
                rows.stream()
                        .filter(row -> row.status() == ReconsiderationStatus.CONCLUDED)
                        .map(ReconsiderationRow::id)
                        .toList());
    }

    /** Refuses steps that the calendar and today do not allow after those before them. */
    void fitsCalendar(
            Handle h, List<RecordedStep<ReconsiderationStep>> before, List<RecordedStep<ReconsiderationStep>> after) {
        CalendarRules.check(before, after, calendars.calendar(h), LocalDate.now(clock));
    }

    ReconsiderationRow fold(
            Handle h,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> history,
            long version,
            String hash) {
        return fold(calendars.calendar(h), row, history, version, hash);
    }

    ReconsiderationRow fold(
            WorkingCalendar calendar,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> history,
            long version,
            String hash) {
        var file = ReconsiderationFile.fold(history);
        var clockwork = new ReconsiderationDeadlines(file, calendar, LocalDate.now(clock));
        return row.folded(file, clockwork, version, clock.instant(), hash);
    }

    /** With the proof day by day. */
    List<Deadline> proven(Handle h, List<Deadline> clocks) {
        var calendar = calendars.calendar(h);
        var today = LocalDate.now(clock);
        return clocks.stream().map(c -> c.proven(calendar, today)).toList();
    }

    Standing standing(Handle h, UUID id) {
        var file = ReconsiderationFile.fold(store.steps.readSealed(h, id));
        // the one text that is shown of it
        file.application = file.application.withReason(
                reason -> SealedText.openText(h.getConfig(), SealedText.ofCase(id), reason));
        return Standing.of(file, calendars.calendar(h), LocalDate.now(clock));
    }

    /** By what the agency register knows today. */
    Jurisdiction jurisdiction(Handle h, ReconsiderationRow row) {
        var respondent = agencies.find(h, row.respondentCode()).orElseThrow(ReconsiderationRegister::notFound);
        return JurisdictionRules.of(respondent, row.regionCode(), row.lawVersion(), row.actType());
    }

    ReconsiderationRow require(Handle h, UUID id, Caller caller) {
        return store.find(h, id).filter(row -> mayRead(row, caller)).orElseThrow(ReconsiderationRegister::notFound);
    }

    RecordedStep<ReconsiderationStep> recorded(int sequence, ReconsiderationStep step, Caller caller) {
        return new RecordedStep<>(sequence, step, clock.instant(), caller.subject());
    }

    /** A ground for the simplified procedure that what was registered contradicts. */
    private static void fits(ReconsiderationRow row, ReconsiderationStep step) {
        var ground = step.simplifiedGround();
        Demand.valid(
                ground == null || ground.fits(row.actType(), row.amountInDispute()),
                "simplifiedGround",
                "与登记的行为种类或者金额不符（第五十三条）",
                "Does not fit the act or the amount registered (Art. 53)");
    }

    private void notInFuture(ReconsiderationStep step) {
        Registration.notInFuture("on", step.on(), LocalDate.now(clock));
        if (step.replacement() != null) notInFuture(step.replacement());
    }

    /** A liaison sees the cases of its own agency, everyone else those of the region. */
    static boolean mayRead(ReconsiderationRow row, Caller caller) {
        return caller.scope().covers(row.regionCode())
                && !row.handling().bars(caller)
                && (seesRegion(caller)
                        || caller.agency().filter(row.respondentCode()::equals).isPresent());
    }

    static boolean seesRegion(Caller caller) {
        return caller.has(Roles.CASE_OFFICER) || caller.has(Roles.APPROVER) || caller.has(Roles.COORDINATOR);
    }

    private static void mayRecord(ReconsiderationStep step, Caller caller) {
        if (caller.has(Roles.CASE_OFFICER)) return;
        if (caller.has(Roles.AGENCY_LIAISON) && step.type() == ReconsiderationStepType.REPLY_RECEIVED) return;
        throw new ProblemException(GeneralProblem.FORBIDDEN);
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

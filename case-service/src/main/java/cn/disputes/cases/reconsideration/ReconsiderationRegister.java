package cn.disputes.cases.reconsideration;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
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
class ReconsiderationRegister {
    private final ReconsiderationStore store;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final Clock clock;

    ReconsiderationRegister(
            ReconsiderationStore store, AgencyStore agencies, CalendarStore calendars, Outbox outbox, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    ReconsiderationRow register(Handle h, Registration r, Caller caller) {
        r.check(LocalDate.now(clock));
        caller.requireRegion(r.regionCode());
        var respondent = agencies.require(h, "respondentCode", r.respondentCode());
        var first = ReconsiderationStep.of(ReconsiderationStepType.RECEIVED, r.receivedOn());
        var blank = new ReconsiderationRow(
                Ids.next(),
                null,
                r.regionCode(),
                r.receivedOn(),
                r.channel(),
                r.applicants(),
                r.respondentCode(),
                respondent.name(),
                r.actType(),
                r.domain(),
                r.actDocumentNumber(),
                r.actKnownOn(),
                r.claims(),
                r.amountInDispute(),
                LawVersion.on(r.receivedOn()),
                ReconsiderationStatus.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                clock.instant(),
                null);
        var row = fold(h, blank, List.of(recorded(1, first, caller)), 1, null);
        var number = store.register(h, row, first, caller.subject())
                .orElseThrow(() -> ProblemException.invalid(
                        "regionCode", "该区域没有行政复议机关编号设置", "No authority of this region issues case numbers"));
        return row.numbered(number);
    }

    ReconsiderationRow record(Handle h, UUID id, String ifMatch, ReconsiderationStep step, Caller caller) {
        var row = store.lock(h, id).filter(r -> mayRead(r, caller)).orElseThrow(ReconsiderationRegister::notFound);
        Preconditions.ifMatch(ifMatch, row.version());
        mayRecord(step, caller);
        notInFuture(step);
        if (step.rectifies() && step.step() == null)
            throw ProblemException.invalid("step", "须写明被更正步骤的序号", "Name the sequence of the step to rectify");
        var history = new ArrayList<>(store.steps.read(h, id));
        var next = recorded(history.size() + 1, step, caller);
        history.add(next);
        var changed = fold(h, row, history, row.version() + 1, row.importHash());
        store.steps.append(h, id, List.of(next));
        store.updateAll(h, List.of(changed));
        outbox.append(h, changed.event());
        return changed;
    }

    ReconsiderationRow fold(
            Handle h,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> history,
            long version,
            String hash) {
        var file = ReconsiderationFile.fold(history);
        var clockwork = new ReconsiderationDeadlines(file, calendars.calendar(h), LocalDate.now(clock));
        return row.folded(file, clockwork, version, clock.instant(), hash);
    }

    List<Deadline> deadlines(Handle h, UUID id) {
        return deadlines(h, store.steps.read(h, id));
    }

    /** The clocks of a case just opened: its history is known, so nothing is read while its number is locked. */
    List<Deadline> deadlinesOfNew(Handle h, ReconsiderationRow row, Caller caller) {
        var first = ReconsiderationStep.of(ReconsiderationStepType.RECEIVED, row.receivedOn());
        return deadlines(h, List.of(recorded(1, first, caller)));
    }

    private List<Deadline> deadlines(Handle h, List<RecordedStep<ReconsiderationStep>> history) {
        var file = ReconsiderationFile.fold(history);
        return new ReconsiderationDeadlines(file, calendars.calendar(h), LocalDate.now(clock)).all();
    }

    ReconsiderationRow require(Handle h, UUID id, Caller caller) {
        return store.find(h, id).filter(row -> mayRead(row, caller)).orElseThrow(ReconsiderationRegister::notFound);
    }

    RecordedStep<ReconsiderationStep> recorded(int sequence, ReconsiderationStep step, Caller caller) {
        return new RecordedStep<>(sequence, step, clock.instant(), caller.subject());
    }

    private void notInFuture(ReconsiderationStep step) {
        Registration.notInFuture("on", step.on(), LocalDate.now(clock));
        if (step.replacement() != null) notInFuture(step.replacement());
    }

    /** A liaison sees the cases of its own agency, everyone else those of the region. */
    static boolean mayRead(ReconsiderationRow row, Caller caller) {
        return caller.scope().covers(row.regionCode())
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

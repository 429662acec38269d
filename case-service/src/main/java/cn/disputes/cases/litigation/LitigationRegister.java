package cn.disputes.cases.litigation;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.office.Assignments;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens suits and records what happens to them. */
@ApplicationScoped
class LitigationRegister {
    /** What the agency that is sued files itself. */
    private static final Set<LitigationStepType> FILED_BY_AGENCIES = EnumSet.of(
            LitigationStepType.DEFENCE_FILED,
            LitigationStepType.JURISDICTION_OBJECTED,
            LitigationStepType.EVIDENCE_EXTENSION_REQUESTED,
            LitigationStepType.EVIDENCE_FILED,
            LitigationStepType.HEAD_NAMED,
            LitigationStepType.APPEAL_ANSWERED,
            LitigationStepType.ADVICE_ANSWERED,
            LitigationStepType.RETRIAL_OPINION_FILED);

    private final AuditTrail audit;
    private final LitigationStore store;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final Assignments assignments;
    private final Clock clock;

    LitigationRegister(
            LitigationStore store,
            AgencyStore agencies,
            CalendarStore calendars,
            Outbox outbox,
            Assignments assignments,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.store = store;
        this.agencies = agencies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.assignments = assignments;
        this.clock = clock;
    }

    LitigationRow register(Handle h, Filing f, Caller caller) {
        var number = f.normalNumber();
        var previous = f.normalPrevious();
        FilingRules.previous(number, previous);
        caller.requireRegion(f.regionCode());
        notInFuture("filedOn", f.filedOn());
        for (var i = 0; i < f.plaintiffs().size(); i++) f.plaintiffs().get(i).check("plaintiffs[" + i + "]");
        var defendant = agencies.require(h, "defendantCode", f.defendantCode());
        if (f.actorCode() != null) agencies.require(h, "actorCode", f.actorCode());
        var others = f.coDefendantCodes() == null ? List.<String>of() : f.coDefendantCodes();
        for (var i = 0; i < others.size(); i++) agencies.require(h, "coDefendantCodes[" + i + "]", others.get(i));
        CaseNumbers.claim(h, Set.of(number));
        if (!store.lockByNumber(h, Set.of(number)).isEmpty()) {
            throw new ProblemException(CaseProblem.CASE_NUMBER_TAKEN, number)
                    .field("caseNumber", "案号已登记", "Already registered");
        }
        var first = recorded(1, f.filed(), caller);
        var id = Ids.next();
        var parties = new ArrayList<>(others);
        parties.add(f.defendantCode());
        if (f.actorCode() != null) parties.add(f.actorCode());
        var row = fold(
                h,
                new LitigationRow(
                        id,
                        number,
                        f.court(),
                        f.instance(),
                        f.regionCode(),
                        f.plaintiffs(),
                        f.defendantCode(),
                        defendant.name(),
                        f.actorCode(),
                        others,
                        f.actType(),
                        f.domain(),
                        f.filedOn(),
                        f.reconsiderationCaseNumber(),
                        previous,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        Upcoming.NOTHING,
                        assignments.atRegistration(h, id, f.regionCode(), parties, caller),
                        1,
                        clock.instant(),
                        null),
                List.of(first),
                1,
                null);
        audit.add(h, AuditAction.REGISTERED, row.regionCode(), row.id(), "litigations");
        store.saveAll(h, List.of(row));
        store.steps.append(h, row.id(), List.of(first));
        outbox.append(h, row.event());
        return row;
    }

    LitigationRow record(Handle h, UUID id, String ifMatch, LitigationStep told, Caller caller) {
        var row = store.lock(h, id).filter(r -> mayRead(r, caller)).orElseThrow(LitigationRegister::notFound);
        Preconditions.ifMatch(ifMatch, row.version());
        mayRecord(told, caller);
        var step = OwnSteps.settle(row, told, filing(caller));
        for (var s = step; s != null; s = s.replacement()) {
            notInFuture("on", s.on());
            LongestPeriods.check(s);
        }
        if (step.rectifies() && step.step() == null)
            throw ProblemException.invalid("step", "须写明被更正步骤的序号", "Name the sequence of the step to rectify");
        var history = new ArrayList<>(store.steps.readSealed(h, id));
        var next = recorded(history.size() + 1, step, caller);
        history.add(next);
        var changed = fold(h, row, history, row.version() + 1, row.importHash());
        audit.add(
                h, AuditAction.STEP_RECORDED, row.regionCode(), id, step.type().name());
        store.steps.append(h, id, List.of(next));
        store.saveAll(h, List.of(changed));
        outbox.append(h, changed.event());
        return changed;
    }

    LitigationRow fold(
            Handle h, LitigationRow row, List<RecordedStep<LitigationStep>> history, long version, String hash) {
        return fold(calendars.calendar(h), row, history, version, hash);
    }

    LitigationRow fold(
            WorkingCalendar calendar,
            LitigationRow row,
            List<RecordedStep<LitigationStep>> history,
            long version,
            String hash) {
        var file = LitigationFile.fold(row.instance(), history);
        var deadlines = new LitigationDeadlines(file, calendar, LocalDate.now(clock));
        return row.folded(file, deadlines, version, clock.instant(), hash);
    }

    LitigationRow require(Handle h, UUID id, Caller caller) {
        return store.find(h, id).filter(row -> mayRead(row, caller)).orElseThrow(LitigationRegister::notFound);
    }

    RecordedStep<LitigationStep> recorded(int sequence, LitigationStep step, Caller caller) {
        return new RecordedStep<>(sequence, step, clock.instant(), caller.subject());
    }

    private void notInFuture(String field, LocalDate day) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            throw ProblemException.invalid(field, "不能晚于今天", "Must not be in the future");
        }
    }

    static boolean mayRead(LitigationRow row, Caller caller) {
        return caller.scope().covers(row.regionCode())
                && !row.handling().bars(caller)
                && (seesRegion(caller)
                        || caller.agency()
                                .filter(agency -> concerns(row, agency))
                                .isPresent());
    }

    private static boolean concerns(LitigationRow row, String agency) {
        return agency.equals(row.defendantCode())
                || agency.equals(row.actorCode())
                || row.coDefendantCodes().contains(agency);
    }

    static boolean seesRegion(Caller caller) {
        return caller.has(Roles.CASE_OFFICER) || caller.has(Roles.APPROVER) || caller.has(Roles.COORDINATOR);
    }

    private static void mayRecord(LitigationStep step, Caller caller) {
        if (caller.has(Roles.CASE_OFFICER)) return;
        if (caller.has(Roles.AGENCY_LIAISON) && FILED_BY_AGENCIES.contains(step.type())) return;
        throw new ProblemException(GeneralProblem.FORBIDDEN);
    }

    /** The agency that files for itself; null of an officer. */
    private static String filing(Caller caller) {
        return caller.has(Roles.CASE_OFFICER) ? null : caller.agency().orElse(null);
    }

    private static ProblemException notFound() {
        return new ProblemException(GeneralProblem.NOT_FOUND);
    }
}

package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.History;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.events.LitigationEvent.Hearing;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One instance of a suit as its steps leave it: a pure function of its instance and its history. */
final class LitigationFile {
    final Instance instance;
    LitigationStatus status = LitigationStatus.FILED;
    LocalDate filedOn;
    LitigationStep filing;
    TrialProcedure procedure;
    final Defences defences = new Defences();
    int evidenceDays;
    final List<LitigationStep> notices = new ArrayList<>();
    private LitigationStep announced;
    /** Since the last hearing that was held, a head was named who will attend. */
    boolean headNamed;

    final List<HearingAttendance> attendances = new ArrayList<>();
    final List<Suspension> suspensions = new ArrayList<>();
    final List<Deadline.Excluded> periods = new ArrayList<>();
    int extendedDays;
    LocalDate concludedOn;
    LitigationStep conclusion;
    LitigationOutcome outcome;
    OutcomeGround outcomeGround;
    /** Each party is served by itself. */
    final List<LocalDate> judgmentServedOn = new ArrayList<>(1);

    LocalDate appealedOn;
    LocalDate effectiveOn;
    final List<Advice> advices = new ArrayList<>();
    LocalDate lastOn;
    private final Map<LitigationStepType, LocalDate> days = new EnumMap<>(LitigationStepType.class);

    /** A suspension (中止诉讼); {@code ground} of 解释 Art. 87 where it was stated, {@code to} null while it lasts. */
    record Suspension(LocalDate from, LocalDate to, Integer ground) {
        Deadline.Excluded excluded() {
            return new Deadline.Excluded(
                    from, to, ground == null ? "SUSPENDED" : "SUSPENDED 解释 Art. 87(" + ground + ")");
        }
    }

    /** A court's advice (司法建议); {@code answeredOn} null while it waits. */
    record Advice(AdviceKind kind, LocalDate receivedOn, LocalDate answeredOn) {}

    private LitigationFile(Instance instance) {
        this.instance = instance;
    }

    /** Folds a history; refuses one in which a step may not follow, naming the step unless it is the last recorded. */
    static LitigationFile fold(Instance instance, List<RecordedStep<LitigationStep>> recorded) {
        var file = new LitigationFile(instance);
        var newest = recorded.isEmpty() ? 0 : recorded.get(recorded.size() - 1).sequence();
        for (var step : History.effective(recorded)) {
            try {
                file.take(step.body());
            } catch (ProblemException refused) {
                if (step.sequence() == newest) throw refused;
                throw new ProblemException(
                        CaseProblem.LATER_STEP_ILLEGAL,
                        step.sequence(),
                        step.body().type());
            }
        }
        if (file.filedOn == null && !recorded.isEmpty()) throw unfiled();
        return file;
    }

    private void take(LitigationStep step) {
        if (step.type() == LitigationStepType.FILED && filedOn == null) {
            FilingRules.check(instance, step);
            filedOn = step.on();
            filing = step;
            procedure = step.procedure();
            lastOn = step.on();
            return;
        }
        if (filedOn == null) throw unfiled();
        var next = LitigationState.next(status, step.type()).orElseThrow(() -> illegal(step));
        LitigationRules.check(this, step);
        apply(step);
        days.put(step.type(), step.on());
        status = next;
        lastOn = step.on();
    }

    private static ProblemException unfiled() {
        return ProblemException.invalid("step", "立案这一步不能删除", "The filing itself cannot be struck out");
    }

    private ProblemException illegal(LitigationStep step) {
        var allowed = LitigationState.allowed(status).stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }

    private void apply(LitigationStep step) {
        switch (step.type()) {
            case SERVED -> {
                defences.serve(step.agency(), step.on());
                if (step.procedure() != null) procedure = step.procedure();
            }
            case EVIDENCE_TERM_SET -> evidenceDays = step.days();
            case DEFENCE_FILED -> defences.file(step.agency(), step.on());
            case HEAD_NAMED -> headNamed = true;
            case HEARING_SCHEDULED -> {
                notices.add(step);
                // a later notice takes the place of an earlier one
                if (step.hearingOn() != null) announced = step;
            }
            case HEARING_HELD -> held(step);
            case PROCEDURE_CONVERTED -> procedure = TrialProcedure.ORDINARY;
            case EXCLUDED_PERIOD ->
                periods.add(new Deadline.Excluded(
                        step.from(), ExcludedPeriodRules.until(step), step.period() + " 解释 Art. 50"));
            case SUSPENDED -> suspensions.add(new Suspension(step.on(), null, step.numberedGround()));
            case RESUMED -> resume(step.on());
            case EXTENDED -> extendedDays += step.days();
            case CONCLUDED -> conclude(step);
            case JUDGMENT_SERVED -> judgmentServedOn.add(step.on());
            case APPEALED -> appealedOn = step.on();
            case EFFECTIVE -> effectiveOn = step.on();
            case ADVICE_RECEIVED -> advices.add(new Advice(step.advice(), step.on(), null));
            case ADVICE_ANSWERED -> answered(step.on());
            default -> {
                // its day is all there is to keep
            }
        }
    }

    /** A hearing that was announced for a later day is still to come. */
    private void held(LitigationStep step) {
        attendances.add(step.attendance());
        headNamed = false;
        if (announced != null && !announced.hearingOn().isAfter(step.on())) announced = null;
    }

    /** The notice of the hearing that is to come, or null. */
    LitigationStep comingHearing() {
        return concludedOn == null ? announced : null;
    }

    private void conclude(LitigationStep step) {
        if (suspended() != null) resume(step.on());
        concludedOn = step.on();
        conclusion = step;
        outcome = step.outcome();
        outcomeGround = step.outcomeGround();
    }

    private void resume(LocalDate on) {
        var open = suspensions.remove(suspensions.size() - 1);
        suspensions.add(new Suspension(open.from(), on, open.ground()));
    }

    private void answered(LocalDate on) {
        var oldest = openAdvice();
        advices.set(advices.indexOf(oldest), new Advice(oldest.kind(), oldest.receivedOn(), on));
    }

    /** The oldest advice that waits for its answer, or null. */
    Advice openAdvice() {
        return advices.stream()
                .filter(advice -> advice.answeredOn() == null)
                .findFirst()
                .orElse(null);
    }

    /** The suspension that lasts, or null. */
    Suspension suspended() {
        if (suspensions.isEmpty()) return null;
        var last = suspensions.get(suspensions.size() - 1);
        return last.to() == null ? last : null;
    }

    /** The day a step was last taken, or null. */
    LocalDate dayOf(LitigationStepType type) {
        return days.get(type);
    }

    boolean simplified() {
        return procedure == TrialProcedure.SIMPLIFIED;
    }

    /** A retrial follows the instance as which it is tried (解释 Art. 50, 119); null while that is not known. */
    Instance triedAs() {
        return instance == Instance.RETRIAL ? filing.retriedAs() : instance;
    }

    /**
     * The day of effect to tell of it: as recorded, and of a retrial, whose event does not say as what it was tried, what
     * that instance comes to without a record.
     */
    LocalDate inEffectSince() {
        if (instance != Instance.RETRIAL || triedAs() == null) return effectiveOn;
        return Finality.effectiveOn(triedAs(), outcome, concludedOn, effectiveOn);
    }

    /** The days the judgment or ruling was served, one party after the other; until one is recorded, the day it was given. */
    List<LocalDate> decisionServedOn() {
        return judgmentServedOn.isEmpty() ? List.of(concludedOn) : judgmentServedOn;
    }

    List<Hearing> hearings() {
        return attendances.stream()
                .map(held -> new Hearing(held.on(), held.headAttendance()))
                .toList();
    }

    /** Spans that do not count; the last suspension may still be open. */
    List<Deadline.Excluded> excluded() {
        var all = new ArrayList<>(periods);
        suspensions.forEach(suspension -> all.add(suspension.excluded()));
        return all;
    }
}

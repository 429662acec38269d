package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.History;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.events.LitigationEvent.Hearing;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One instance of a suit as its steps leave it: a pure function of its instance and its history. */
final class LitigationFile {
    final Instance instance;
    LitigationStatus status = LitigationStatus.FILED;
    LocalDate filedOn;
    LocalDate servedOn;
    LocalDate defenceFiledOn;
    final List<Hearing> hearings = new ArrayList<>();
    LocalDate suspendedFrom;
    final List<Deadline.Excluded> suspensions = new ArrayList<>();
    int extendedDays;
    LocalDate concludedOn;
    LitigationOutcome outcome;
    OutcomeGround outcomeGround;
    LocalDate appealedOn;
    LocalDate effectiveOn;
    LocalDate lastOn;

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
        return file;
    }

    private void take(LitigationStep step) {
        if (step.type() == LitigationStepType.FILED && filedOn == null) {
            filedOn = step.on();
            lastOn = step.on();
            return;
        }
        if (filedOn == null)
            throw ProblemException.invalid("step", "立案这一步不能删除", "The filing itself cannot be struck out");
        var next = LitigationState.next(status, step.type()).orElseThrow(() -> illegal(step));
        LitigationRules.check(this, step);
        apply(step);
        status = next;
        lastOn = step.on();
    }

    private ProblemException illegal(LitigationStep step) {
        var allowed = LitigationState.allowed(status).stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }

    private void apply(LitigationStep step) {
        switch (step.type()) {
            case SERVED -> servedOn = step.on();
            case DEFENCE_FILED -> defenceFiledOn = step.on();
            case HEARING_HELD -> hearings.add(new Hearing(step.on(), step.headAttendance()));
            case SUSPENDED -> suspendedFrom = step.on();
            case RESUMED -> resume(step.on());
            case EXTENDED -> extendedDays += step.days();
            case CONCLUDED -> {
                if (suspendedFrom != null) resume(step.on());
                concludedOn = step.on();
                outcome = step.outcome();
                outcomeGround = step.outcomeGround();
            }
            case APPEALED -> appealedOn = step.on();
            case EFFECTIVE -> effectiveOn = step.on();
            default -> {
                // scheduled: recorded, nothing folds from it
            }
        }
    }

    private void resume(LocalDate on) {
        suspensions.add(new Deadline.Excluded(suspendedFrom, on, "SUSPENDED"));
        suspendedFrom = null;
    }

    /** Spans that do not count; the last may still be open. */
    List<Deadline.Excluded> excluded() {
        if (suspendedFrom == null) return List.copyOf(suspensions);
        var all = new ArrayList<>(suspensions);
        all.add(new Deadline.Excluded(suspendedFrom, null, "SUSPENDED"));
        return all;
    }
}

package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.History;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A reconsideration as its steps leave it: a pure function of the history. */
final class ReconsiderationFile {
    /** A suspension (中止); {@code to} is null while it lasts. */
    record Suspension(LocalDate from, LocalDate to, int ground) {}

    LocalDate receivedOn;
    LawVersion lawVersion;
    ReconsiderationStatus status = ReconsiderationStatus.RECEIVED;
    Procedure procedure;
    LocalDate reviewFrom;
    LocalDate correctionRequestedOn;
    LocalDate acceptedOn;
    LocalDate copyServedOn;
    LocalDate repliedOn;
    final List<Suspension> suspensions = new ArrayList<>();
    int extendedDays;
    LocalDate concludedOn;
    ReconsiderationOutcome outcome;
    OutcomeGround outcomeGround;
    LocalDate decisionServedOn;
    LocalDate performedOn;
    LocalDate lastOn;

    private ReconsiderationFile() {}

    /** Folds a history; refuses one in which a step may not follow, naming the step unless it is the last recorded. */
    static ReconsiderationFile fold(List<RecordedStep<ReconsiderationStep>> recorded) {
        var file = new ReconsiderationFile();
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

    private void take(ReconsiderationStep step) {
        if (step.type() == ReconsiderationStepType.RECEIVED && receivedOn == null) {
            receive(step.on());
            return;
        }
        if (receivedOn == null)
            throw ProblemException.invalid("step", "收到申请这一步不能删除", "The receipt itself cannot be struck out");
        var next = ReconsiderationState.next(status, step.type()).orElseThrow(() -> illegal(step));
        ReconsiderationRules.check(this, step);
        apply(step);
        status = next;
        lastOn = step.on();
    }

    private void receive(LocalDate on) {
        receivedOn = on;
        lawVersion = LawVersion.on(on);
        reviewFrom = on;
        lastOn = on;
    }

    private ProblemException illegal(ReconsiderationStep step) {
        var allowed =
                ReconsiderationState.allowed(status).stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }

    private void apply(ReconsiderationStep step) {
        switch (step.type()) {
            case CORRECTION_REQUESTED -> correctionRequestedOn = step.on();
            case CORRECTED -> reviewFrom = step.on();
            case ACCEPTED -> {
                acceptedOn = step.on();
                procedure = step.procedure() == null ? Procedure.ORDINARY : step.procedure();
            }
            case COPY_SERVED -> copyServedOn = step.on();
            case REPLY_RECEIVED -> repliedOn = step.on();
            case SUSPENDED -> suspensions.add(new Suspension(step.on(), null, step.numberedGround()));
            case RESUMED -> endSuspension(step.on());
            case EXTENDED -> extendedDays = step.days();
            case PROCEDURE_CONVERTED -> procedure = Procedure.ORDINARY;
            case DECIDED -> conclude(step.on(), step.outcome());
            case MEDIATED -> conclude(step.on(), ReconsiderationOutcome.MEDIATED);
            case WITHDRAWN -> {
                conclude(step.on(), ReconsiderationOutcome.WITHDRAWN);
                outcomeGround = step.withdrawalGround();
            }
            case TERMINATED -> conclude(step.on(), ReconsiderationOutcome.TERMINATED);
            case REFUSED -> conclude(step.on(), ReconsiderationOutcome.REFUSED);
            case ABANDONED -> conclude(step.on(), ReconsiderationOutcome.ABANDONED);
            case TRANSFERRED -> conclude(step.on(), ReconsiderationOutcome.TRANSFERRED);
            case DECISION_SERVED -> decisionServedOn = step.on();
            case PERFORMED -> performedOn = step.on();
            default -> {
                // heard, consulted, notified: recorded, nothing folds from it yet
            }
        }
    }

    private void conclude(LocalDate on, ReconsiderationOutcome how) {
        if (status == ReconsiderationStatus.SUSPENDED) endSuspension(on);
        concludedOn = on;
        outcome = how;
    }

    private void endSuspension(LocalDate on) {
        var last = suspensions.remove(suspensions.size() - 1);
        suspensions.add(new Suspension(last.from(), on, last.ground()));
    }
}

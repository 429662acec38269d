package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.supervision.SupervisionStep.Type;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;

/** A supervision document as its steps leave it. */
final class SupervisionFile {
    SupervisionStatus status = SupervisionStatus.ISSUED;
    LocalDate issuedOn;
    LocalDate servedOn;
    LocalDate remindedOn;
    int reminders;
    LocalDate reportedOn;
    LocalDate rectifiedOn;
    private LocalDate lastOn;

    static SupervisionFile fold(List<RecordedStep<SupervisionStep>> steps) {
        var file = new SupervisionFile();
        steps.forEach(step -> file.take(step.body()));
        return file;
    }

    private void take(SupervisionStep step) {
        if (step.type() == Type.ISSUED && issuedOn == null) {
            issuedOn = step.on();
            lastOn = step.on();
            return;
        }
        var next = SupervisionState.next(status, step.type()).orElseThrow(() -> illegal(step));
        if (step.on().isBefore(lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + lastOn, "Must not be before the step it follows, " + lastOn);
        }
        lastOn = step.on();
        status = next;
        apply(step);
    }

    private void apply(SupervisionStep step) {
        switch (step.type()) {
            case SERVED -> servedOn = step.on();
            case REMINDED -> {
                remindedOn = step.on();
                reminders++;
            }
            // the first report met the term; later ones only add to it
            case REPORTED -> reportedOn = reportedOn == null ? step.on() : reportedOn;
            case RECTIFIED -> rectifiedOn = step.on();
            default -> throw new IllegalStateException(step.type().name());
        }
    }

    private ProblemException illegal(SupervisionStep step) {
        var allowed = SupervisionState.allowed(status).toString();
        return new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
    }
}

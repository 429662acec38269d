package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.supervision.SupervisionStep.Type;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A supervision document as its steps leave it. */
final class SupervisionFile {
    /** What may follow what. */
    static final Map<SupervisionStatus, Set<Type>> MOVES = Map.of(
            SupervisionStatus.ISSUED, EnumSet.of(Type.REMINDED, Type.REPORTED, Type.RECTIFIED),
            SupervisionStatus.REPORTED, EnumSet.of(Type.REMINDED, Type.RECTIFIED),
            SupervisionStatus.RECTIFIED, EnumSet.noneOf(Type.class));

    SupervisionStatus status = SupervisionStatus.ISSUED;
    LocalDate issuedOn;
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
        if (!MOVES.get(status).contains(step.type())) {
            var allowed = MOVES.get(status).toString();
            throw new ProblemException(CaseProblem.ILLEGAL_MOVE, status, step.type(), allowed)
                    .field("type", "现在可以：" + allowed, "Allowed now: " + allowed);
        }
        if (step.on().isBefore(lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + lastOn, "Must not be before the step it follows, " + lastOn);
        }
        lastOn = step.on();
        if (step.type() == Type.REPORTED) {
            reportedOn = step.on();
            status = SupervisionStatus.REPORTED;
        } else if (step.type() == Type.RECTIFIED) {
            rectifiedOn = step.on();
            status = SupervisionStatus.RECTIFIED;
        }
    }
}

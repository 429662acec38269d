package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.ProblemException;
import java.util.List;
import java.util.TreeMap;

/** What holds of a history after its rectifications: the steps as they should have been, in the order of the record. */
public final class History {
    private History() {}

    public static <B extends StepBody<B>> List<RecordedStep<B>> effective(List<RecordedStep<B>> recorded) {
        if (untouched(recorded)) return recorded;
        var effective = new TreeMap<Integer, RecordedStep<B>>();
        var originals = new TreeMap<Integer, RecordedStep<B>>();
        for (var step : recorded) {
            if (!step.body().rectifies()) {
                effective.put(step.sequence(), step);
                originals.put(step.sequence(), step);
                continue;
            }
            var wrong = originals.get(step.body().step());
            if (wrong == null) throw noSuchStep();
            var right = step.body().replacement();
            if (right == null) effective.remove(wrong.sequence());
            else
                effective.put(
                        wrong.sequence(),
                        new RecordedStep<>(wrong.sequence(), right, step.recordedAt(), step.recordedBy()));
        }
        return List.copyOf(effective.values());
    }

    private static <B extends StepBody<B>> boolean untouched(List<RecordedStep<B>> recorded) {
        for (var step : recorded) if (step.body().rectifies()) return false;
        return true;
    }

    private static ProblemException noSuchStep() {
        return ProblemException.invalid("step", "没有这个序号的步骤可供更正", "There is no step of that sequence to rectify");
    }
}

package cn.disputes.cases.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * What must be recorded so that a history says what a file says now. Nothing is edited: a step that differs is
 * rectified, a step that is missing is appended, a step the file does not speak of stays. What a person recorded,
 * rectified or struck out is known better than the file knows it and stays as it is.
 */
public final class Amendment {
    private Amendment() {}

    /**
     * @param imported sequences of the steps that files brought
     * @param yields whether a recorded step is known better than a wanted one
     * @param rectify makes the RECTIFIED step from a sequence and its replacement
     */
    public static <B extends StepBody<B>> List<B> of(
            List<RecordedStep<B>> recorded,
            Set<Integer> imported,
            List<B> wanted,
            BiFunction<Integer, B, B> rectify,
            BiPredicate<B, B> yields) {
        var amendments = new ArrayList<B>();
        var effective = new ArrayList<>(History.effective(recorded));
        var byHand = byHand(recorded, imported);
        var struckOut = struckOut(recorded, imported);
        for (var step : wanted) {
            var present =
                    effective.stream().filter(e -> e.body().speaksOf(step)).findFirst();
            present.ifPresent(effective::remove);
            if (present.isEmpty()) {
                if (!struckOut.contains(step.type())) amendments.add(step);
                continue;
            }
            var amended = present.get().body().amendedBy(step);
            if (!present.get().body().equals(amended)
                    && !byHand.contains(present.get().sequence())
                    && !yields.test(present.get().body(), step)) {
                amendments.add(rectify.apply(present.get().sequence(), amended));
            }
        }
        return amendments;
    }

    private static <B extends StepBody<B>> Set<Integer> byHand(List<RecordedStep<B>> recorded, Set<Integer> imported) {
        var sequences = new HashSet<Integer>();
        for (var step : recorded) {
            if (imported.contains(step.sequence())) continue;
            sequences.add(step.sequence());
            if (step.body().rectifies()) sequences.add(step.body().step());
        }
        return sequences;
    }

    private static <B extends StepBody<B>> Set<Enum<?>> struckOut(
            List<RecordedStep<B>> recorded, Set<Integer> imported) {
        var types = new HashSet<Enum<?>>();
        for (var step : recorded) {
            if (imported.contains(step.sequence())
                    || !step.body().rectifies()
                    || step.body().replacement() != null) continue;
            recorded.stream()
                    .filter(r -> r.sequence() == step.body().step())
                    .forEach(r -> types.add(r.body().type()));
        }
        return types;
    }
}

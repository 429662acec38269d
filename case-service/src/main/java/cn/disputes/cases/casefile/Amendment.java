package cn.disputes.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What must be recorded so that a history says what a source says now. Nothing is edited: a step that differs is
 * rectified, a step that is missing is appended, a step the source does not speak of stays.
 */
public final class Amendment {
    private Amendment() {}

    /** @param rectify makes the RECTIFIED step from a sequence and its replacement */
    public static <B extends StepBody<B>> List<B> of(
            List<RecordedStep<B>> recorded, List<B> wanted, BiFunction<Integer, B, B> rectify) {
        var amendments = new ArrayList<B>();
        var effective = new ArrayList<>(History.effective(recorded));
        for (var step : wanted) {
            var present = effective.stream()
                    .filter(e -> e.body().type() == step.type())
                    .findFirst();
            present.ifPresent(effective::remove);
            if (present.isEmpty()) {
                amendments.add(step);
                continue;
            }
            var amended = present.get().body().amendedBy(step);
            if (!present.get().body().equals(amended))
                amendments.add(rectify.apply(present.get().sequence(), amended));
        }
        return amendments;
    }
}

package cn.disputes.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;

/** The smallest step there can be, for tests of what holds of any history. */
record Stroke(Kind type, LocalDate on, String says, Integer step, Stroke replacement) implements StepBody<Stroke> {
    enum Kind {
        OPENED,
        MOVED,
        RECTIFIED
    }

    static Stroke of(Kind kind, String says) {
        return new Stroke(kind, LocalDate.of(2024, 3, 1), says, null, null);
    }

    static Stroke rectified(int step, Stroke replacement) {
        return new Stroke(Kind.RECTIFIED, LocalDate.of(2024, 3, 5), null, step, replacement);
    }

    RecordedStep<Stroke> at(int sequence) {
        return new RecordedStep<>(sequence, this, Instant.EPOCH.plusSeconds(sequence), "合成" + sequence);
    }
}

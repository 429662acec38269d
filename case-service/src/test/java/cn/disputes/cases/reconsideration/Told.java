package cn.disputes.cases.reconsideration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A history told in one line, for tests. */
final class Told {
    static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private Told() {}

    static ReconsiderationStepBuilder with(ReconsiderationStepType type, String on) {
        return ReconsiderationStep.with(type, LocalDate.parse(on));
    }

    static ReconsiderationStep step(ReconsiderationStepType type, String on) {
        return ReconsiderationStep.of(type, LocalDate.parse(on));
    }

    static ReconsiderationStep received(String on) {
        return step(ReconsiderationStepType.RECEIVED, on);
    }

    static ReconsiderationStep accepted(String on, Procedure procedure) {
        return with(ReconsiderationStepType.ACCEPTED, on).procedure(procedure).build();
    }

    static ReconsiderationStep ordinary(String on) {
        return accepted(on, Procedure.ORDINARY);
    }

    static ReconsiderationStep suspended(String on, int ground) {
        return with(ReconsiderationStepType.SUSPENDED, on).ground(ground).build();
    }

    static List<RecordedStep<ReconsiderationStep>> history(ReconsiderationStep... steps) {
        var history = new ArrayList<RecordedStep<ReconsiderationStep>>();
        for (var step : steps) history.add(new RecordedStep<>(history.size() + 1, step, Instant.EPOCH, "officer"));
        return history;
    }

    static ReconsiderationFile fold(ReconsiderationStep... steps) {
        return ReconsiderationFile.fold(history(steps));
    }

    static List<Deadline> clocks(LocalDate today, ReconsiderationStep... steps) {
        return new ReconsiderationDeadlines(fold(steps), CALENDAR, today).all();
    }

    static Deadline clock(String code, ReconsiderationStep... steps) {
        return clocks(TODAY, steps).stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(ReconsiderationStep... steps) {
        return clocks(TODAY, steps).stream().map(Deadline::code).toList();
    }

    static void legal(ReconsiderationStep... steps) {
        fold(steps);
    }

    /** The last step is refused at this field, and what went before is not. */
    static void refused(String field, ReconsiderationStep... steps) {
        if (steps.length > 1) fold(Arrays.copyOf(steps, steps.length - 1));
        var refusal = assertThrows(ProblemException.class, () -> fold(steps));
        assertEquals(field, refusal.faults().get(0).field());
    }
}

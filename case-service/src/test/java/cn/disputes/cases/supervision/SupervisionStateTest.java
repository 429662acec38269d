package cn.disputes.cases.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.casefile.Diagram;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.supervision.SupervisionStep.Type;
import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SupervisionStateTest {
    @ParameterizedTest
    @EnumSource(SupervisionStatus.class)
    void everyStatusHasItsMoves(SupervisionStatus status) {
        assertEquals(
                status == SupervisionStatus.RECTIFIED,
                SupervisionState.allowed(status).isEmpty());
        assertFalse(SupervisionState.allowed(status).contains(Type.ISSUED));
    }

    @ParameterizedTest
    @EnumSource(value = Type.class, mode = EnumSource.Mode.EXCLUDE, names = "ISSUED")
    void everyStepMayFollowSomewhere(Type type) {
        assertTrue(Arrays.stream(SupervisionStatus.values())
                .anyMatch(status -> SupervisionState.next(status, type).isPresent()));
    }

    @Test
    void theDiagramInTheDocsIsTheTableInTheCode() throws IOException {
        var drawn = Diagram.draw(SupervisionStatus.values(), Type.values(), SupervisionState::next);
        assertEquals(drawn, Diagram.kept("supervision", drawn));
    }

    private static SupervisionFile fold(String steps) {
        var history = new ArrayList<RecordedStep<SupervisionStep>>();
        for (var step : steps.split(" ")) {
            var parts = step.split(":");
            history.add(new RecordedStep<>(
                    history.size() + 1,
                    new SupervisionStep(Type.valueOf(parts[0]), LocalDate.parse(parts[1]), null),
                    Instant.EPOCH,
                    "甲"));
        }
        return SupervisionFile.fold(history);
    }

    @ParameterizedTest
    @CsvSource({
        // sixty days from the issue; from receipt once it is known; rolled over 1 to 5 May 2025
        "ISSUED:2025-03-03, 2025-03-04, 2025-05-06, 2025-05-02, , false",
        "ISSUED:2025-03-03 SERVED:2025-03-10, 2025-05-10, 2025-05-09, 2025-05-09, , true",
        "ISSUED:2025-03-03 SERVED:2025-03-10 REPORTED:2025-05-09, 2025-06-01, 2025-05-09, 2025-05-09, 2025-05-09, false",
        "ISSUED:2025-03-03 SERVED:2025-03-10 REPORTED:2025-05-12, 2025-06-01, 2025-05-09, 2025-05-09, 2025-05-12, true",
        "ISSUED:2025-03-03 REPORTED:2025-04-01 REMINDED:2025-04-02 REPORTED:2025-06-30, 2025-07-01, 2025-05-06, 2025-05-02, 2025-04-01, false",
        "ISSUED:2025-03-03 RECTIFIED:2025-04-01, 2025-07-01, 2025-05-06, 2025-05-02, 2025-04-01, false"
    })
    void theReportIsDueInSixtyDays(
            String steps, LocalDate today, LocalDate end, LocalDate raw, LocalDate met, boolean breached) {
        var clock = SupervisionDeadlines.report(fold(steps), ShippedCalendar.load(), today);
        assertEquals("OPINION", clock.code());
        assertEquals(List.of(end, raw), List.of(clock.end(), clock.rawEnd()));
        assertEquals(met, clock.metOn());
        assertEquals(breached, clock.breached());
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED:2025-03-03 RECTIFIED:2025-04-01 REMINDED:2025-04-02",
        "ISSUED:2025-03-03 REPORTED:2025-04-01 SERVED:2025-04-02",
        "ISSUED:2025-03-03 ISSUED:2025-03-04",
        "ISSUED:2025-03-03 SERVED:2025-03-02"
    })
    void whatCannotFollowIsRefused(String steps) {
        assertThrows(ProblemException.class, () -> fold(steps));
    }

    @Test
    void remindersAreCounted() {
        var file = fold("ISSUED:2025-03-03 REMINDED:2025-04-01 REMINDED:2025-05-01");
        assertEquals(2, file.reminders);
        assertEquals(LocalDate.of(2025, 5, 1), file.remindedOn);
        assertEquals(SupervisionStatus.ISSUED, file.status);
    }
}

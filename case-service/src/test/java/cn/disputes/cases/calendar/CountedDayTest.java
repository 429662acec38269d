package cn.disputes.cases.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The proof of a term names every day from the trigger to the end and why it counts. */
class CountedDayTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    private static String proof(LocalDate start, Term term, List<Span> excluded) {
        var end = term.from(start, 0, excluded, CALENDAR);
        return CountedDay.prove(start, end, term.unit(), excluded, CALENDAR).stream()
                .map(day -> day.date().getDayOfMonth() + " " + day.reason() + (day.counted() ? " counts" : ""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void workingDaysLeaveOutTheDaysOff() {
        assertEquals(
                """
                19 TRIGGER_DAY
                20 WORKING_DAY counts
                21 WORKING_DAY counts
                22 WORKING_DAY counts
                23 WORKING_DAY counts
                24 DAY_OFF
                25 DAY_OFF
                26 WORKING_DAY counts""",
                proof(LocalDate.of(2024, 2, 19), Term.workingDays(5), List.of()));
    }

    @Test
    void calendarDaysCountDaysOffAndRollFromOneToTheNextWorkingDay() {
        assertEquals(
                """
                20 TRIGGER_DAY
                21 WORKING_DAY counts
                22 WORKING_DAY counts
                23 WORKING_DAY counts
                24 CALENDAR_DAY counts
                25 DAY_OFF
                26 ROLLED_TO""",
                proof(LocalDate.of(2024, 2, 20), Term.days(4), List.of()));
    }

    @Test
    void aSuspensionIsLeftOutFromItsFirstDayToTheDayBeforeItEnds() {
        assertEquals(
                """
                19 TRIGGER_DAY
                20 WORKING_DAY counts
                21 EXCLUDED
                22 EXCLUDED
                23 WORKING_DAY counts
                24 CALENDAR_DAY counts
                25 CALENDAR_DAY counts
                26 WORKING_DAY counts""",
                proof(
                        LocalDate.of(2024, 2, 19),
                        Term.days(5),
                        List.of(new Span(LocalDate.of(2024, 2, 21), LocalDate.of(2024, 2, 23)))));
    }

    @Test
    void everyDaySaysWhyInBothLanguages() {
        var start = LocalDate.of(2024, 2, 20);
        var end = Term.days(4).from(start, CALENDAR);
        for (var day : CountedDay.prove(start, end, Term.Unit.DAYS, List.of(), CALENDAR)) {
            assertFalse(day.zh().isBlank(), day.toString());
            assertFalse(day.en().isBlank(), day.toString());
        }
    }
}

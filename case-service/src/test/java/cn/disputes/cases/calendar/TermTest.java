package cn.disputes.cases.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    @ParameterizedTest
    @CsvSource({
        "2024-02-06, 5, WORKING_DAYS, 2024-02-19, 2024-02-19",
        "2024-02-06, 7, WORKING_DAYS, 2024-02-21, 2024-02-21",
        "2024-02-06, 10, WORKING_DAYS, 2024-02-26, 2024-02-26",
        "2022-01-27, 5, WORKING_DAYS, 2022-02-08, 2022-02-08",
        "2022-09-29, 7, WORKING_DAYS, 2022-10-13, 2022-10-13",
        "2022-09-26, 7, WORKING_DAYS, 2022-10-10, 2022-10-10",
        "2025-01-24, 5, WORKING_DAYS, 2025-02-07, 2025-02-07",
        "2026-02-13, 5, WORKING_DAYS, 2026-02-27, 2026-02-27",
        "2026-09-30, 3, WORKING_DAYS, 2026-10-10, 2026-10-10",
        "2024-09-30, 7, WORKING_DAYS, 2024-10-15, 2024-10-15",
        "2022-09-28, 10, DAYS, 2022-10-08, 2022-10-08",
        "2022-01-25, 10, DAYS, 2022-02-04, 2022-02-07",
        "2022-08-03, 60, DAYS, 2022-10-02, 2022-10-08",
        "2024-08-03, 60, DAYS, 2024-10-02, 2024-10-08",
        "2024-12-03, 60, DAYS, 2025-02-01, 2025-02-05",
        "2025-08-04, 60, DAYS, 2025-10-03, 2025-10-09",
        "2024-01-12, 30, DAYS, 2024-02-11, 2024-02-18",
        "2022-01-20, 15, DAYS, 2022-02-04, 2022-02-07",
        "2022-08-31, 6, MONTHS, 2023-02-28, 2023-02-28",
        "2022-09-20, 15, DAYS, 2022-10-05, 2022-10-08",
    })
    void endsAsTheLawCounts(LocalDate from, int length, Term.Unit unit, LocalDate raw, LocalDate end) {
        var answer = Term.of(length, unit).from(from, CALENDAR);
        assertEquals(raw, answer.rawEnd());
        assertEquals(end, answer.end());
        assertTrue(answer.calendarKnown());
    }

    @Test
    void saysThatAYearWithoutANoticeIsProvisional() {
        assertFalse(Term.days(60).from(LocalDate.of(2026, 12, 1), CALENDAR).calendarKnown());
        assertTrue(Term.days(10).from(LocalDate.of(2026, 12, 1), CALENDAR).calendarKnown());
    }

    @Test
    void countsExtraDaysBeforeRolling() {
        assertEquals(
                LocalDate.of(2024, 5, 20),
                Term.days(60)
                        .from(LocalDate.of(2024, 2, 19), 30, java.util.List.of(), CALENDAR)
                        .end());
    }

    @Property
    void endsOnAWorkingDayAndNeverEarlierForALaterStart(
            @ForAll @IntRange(max = 2500) int day,
            @ForAll @IntRange(min = 1, max = 90) int length,
            @ForAll Term.Unit unit) {
        var start = LocalDate.of(2018, 1, 1).plusDays(day);
        var end = Term.of(length, unit).from(start, CALENDAR).end();
        assertTrue(CALENDAR.isWorkingDay(end));
        assertFalse(
                Term.of(length, unit).from(start.plusDays(1), CALENDAR).end().isBefore(end));
    }
}

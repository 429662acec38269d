package cn.disputes.cases.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        "2022-09-28, 10, WORKING_DAYS, 2022-10-17, 2022-10-17",
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

    /** 2024-02-09 (除夕) and Sunday the 18th were worked, the 10th to the 17th were not. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-21, 5, WORKING_DAYS, 2024-02-08",
        "2024-02-21, 3, WORKING_DAYS, 2024-02-18",
        "2024-02-21, 5, DAYS, 2024-02-16"
    })
    void countsBack(LocalDate event, int length, Term.Unit unit, LocalDate last) {
        var answer = Term.of(length, unit).before(event, CALENDAR);
        assertEquals(last, answer.end());
        assertEquals(last, answer.rawEnd());
        assertTrue(answer.calendarKnown());
        assertFalse(Term.of(length, unit).before(LocalDate.of(2027, 1, 2), CALENDAR).calendarKnown());
    }

    private static List<String> proof(LocalDate start, TermEnd end, Term.Unit unit, List<Span> excluded) {
        return CountedDay.prove(start, end, unit, excluded, CALENDAR).stream()
                .map(day -> day.date().getDayOfMonth() + (day.counted() ? "+" : "-") + day.reason())
                .toList();
    }

    @Test
    void provesBackwardsToo() {
        var event = LocalDate.of(2024, 2, 19);
        assertEquals(
                List.of("19-TRIGGER_DAY", "18+WORKING_DAY", "17-DAY_OFF", "16-DAY_OFF"),
                proof(event, new TermEnd(event.minusDays(3), event.minusDays(3), true), Term.Unit.WORKING_DAYS, List.of()));
        assertEquals(
                List.of("19-TRIGGER_DAY", "18+WORKING_DAY", "17+CALENDAR_DAY"),
                proof(event, Term.days(2).before(event, CALENDAR), Term.Unit.DAYS, List.of()));
    }

    @Test
    void provesDayByDay() {
        var start = LocalDate.of(2024, 2, 8);
        assertEquals(
                List.of("8-TRIGGER_DAY", "9+WORKING_DAY", "10-DAY_OFF"),
                proof(start, new TermEnd(start.plusDays(2), start.plusDays(2), true), Term.Unit.WORKING_DAYS, List.of()));
        var excluded = List.of(new Span(start.plusDays(1), start.plusDays(3)));
        assertEquals(
                List.of("8-TRIGGER_DAY", "9-EXCLUDED", "10-EXCLUDED", "11+CALENDAR_DAY", "12-DAY_OFF", "13-DAY_OFF",
                        "14-DAY_OFF", "15-DAY_OFF", "16-DAY_OFF", "17-DAY_OFF", "18-ROLLED_TO"),
                proof(start, Term.days(1).from(start, 0, excluded, CALENDAR), Term.Unit.DAYS, excluded));
    }

    @Test
    void aCalendarWithoutNoticesKnowsOnlyTheWeek() {
        var bare = new ExceptionCalendar(Map.of(), Set.of());
        for (var day = LocalDate.of(1969, 12, 22); day.isBefore(LocalDate.of(1970, 1, 15)); day = day.plusDays(1)) {
            assertEquals(day.getDayOfWeek().getValue() < 6, bare.isWorkingDay(day), day.toString());
        }
        assertFalse(bare.known(2024));
        var one = new ExceptionCalendar(Map.of(LocalDate.of(2024, 2, 18), true), Set.of(2024));
        assertTrue(one.isWorkingDay(LocalDate.of(2024, 2, 18)));
        assertFalse(one.isWorkingDay(LocalDate.of(2024, 2, 17)));
        assertTrue(one.isWorkingDay(LocalDate.of(2024, 2, 19)));
        assertTrue(one.known(2024));
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

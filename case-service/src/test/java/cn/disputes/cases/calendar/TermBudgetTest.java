package cn.disputes.cases.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The edges of a budget of days: what an extension adds, what a suspension gives back and when it no longer does. */
class TermBudgetTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static TermEnd suspended(String from, String until) {
        return Term.days(15).from(day("2024-05-06"), 0, List.of(new Span(day(from), day(until))), CALENDAR);
    }

    /** Fifteen days from 6 May 2024 end on the 21st; the 18th is a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-10, 2024-05-15, 2024-05-26, 2024-05-27",
        "2024-05-21, 2024-05-24, 2024-05-24, 2024-05-24",
        "2024-05-22, 2024-05-30, 2024-05-21, 2024-05-21",
        "2024-05-10, 2024-05-10, 2024-05-21, 2024-05-21",
        "2024-05-10, 2024-05-08, 2024-05-21, 2024-05-21"
    })
    void aSuspensionGivesItsDaysBackUnlessTheTermHasRunOut(String from, String until, String raw, String end) {
        assertEquals(new TermEnd(day(raw), day(end), true), suspended(from, until));
    }

    /**
     * Twelve days from 6 May 2024 are counted on Saturday the 18th and end on Monday the 20th. A suspension until then
     * leaves that last day to be had: the first working day from its end.
     */
    @ParameterizedTest
    @CsvSource({
        "2024-05-18, 2024-05-22, 2024-05-22, 2024-05-22",
        "2024-05-19, 2024-05-20, 2024-05-18, 2024-05-20",
        "2024-05-19, 2024-05-22, 2024-05-18, 2024-05-22",
        "2024-05-20, 2024-05-22, 2024-05-18, 2024-05-22",
        "2024-05-20, 2024-05-25, 2024-05-18, 2024-05-27",
        "2024-05-21, 2024-05-25, 2024-05-18, 2024-05-20",
        "2024-05-20, 2024-05-20, 2024-05-18, 2024-05-20"
    })
    void aTermLivesUntilItIsRolled(String from, String until, String raw, String end) {
        var spans = List.of(new Span(day(from), day(until)));
        assertEquals(new TermEnd(day(raw), day(end), true), Term.days(12).from(day("2024-05-06"), 0, spans, CALENDAR));
    }

    /** Sixty days and an extension end on a Sunday; sixty days end within the holidays of October. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-19, 30, 2024-05-20, 2024-06-19, 2024-06-19",
        "2024-08-03, 0, 2024-10-08, 2024-12-09, 2024-12-09"
    })
    void aSuspensionOnTheVeryLastDayLeavesThatDay(String start, int extended, String from, String until, String end) {
        var spans = List.of(new Span(day(from), day(until)));
        assertEquals(
                day(end),
                Term.days(60).from(day(start), extended, spans, CALENDAR).end());
    }

    /** Two of them one after the other, and two that share days. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-22, 2024-05-24, 2024-05-24",
        "2024-05-20, 2024-05-24, 2024-05-24",
        "2024-05-23, 2024-05-24, 2024-05-22"
    })
    void theLastDayIsKeptForTheNextSuspensionToo(String from, String until, String end) {
        var spans = List.of(new Span(day("2024-05-20"), day("2024-05-22")), new Span(day(from), day(until)));
        assertEquals(
                day(end),
                Term.days(12).from(day("2024-05-06"), 0, spans, CALENDAR).end());
    }

    @Test
    void theProofSaysWhyTheLastDayLiesLater() {
        var spans = List.of(new Span(day("2024-05-20"), day("2024-05-22")));
        var end = Term.days(12).from(day("2024-05-06"), 0, spans, CALENDAR);
        var proof = CountedDay.prove(day("2024-05-06"), end, Term.Unit.DAYS, spans, CALENDAR);
        assertEquals(12, proof.stream().filter(CountedDay::counted).count());
        assertEquals(
                List.of("DAY_OFF", "EXCLUDED", "EXCLUDED", "ROLLED_TO"),
                proof.stream()
                        .filter(counted -> counted.date().isAfter(day("2024-05-18")))
                        .map(counted -> counted.reason().name())
                        .toList());
    }

    @Test
    void spansCountTheirDays() {
        assertEquals(5, new Span(day("2024-05-10"), day("2024-05-15")).days());
        assertEquals(0, new Span(day("2024-05-10"), day("2024-05-08")).days());
        var span = new Span(day("2024-05-10"), day("2024-05-12"));
        assertFalse(span.covers(day("2024-05-09")));
        assertTrue(span.covers(day("2024-05-10")));
        assertTrue(span.covers(day("2024-05-11")));
        assertFalse(span.covers(day("2024-05-12")));
    }

    @ParameterizedTest
    @EnumSource(Term.Unit.class)
    void hasAtLeastOneUnit(Term.Unit unit) {
        assertThrows(IllegalArgumentException.class, () -> Term.of(0, unit));
        assertEquals(1, Term.of(1, unit).length());
        assertEquals(unit, Term.of(1, unit).unit());
    }

    @Test
    void everyYearItTouchesMustBeKnown() {
        var early = Term.days(5).from(day("1999-12-30"), CALENDAR);
        assertFalse(early.calendarKnown());
        assertFalse(Term.days(5).from(day("2026-12-28"), CALENDAR).calendarKnown());
        assertTrue(Term.days(5).from(day("2024-12-28"), CALENDAR).calendarKnown());
        assertEquals(Term.Unit.MONTHS, Term.months(6).unit());
    }

    @Test
    void anExceptionWinsOverTheWeek() {
        assertTrue(CALENDAR.isWorkingDay(day("2024-02-04")), "a Sunday worked for the spring festival");
        assertFalse(CALENDAR.isWorkingDay(day("2024-02-12")), "a Monday of the spring festival");
        assertFalse(CALENDAR.isWorkingDay(day("2024-03-02")), "a Saturday");
        assertFalse(CALENDAR.isWorkingDay(day("2024-03-03")), "a Sunday");
        assertTrue(CALENDAR.isWorkingDay(day("2024-03-04")), "a Monday");
        assertTrue(CALENDAR.known(2024));
        assertFalse(CALENDAR.known(2027));
    }
}

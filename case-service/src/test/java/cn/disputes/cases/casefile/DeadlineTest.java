package cn.disputes.cases.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.CountedDay;
import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final ClockRule RULE = new ClockRule("DECIDE", "规则", "rule", "Art. 62", Term.days(15));
    /** Fifteen days from it end on Tuesday 21 May. */
    private static final LocalDate START = LocalDate.of(2024, 5, 6);

    private static final LocalDate END = LocalDate.of(2024, 5, 21);

    private static Deadline open(LocalDate today) {
        return Deadline.of(RULE, START, null, CALENDAR, today);
    }

    @Test
    void saysWhereItComesFrom() {
        var clock = open(START);
        assertEquals("DECIDE", clock.code());
        assertEquals("Art. 62", clock.article());
        assertEquals(new Deadline.Rule("规则", "rule"), clock.rule());
        assertEquals(15, clock.length());
        assertEquals(Term.Unit.DAYS, clock.unit());
        assertEquals(START, clock.startsOn());
        assertEquals(END, clock.rawEnd());
        assertEquals(END, clock.end());
        assertTrue(clock.calendarKnown());
        assertNull(clock.days());
    }

    @Test
    void isInTimeOnItsLastDayAndBreachedOnTheNext() {
        assertFalse(open(END).breached());
        assertNull(open(END).breachedSince());
        assertEquals(0, open(END).daysLeft());
        var late = open(END.plusDays(3));
        assertTrue(late.breached());
        assertEquals(END.plusDays(1), late.breachedSince());
        assertEquals(-3, late.daysLeft());
    }

    @Test
    void whatIsMetHasNoDaysLeftAndIsJudgedByTheDayItWasMet() {
        var inTime = Deadline.of(RULE, START, END, CALENDAR, END.plusDays(30));
        assertFalse(inTime.breached());
        assertNull(inTime.daysLeft());
        assertEquals(END, inTime.metOn());
        var late = Deadline.of(RULE, START, END.plusDays(1), CALENDAR, END.plusDays(30));
        assertTrue(late.breached());
        assertEquals(END.plusDays(1), late.breachedSince());
    }

    @Test
    void aRightLapsesWithoutABreach() {
        var unused = Deadline.ofRight(RULE, START, null, CALENDAR, END.plusDays(9));
        assertFalse(unused.breached());
        assertEquals(0, unused.daysLeft());
        assertEquals(
                5,
                Deadline.ofRight(RULE, START, null, CALENDAR, END.minusDays(5)).daysLeft());
        var late = Deadline.ofRight(RULE, START, END.plusDays(2), CALENDAR, END.plusDays(9));
        assertTrue(late.breached());
    }

    @Test
    void aSuspensionThatLastsTakesOutTheDaysUntilToday() {
        var lasting = List.of(new Deadline.Excluded(START.plusDays(4), null, "SUSPENDED"));
        assertEquals(END, suspended(lasting, START.plusDays(4)).rawEnd());
        assertEquals(END.plusDays(6), suspended(lasting, START.plusDays(10)).rawEnd());
        assertEquals(END, suspended(lasting, START).rawEnd(), "one that lies ahead takes nothing out yet");
        var over = List.of(new Deadline.Excluded(START.plusDays(4), START.plusDays(6), "SUSPENDED"));
        assertEquals(END.plusDays(2), suspended(over, START.plusDays(10)).rawEnd());
        assertEquals(over, suspended(over, START).excluded());
    }

    private static Deadline suspended(List<Deadline.Excluded> spans, LocalDate today) {
        return Deadline.of(RULE, START, spans, 0, null, CALENDAR, today);
    }

    @Test
    void anExtensionIsShownAndCounted() {
        var extended = Deadline.of(RULE, START, List.of(), 10, null, CALENDAR, START);
        assertEquals(10, extended.extendedDays());
        assertEquals(END.plusDays(10), extended.rawEnd());
    }

    @Test
    void provesItselfAndStaysTheSame() {
        var clock = suspended(List.of(new Deadline.Excluded(START.plusDays(4), null, "SUSPENDED")), START.plusDays(6));
        var proven = clock.proven(CALENDAR, START.plusDays(6));
        assertEquals(15, proven.days().stream().filter(CountedDay::counted).count());
        assertEquals(2, excluded(proven));
        assertEquals(clock.rawEnd(), proven.rawEnd());
        assertEquals(clock.daysLeft(), proven.daysLeft());
        assertEquals(clock.excluded(), proven.excluded());
        assertEquals(2, excluded(clock.proven(CALENDAR, START.plusDays(6))));
    }

    private static long excluded(Deadline proven) {
        return proven.days().stream()
                .filter(day -> day.reason() == CountedDay.Reason.EXCLUDED)
                .count();
    }
}

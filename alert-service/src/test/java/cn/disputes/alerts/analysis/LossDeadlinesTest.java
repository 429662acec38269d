package cn.disputes.alerts.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.analysis.LossDeadlines.Rung;
import cn.disputes.alerts.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossDeadlinesTest {
    private static final WorkingDays CALENDAR = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({
        // plain weeks
        "2026-03-02, 2026-03-02, 2026-03-16",
        // known later than it took effect
        "2026-03-02, 2026-03-09, 2026-03-23",
        // known beforehand
        "2026-03-09, 2026-03-02, 2026-03-23",
        // over the Spring Festival with its make-up days, the 14th and the 28th of February
        "2026-02-11, 2026-02-11, 2026-03-03",
        // over the National Day, with the make-up days 28 September and 11 October
        "2025-09-26, 2025-09-26, 2025-10-16"
    })
    void isDueTenWorkingDaysFromTheLaterOfEffectAndKnowledge(LocalDate effective, LocalDate known, LocalDate due) {
        assertEquals(due, LossDeadlines.clock(effective, known, CALENDAR).dueOn());
    }

    @Test
    void saysWhenAYearsHolidaysAreNotKnown() {
        var day = LocalDate.parse("2026-12-28");
        assertFalse(LossDeadlines.clock(day, day, CALENDAR).calendarKnown());
        assertTrue(LossDeadlines.clock(day.minusDays(40), day.minusDays(40), CALENDAR)
                .calendarKnown());
    }

    @ParameterizedTest
    @CsvSource({"LOSS_REMINDER, 2026-03-11", "LOSS_OVERDUE, 2026-03-17", "LOSS_CRITICISM, 2026-03-30"})
    void remindsBeforeAndSaysSoAfter(Rung rung, LocalDate fires) {
        assertEquals(fires, LossDeadlines.firesOn(rung, LocalDate.parse("2026-03-16"), CALENDAR));
    }

    /** Whatever days one looks on, each rung comes once, in order, and none before its day. */
    @Property(tries = 200)
    void everyRhythmGivesEachRungOnce(@ForAll List<@IntRange(min = 0, max = 60) Integer> looks) {
        var due = LocalDate.parse("2026-03-16");
        var fired = EnumSet.noneOf(Rung.class);
        for (var look : looks.stream().sorted().toList()) {
            var today = due.minusDays(20).plusDays(look);
            for (var rung : LossDeadlines.due(due, fired, CALENDAR, today)) {
                assertTrue(fired.add(rung));
                assertFalse(LossDeadlines.firesOn(rung, due, CALENDAR).isAfter(today));
            }
            LossDeadlines.next(due, fired, CALENDAR).ifPresent(next -> assertTrue(next.isAfter(today)));
        }
        LossDeadlines.due(due, fired, CALENDAR, due.plusDays(60)).forEach(fired::add);
        assertEquals(EnumSet.allOf(Rung.class), fired);
    }
}

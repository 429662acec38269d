package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.WorkingCalendar;
import java.time.LocalDate;

/**
 * On which day of a clock a warning falls due.
 *
 * @param days how many days; 0 with AT_START
 */
public record Trigger(Basis basis, int days) {
    /** What the days are counted from, and in which days. */
    public enum Basis {
        /** The day the clock starts: service, summons. */
        AT_START,
        /** Working days before the last day. */
        WORKING_DAYS_BEFORE,
        /** Calendar days before the last day as counted, before it is rolled to a working day: rather early than late. */
        DAYS_BEFORE,
        /** Calendar days after the last day has passed unused. */
        DAYS_AFTER,
        /** Calendar days for which the case has been suspended. */
        DAYS_SUSPENDED
    }

    /** Null where the clock has no such day. */
    LocalDate day(WatchedClock clock, WorkingCalendar calendar) {
        return switch (basis) {
            case AT_START -> clock.startsOn();
            case WORKING_DAYS_BEFORE -> workingDaysBefore(clock.end(), calendar);
            case DAYS_BEFORE -> clock.rawEnd().minusDays(days);
            case DAYS_AFTER -> clock.end().plusDays(days);
            case DAYS_SUSPENDED ->
                clock.suspendedSince() == null ? null : clock.suspendedSince().plusDays(days);
        };
    }

    private LocalDate workingDaysBefore(LocalDate end, WorkingCalendar calendar) {
        var day = end;
        for (var counted = 0; counted < days; ) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)) counted++;
        }
        return day;
    }
}

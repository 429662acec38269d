package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.WorkingCalendar;
import java.time.LocalDate;

/** When the sweep has to look at a case that has just been opened. */
public final class FirstLook {
    private FirstLook() {}

    /** Today when something is to be warned of already; null when its clocks have nothing to say. */
    public static LocalDate on(WatchedCase file, WorkingCalendar calendar, LocalDate today) {
        return WarningRules.standing(file, calendar, today).isEmpty()
                ? WarningRules.nextLook(file, calendar, today).orElse(null)
                : today;
    }
}

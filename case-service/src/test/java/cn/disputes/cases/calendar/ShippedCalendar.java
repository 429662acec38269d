package cn.disputes.cases.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The calendar the product ships with, for tests of dates. */
public final class ShippedCalendar {
    private ShippedCalendar() {}

    public static WorkingCalendar load() {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        CalendarStore.shipped().values().forEach(worked::putAll);
        return new ExceptionCalendar(worked, CalendarStore.shipped().keySet());
    }
}

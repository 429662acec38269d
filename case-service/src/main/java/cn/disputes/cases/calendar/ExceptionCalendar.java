package cn.disputes.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Weekends off, everything else worked, except the days a notice names. */
record ExceptionCalendar(Map<LocalDate, Boolean> worked, Set<Integer> years) implements WorkingCalendar {
    @Override
    public boolean isWorkingDay(LocalDate day) {
        var exception = worked.get(day);
        if (exception != null) return exception;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean known(int year) {
        return years.contains(year);
    }
}

package cn.disputes.cases.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/** Weekends off, everything else worked, except the days a notice names. */
final class ExceptionCalendar implements WorkingCalendar {

    private final Set<Integer> years;
    private final long first;
    private final long last;

    /** One bit per day from the first exception to the last: a term looks at every day it counts. */
    private final BitSet worked = new BitSet();

    ExceptionCalendar(Map<LocalDate, Boolean> exceptions, Set<Integer> years) {
        this.years = Set.copyOf(years);
        var days = exceptions.keySet().stream().mapToLong(LocalDate::toEpochDay).summaryStatistics();
        first = days.getCount() == 0 ? 0 : days.getMin();
        last = days.getCount() == 0 ? -1 : days.getMax();
        for (var day = first; day <= last; day++) worked.set((int) (day - first), weekday(day));
        exceptions.forEach((day, works) -> worked.set((int) (day.toEpochDay() - first), works));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        var epochDay = day.toEpochDay();
        return epochDay < first || epochDay > last ? weekday(epochDay) : worked.get((int) (epochDay - first));
    }

    /** 1970-01-01 was a Thursday. */
    private static boolean weekday(long epochDay) {
        return Math.floorMod(epochDay + 3, 7) < 5;
    }

    @Override
    public boolean known(int year) {
        return years.contains(year);
    }
}

package cn.disputes.alerts.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day at whose end a month's list is fixed: a day of the month, by default the 5th, or the first working day after it
 * (每月5日前定单).
 *
 * @param day 1 to 20, so that no run of holidays carries it into the next month
 */
public record CutOff(int day) {
    public CutOff {
        if (day < 1 || day > 20) throw new IllegalArgumentException("rounds.cutoff-day must be 1 to 20");
    }

    public LocalDate of(YearMonth month, WorkingDays calendar) {
        return calendar.onOrAfter(month.atDay(day));
    }
}

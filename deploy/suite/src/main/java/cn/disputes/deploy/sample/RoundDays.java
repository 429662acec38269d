package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The days on which the monthly rounds (每月交办) are held: by the fifth of each month. */
final class RoundDays {
    static final List<YearMonth> MONTHS = IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(2022, month))
            .toList();

    private RoundDays() {}

    static LocalDate of(YearMonth month) {
        return WorkingDays.onOrAfter(month.atDay(5));
    }

    /** Whether the day falls between this month's round and the next. */
    static boolean between(YearMonth month, LocalDate day) {
        return !day.isBefore(of(month)) && day.isBefore(of(month.plusMonths(1)));
    }
}

package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** When cases come in: working days of a year, so many each month. */
final class Arrivals {
    private Arrivals() {}

    static List<LocalDate> of(int year, List<Integer> perMonth, Lottery lottery) {
        var dates = new ArrayList<LocalDate>();
        for (var month = 1; month <= 12; month++) {
            var days = workingDays(YearMonth.of(year, month));
            for (var i = 0; i < perMonth.get(month - 1); i++) dates.add(lottery.pick(days));
        }
        dates.sort(null);
        return dates;
    }

    private static List<LocalDate> workingDays(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(WorkingDays::is)
                .toList();
    }
}

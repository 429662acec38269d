package cn.disputes.deploy.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** The working days (工作日) of 2021 and 2022: weekends, the announced holidays and the make-up days. */
final class WorkingDays {
    private static final Map<LocalDate, Boolean> EXCEPTIONS = Table.rows("working-day-exceptions.csv").stream()
            .collect(Collectors.toMap(row -> LocalDate.parse(row[0]), row -> row[1].equals("workday")));

    private WorkingDays() {}

    static boolean is(LocalDate day) {
        var announced = EXCEPTIONS.get(day);
        if (announced != null) return announced;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static LocalDate onOrAfter(LocalDate day) {
        return is(day) ? day : onOrAfter(day.plusDays(1));
    }

    static LocalDate onOrBefore(LocalDate day) {
        return is(day) ? day : onOrBefore(day.minusDays(1));
    }

    /** The {@code count}-th working day after {@code day}; {@code day} itself is not counted. */
    static LocalDate after(LocalDate day, int count) {
        var at = day;
        for (var i = 0; i < count; i++) at = onOrAfter(at.plusDays(1));
        return at;
    }
}

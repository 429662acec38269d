package cn.disputes.alerts.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which days are worked (工作日): the week from Monday to Friday, except the public holidays (法定休假日) and make-up working
 * days (调休上班) that the State Council's yearly notice names. A year whose notice is not known is counted by the week
 * alone, and {@link #known} says so: what is counted in it is provisional.
 */
public final class WorkingDays {
    private final Map<LocalDate, Boolean> exceptions;
    private final Set<Integer> years;

    /**
     * What the notices say.
     *
     * @param exceptions the days that differ from the week: true is worked
     * @param years the years whose notice is known, also those that name no day
     */
    public WorkingDays(Map<LocalDate, Boolean> exceptions, Set<Integer> years) {
        this.exceptions = Map.copyOf(exceptions);
        this.years = Set.copyOf(years);
    }

    /** The notices the product ships with, 2018 to 2026: the same file as the register's. */
    public static WorkingDays shipped() {
        return of(shippedYears());
    }

    static WorkingDays of(Map<Integer, Map<LocalDate, Boolean>> years) {
        var days = years.values().stream()
                .flatMap(year -> year.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new WorkingDays(days, years.keySet());
    }

    static Map<Integer, Map<LocalDate, Boolean>> shippedYears() {
        var years = new TreeMap<Integer, Map<LocalDate, Boolean>>();
        try (var in = WorkingDays.class.getResourceAsStream("/working-day-exceptions.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                var day = LocalDate.parse(cells[0]);
                years.computeIfAbsent(day.getYear(), year -> new TreeMap<>()).put(day, cells[1].equals("workday"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return years;
    }

    public boolean isWorkingDay(LocalDate day) {
        var named = exceptions.get(day);
        if (named != null) return named;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after a day, which itself is not counted (起算日不计入); with 0 the day itself. */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) throw new IllegalArgumentException("working days are counted forwards");
        var day = from;
        for (var counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) counted++;
        }
        return day;
    }

    /** The day itself when it is worked, else the first working day after it (顺延). */
    public LocalDate onOrAfter(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) next = next.plusDays(1);
        return next;
    }

    /** Whether the notice of the year is known; without it every answer that touches the year is provisional. */
    public boolean known(int year) {
        return years.contains(year);
    }
}

package cn.disputes.cases.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A statutory term (期间). The day of the trigger is not counted; a term that ends on a day off ends on the first working
 * day after it (Civil Procedure Law Art. 85, applied by Reconsideration Law 2023 Art. 88). "Three, five, seven, ten days"
 * are working days (Art. 88 para 2), every other number is calendar days.
 */
public final class Term {
    /** What a term is counted in. */
    public enum Unit {
        WORKING_DAYS,
        DAYS,
        MONTHS
    }

    private final int length;
    private final Unit unit;

    private Term(int length, Unit unit) {
        if (length < 1) throw new IllegalArgumentException("a term has at least one unit");
        this.length = length;
        this.unit = unit;
    }

    public static Term workingDays(int length) {
        return new Term(length, Unit.WORKING_DAYS);
    }

    public static Term days(int length) {
        return new Term(length, Unit.DAYS);
    }

    public static Term months(int length) {
        return new Term(length, Unit.MONTHS);
    }

    public static Term of(int length, Unit unit) {
        return new Term(length, unit);
    }

    public int length() {
        return length;
    }

    public Unit unit() {
        return unit;
    }

    public TermEnd from(LocalDate start, WorkingCalendar calendar) {
        return from(start, 0, List.of(), calendar);
    }

    /**
     * Counts a budget of days: what an extension adds, and what a suspension takes out of the counting, go onto the raw
     * end, which is rolled once, so that their order does not matter. A suspension that begins when the term has run
     * out gives nothing back. One that begins when all days are counted and the term lives only because its last day was
     * a day off leaves that last day to be had: the first working day when it is over.
     *
     * @param extendedDays calendar days granted
     * @param suspended spans that do not count, in any order
     */
    public TermEnd from(LocalDate start, int extendedDays, List<Span> suspended, WorkingCalendar calendar) {
        var raw = count(start, calendar).plusDays(extendedDays);
        var end = rolled(raw, calendar);
        var until = LocalDate.MIN;
        for (var span : inOrder(suspended)) {
            if (span.from().isAfter(end)) continue;
            // days that two spans share are taken out once
            var taken = span.after(until);
            if (taken.days() == 0) continue;
            if (taken.from().isAfter(raw)) {
                end = rolled(taken.until(), calendar);
            } else {
                raw = raw.plusDays(taken.days());
                end = rolled(raw, calendar);
            }
            until = taken.until();
        }
        return new TermEnd(raw, end, known(start, end, calendar));
    }

    /**
     * Counts back: the last day on which something can still be done when a term must lie between it and an event, the
     * day of the event not counted.
     */
    public TermEnd before(LocalDate event, WorkingCalendar calendar) {
        var day = event;
        for (var counted = 0; counted < length; ) {
            day = day.minusDays(1);
            if (unit != Unit.WORKING_DAYS || calendar.isWorkingDay(day)) counted++;
        }
        return new TermEnd(day, day, known(day, event, calendar));
    }

    private static List<Span> inOrder(List<Span> spans) {
        return spans.size() < 2
                ? spans
                : spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    private static boolean known(LocalDate first, LocalDate last, WorkingCalendar calendar) {
        for (var year = first.getYear(); year <= last.getYear(); year++) if (!calendar.known(year)) return false;
        return true;
    }

    private static LocalDate rolled(LocalDate day, WorkingCalendar calendar) {
        while (!calendar.isWorkingDay(day)) day = day.plusDays(1);
        return day;
    }

    private LocalDate count(LocalDate start, WorkingCalendar calendar) {
        if (unit == Unit.DAYS) return start.plusDays(length);
        // no corresponding day in the last month: its last day
        if (unit == Unit.MONTHS) return start.plusMonths(length);
        var day = start;
        for (var counted = 0; counted < length; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) counted++;
        }
        return day;
    }
}

package cn.disputes.cases.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One day of the proof of a term: whether it counts, and why. */
public record CountedDay(LocalDate date, boolean counted, Reason reason, String zh, String en) {
    /** Why a day counts or does not. */
    public enum Reason {
        TRIGGER_DAY("起算日不计入", "the day of the trigger does not count"),
        WORKING_DAY("工作日", "working day"),
        CALENDAR_DAY("自然日", "calendar day"),
        DAY_OFF("休息日或法定休假日", "day off"),
        EXCLUDED("中止等期间不计入", "suspended or otherwise excluded, does not count"),
        ROLLED_TO("届满日逢休假日，顺延至此", "the last day is a day off, rolled to here");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    private static CountedDay of(LocalDate date, boolean counted, Reason reason) {
        return new CountedDay(date, counted, reason, reason.zh, reason.en);
    }

    /** Every day from the trigger to the end of a term; a term counted back ends before its trigger. */
    public static List<CountedDay> prove(
            LocalDate start, TermEnd end, Term.Unit unit, List<Span> excluded, WorkingCalendar calendar) {
        var days = new ArrayList<CountedDay>();
        days.add(of(start, false, Reason.TRIGGER_DAY));
        for (var day = start.minusDays(1); !day.isBefore(end.end()); day = day.minusDays(1)) {
            var counted = unit != Term.Unit.WORKING_DAYS || calendar.isWorkingDay(day);
            days.add(of(day, counted, counted ? counting(day, calendar) : Reason.DAY_OFF));
        }
        for (var day = start.plusDays(1); !day.isAfter(end.end()); day = day.plusDays(1)) {
            days.add(look(day, end, unit, excluded, calendar));
        }
        return days;
    }

    private static CountedDay look(
            LocalDate day, TermEnd end, Term.Unit unit, List<Span> excluded, WorkingCalendar calendar) {
        var working = calendar.isWorkingDay(day);
        for (var span : excluded) if (span.covers(day)) return of(day, false, Reason.EXCLUDED);
        if (day.isAfter(end.rawEnd())) return of(day, false, working ? Reason.ROLLED_TO : Reason.DAY_OFF);
        if (unit == Term.Unit.WORKING_DAYS && !working) return of(day, false, Reason.DAY_OFF);
        return of(day, true, counting(day, calendar));
    }

    private static Reason counting(LocalDate day, WorkingCalendar calendar) {
        return calendar.isWorkingDay(day) ? Reason.WORKING_DAY : Reason.CALENDAR_DAY;
    }
}

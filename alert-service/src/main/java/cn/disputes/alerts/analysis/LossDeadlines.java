package cn.disputes.alerts.analysis;

import cn.disputes.alerts.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By when a loss is to be analysed, and what follows when it is not (practice of several cities, 败诉十个工作日内报告). */
final class LossDeadlines {
    /** Working days from the day the loss took effect, or became known when that is later. */
    static final int REPORT_WITHIN = 10;

    private static final int REMIND_BEFORE = 3;
    private static final int CRITICISED_AFTER = 10;

    /** What is told, lowest first. */
    enum Rung {
        /** Three working days before the last day. */
        LOSS_REMINDER("败诉分析报告即将到期", "loss analysis due soon"),
        /** The day after the last day. */
        LOSS_OVERDUE("败诉分析报告逾期", "loss analysis overdue"),
        /** Ten working days after the last day: a notice of criticism (通报) is in place. */
        LOSS_CRITICISM("败诉分析报告逾期通报", "loss analysis long overdue");

        final String zh;
        final String en;

        Rung(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /**
     * The clock of one report.
     *
     * @param calendarKnown the holidays of every year counted are known
     */
    record Clock(LocalDate dueOn, boolean calendarKnown) {}

    private LossDeadlines() {}

    static Clock clock(LocalDate effectiveOn, LocalDate knownOn, WorkingDays calendar) {
        var start = effectiveOn.isAfter(knownOn) ? effectiveOn : knownOn;
        var due = calendar.plus(start, REPORT_WITHIN);
        return new Clock(due, calendar.known(start.getYear()) && calendar.known(due.getYear()));
    }

    /** First day on which the rung is told. */
    static LocalDate firesOn(Rung rung, LocalDate dueOn, WorkingDays calendar) {
        return switch (rung) {
            case LOSS_REMINDER -> before(dueOn, REMIND_BEFORE, calendar);
            case LOSS_OVERDUE -> dueOn.plusDays(1);
            case LOSS_CRITICISM -> calendar.plus(dueOn, CRITICISED_AFTER);
        };
    }

    /** The rungs whose day has come and that were not told. */
    static List<Rung> due(LocalDate dueOn, Set<Rung> fired, WorkingDays calendar, LocalDate today) {
        return List.of(Rung.values()).stream()
                .filter(rung -> !fired.contains(rung))
                .filter(rung -> !firesOn(rung, dueOn, calendar).isAfter(today))
                .toList();
    }

    /** The next day on which there is something to tell. */
    static Optional<LocalDate> next(LocalDate dueOn, Set<Rung> fired, WorkingDays calendar) {
        return List.of(Rung.values()).stream()
                .filter(rung -> !fired.contains(rung))
                .map(rung -> firesOn(rung, dueOn, calendar))
                .min(Comparator.naturalOrder());
    }

    private static LocalDate before(LocalDate day, int workingDays, WorkingDays calendar) {
        var earlier = day;
        for (var counted = 0; counted < workingDays; ) {
            earlier = earlier.minusDays(1);
            if (calendar.isWorkingDay(earlier)) counted++;
        }
        return earlier;
    }
}

package cn.disputes.alerts.round;

import cn.disputes.alerts.calendar.CutOff;
import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskProblem;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When a month's list is fixed, and which months are to be run (每月交办). Plain Java: the present day is handed in. */
final class RoundRules {
    private RoundRules() {}

    /**
     * The day at whose end the list of a round that a person runs is fixed. This month's: the cut-off, or the day it is run
     * when that is later. A past month's, run afterwards: its last day, so that it holds whatever was open in it.
     */
    static LocalDate byHand(YearMonth month, LocalDate today, CutOff cutOff, WorkingDays calendar) {
        var present = YearMonth.from(today);
        if (month.isAfter(present)) {
            throw new ProblemException(RiskProblem.MONTH_AHEAD).field("month", "该月尚未开始", "The month has not begun");
        }
        if (month.isBefore(present)) return month.atEndOfMonth();
        var fixed = cutOff.of(month, calendar);
        return fixed.isBefore(today) ? today : fixed;
    }

    /** The first month that runs by itself: the one whose list is not fixed yet on the day automatic rounds begin. */
    static YearMonth firstAutomatic(LocalDate today, CutOff cutOff, WorkingDays calendar) {
        var present = YearMonth.from(today);
        return cutOff.of(present, calendar).isBefore(today) ? present.plusMonths(1) : present;
    }

    /** The months whose cut-off day is over and that have had no round, the earliest first. */
    static List<YearMonth> missed(
            YearMonth first, Collection<YearMonth> run, LocalDate today, CutOff cutOff, WorkingDays calendar) {
        var missed = new ArrayList<YearMonth>();
        for (var month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            if (!run.contains(month) && cutOff.of(month, calendar).isBefore(today)) missed.add(month);
        }
        return missed;
    }

    /**
     * Whether a round run afterwards finds that the case has gone on without it: it has ended, or a later month's order has
     * handed it over. Its order is recorded; whose it is, and by when it is to be resolved, stays.
     */
    static boolean overtaken(RiskCase risk, YearMonth month) {
        return risk.state().closed() || risk.months().stream().anyMatch(month::isBefore);
    }

    /**
     * By when the cases handed over are to be resolved (天台：10日内化解), counted from the cut-off; a round that runs by itself
     * later, after an outage, counts from the day it runs, as nobody can be late for what was not handed over.
     */
    static LocalDate dueOn(LocalDate cutoff, LocalDate handedOver, int days) {
        return (handedOver.isAfter(cutoff) ? handedOver : cutoff).plusDays(days);
    }
}

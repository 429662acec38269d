package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.List;

/** The clocks after the decision: to sue, to make the act anew, to perform (Art. 64, 77; Litigation Law Art. 45). */
final class PerformanceDeadlines {
    private final ReconsiderationFile file;
    private final ReconsiderationTerms terms;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    PerformanceDeadlines(
            ReconsiderationFile file, ReconsiderationTerms terms, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.terms = terms;
        this.calendar = calendar;
        this.today = today;
    }

    void addTo(List<Deadline> clocks) {
        // a mediation statement is final: nobody sues against what all have signed (Art. 73)
        if (file.decisionServedOn != null && file.outcome != ReconsiderationOutcome.MEDIATED) {
            clocks.add(Deadline.ofRight(terms.sue, file.decisionServedOn, null, calendar, today));
        }
        var effective = file.effectiveOn();
        if (effective == null) return;
        var performance = file.performance;
        if (performance.redo) add(terms.redo(performance.redoWithinDays), effective, clocks);
        if (performance.performWithinDays != null) {
            add(terms.perform(performance.performWithinDays), effective, clocks);
        }
        if (performance.orderedOn != null) {
            add(terms.performOrdered(performance.orderedDays), performance.orderedOn, clocks);
        }
    }

    private void add(ClockRule rule, LocalDate start, List<Deadline> clocks) {
        if (rule != null) clocks.add(Deadline.of(rule, start, file.performance.performedOn, calendar, today));
    }
}

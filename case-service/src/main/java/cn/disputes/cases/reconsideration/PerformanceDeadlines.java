package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The clocks after the decision: to sue, to make the act anew, to perform, to have the act enforced (Art. 64, 77, 78;
 * Litigation Law Art. 45, 97).
 */
final class PerformanceDeadlines {
    /** What leaves an act that can be enforced against whoever neither sues nor performs (Art. 78). */
    static final Set<ReconsiderationOutcome> ENFORCEABLE =
            EnumSet.of(ReconsiderationOutcome.UPHELD, ReconsiderationOutcome.CHANGED);

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
            var sue = Deadline.ofRight(terms.sue, file.decisionServedOn, null, calendar, today);
            clocks.add(sue);
            if (ENFORCEABLE.contains(file.outcome) && today.isAfter(sue.end())) clocks.add(enforce(sue.end()));
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

    /**
     * An agency without power to enforce has three months from the end of the time to sue (解释 Art. 156). A suit filed in
     * that time makes it moot; it is registered under a number of its own and not known here. For a mediation statement,
     * against which nobody sues, the text names no beginning, so no clock is shown.
     */
    private Deadline enforce(LocalDate suitTimeEnded) {
        var performance = file.performance;
        var met = performance.enforcementAppliedOn == null ? performance.performedOn : performance.enforcementAppliedOn;
        return Deadline.ofRight(terms.enforce, suitTimeEnded, met, calendar, today);
    }

    private void add(ClockRule rule, LocalDate start, List<Deadline> clocks) {
        if (rule != null) clocks.add(Deadline.of(rule, start, file.performance.performedOn, calendar, today));
    }
}

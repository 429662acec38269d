package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.dispute.Reconsideration;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a suit came in time: after a decision on reconsideration, or one that was owed, the fifteen days and nothing else
 * (行诉法 Art. 45, 解释 Art. 59); without one the time for the act or the inaction itself. And how fast the court took it in.
 */
final class FilingDeadlines {
    /** These end a reconsideration without a decision: the act is sued in its ordinary time (解释 Art. 58). */
    private static final Set<ReconsiderationOutcome> UNDECIDED = EnumSet.of(
            ReconsiderationOutcome.WITHDRAWN,
            ReconsiderationOutcome.TERMINATED,
            ReconsiderationOutcome.ABANDONED,
            ReconsiderationOutcome.TRANSFERRED);

    private final LitigationFile file;
    private final Reconsideration before;
    private final LocalDate ranOutOn;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    /**
     * @param before the reconsideration the suit follows, or null
     * @param ranOutOn when the time for its decision had ended undecided before the suit was filed, or null
     */
    FilingDeadlines(
            LitigationFile file,
            Reconsideration before,
            LocalDate ranOutOn,
            WorkingCalendar calendar,
            LocalDate today) {
        this.file = file;
        this.before = before;
        this.ranOutOn = ranOutOn;
        this.calendar = calendar;
        this.today = today;
    }

    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>();
        var act = file.filing.act();
        if (before != null && !endedUndecided()) afterReconsideration(act, clocks);
        else if (act != null && act.dutyRequestedOn() != null) clocks.add(inaction(act));
        else if (act != null) direct(act, clocks);
        if (file.filing.claimReceivedOn() != null) {
            clocks.add(Deadline.of(
                    LitigationTerms.CASE_ACCEPT, file.filing.claimReceivedOn(), file.filedOn, calendar, today));
        }
        return clocks;
    }

    /** What ended only after the suit was filed was still owed when it was. */
    private boolean endedUndecided() {
        return UNDECIDED.contains(before.outcome())
                && (before.concludedOn() == null || !before.concludedOn().isAfter(file.filedOn));
    }

    private void afterReconsideration(SuedAct act, List<Deadline> clocks) {
        var served = before.decisionServedOn();
        if (served != null && !served.isAfter(file.filedOn)) {
            var termKnown = act == null ? null : act.termKnownOn();
            clocks.add(
                    termKnown == null || !termKnown.isAfter(served)
                            ? right(LitigationTerms.FILE_AFTER_RECON, served)
                            : untold(served, termKnown));
        } else if (ranOutOn != null) {
            clocks.add(right(LitigationTerms.FILE_AFTER_SILENCE, ranOutOn));
        }
    }

    /** The decision did not tell the time for suing (解释 Art. 64 para 2). */
    private Deadline untold(LocalDate served, LocalDate termKnown) {
        var term = right(LitigationTerms.FILE_AFTER_RECON_UNTOLD, termKnown);
        var cap = right(LitigationTerms.FILE_AFTER_RECON_UNTOLD_CAP, served);
        return cap.end().isBefore(term.end()) ? cap : term;
    }

    /** Of several limits the one that ends first decides (Art. 46, 解释 Art. 64). */
    private void direct(SuedAct act, List<Deadline> clocks) {
        var limits = new ArrayList<Deadline>();
        if (act.termKnownOn() != null) {
            limits.add(right(LitigationTerms.FILE_UNTOLD, act.termKnownOn()));
            if (act.knownOn() != null) limits.add(right(LitigationTerms.FILE_UNTOLD_CAP, act.knownOn()));
        } else if (act.knownOn() != null) {
            limits.add(right(LitigationTerms.FILE_DIRECT, act.knownOn()));
        }
        if (act.madeOn() != null) {
            var stop = act.concernsRealEstate() ? LitigationTerms.FILE_STOP_REAL_ESTATE : LitigationTerms.FILE_STOP;
            limits.add(right(stop, act.madeOn()));
        }
        limits.stream().min(Comparator.comparing(Deadline::end)).ifPresent(clocks::add);
    }

    private Deadline inaction(SuedAct act) {
        return right(LitigationTerms.FILE_INACTION, dutyEnd(act));
    }

    /** Whether the agency still had time to perform when the suit was filed (Art. 47). */
    boolean premature() {
        var act = file.filing.act();
        return act != null && act.dutyRequestedOn() != null && !act.wasUrgent() && !file.filedOn.isAfter(dutyEnd(act));
    }

    /** Not rolled: it is the agency's period, and the plaintiff's six months are counted on from it. */
    private LocalDate dutyEnd(SuedAct act) {
        if (act.dutyDueOn() != null) return act.dutyDueOn();
        return LitigationTerms.DUTY_PERIOD
                .term()
                .from(act.dutyRequestedOn(), calendar)
                .rawEnd();
    }

    private Deadline right(ClockRule rule, LocalDate start) {
        return Deadline.ofRight(rule, start, file.filedOn, calendar, today);
    }
}

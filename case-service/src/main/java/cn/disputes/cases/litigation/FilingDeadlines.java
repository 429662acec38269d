package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.dispute.Reconsideration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether a suit came in time, and how fast the court took it in: the clocks before the trial. */
final class FilingDeadlines {
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
        if (before != null) afterReconsideration(clocks);
        var act = file.filing.act();
        if (act != null && act.dutyRequestedOn() != null) clocks.add(inaction(act));
        else if (act != null && before == null) direct(act, clocks);
        if (file.filing.claimReceivedOn() != null) {
            clocks.add(Deadline.of(
                    LitigationTerms.CASE_ACCEPT, file.filing.claimReceivedOn(), file.filedOn, calendar, today));
        }
        return clocks;
    }

    private void afterReconsideration(List<Deadline> clocks) {
        var served = before.decisionServedOn();
        if (served != null && !served.isAfter(file.filedOn)) {
            clocks.add(right(LitigationTerms.FILE_AFTER_RECON, served));
        } else if (ranOutOn != null) {
            clocks.add(right(LitigationTerms.FILE_AFTER_SILENCE, ranOutOn));
        }
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

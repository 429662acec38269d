package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.TermEnd;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** By when: the clocks of one instance of a suit; articles of the Administrative Litigation Law (2017). */
final class LitigationDeadlines {
    private static final Term DEFENCE = Term.days(15);
    private static final Term FIRST = Term.months(6);
    private static final Term SECOND = Term.months(3);
    private static final Term APPEAL_JUDGMENT = Term.days(15);
    private static final Term APPEAL_RULING = Term.days(10);

    /** Ended by a ruling (裁定) that can be appealed within ten days; the others by judgment. */
    private static final Set<LitigationOutcome> RULINGS =
            EnumSet.of(LitigationOutcome.SUIT_DISMISSED, LitigationOutcome.NOT_DOCKETED);

    /** Final at once: no appeal lies. */
    private static final Set<LitigationOutcome> NOT_APPEALABLE = EnumSet.of(
            LitigationOutcome.WITHDRAWN,
            LitigationOutcome.DEEMED_WITHDRAWN,
            LitigationOutcome.MEDIATED,
            LitigationOutcome.TRANSFERRED,
            LitigationOutcome.TERMINATED);

    private final LitigationFile file;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    LitigationDeadlines(LitigationFile file, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.calendar = calendar;
        this.today = today;
    }

    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>();
        if (file.servedOn != null) {
            var met = file.defenceFiledOn == null ? file.concludedOn : file.defenceFiledOn;
            clocks.add(Deadline.of("DEFENCE", "行诉法 Art. 67", file.servedOn, defenceEnd(), met, today));
        }
        if (file.instance != Instance.RETRIAL) {
            var first = file.instance == Instance.FIRST;
            var lost = file.suspendedDays
                    + (file.suspendedFrom == null ? 0 : (int) (today.toEpochDay() - file.suspendedFrom.toEpochDay()));
            var end = (first ? FIRST : SECOND).from(file.filedOn, file.extendedDays + lost, calendar);
            clocks.add(Deadline.of(
                    first ? "FIRST" : "SECOND",
                    first ? "行诉法 Art. 81" : "行诉法 Art. 88",
                    file.filedOn,
                    List.of(),
                    file.extendedDays,
                    end,
                    file.concludedOn,
                    today));
        }
        if (file.concludedOn != null && file.instance == Instance.FIRST && !NOT_APPEALABLE.contains(file.outcome)) {
            var term = RULINGS.contains(file.outcome) ? APPEAL_RULING : APPEAL_JUDGMENT;
            clocks.add(Deadline.of(
                    "APPEAL",
                    "行诉法 Art. 85",
                    file.concludedOn,
                    term.from(file.concludedOn, calendar),
                    file.appealedOn,
                    file.concludedOn));
        }
        return clocks;
    }

    /** Fifteen days from service for defence, evidence and legal basis; what comes later counts as none (Art. 34). */
    TermEnd defenceEnd() {
        return DEFENCE.from(file.servedOn, calendar);
    }
}

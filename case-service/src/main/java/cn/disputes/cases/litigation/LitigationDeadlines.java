package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
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
    /** What comes later than this counts as no evidence (Art. 34). */
    private static final ClockRule DEFENCE = new ClockRule(
            "DEFENCE",
            "收到起诉状副本起十五日内提交答辩状、证据和依据",
            "defence, evidence and legal basis within fifteen days of service",
            "行诉法 Art. 67",
            Term.days(15));

    private static final ClockRule FIRST = new ClockRule(
            "FIRST", "立案之日起六个月内作出第一审判决", "first judgment within six months", "行诉法 Art. 81", Term.months(6));
    private static final ClockRule SECOND = new ClockRule(
            "SECOND", "收到上诉状起三个月内作出终审判决", "final judgment within three months", "行诉法 Art. 88", Term.months(3));
    private static final ClockRule APPEAL_JUDGMENT = new ClockRule(
            "APPEAL", "判决书送达起十五日内上诉", "appeal against a judgment within fifteen days", "行诉法 Art. 85", Term.days(15));
    private static final ClockRule APPEAL_RULING = new ClockRule(
            "APPEAL", "裁定书送达起十日内上诉", "appeal against a ruling within ten days", "行诉法 Art. 85", Term.days(10));

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
        if (file.servedOn != null) clocks.add(defence());
        if (file.instance != Instance.RETRIAL) clocks.add(trial());
        if (file.concludedOn != null && file.instance == Instance.FIRST && !NOT_APPEALABLE.contains(file.outcome)) {
            var rule = RULINGS.contains(file.outcome) ? APPEAL_RULING : APPEAL_JUDGMENT;
            clocks.add(Deadline.ofRight(rule, file.concludedOn, file.appealedOn, calendar, today));
        }
        return clocks;
    }

    /** Null while nothing was served. */
    Deadline defence() {
        if (file.servedOn == null) return null;
        var met = file.defenceFiledOn == null ? file.concludedOn : file.defenceFiledOn;
        return Deadline.of(DEFENCE, file.servedOn, met, calendar, today);
    }

    private Deadline trial() {
        var rule = file.instance == Instance.FIRST ? FIRST : SECOND;
        return Deadline.of(rule, file.filedOn, file.excluded(), file.extendedDays, file.concludedOn, calendar, today);
    }
}

package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStepType.*;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** By when: the clocks of one instance of a suit, from service to the end of the trial. */
final class LitigationDeadlines {
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
        if (first()) clocks.add(clock(LitigationTerms.COPY_TO_DEF, file.filedOn, orEnd(file.defences.servedOn())));
        if (file.defences.servedOn() != null) {
            clocks.addAll(defences());
            if (first()) evidence(clocks);
        }
        for (var notice : file.notices) {
            if (notice.hearingOn() == null) continue;
            clocks.add(Deadline.before(LitigationTerms.COURT_NOTICE, notice.hearingOn(), notice.on(), calendar, today));
        }
        var trial = trial();
        if (trial != null) clocks.add(trial);
        for (var suspension : file.suspensions) {
            if (suspension.ground() != null && ConclusionRules.GROUNDS_THAT_TIME_OUT.contains(suspension.ground())) {
                clocks.add(clock(LitigationTerms.SUSP_END, suspension.from(), suspension.to()));
            }
        }
        clocks.addAll(new JudgmentDeadlines(file, calendar, today).all());
        return clocks;
    }

    /** The answers to the claim, or to the appeal in a second instance, each defendant's from its own service. */
    private List<Deadline> defences() {
        var rule = file.instance == Instance.SECOND ? LitigationTerms.APPEAL_ANSWER : LitigationTerms.DEFENCE;
        return file.defences.parts().stream()
                .map(part -> clock(LitigationTerms.of(rule, part.agency()), part.servedOn(), orEnd(part.filedOn())))
                .toList();
    }

    /**
     * The first day on which a defence falls due that is not filed; when all are filed the first that was missed, else the
     * last of all. Null while nothing was served.
     */
    LocalDate defenceDueOn() {
        if (file.defences.servedOn() == null) return null;
        var all = defences();
        return first(all, defence -> defence.metOn() == null)
                .or(() -> first(all, Deadline::breached))
                .or(() -> all.stream().map(Deadline::end).max(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static Optional<LocalDate> first(List<Deadline> all, Predicate<Deadline> which) {
        return all.stream().filter(which).map(Deadline::end).min(Comparator.naturalOrder());
    }

    /** See {@link JudgmentDeadlines#appealableUntil}. */
    LocalDate appealableUntil() {
        return new JudgmentDeadlines(file, calendar, today).appealableUntil();
    }

    private void evidence(List<Deadline> clocks) {
        clocks.add(right(
                LitigationTerms.EVID_EXT_REQUEST, file.defences.servedOn(), file.dayOf(EVIDENCE_EXTENSION_REQUESTED)));
        if (extendedEvidence() != null) clocks.add(extendedEvidence());
        clocks.add(right(LitigationTerms.JURIS_OBJ, file.defences.servedOn(), file.dayOf(JURISDICTION_OBJECTED)));
        var set = file.dayOf(EVIDENCE_TERM_SET);
        if (set == null) return;
        var filed = file.dayOf(EVIDENCE_FILED) == null ? file.defences.filedOn() : file.dayOf(EVIDENCE_FILED);
        clocks.add(clock(LitigationTerms.simpleEvidence(file.evidenceDays), set, orEnd(filed)));
    }

    /** Evidence for which more time was granted; null while what prevented it lasts. */
    Deadline extendedEvidence() {
        var ended = file.dayOf(EVIDENCE_CAUSE_ENDED);
        return ended == null ? null : clock(LitigationTerms.EVID_EXT, ended, orEnd(file.dayOf(EVIDENCE_FILED)));
    }

    /** Whether the 45 days had run out when the case was converted (解释 Art. 105). */
    boolean convertedLate() {
        var converted = file.dayOf(PROCEDURE_CONVERTED);
        return converted != null
                && Deadline.of(
                                LitigationTerms.FIRST_SIMPLE,
                                file.filedOn,
                                file.excluded(),
                                0,
                                converted,
                                calendar,
                                today)
                        .breached();
    }

    /** A case converted to the ordinary procedure counts its six months from the filing (解释 Art. 105). */
    private Deadline trial() {
        var rule = trialRule();
        return rule == null
                ? null
                : Deadline.of(
                        rule, file.filedOn, file.excluded(), file.extendedDays, file.concludedOn, calendar, today);
    }

    private ClockRule trialRule() {
        var as = file.triedAs();
        if (as == Instance.SECOND) return LitigationTerms.SECOND;
        if (as == null) return null;
        return file.simplified() ? LitigationTerms.FIRST_SIMPLE : LitigationTerms.FIRST;
    }

    private boolean first() {
        return file.instance == Instance.FIRST;
    }

    private LocalDate orEnd(LocalDate met) {
        return met == null ? file.concludedOn : met;
    }

    private Deadline clock(ClockRule rule, LocalDate start, LocalDate met) {
        return Deadline.of(rule, start, met, calendar, today);
    }

    private Deadline right(ClockRule rule, LocalDate start, LocalDate used) {
        return Deadline.ofRight(rule, start, used, calendar, today);
    }
}

package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStepType.*;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.DecisionForm;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** By when: what runs from a judgment or ruling, its service and its effect. */
final class JudgmentDeadlines {
    /** What leaves something to be performed, beside an order to act anew. */
    private static final Set<LitigationOutcome> TO_PERFORM = EnumSet.of(
            LitigationOutcome.CHANGED,
            LitigationOutcome.ORDERED_TO_PERFORM,
            LitigationOutcome.ORDERED_TO_PAY,
            LitigationOutcome.COMPENSATION,
            LitigationOutcome.AGREEMENT_REMEDY,
            LitigationOutcome.MEDIATED);

    private final LitigationFile file;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    JudgmentDeadlines(LitigationFile file, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.calendar = calendar;
        this.today = today;
    }

    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>();
        if (file.concludedOn != null) {
            clocks.addAll(appeals());
            add(clocks, LitigationTerms.APPEAL_ANSWER, APPEAL_SERVED, APPEAL_ANSWERED);
        }
        for (var advice : file.advices) {
            if (advice.kind() == AdviceKind.NORMATIVE_DOCUMENT) {
                clocks.add(clock(LitigationTerms.NORM_ADVICE, advice.receivedOn(), advice.answeredOn()));
            }
        }
        if (file.effectiveOn != null) effective(clocks);
        return clocks;
    }

    /**
     * Fifteen days from service of a judgment, ten of a ruling, for each party from its own; none where no appeal lies. Who
     * appealed is not recorded: an appeal is late when the last of them had ended.
     */
    private List<Deadline> appeals() {
        if (file.triedAs() != Instance.FIRST || !Finality.appealable(file.outcome)) return List.of();
        var rule = DecisionForm.of(file.outcome) == DecisionForm.RULING
                ? LitigationTerms.APPEAL_RULING
                : LitigationTerms.APPEAL_JUDGMENT;
        var served = file.decisionServedOn();
        var appeals = new ArrayList<Deadline>();
        for (var i = 0; i < served.size(); i++) {
            var appeal = right(rule, served.get(i), file.appealedOn);
            var others = i < served.size() - 1 && appeal.breached();
            appeals.add(others ? right(rule, served.get(i), null) : appeal);
        }
        return appeals;
    }

    /** The last day to appeal what was served and neither appealed nor became effective; null when there is none. */
    LocalDate appealableUntil() {
        if (file.judgmentServedOn.isEmpty() || file.appealedOn != null || file.effectiveOn != null) return null;
        var appeals = appeals();
        return appeals.isEmpty() ? null : appeals.get(appeals.size() - 1).end();
    }

    private void effective(List<Deadline> clocks) {
        var due = performanceDue();
        if (due != null) {
            var applied = file.dayOf(ENFORCEMENT_APPLIED);
            clocks.add(right(LitigationTerms.ENFORCE, due, applied == null ? file.dayOf(PERFORMED) : applied));
        }
        clocks.add(right(LitigationTerms.RETRIAL_APPLY, file.effectiveOn, file.dayOf(RETRIAL_APPLIED)));
        add(clocks, LitigationTerms.RETRIAL_WRITTEN, RETRIAL_COPY_SERVED, RETRIAL_OPINION_FILED);
        add(clocks, LitigationTerms.RETRIAL_REVIEW, RETRIAL_REVIEW_OPENED, RETRIAL_REVIEW_CLOSED);
    }

    /** The end of the period for performing, or the service where none was set (解释 Art. 153); null: nothing to perform. */
    private LocalDate performanceDue() {
        var conclusion = file.conclusion;
        if (!TO_PERFORM.contains(conclusion.outcome()) && !Boolean.TRUE.equals(conclusion.redo())) return null;
        return conclusion.performWithinDays() == null
                ? file.dayOf(JUDGMENT_SERVED)
                : file.effectiveOn.plusDays(conclusion.performWithinDays());
    }

    private void add(List<Deadline> clocks, ClockRule rule, LitigationStepType starts, LitigationStepType meets) {
        if (file.dayOf(starts) != null) clocks.add(clock(rule, file.dayOf(starts), file.dayOf(meets)));
    }

    private Deadline clock(ClockRule rule, LocalDate start, LocalDate met) {
        return Deadline.of(rule, start, met, calendar, today);
    }

    private Deadline right(ClockRule rule, LocalDate start, LocalDate used) {
        return Deadline.ofRight(rule, start, used, calendar, today);
    }
}

package cn.disputes.cases.dispute;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a dispute is over, and what its last word was. */
final class DisputeRules {
    /** Art. 45. */
    private static final Term TIME_FOR_SUIT = Term.days(15);

    /** Over at once: nothing was decided that could be sued. */
    private static final Set<ReconsiderationOutcome> OVER = EnumSet.of(
            ReconsiderationOutcome.MEDIATED,
            ReconsiderationOutcome.WITHDRAWN,
            ReconsiderationOutcome.ABANDONED,
            ReconsiderationOutcome.TRANSFERRED);

    private DisputeRules() {}

    /** The last word of a dispute: {@code outcome} of the case that gave it, and what stands because of it. */
    record LastWord(String caseNumber, String outcome, String standing, LocalDate since) {}

    static DisputeStanding standing(
            List<Reconsideration> reconsiderations, DisputeChain chain, WorkingCalendar calendar, LocalDate today) {
        var last = DisputeStanding.CLOSED;
        if (chain.ordered().isEmpty()) {
            for (var reconsideration : reconsiderations) {
                last = earlier(last, standing(reconsideration, calendar, today));
            }
            return last;
        }
        for (var instance : chain.ordered()) {
            if (!instance.concluded()) return DisputeStanding.SUIT_PENDING;
        }
        for (var end : chain.ends()) last = earlier(last, standing(end));
        return last;
    }

    private static DisputeStanding earlier(DisputeStanding one, DisputeStanding other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static DisputeStanding standing(Reconsideration r, WorkingCalendar calendar, LocalDate today) {
        if (r.outcome() == null) return DisputeStanding.RECONSIDERATION_PENDING;
        if (OVER.contains(r.outcome())) return DisputeStanding.CLOSED;
        if (r.decisionServedOn() == null) return DisputeStanding.DECISION_NOT_SERVED;
        var end = TIME_FOR_SUIT.from(r.decisionServedOn(), calendar).end();
        return today.isAfter(end) ? DisputeStanding.CLOSED : DisputeStanding.SUIT_POSSIBLE;
    }

    private static DisputeStanding standing(DisputeInstance end) {
        if (Finality.goesOn(end.outcome())) return DisputeStanding.AWAITING_NEXT_INSTANCE;
        return end.effectiveOn() == null ? DisputeStanding.AWAITING_EFFECT : DisputeStanding.CLOSED;
    }

    /**
     * The last decision that took effect; of an appeal dismissed or withdrawn what stands is what was appealed. Null while
     * nothing has taken effect.
     */
    static LastWord lastWord(List<Reconsideration> reconsiderations, DisputeChain chain) {
        var ordered = chain.ordered();
        for (var i = ordered.size() - 1; i >= 0; i--) {
            var instance = ordered.get(i);
            if (!instance.concluded() || Finality.goesOn(instance.outcome())) continue;
            if (instance.effectiveOn() == null) continue;
            return new LastWord(
                    instance.caseNumber(), instance.outcome().name(), upheld(instance, chain), instance.effectiveOn());
        }
        for (var i = reconsiderations.size() - 1; i >= 0; i--) {
            var r = reconsiderations.get(i);
            if (r.outcome() == null || r.decisionServedOn() == null) continue;
            return new LastWord(r.caseNumber(), r.outcome().name(), r.outcome().name(), r.decisionServedOn());
        }
        return null;
    }

    /** Null when what was appealed is not registered. */
    private static String upheld(DisputeInstance instance, DisputeChain chain) {
        var seen = new HashSet<String>();
        var at = instance;
        while (at != null && leavesWhatWasAppealed(at) && seen.add(at.caseNumber())) {
            at = chain.before(at);
        }
        return at == null || at.outcome() == null || leavesWhatWasAppealed(at)
                ? null
                : at.outcome().name();
    }

    /** An appeal dismissed or withdrawn; withdrawn because the matter was settled or the act changed, it ends the suit. */
    private static boolean leavesWhatWasAppealed(DisputeInstance instance) {
        if (instance.outcome() == LitigationOutcome.APPEAL_DISMISSED) return true;
        if (instance.instance() == Instance.FIRST) return false;
        return instance.outcome() == LitigationOutcome.DEEMED_WITHDRAWN
                || instance.outcome() == LitigationOutcome.WITHDRAWN
                        && (instance.outcomeGround() == null || instance.outcomeGround() == OutcomeGround.VOLUNTARY);
    }
}

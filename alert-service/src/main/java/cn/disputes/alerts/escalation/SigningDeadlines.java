package cn.disputes.alerts.escalation;

import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.alerts.escalation.Ladder.Base;
import cn.disputes.alerts.escalation.Ladder.Unit;
import cn.disputes.contract.codes.RiskLevel;
import java.time.Instant;
import java.time.LocalDate;

/** By when an order is to be signed for (签收期限), as the ladder in force at its hand-over says. */
public final class SigningDeadlines {
    private final LadderStore.Ladders ladders;
    private final WorkingDays calendar;

    SigningDeadlines(LadderStore.Ladders ladders, WorkingDays calendar) {
        this.ladders = ladders;
        this.calendar = calendar;
    }

    /**
     * The last day to sign, null where that ladder asks for no signature.
     *
     * @param handedOverAt when the round was recorded
     * @param cutoff the last day of its list
     * @param level of the case in the order
     */
    public LocalDate lastDay(Instant handedOverAt, LocalDate cutoff, RiskLevel level) {
        var on = EscalationRuns.handedOverOn(handedOverAt, cutoff);
        return ladders.version(ladders.at(handedOverAt)).levels().get(level).stream()
                .filter(rung -> rung.answer() == Answer.SIGNED && rung.base() == Base.HANDED_OVER)
                .map(rung ->
                        rung.unit() == Unit.WORKING_DAYS ? calendar.plus(on, rung.days()) : on.plusDays(rung.days()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}

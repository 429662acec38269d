package cn.disputes.alerts.escalation;

import cn.disputes.contract.codes.RiskLevel;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One climb of the ladder.
 *
 * @param run 1, 2, …
 * @param level the colour when it began, which chose the rungs
 * @param ladderVersion in force when it began
 * @param because ORDERED, REASSIGNED, REOPENED or RELEASED
 * @param signed the case was signed for already
 * @param endedBecause REASSIGNED, REOPENED, UNASSIGNED, HELD, or the state that ended the case
 */
record EscalationRun(
        int run,
        String leader,
        RiskLevel level,
        int ladderVersion,
        Instant startedAt,
        LocalDate startedOn,
        String because,
        boolean signed,
        Instant endedAt,
        String endedBecause) {

    EscalationRun ended(Instant at, String why) {
        return new EscalationRun(run, leader, level, ladderVersion, startedAt, startedOn, because, signed, at, why);
    }

    EscalationRules.Start start() {
        return new EscalationRules.Start(startedAt, startedOn, signed);
    }
}

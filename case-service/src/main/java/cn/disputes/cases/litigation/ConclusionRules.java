package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** How an instance may end, and what its end may say. */
final class ConclusionRules {
    /** 解释 Art. 88: what each of these grounds of Art. 87 leaves open is closed after ninety days. */
    static final Set<Integer> GROUNDS_THAT_TIME_OUT = Set.of(1, 2, 3);

    private static final int SUSPENSION_TIMEOUT = 90;

    /** Art. 88 para 2, as the third ground of termination. */
    private static final int TIMED_OUT = 3;

    private static final Set<LitigationOutcome> REVOCATIONS =
            EnumSet.of(LitigationOutcome.REVOKED, LitigationOutcome.PARTLY_REVOKED);

    /** What a court can do with a reconsideration decision when it judges it apart from the act (解释 Art. 136). */
    private static final Set<LitigationOutcome> OF_RECONSIDERATIONS = EnumSet.of(
            LitigationOutcome.CLAIM_REJECTED,
            LitigationOutcome.REVOKED,
            LitigationOutcome.PARTLY_REVOKED,
            LitigationOutcome.CONFIRMED_UNLAWFUL,
            LitigationOutcome.CONFIRMED_VOID);

    private ConclusionRules() {}

    static void check(LitigationFile file, LitigationStep step) {
        var outcome = step.outcome();
        LitigationRules.given(outcome, "outcome");
        if (outcome.onlyOnAppeal() && file.instance == Instance.FIRST) {
            throw ProblemException.invalid("outcome", "一审没有这种结果", "A first instance does not end so");
        }
        withdrawal(step);
        if (step.redo() != null && !REVOCATIONS.contains(outcome)) {
            throw ProblemException.invalid("redo", "仅用于撤销判决（行诉法第七十条）", "Only with a judgment that revokes (Art. 70)");
        }
        var apart = step.reconsiderationDecision();
        if (apart != null && !OF_RECONSIDERATIONS.contains(apart)) {
            throw ProblemException.invalid(
                    "reconsiderationDecision",
                    "应为下列之一：" + OF_RECONSIDERATIONS,
                    "Must be one of " + OF_RECONSIDERATIONS);
        }
        if (step.performWithinDays() != null && step.performWithinDays() < 1) {
            throw ProblemException.invalid("performWithinDays", "至少1日", "At least one day");
        }
        if (step.ground() != null) terminated(file, step);
    }

    private static void withdrawal(LitigationStep step) {
        if (step.outcome() == LitigationOutcome.WITHDRAWN) {
            if (step.outcomeGround() == null) {
                throw ProblemException.invalid(
                        "outcomeGround",
                        "撤诉须写明理由：VOLUNTARY、SETTLED、AFTER_ACT_CHANGED",
                        "A withdrawal states its ground: VOLUNTARY, SETTLED or AFTER_ACT_CHANGED");
            }
        } else if (step.outcomeGround() != null) {
            throw ProblemException.invalid("outcomeGround", "仅用于撤诉", "Only with a withdrawal");
        }
    }

    private static void terminated(LitigationFile file, LitigationStep step) {
        if (step.outcome() != LitigationOutcome.TERMINATED) {
            throw ProblemException.invalid("ground", "仅用于终结诉讼（解释第八十八条）", "Only with a termination (解释 Art. 88)");
        }
        LitigationRules.item(step, TIMED_OUT, "解释第八十八条", "解释 Art. 88");
        if (step.numberedGround() != TIMED_OUT) return;
        LitigationRules.require(
                timedOut(file.suspended(), step.on()),
                "须因第八十七条第（一）至（三）项中止满九十日（解释第八十八条）",
                "Needs ninety days of suspension on ground 1, 2 or 3 (解释 Art. 88)");
    }

    private static boolean timedOut(LitigationFile.Suspension open, LocalDate on) {
        return open != null
                && open.ground() != null
                && GROUNDS_THAT_TIME_OUT.contains(open.ground())
                && !on.isBefore(open.from().plusDays(SUSPENSION_TIMEOUT));
    }
}

package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.ReconsiderationOutcome;

/**
 * On what the defendants of a suit after a reconsideration depend.
 *
 * @param outcome null while nothing is decided
 * @param overdue nothing was decided in time
 * @param oldLaw the law before 2024 governs, under which an application was rejected on its merits too
 * @param resultUnchanged only facts, evidence or legal basis were changed; null: not said
 * @param procedural unlawful for its procedure only; null: not said
 * @param mixed the decision also upholds, or refuses to accept, a part; null: not said
 * @param inadmissible rejected because it should not have been accepted; null: not said
 * @param originalIsGovernment the act is that of a county government or one above it
 * @param authorityIsGovernment the authority is a county government or one above it
 */
record DefendantFacts(
        ReconsiderationOutcome outcome,
        boolean overdue,
        boolean oldLaw,
        Boolean resultUnchanged,
        Boolean procedural,
        Boolean mixed,
        Boolean inadmissible,
        boolean originalIsGovernment,
        boolean authorityIsGovernment) {}

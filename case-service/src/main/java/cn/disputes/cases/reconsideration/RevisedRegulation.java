package cn.disputes.cases.reconsideration;

import java.time.LocalDate;

/** The revised 实施条例 of 2026: known to be in force, its text unseen, so a place is kept and nothing derived from it. */
final class RevisedRegulation {
    static final String CODE = "XZFY-2023+R2026";
    static final LocalDate EFFECTIVE_FROM = LocalDate.of(2026, 7, 1);

    private RevisedRegulation() {}

    /** Whether what is said of a case rests on texts that were read. */
    static boolean verified(LocalDate receivedOn) {
        return receivedOn.isBefore(EFFECTIVE_FROM);
    }
}

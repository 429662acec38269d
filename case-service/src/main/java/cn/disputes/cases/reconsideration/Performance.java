package cn.disputes.cases.reconsideration;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is to be done under the decision, and what was done to get it done (Art. 64, 66, 77, 79). */
final class Performance {
    /** The act is to be made anew (责令重新作出). */
    boolean redo;

    /** Days from effect, null when the decision sets no period. */
    Integer redoWithinDays;

    Integer performWithinDays;
    /** Whether compensation was awarded (行政赔偿); null before a decision. */
    Boolean compensated;

    BigDecimal compensationAmount;
    LocalDate performedOn;
    LocalDate orderedOn;
    int orderedDays;
    /** The agency has asked the court to enforce its act. */
    LocalDate enforcementAppliedOn;

    LocalDate interviewedOn;
    LocalDate criticisedOn;
    LocalDate publishedOn;
    LocalDate copiedOn;

    void decided(ReconsiderationStep step) {
        redo = Boolean.TRUE.equals(step.redo());
        compensated = Boolean.TRUE.equals(step.compensation());
        compensationAmount = step.compensationAmount();
        redoWithinDays = step.redoWithinDays();
        performWithinDays = step.performWithinDays();
    }

    void ordered(ReconsiderationStep step) {
        orderedOn = step.on();
        orderedDays = step.days();
    }
}

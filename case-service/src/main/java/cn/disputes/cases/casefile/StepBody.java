package cn.disputes.cases.casefile;

import java.time.LocalDate;

/** What a caller says happened to a case; {@code B} is the body's own type. */
public interface StepBody<B extends StepBody<B>> {
    Enum<?> type();

    /** The legal date of the step. */
    LocalDate on();

    /** RECTIFIED: sequence of the step that was wrong. */
    Integer step();

    /** RECTIFIED: what it should have said; null strikes it out. */
    B replacement();

    /** Whether both tell of the same, so that one may put the other right. */
    default boolean speaksOf(B told) {
        return type() == told.type();
    }

    /** This step as a source tells it that speaks of less: what it does not say stays. */
    default B amendedBy(B told) {
        return told;
    }

    default boolean rectifies() {
        return type().name().equals("RECTIFIED");
    }
}

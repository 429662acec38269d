package cn.disputes.contract.codes;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Against what an appeal lies, and from when the end of an instance has effect (生效). */
public final class Finality {
    /** Rulings an appeal lies against; that on jurisdiction ends no instance (解释 Art. 101). */
    private static final Set<LitigationOutcome> APPEALABLE_RULINGS =
            EnumSet.of(LitigationOutcome.SUIT_DISMISSED, LitigationOutcome.NOT_DOCKETED);

    /** What sends a suit on to another court or trial. */
    private static final Set<LitigationOutcome> GOES_ON =
            EnumSet.of(LitigationOutcome.REMANDED, LitigationOutcome.TRANSFERRED);

    private Finality() {}

    /** Whether an appeal lies against it in a first instance: judgments, and two kinds of rulings. */
    public static boolean appealable(LitigationOutcome outcome) {
        return DecisionForm.of(outcome) == DecisionForm.JUDGMENT || APPEALABLE_RULINGS.contains(outcome);
    }

    /** Whether the suit goes on elsewhere, so that its dispute has no end in this. */
    public static boolean goesOn(LitigationOutcome outcome) {
        return GOES_ON.contains(outcome);
    }

    /**
     * The day the end of an instance took effect: the one on record; without one its conclusion where no appeal lies, in a
     * second instance (行诉法 Art. 88) and after mediation or an unappealable ruling (Art. 60; 解释 Art. 101).
     *
     * @param outcome null while the instance lasts
     * @param recorded what the register was told; null for nothing
     * @return null while it has no effect, and of what goes on elsewhere
     */
    public static LocalDate effectiveOn(
            Instance instance, LitigationOutcome outcome, LocalDate concludedOn, LocalDate recorded) {
        if (recorded != null || outcome == null || goesOn(outcome)) return recorded;
        return instance == Instance.SECOND || !appealable(outcome) ? concludedOn : null;
    }
}

package cn.disputes.contract.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalityTest {
    @ParameterizedTest
    @CsvSource({
        "CLAIM_REJECTED, JUDGMENT, true",
        "REVOKED, JUDGMENT, true",
        "PARTLY_REVOKED, JUDGMENT, true",
        "CHANGED, JUDGMENT, true",
        "ORDERED_TO_PERFORM, JUDGMENT, true",
        "ORDERED_TO_PAY, JUDGMENT, true",
        "CONFIRMED_UNLAWFUL, JUDGMENT, true",
        "CONFIRMED_VOID, JUDGMENT, true",
        "COMPENSATION, JUDGMENT, true",
        "AGREEMENT_REMEDY, JUDGMENT, true",
        "SUIT_DISMISSED, RULING, true",
        "NOT_DOCKETED, RULING, true",
        "WITHDRAWN, RULING, false",
        "DEEMED_WITHDRAWN, RULING, false",
        "MEDIATED, MEDIATION_STATEMENT, false",
        "TRANSFERRED, RULING, false",
        "TERMINATED, RULING, false",
        "APPEAL_DISMISSED, JUDGMENT, true",
        "REMANDED, RULING, false"
    })
    void everyOutcomeHasItsForm(LitigationOutcome outcome, DecisionForm form, boolean appealable) {
        assertEquals(form, DecisionForm.of(outcome));
        assertEquals(appealable, Finality.appealable(outcome));
    }

    @ParameterizedTest(name = "{0} {1}, recorded {2}: {3}")
    @CsvSource({
        // Art. 88: a second instance is final
        "SECOND, APPEAL_DISMISSED, , 2024-05-20",
        "SECOND, REVOKED, , 2024-05-20",
        "SECOND, WITHDRAWN, , 2024-05-20",
        // the day on record wins
        "SECOND, APPEAL_DISMISSED, 2024-05-28, 2024-05-28",
        "FIRST, REVOKED, 2024-06-05, 2024-06-05",
        // an appeal may follow
        "FIRST, REVOKED, , ",
        "FIRST, SUIT_DISMISSED, , ",
        "FIRST, NOT_DOCKETED, , ",
        "RETRIAL, REVOKED, , ",
        // none may (Art. 60; 解释 Art. 101)
        "FIRST, WITHDRAWN, , 2024-05-20",
        "FIRST, DEEMED_WITHDRAWN, , 2024-05-20",
        "FIRST, MEDIATED, , 2024-05-20",
        "FIRST, TERMINATED, , 2024-05-20",
        // goes on elsewhere
        "FIRST, TRANSFERRED, , ",
        "SECOND, REMANDED, , ",
    })
    void whatIsFinalTakesEffectAtOnce(
            Instance instance, LitigationOutcome outcome, LocalDate recorded, LocalDate effective) {
        assertEquals(effective, Finality.effectiveOn(instance, outcome, LocalDate.of(2024, 5, 20), recorded));
    }

    @Test
    void whatLastsHasNoEffect() {
        assertNull(Finality.effectiveOn(Instance.SECOND, null, null, null));
    }
}

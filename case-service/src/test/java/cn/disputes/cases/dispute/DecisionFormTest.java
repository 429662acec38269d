package cn.disputes.cases.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.LitigationOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionFormTest {
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
        assertEquals(appealable, DecisionForm.appealable(outcome));
    }
}

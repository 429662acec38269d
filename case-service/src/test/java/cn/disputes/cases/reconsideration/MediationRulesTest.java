package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.CORRECTED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.CORRECTION_REQUESTED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.MEDIATED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.MEDIATION_BEGUN;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.MEDIATION_FAILED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.RESUMED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.SUSPENDED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.WITHDRAWN;
import static cn.disputes.cases.reconsideration.Told.CALENDAR;
import static cn.disputes.cases.reconsideration.Told.clock;
import static cn.disputes.cases.reconsideration.Told.fold;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mediation may begin at any time (Art. 5), and has no time of its own. */
class MediationRulesTest {
    private static final ReconsiderationStep IN = received("2024-02-19");
    private static final ReconsiderationStep ORDINARY = ordinary("2024-02-20");

    private static ReconsiderationStep byAgreement(String on) {
        return with(SUSPENDED, on).ground(6).consent(true).build();
    }

    private static List<String> lacking(ReconsiderationStep... steps) {
        return ReconsiderationShortcomings.of(fold(steps), CALENDAR, LocalDate.of(2024, 3, 20)).stream()
                .map(Shortcoming::code)
                .toList();
    }

    @Test
    void beginsAndFailsInEveryOpenState() {
        var begun = step(MEDIATION_BEGUN, "2024-02-20");
        var failed = step(MEDIATION_FAILED, "2024-02-21");
        legal(IN, begun, failed);
        legal(IN, with(CORRECTION_REQUESTED, "2024-02-20").items("身份证明").build(), begun, failed);
        legal(IN, ORDINARY, begun, failed);
        legal(IN, ORDINARY, byAgreement("2024-02-20"), begun, failed);
        legal(IN, begun, step(MEDIATION_FAILED, "2024-02-20"), step(MEDIATION_BEGUN, "2024-02-21"));
        refused("type", IN, failed);
        refused("type", IN, begun, begun);
        refused("type", IN, begun, failed, failed);
        refused("type", IN, ORDINARY, begun, step(MEDIATED, "2024-02-21"), failed);
        assertFalse(fold(IN, ORDINARY, begun, step(MEDIATED, "2024-02-21")).mediating);
    }

    /** What is settled before acceptance ends as the law lets it end there: by withdrawal. */
    @Test
    void aSettlementBeforeAcceptanceIsAWithdrawal() {
        var settled = fold(
                IN,
                step(MEDIATION_BEGUN, "2024-02-20"),
                with(WITHDRAWN, "2024-02-22").ground(OutcomeGround.SETTLED).build());
        assertEquals(ReconsiderationOutcome.WITHDRAWN, settled.outcome);
        assertEquals(OutcomeGround.SETTLED, settled.outcomeGround);
        refused("type", IN, step(MEDIATION_BEGUN, "2024-02-20"), step(MEDIATED, "2024-02-22"));
    }

    /** Before acceptance the law is silent: the five days run on, and silence accepts (Art. 30). */
    @Test
    void theReviewDoesNotWaitForIt() {
        var plain = clock("ACCEPT", IN);
        var mediated = clock("ACCEPT", IN, step(MEDIATION_BEGUN, "2024-02-20"));
        assertEquals(plain.end(), mediated.end());
        assertTrue(mediated.excluded().isEmpty());
        assertEquals(
                mediated.end(),
                new ReconsiderationDeadlines(
                                fold(IN, step(MEDIATION_BEGUN, "2024-02-20")), CALENDAR, LocalDate.of(2024, 3, 4))
                        .accepted());
        // correction starts the review anew, mediation does not
        var corrected = clock(
                "ACCEPT",
                IN,
                step(MEDIATION_BEGUN, "2024-02-20"),
                with(CORRECTION_REQUESTED, "2024-02-21").items("身份证明").build(),
                step(CORRECTED, "2024-02-22"));
        assertEquals("2024-02-22", corrected.startsOn().toString());
    }

    /** After acceptance only a suspension both sides consent to stops the term (Art. 39(6)). */
    @Test
    void onlyASuspensionByAgreementStopsTheTermToDecide() {
        var plain = clock("DECIDE", IN, ORDINARY);
        assertEquals(
                plain.end(),
                clock("DECIDE", IN, ORDINARY, step(MEDIATION_BEGUN, "2024-02-26"), step(MEDIATION_FAILED, "2024-03-11"))
                        .end());
        var stopped = clock(
                "DECIDE",
                IN,
                ORDINARY,
                step(MEDIATION_BEGUN, "2024-02-26"),
                byAgreement("2024-02-26"),
                step(MEDIATION_FAILED, "2024-03-07"),
                step(RESUMED, "2024-03-07"));
        assertEquals(plain.rawEnd().plusDays(10), stopped.rawEnd());
    }

    @Test
    void whereItFailedTheReviewIsToBeResumed() {
        var begun = step(MEDIATION_BEGUN, "2024-02-26");
        var failed = step(MEDIATION_FAILED, "2024-03-07");
        assertTrue(
                lacking(IN, ORDINARY, begun, byAgreement("2024-02-27"), failed).contains("RESUMPTION_DUE"));
        for (var due : List.of(
                lacking(IN, ORDINARY, begun, byAgreement("2024-02-27")),
                lacking(IN, ORDINARY, begun, byAgreement("2024-02-27"), failed, step(RESUMED, "2024-03-08")),
                lacking(IN, ORDINARY, begun, byAgreement("2024-02-27"), failed, step(MEDIATION_BEGUN, "2024-03-08")),
                lacking(IN, ORDINARY, begun, failed, byAgreement("2024-03-08")),
                lacking(
                        IN,
                        ORDINARY,
                        begun,
                        with(SUSPENDED, "2024-02-27").ground(7).build(),
                        failed))) {
            assertFalse(due.contains("RESUMPTION_DUE"), due.toString());
        }
    }
}

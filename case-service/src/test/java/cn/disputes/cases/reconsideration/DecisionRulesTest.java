package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.fold;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.suspended;
import static cn.disputes.cases.reconsideration.Told.with;
import static cn.disputes.contract.codes.ReconsiderationOutcome.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionRulesTest {
    private static final ReconsiderationStep[] NEW = {received("2024-02-19"), ordinary("2024-02-20")};
    private static final ReconsiderationStep[] OLD = {received("2022-02-21"), ordinary("2022-02-22")};
    private static final Set<ReconsiderationOutcome> DECISIONS = EnumSet.range(UPHELD, APPLICATION_REJECTED);
    private static final Set<ReconsiderationOutcome> ACT_STANDS =
            EnumSet.of(UPHELD, CLAIM_REJECTED, APPLICATION_REJECTED);

    private static boolean possible(
            ReconsiderationStep[] begun,
            ReconsiderationOutcome outcome,
            UnaryOperator<ReconsiderationStepBuilder> more) {
        var year = begun[0].on().getYear();
        var decided =
                more.apply(with(DECIDED, year + "-03-11").outcome(outcome)).build();
        try {
            fold(begun[0], begun[1], decided);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationOutcome.class)
    void whichDecisionEachLawKnows(ReconsiderationOutcome outcome) {
        assertEquals(DECISIONS.contains(outcome), possible(NEW, outcome, d -> d));
        var old = DECISIONS.contains(outcome) && outcome != CONFIRMED_VOID && outcome != CLAIM_REJECTED;
        assertEquals(old, possible(OLD, outcome, d -> d));
        assertEquals(DECISIONS.contains(outcome), possible(NEW, outcome, d -> d.redo(false)
                .compensation(false, null)));
    }

    @ParameterizedTest
    @EnumSource(value = ReconsiderationOutcome.class)
    void whatADecisionMayCarry(ReconsiderationOutcome outcome) {
        if (!DECISIONS.contains(outcome)) return;
        var revoked = outcome == REVOKED || outcome == PARTLY_REVOKED;
        assertEquals(revoked, possible(NEW, outcome, d -> d.redo(true)));
        assertEquals(revoked, possible(NEW, outcome, d -> d.redo(true).redoWithinDays(30)));
        assertEquals(false, possible(NEW, outcome, d -> d.redoWithinDays(30)));
        assertEquals(revoked || outcome == CONFIRMED_UNLAWFUL, possible(OLD, outcome, d -> d.redo(true)));
        assertEquals(!ACT_STANDS.contains(outcome), possible(NEW, outcome, d -> d.compensation(true, null)));
        assertEquals(!ACT_STANDS.contains(outcome), possible(NEW, outcome, d -> d.performWithinDays(30)));
        assertEquals(outcome != CHANGED, possible(NEW, outcome, d -> d.worseForApplicant(true)));
        assertEquals(true, possible(NEW, outcome, d -> d.worseForApplicant(true).thirdPartyAsked(true)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "1095, true", "1096, false"})
    void aPeriodIsOfOneDayToThreeYears(int days, boolean possible) {
        assertEquals(possible, possible(NEW, REVOKED, d -> d.redo(true).redoWithinDays(days)));
        assertEquals(possible, possible(NEW, ORDERED_TO_PERFORM, d -> d.performWithinDays(days)));
        var mediated = with(ReconsiderationStepType.MEDIATED, "2024-03-11")
                .performWithinDays(days)
                .build();
        if (possible) legal(NEW[0], NEW[1], mediated);
        else refused("performWithinDays", NEW[0], NEW[1], mediated);
    }

    @Test
    void refusalsNameTheField() {
        refused("outcome", NEW[0], NEW[1], step(DECIDED, "2024-03-11"));
        refused(
                "outcome",
                NEW[0],
                NEW[1],
                with(DECIDED, "2024-03-11")
                        .outcome(ReconsiderationOutcome.MEDIATED)
                        .build());
        refused(
                "type",
                NEW[0],
                NEW[1],
                with(DECIDED, "2024-03-11").outcome(UPHELD).redo(true).build());
        refused(
                "redoWithinDays",
                NEW[0],
                NEW[1],
                with(DECIDED, "2024-03-11").outcome(REVOKED).redoWithinDays(3).build());
        refused(
                "performWithinDays",
                NEW[0],
                NEW[1],
                with(DECIDED, "2024-03-11").outcome(UPHELD).performWithinDays(3).build());
    }

    @ParameterizedTest
    @EnumSource(OutcomeGround.class)
    void aWithdrawalStatesItsGround(OutcomeGround ground) {
        var file = fold(
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.WITHDRAWN, "2024-03-11")
                        .ground(ground)
                        .build());
        assertEquals(ReconsiderationOutcome.WITHDRAWN, file.outcome);
        assertEquals(ground, file.outcomeGround);
    }

    @Test
    void aWithdrawalWithoutGroundIsRefused() {
        refused("ground", NEW[0], NEW[1], step(ReconsiderationStepType.WITHDRAWN, "2024-03-11"));
        refused(
                "ground",
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.WITHDRAWN, "2024-03-11").ground(1).build());
        refused(
                "ground",
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.WITHDRAWN, "2024-03-11")
                        .ground(ExcludedGround.APPRAISAL)
                        .build());
    }

    /** Only (1), (2) and (4) of Art. 39 time out, under both laws; whereabouts unknown (3) never. */
    @ParameterizedTest
    @CsvSource({
        "1,59,false",
        "1,60,true",
        "2,59,false",
        "2,60,true",
        "3,60,false",
        "3,400,false",
        "4,60,true",
        "5,90,false",
        "6,90,false",
        "7,90,false",
        "8,90,false",
        "9,90,false",
        "10,90,false"
    })
    void whatTimesOut(int ground, int days, boolean possible) {
        for (var begun : new ReconsiderationStep[][] {NEW, OLD}) {
            var from = begun[0].on().withMonth(3).withDayOfMonth(1);
            var suspension = suspended(from.toString(), ground);
            var end = ReconsiderationStep.with(ReconsiderationStepType.TERMINATED, from.plusDays(days))
                    .ground(5)
                    .build();
            if (possible)
                assertEquals(ReconsiderationOutcome.TERMINATED, fold(begun[0], begun[1], suspension, end).outcome);
            else refused("type", begun[0], begun[1], suspension, end);
            var clocks = Told.codes(begun[0], begun[1], suspension);
            assertEquals(ground == 1 || ground == 2 || ground == 4, clocks.contains("SUSP_END"));
        }
    }

    @Test
    void theOtherGroundsOfTerminationNeedNoSuspension() {
        for (var ground = 1; ground <= 4; ground++) {
            legal(
                    NEW[0],
                    NEW[1],
                    with(ReconsiderationStepType.TERMINATED, "2024-03-11")
                            .ground(ground)
                            .build());
        }
        refused(
                "type",
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.TERMINATED, "2024-06-11").ground(5).build());
        refused(
                "ground",
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.TERMINATED, "2024-06-11").ground(0).build());
        refused(
                "ground",
                NEW[0],
                NEW[1],
                with(ReconsiderationStepType.TERMINATED, "2024-06-11").ground(6).build());
        refused("ground", NEW[0], NEW[1], step(ReconsiderationStepType.TERMINATED, "2024-06-11"));
        // resumed: the suspension that timed out is over
        refused(
                "type",
                NEW[0],
                NEW[1],
                suspended("2024-03-01", 1),
                step(RESUMED, "2024-05-20"),
                with(ReconsiderationStepType.TERMINATED, "2024-06-11").ground(5).build());
    }

    @Test
    void whatEndsASuspendedCaseEndsItsSuspension() {
        var file =
                fold(NEW[0], NEW[1], suspended("2024-03-01", 6), step(ReconsiderationStepType.MEDIATED, "2024-03-11"));
        assertEquals(LocalDate.of(2024, 3, 11), file.suspensions.get(0).to());
        assertNull(file.openSuspension());
    }

    @Test
    void aDecisionTakesEffectOnServiceAMediationStatementWhenSigned() {
        var decided = with(DECIDED, "2024-03-11").outcome(UPHELD).build();
        var served = step(DECISION_SERVED, "2024-03-15");
        assertNull(fold(NEW[0], NEW[1], decided).effectiveOn());
        assertEquals(
                LocalDate.of(2024, 3, 15), fold(NEW[0], NEW[1], decided, served).effectiveOn());
        refused("type", NEW[0], NEW[1], decided, served, served);
        var mediated = step(ReconsiderationStepType.MEDIATED, "2024-03-11");
        assertEquals(
                LocalDate.of(2024, 3, 11),
                fold(NEW[0], NEW[1], mediated, served).effectiveOn());
    }

    @Test
    void afterTheDecisionPerformanceIsSeenTo() {
        var decided = with(DECIDED, "2024-03-11")
                .outcome(ORDERED_TO_PERFORM)
                .performWithinDays(10)
                .build();
        var served = step(DECISION_SERVED, "2024-03-15");
        var order = with(PERFORMANCE_ORDERED, "2024-04-01").days(15).build();
        refused("type", NEW[0], NEW[1], decided, order);
        refused("days", NEW[0], NEW[1], decided, served, step(PERFORMANCE_ORDERED, "2024-04-01"));
        refused("type", NEW[0], NEW[1], decided, served, step(PERFORMED, "2024-03-20"), order);
        refused("type", NEW[0], NEW[1], decided, served, step(INTERVIEWED, "2024-04-02"));
        refused("type", NEW[0], NEW[1], decided, served, step(CRITICISED, "2024-04-02"));
        refused("type", NEW[0], NEW[1], decided, step(PUBLISHED, "2024-04-02"));
        refused(
                "type",
                NEW[0],
                NEW[1],
                decided,
                with(COPIED, "2024-04-02").to("省司法厅").build());
        refused("to", NEW[0], NEW[1], decided, served, step(COPIED, "2024-04-02"));
        var file = fold(
                NEW[0],
                NEW[1],
                decided,
                served,
                order,
                step(INTERVIEWED, "2024-04-20"),
                step(CRITICISED, "2024-04-21"),
                step(PUBLISHED, "2024-04-22"),
                with(COPIED, "2024-04-23").to("省司法厅").build(),
                step(PERFORMED, "2024-04-24"));
        assertEquals(LocalDate.of(2024, 4, 20), file.performance.interviewedOn);
        assertEquals(LocalDate.of(2024, 4, 21), file.performance.criticisedOn);
        assertEquals(LocalDate.of(2024, 4, 22), file.performance.publishedOn);
        assertEquals(LocalDate.of(2024, 4, 23), file.performance.copiedOn);
        assertEquals(LocalDate.of(2024, 4, 24), file.performance.performedOn);
    }

    @Test
    void theDayOfAStepIsGivenAndNotBeforeTheOneItFollows() {
        refused("on", NEW[0], NEW[1], ReconsiderationStep.of(COPY_SERVED, null));
        refused("on", NEW[0], NEW[1], step(COPY_SERVED, "2024-02-19"));
        legal(NEW[0], NEW[1], step(COPY_SERVED, "2024-02-20"));
        assertThrows(ProblemException.class, () -> fold(step(COPY_SERVED, "2024-02-20")));
    }
}

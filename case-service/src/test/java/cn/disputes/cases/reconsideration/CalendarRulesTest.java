package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.history;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.suspended;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run-out term forbids. Accepted on 2024-02-19 the sixty days end on 2024-04-19; served 02-28, reply by 03-13. */
class CalendarRulesTest {
    private static final ReconsiderationStep IN = received("2024-02-19");
    private static final ReconsiderationStep ORDINARY = ordinary("2024-02-19");
    private static final ReconsiderationStep SERVED = step(COPY_SERVED, "2024-02-28");

    private static void record(ReconsiderationStep... steps) {
        CalendarRules.check(history(Arrays.copyOf(steps, steps.length - 1)), history(steps), Told.CALENDAR, Told.TODAY);
    }

    private static void refused(String field, ReconsiderationStep... steps) {
        var refusal = assertThrows(ProblemException.class, () -> record(steps));
        assertEquals(CaseProblem.RULE_BROKEN, refusal.code());
        assertEquals(field, refusal.faults().get(0).field());
        said = refusal.toProblem(true).title();
    }

    private static String said;

    private static ReconsiderationStep extended(String on) {
        return with(EXTENDED, on).days(30).build();
    }

    private static ReconsiderationStepBuilder upheld(String on) {
        return with(DECIDED, on).outcome(ReconsiderationOutcome.UPHELD);
    }

    private static ReconsiderationStep rectified(String on, int step, ReconsiderationStep right) {
        return with(RECTIFIED, on).rectifies(step, right).build();
    }

    @Test
    void theLastDayOfTheTermIsTheLastToExtendIt() {
        record(IN, ORDINARY, extended("2024-04-19"));
        refused("on", IN, ORDINARY, extended("2024-04-20"));
        var suspended = suspended("2024-03-11", 7);
        record(IN, ORDINARY, suspended, step(RESUMED, "2024-03-21"), extended("2024-04-29"));
        refused("on", IN, ORDINARY, suspended, step(RESUMED, "2024-03-21"), extended("2024-05-01"));
    }

    @Test
    void aRectificationIsNoWayAroundIt() {
        refused("on", IN, ORDINARY, extended("2024-04-10"), rectified("2024-04-22", 3, extended("2024-04-22")));
        record(IN, ORDINARY, extended("2024-04-10"), rectified("2024-04-22", 3, extended("2024-04-11")));
        record(IN, ORDINARY, extended("2024-04-10"), rectified("2024-04-22", 3, null));
    }

    @Test
    void whoDidNotReplyInTimeIsNotUpheld() {
        record(IN, ORDINARY, upheld("2024-03-20").build());
        record(IN, ORDINARY, SERVED, upheld("2024-03-13").build());
        refused("outcome", IN, ORDINARY, SERVED, upheld("2024-03-14").build());
        assertTrue(said.contains("Art. 70"), said);
        record(
                IN,
                ORDINARY,
                SERVED,
                step(REPLY_RECEIVED, "2024-03-14"),
                upheld("2024-03-20").build());
        record(
                IN,
                ORDINARY,
                SERVED,
                upheld("2024-03-14").thirdPartyEvidence(true).build());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReconsiderationOutcome.class,
            names = {
                "CHANGED",
                "REVOKED",
                "PARTLY_REVOKED",
                "CONFIRMED_UNLAWFUL",
                "CONFIRMED_VOID",
                "APPLICATION_REJECTED"
            })
    void everyOtherDecisionIsOpen(ReconsiderationOutcome outcome) {
        record(
                IN,
                ORDINARY,
                SERVED,
                with(DECIDED, "2024-03-20").outcome(outcome).build());
    }

    @Test
    void theOldLawKnewNoThirdPartysEvidence() {
        var in = received("2022-09-20");
        var served = step(COPY_SERVED, "2022-09-28");
        record(in, ordinary("2022-09-22"), served, upheld("2022-10-08").build());
        refused(
                "outcome",
                in,
                ordinary("2022-09-22"),
                served,
                upheld("2022-10-09").thirdPartyEvidence(true).build());
        assertTrue(said.contains("2017 Art. 28"), said);
    }

    @Test
    void aReplyStruckOutBringsTheDefault() {
        var replied = step(REPLY_RECEIVED, "2024-03-10");
        refused(
                "outcome",
                IN,
                ORDINARY,
                SERVED,
                replied,
                upheld("2024-03-20").build(),
                rectified("2024-03-21", 4, null));
    }

    /** What was imported or recorded before stays: only what a step newly breaks is refused. */
    @Test
    void whatIsSoAlreadyIsNotRefusedAgain() {
        var late = upheld("2024-03-20").build();
        record(IN, ORDINARY, SERVED, late, step(DECISION_SERVED, "2024-03-21"));
        record(
                IN,
                ORDINARY,
                SERVED,
                late,
                rectified("2024-03-22", 4, upheld("2024-03-21").build()));
        record(IN, ORDINARY, extended("2024-04-22"), rectified("2024-04-23", 3, extended("2024-04-23")));
        record(IN, ORDINARY, extended("2024-04-22"), upheld("2024-04-23").build());
    }

    @Test
    void theCaseSaysThatTheReplyIsMissing() {
        var open = new ReconsiderationStep[] {IN, ORDINARY, SERVED};
        assertFalse(standing("2024-03-13", open).replyDefault());
        assertTrue(standing("2024-03-14", open).replyDefault());
        assertFalse(standing("2024-03-14", IN, ORDINARY).replyDefault());
        var ended = with(WITHDRAWN, "2024-03-05")
                .ground(cn.disputes.contract.codes.OutcomeGround.SETTLED)
                .build();
        assertFalse(standing("2024-03-14", IN, ORDINARY, SERVED, ended).replyDefault());
    }

    private static Standing standing(String today, ReconsiderationStep... steps) {
        return Standing.of(Told.fold(steps), Told.CALENDAR, LocalDate.parse(today));
    }

    /** Several new steps come at once from a file. */
    @Test
    void ofSeveralNewStepsNoneIsPassedOver() {
        var late = history(IN, ORDINARY, extended("2024-04-20"), step(COMMITTEE_CONSULTED, "2024-04-22"));
        assertThrows(
                ProblemException.class, () -> CalendarRules.check(late.subList(0, 2), late, Told.CALENDAR, Told.TODAY));
        CalendarRules.check(late.subList(0, 3), late, Told.CALENDAR, Told.TODAY);
    }
}

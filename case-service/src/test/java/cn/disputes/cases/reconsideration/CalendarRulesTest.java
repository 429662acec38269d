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

    private static final ReconsiderationStep ASKED =
            with(CORRECTION_REQUESTED, "2024-02-20").items("身份证明").build();

    private static ReconsiderationStepBuilder turnedAway(String on) {
        return with(REFUSED, on).reason("不符合受理条件（虚构）");
    }

    /** Art. 30 para 3: received on 19 February, accepted by law on the 26th; what is accepted is not sent back any more. */
    @Test
    void whatSilenceHasAcceptedIsNeitherRefusedNorSentBack() {
        var correction = with(CORRECTION_REQUESTED, "2024-02-26").items("身份证明");
        record(IN, correction.build());
        record(IN, turnedAway("2024-02-26").build());
        record(IN, with(TRANSFERRED, "2024-02-26").to("义乌市人民政府").build());
        refused("on", IN, with(CORRECTION_REQUESTED, "2024-04-20").items("身份证明").build());
        refused("on", IN, turnedAway("2024-02-27").build());
        assertTrue(said.contains("2024-02-26") && said.contains("Art. 30"), said);
        refused("on", IN, turnedAway("2024-06-10").build());
        refused("on", IN, with(TRANSFERRED, "2024-06-10").to("义乌市人民政府").build());
        // mediation takes no time from the review; what the applicant does is not refused
        refused(
                "on",
                IN,
                step(MEDIATION_BEGUN, "2024-02-21"),
                turnedAway("2024-03-10").build());
        record(
                IN,
                with(WITHDRAWN, "2024-06-10")
                        .ground(cn.disputes.contract.codes.OutcomeGround.VOLUNTARY)
                        .build());
    }

    /** The review starts again with what was corrected: 28 February to 6 March. */
    @Test
    void theReviewAfterACorrectionEndsToo() {
        var corrected = step(CORRECTED, "2024-02-28");
        record(IN, ASKED, corrected, turnedAway("2024-03-06").build());
        refused("on", IN, ASKED, corrected, turnedAway("2024-03-07").build());
    }

    @Test
    void theOldLawAcceptsBySilenceToo() {
        var in = received("2022-03-01");
        record(in, turnedAway("2022-03-08").build());
        refused("on", in, turnedAway("2022-03-09").build());
        assertTrue(said.contains("2017 Art. 17"), said);
    }

    /** A file may have brought a late refusal; it stands, and nothing is refused again for it. */
    @Test
    void aLateRefusalThatStandsIsNoObstacle() {
        var late = turnedAway("2024-06-10").build();
        record(IN, late, step(DECISION_SERVED, "2024-06-12"));
        record(IN, late, rectified("2024-06-13", 2, turnedAway("2024-06-11").build()));
        refused("on", IN, ordinary("2024-02-20"), rectified("2024-06-13", 2, late));
    }

    /** A true day is recorded, also when it shows that a step came late. */
    @Test
    void aWrongDayIsPutRight() {
        var in = received("2024-02-20");
        var asked = with(CORRECTION_REQUESTED, "2024-02-27").items("身份证明").build();
        record(in, asked, rectified("2024-03-01", 1, received("2024-02-19")));
        record(in, turnedAway("2024-02-27").build(), rectified("2024-03-01", 1, received("2024-02-19")));
    }

    /** Art. 31 para 2: only who has let the ten working days pass has given the application up; they end on 5 March. */
    @Test
    void nobodyGivesUpWhileThereIsTimeToCorrect() {
        refused("on", IN, ASKED, step(ABANDONED, "2024-02-21"));
        assertTrue(said.contains("2024-03-05") && said.contains("Art. 31"), said);
        refused("on", IN, ASKED, step(ABANDONED, "2024-03-05"));
        record(IN, ASKED, step(ABANDONED, "2024-03-06"));
        var longer = with(CORRECTION_EXTENDED, "2024-03-01")
                .days(10)
                .reason("申请人住院（虚构）")
                .build();
        refused("on", IN, ASKED, longer, step(ABANDONED, "2024-03-15"));
        record(IN, ASKED, longer, step(ABANDONED, "2024-03-18"));
    }

    @Test
    void beforeTheNewLawTheNoticeSetTheTimeToCorrect() {
        var in = received("2022-01-27");
        var asked = with(CORRECTION_REQUESTED, "2022-01-27").items("身份证明");
        record(in, asked.build(), step(ABANDONED, "2022-01-28"));
        refused("on", in, asked.days(15).build(), step(ABANDONED, "2022-02-11"));
        assertTrue(said.contains("实施条例 Art. 29"), said);
        record(in, asked.days(15).build(), step(ABANDONED, "2022-02-12"));
    }

    private static ReconsiderationStep converted(String on) {
        return with(PROCEDURE_CONVERTED, on).to("ORDINARY").build();
    }

    /** Art. 62 para 2: the thirty days end on 20 March; a suspension of ten moves them to 1 April. */
    @Test
    void aSimplifiedCaseIsNotConvertedAfterItsTime() {
        var simple = Told.accepted("2024-02-19", Procedure.SIMPLIFIED);
        record(IN, simple, converted("2024-03-20"));
        refused("on", IN, simple, converted("2024-03-21"));
        refused("on", IN, simple, converted("2024-04-15"));
        assertTrue(said.contains("2024-03-20") && said.contains("Art. 62"), said);
        var suspended = suspended("2024-03-11", 7);
        record(IN, simple, suspended, step(RESUMED, "2024-03-21"), converted("2024-04-01"));
        refused("on", IN, simple, suspended, step(RESUMED, "2024-03-21"), converted("2024-04-02"));
        record(IN, simple, converted("2024-03-10"), suspended("2024-03-15", 7));
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

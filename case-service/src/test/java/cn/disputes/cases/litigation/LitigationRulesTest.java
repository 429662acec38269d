package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may follow what in a suit, and under which condition. */
class LitigationRulesTest {
    private static final String SERVED = "FILED 2024-03-01; SERVED 2024-03-04; ";
    private static final String SIMPLE = "FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04; ";
    private static final String LOST = SERVED + "CONCLUDED 2024-05-01 outcome=REVOKED; ";

    @ParameterizedTest
    @EnumSource(LitigationStatus.class)
    void everyStatusHasItsMoves(LitigationStatus status) {
        assertFalse(LitigationState.allowed(status).isEmpty());
        assertFalse(LitigationState.allowed(status).contains(LitigationStepType.RECTIFIED));
        assertFalse(LitigationState.allowed(status).contains(LitigationStepType.FILED));
        for (var type : LitigationStepType.values()) {
            assertEquals(
                    LitigationState.allowed(status).contains(type),
                    LitigationState.next(status, type).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(LitigationStepType.class)
    void everyStepMayFollowSomewhere(LitigationStepType type) {
        if (type == LitigationStepType.RECTIFIED || type == LitigationStepType.FILED) return;
        assertTrue(Arrays.stream(LitigationStatus.values())
                .anyMatch(status -> LitigationState.next(status, type).isPresent()));
    }

    @ParameterizedTest
    @EnumSource(LitigationStatus.class)
    void everyStatusCanBeReached(LitigationStatus status) {
        var reached = EnumSet.of(LitigationStatus.FILED);
        for (var before = 0; before != reached.size(); ) {
            before = reached.size();
            for (var from : Set.copyOf(reached)) {
                for (var type : LitigationState.allowed(from)) {
                    reached.add(LitigationState.next(from, type).orElseThrow());
                }
            }
        }
        assertTrue(reached.contains(status));
    }

    /** The simple ways through a suit, without any of the finer steps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; EFFECTIVE 2024-05-20 | EFFECTIVE",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; DEFENCE_FILED 2024-03-10; HEARING_SCHEDULED 2024-03-11;"
                        + " HEARING_HELD 2024-04-01 headAttendance=DEPUTY; CONCLUDED 2024-05-01 outcome=CLAIM_REJECTED;"
                        + " APPEALED 2024-05-10; EFFECTIVE 2024-06-20 | EFFECTIVE",
                "FIRST | FILED 2024-03-01; HEARING_HELD 2024-04-01 headAttendance=ABSENT; SUSPENDED 2024-04-02;"
                        + " RESUMED 2024-04-03; EXTENDED 2024-04-04 days=366; CONCLUDED 2024-05-01 outcome=MEDIATED |"
                        + " CONCLUDED",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; SUSPENDED 2024-04-02; DEFENCE_FILED 2024-04-03;"
                        + " CONCLUDED 2024-05-01 outcome=TERMINATED | CONCLUDED",
                "SECOND | FILED 2024-03-01; SERVED 2024-03-04; CONCLUDED 2024-05-01 outcome=REMANDED; EFFECTIVE"
                        + " 2024-05-01 | EFFECTIVE",
                "RETRIAL | FILED 2024-03-01; SERVED 2024-03-04; CONCLUDED 2024-05-01 outcome=APPEAL_DISMISSED |"
                        + " CONCLUDED",
            })
    void theSimpleWaysStayOpen(Instance instance, String history, LitigationStatus status) {
        assertEquals(status, WrittenHistory.fold(instance, history).status);
    }

    private static String refusal(Instance instance, String history) {
        var refused = assertThrows(ProblemException.class, () -> WrittenHistory.fold(instance, history));
        return refused.code().code() + " "
                + refused.faults().stream()
                        .map(ProblemException.FieldFault::field)
                        .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a date before the step it follows
                "FIRST | FILED 2024-03-02; SERVED 2024-03-01 | invalid-input on",
                // moves that are not in the table name what is allowed
                "FIRST | FILED 2024-03-01; DEFENCE_FILED 2024-03-02 | illegal-move type",
                "FIRST | FILED 2024-03-01; APPEALED 2024-03-02 | illegal-move type",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-03-02 outcome=REVOKED; HEARING_HELD 2024-03-03"
                        + " headAttendance=ABSENT | illegal-move type",
                // filing
                "SECOND | FILED 2024-03-01 procedure=SIMPLIFIED | invalid-input procedure",
                "RETRIAL | FILED 2024-03-01; SERVED 2024-03-02 procedure=SIMPLIFIED | invalid-input procedure",
                "FIRST | FILED 2024-03-01 retriedAs=FIRST | invalid-input retriedAs",
                "RETRIAL | FILED 2024-03-01 retriedAs=RETRIAL | invalid-input retriedAs",
                "FIRST | FILED 2024-03-01 claimReceivedOn=2024-03-02 | invalid-input claimReceivedOn",
                "FIRST | FILED 2024-03-01 act.madeOn=2024-03-02 | invalid-input act.madeOn",
                "FIRST | FILED 2024-03-01 act.knownOn=2024-03-02 | invalid-input act.knownOn",
                "FIRST | FILED 2024-03-01 act.termKnownOn=2024-03-02 | invalid-input act.termKnownOn",
                "FIRST | FILED 2024-03-01 act.dutyRequestedOn=2024-03-02 | invalid-input act.dutyRequestedOn",
                "FIRST | FILED 2024-03-01 act.madeOn=2024-02-02 act.knownOn=2024-02-01 | invalid-input act.knownOn",
                "FIRST | FILED 2024-03-01 act.knownOn=2024-02-02 act.termKnownOn=2024-02-01 | invalid-input"
                        + " act.termKnownOn",
                "FIRST | FILED 2024-03-01 act.dutyRequestedOn=2024-02-02 act.dutyDueOn=2024-02-01 | invalid-input"
                        + " act.dutyDueOn",
            })
    void refusesWhatCannotBe(Instance instance, String history, String refusal) {
        assertEquals(refusal, refusal(instance, history));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVIDENCE_EXTENSION_GRANTED 2024-03-05 | rule-broken type",
                "EVIDENCE_CAUSE_ENDED 2024-03-05 | rule-broken type",
                "EVIDENCE_TERM_SET 2024-03-05 days=10 | rule-broken type",
                "DEFENCE_FILED 2024-03-05; DEFENCE_FILED 2024-03-06 | rule-broken type",
                "HEAD_NAMED 2024-03-05 | invalid-input attendee",
                "HEAD_NAMED 2024-03-05 attendee=STAFF | invalid-input attendee",
                "HEAD_NAMED 2024-03-05 attendee=DELEGATED_HEAD | invalid-input attendee",
                "HEARING_SCHEDULED 2024-03-05 hearingOn=2024-03-04 | invalid-input hearingOn",
                "HEARING_HELD 2024-03-05 | invalid-input headAttendance",
                "HEARING_HELD 2024-03-05 headAttendance=DEPUTY appearance.attendees=STAFF | invalid-input"
                        + " headAttendance",
                "HEARING_HELD 2024-03-05 appearance.attendees=DEPUTY appearance.absenceReason=ACCIDENT | invalid-input"
                        + " appearance.absenceReason",
                "PROCEDURE_CONVERTED 2024-03-05 to=ORDINARY | rule-broken type",
                "EXCLUDED_PERIOD 2024-03-05 from=2024-03-04 | invalid-input ground",
                "EXCLUDED_PERIOD 2024-03-05 from=2024-03-04 ground=HOLIDAY | invalid-input ground",
                "EXCLUDED_PERIOD 2024-03-05 from=2024-03-04 ground=1 | invalid-input ground",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL | invalid-input from",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-02-29 | invalid-input from",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=2024-03-04 | invalid-input to",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=soon | invalid-input to",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-06 | invalid-input to",
                "SUSPENDED 2024-03-05 ground=0 | invalid-input ground",
                "SUSPENDED 2024-03-05 ground=8 | invalid-input ground",
                "SUSPENDED 2024-03-05 ground=why | invalid-input ground",
                "EXTENDED 2024-03-05 | invalid-input days",
                "EXTENDED 2024-03-05 days=0 | invalid-input days",
                "EXTENDED 2024-03-05 days=367 | invalid-input days",
                "ADVICE_RECEIVED 2024-03-05 | invalid-input advice",
                "ADVICE_ANSWERED 2024-03-05 | rule-broken type",
                "CONCLUDED 2024-03-05 | invalid-input outcome",
                "CONCLUDED 2024-03-05 outcome=REMANDED | invalid-input outcome",
                "CONCLUDED 2024-03-05 outcome=WITHDRAWN | invalid-input outcomeGround",
                "CONCLUDED 2024-03-05 outcome=REVOKED outcomeGround=SETTLED | invalid-input outcomeGround",
                "CONCLUDED 2024-03-05 outcome=CHANGED redo=true | invalid-input redo",
                "CONCLUDED 2024-03-05 outcome=REVOKED reconsiderationDecision=MEDIATED | invalid-input"
                        + " reconsiderationDecision",
                "CONCLUDED 2024-03-05 outcome=ORDERED_TO_PAY performWithinDays=0 | invalid-input performWithinDays",
                "CONCLUDED 2024-03-05 outcome=REVOKED ground=1 | invalid-input ground",
                "CONCLUDED 2024-03-05 outcome=TERMINATED ground=4 | invalid-input ground",
                "CONCLUDED 2024-03-05 outcome=TERMINATED ground=3 | rule-broken type",
            })
    void refusesInTheCourseOfAnOrdinarySuit(String steps, String refusal) {
        assertEquals(refusal, refusal(Instance.FIRST, SERVED + steps));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVIDENCE_TERM_SET 2024-03-05 | invalid-input days",
                "EVIDENCE_TERM_SET 2024-03-05 days=16 | invalid-input days",
                "EXTENDED 2024-03-05 days=10 | rule-broken type",
                "PROCEDURE_CONVERTED 2024-03-05 | invalid-input to",
                "PROCEDURE_CONVERTED 2024-03-05 to=SIMPLIFIED | invalid-input to",
                "PROCEDURE_CONVERTED 2024-03-05 to=ORDINARY; PROCEDURE_CONVERTED 2024-03-06 to=ORDINARY | rule-broken"
                        + " type",
            })
    void refusesInTheCourseOfASimplifiedSuit(String steps, String refusal) {
        assertEquals(refusal, refusal(Instance.FIRST, SIMPLE + steps));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST | JUDGMENT_SERVED 2024-05-02; JUDGMENT_SERVED 2024-05-03; APPEALED 2024-05-04; APPEALED 2024-05-05"
                        + " | rule-broken type",
                "RETRIAL | APPEALED 2024-05-02 | rule-broken type",
                "FIRST | APPEALED 2024-05-02; APPEALED 2024-05-03 | rule-broken type",
                "SECOND | APPEALED 2024-05-02 | rule-broken type",
                "FIRST | APPEAL_SERVED 2024-05-02 | rule-broken type",
                "FIRST | APPEALED 2024-05-02; APPEAL_ANSWERED 2024-05-03 | rule-broken type",
                "FIRST | EFFECTIVE 2024-05-20; RETRIAL_COPY_SERVED 2024-06-01 | rule-broken type",
                "FIRST | EFFECTIVE 2024-05-20; RETRIAL_REVIEW_OPENED 2024-06-01 | rule-broken type",
                "FIRST | EFFECTIVE 2024-05-20; RETRIAL_APPLIED 2024-06-01; RETRIAL_OPINION_FILED 2024-06-02 |"
                        + " rule-broken type",
                "FIRST | EFFECTIVE 2024-05-20; RETRIAL_APPLIED 2024-06-01; RETRIAL_REVIEW_CLOSED 2024-06-02 |"
                        + " rule-broken type",
            })
    void refusesAfterTheJudgment(Instance instance, String steps, String refusal) {
        assertEquals(refusal, refusal(instance, LOST + steps));
    }

    @Test
    void nothingIsAppealedThatNoAppealLiesAgainst() {
        for (var outcome : LitigationOutcome.values()) {
            if (outcome.onlyOnAppeal()) continue;
            var ground = outcome == LitigationOutcome.WITHDRAWN ? " outcomeGround=VOLUNTARY" : "";
            var history = SERVED + "CONCLUDED 2024-05-01 outcome=" + outcome + ground + "; APPEALED 2024-05-02";
            var allowed = !EnumSet.of(
                            LitigationOutcome.WITHDRAWN,
                            LitigationOutcome.DEEMED_WITHDRAWN,
                            LitigationOutcome.MEDIATED,
                            LitigationOutcome.TRANSFERRED,
                            LitigationOutcome.TERMINATED)
                    .contains(outcome);
            if (allowed) WrittenHistory.fold(Instance.FIRST, history);
            else assertEquals("rule-broken type", refusal(Instance.FIRST, history));
        }
    }

    /** 解释 Art. 119: as first instance it is appealed, as second it has effect; 行诉法 Art. 88. */
    @Test
    void aRetrialIsAppealedAsTheInstanceItIsTriedAs() {
        var judged = "; CONCLUDED 2024-08-01 outcome=REVOKED";
        var appealed = judged + "; JUDGMENT_SERVED 2024-08-05; APPEALED 2024-08-12";
        var first = WrittenHistory.fold(Instance.RETRIAL, "FILED 2024-03-01 retriedAs=FIRST" + appealed);
        assertEquals(LocalDate.of(2024, 8, 12), first.appealedOn);
        assertEquals(null, first.inEffectSince());
        assertEquals("rule-broken type", refusal(Instance.RETRIAL, "FILED 2024-03-01 retriedAs=SECOND" + appealed));
        var second = "FILED 2024-03-01 retriedAs=SECOND" + judged;
        assertEquals(
                LocalDate.of(2024, 8, 1),
                WrittenHistory.fold(Instance.RETRIAL, second).inEffectSince());
        assertEquals(
                LocalDate.of(2024, 8, 9),
                WrittenHistory.fold(Instance.RETRIAL, second + "; EFFECTIVE 2024-08-09")
                        .inEffectSince());
        assertEquals(
                null,
                WrittenHistory.fold(Instance.RETRIAL, "FILED 2024-03-01" + judged)
                        .inEffectSince());
    }

    /** 行诉法 Art. 67: each defendant has its own fifteen days and files its own defence; no agency: the nominal one. */
    @Test
    void everyDefendantIsServedAndFilesOnce() {
        var file = WrittenHistory.fold(
                Instance.FIRST, SERVED + "DEFENCE_FILED 2024-03-15; DEFENCE_FILED 2024-03-18 agency=GOVERNMENT");
        assertEquals(LocalDate.of(2024, 3, 18), file.defences.filedOn());
        var waiting = SERVED + "SERVED 2024-03-06 agency=GOVERNMENT; DEFENCE_FILED 2024-03-15";
        var open = WrittenHistory.fold(Instance.FIRST, waiting);
        assertEquals(null, open.defences.filedOn());
        assertEquals(SERVED_ON, open.defences.servedOn());
        assertEquals("rule-broken type", refusal(Instance.FIRST, waiting + "; DEFENCE_FILED 2024-03-16"));
        assertEquals("rule-broken type", refusal(Instance.FIRST, waiting + "; SERVED 2024-03-16 agency=GOVERNMENT"));
        assertEquals(
                "invalid-input agency",
                refusal(Instance.FIRST, waiting + "; EVIDENCE_FILED 2024-03-16 agency=GOVERNMENT"));
        var other = SERVED + "DEFENCE_FILED 2024-03-18 agency=GOVERNMENT";
        assertEquals(null, WrittenHistory.fold(Instance.FIRST, other).defences.filedOn());
    }

    private static final LocalDate SERVED_ON = LocalDate.of(2024, 3, 4);

    /** 解释 Art. 88: the first three grounds of suspension time out after ninety days, the others never. */
    @ParameterizedTest
    @CsvSource({
        "1, 2024-06-30, true",
        "1, 2024-06-29, false",
        "2, 2024-06-30, true",
        "3, 2024-06-30, true",
        "4, 2024-12-31, false",
        "7, 2024-12-31, false",
        ", 2024-12-31, false"
    })
    void onlyThreeGroundsTimeOut(Integer ground, String on, boolean allowed) {
        var suspended = SERVED + "SUSPENDED 2024-04-01" + (ground == null ? "" : " ground=" + ground);
        var history = suspended + "; CONCLUDED " + on + " outcome=TERMINATED ground=3";
        if (allowed) assertEquals(LitigationOutcome.TERMINATED, WrittenHistory.fold(Instance.FIRST, history).outcome);
        else assertEquals("rule-broken type", refusal(Instance.FIRST, history));
        // a death without heirs ends it at once
        WrittenHistory.fold(Instance.FIRST, suspended + "; CONCLUDED 2024-04-02 outcome=TERMINATED ground=1");
    }

    @Test
    void whatIsResumedNoLongerTimesOut() {
        assertEquals(
                "rule-broken type",
                refusal(
                        Instance.FIRST,
                        SERVED + "SUSPENDED 2024-04-01 ground=1; RESUMED 2024-04-02;"
                                + " CONCLUDED 2024-12-31 outcome=TERMINATED ground=3"));
    }

    @Test
    void aContradictionSaysWhatTheFactsMakeOfIt() {
        var refused = assertThrows(
                ProblemException.class,
                () -> WrittenHistory.fold(
                        Instance.FIRST,
                        SERVED + "HEARING_HELD 2024-04-01 headAttendance=PRINCIPAL"
                                + " appearance.attendees=PRINCIPAL appearance.identity=REJECTED"));
        var fault = refused.faults().get(0);
        assertTrue(fault.en().contains("ABSENT") && fault.en().contains("法释〔2020〕3号 Art. 6"));
        assertTrue(fault.zh().contains("ABSENT") && fault.zh().contains("视为负责人未出庭"));
        // the same result stated beside the facts is no contradiction
        WrittenHistory.fold(
                Instance.FIRST,
                SERVED + "HEARING_HELD 2024-04-01 headAttendance=ABSENT appearance.attendees=PRINCIPAL"
                        + " appearance.identity=REJECTED");
    }

    @Test
    void aSuitIsNotItsOwnEarlierInstance() {
        var refused = assertThrows(ProblemException.class, () -> FilingRules.previous("X", "X"));
        assertEquals("previousCaseNumber", refused.faults().get(0).field());
        FilingRules.previous("X", "Y");
        FilingRules.previous("X", null);
    }

    @Test
    void aRectificationNamesTheStepItWouldMakeIllegal() {
        var history = SERVED + "DEFENCE_FILED 2024-03-05; RECTIFIED 2024-03-06 step=2";
        var refused = assertThrows(ProblemException.class, () -> WrittenHistory.fold(Instance.FIRST, history));
        assertEquals(CaseProblem.LATER_STEP_ILLEGAL, refused.code());
        assertTrue(refused.toProblem(true).title().contains("3"));
    }

    @Test
    void theFilingCannotBeStruckOut() {
        assertEquals("invalid-input step", refusal(Instance.FIRST, "FILED 2024-03-01; RECTIFIED 2024-03-06 step=1"));
        assertEquals(
                "later-step-illegal ",
                refusal(Instance.FIRST, "FILED 2024-03-01; SERVED 2024-03-04; RECTIFIED 2024-03-06 step=1"));
    }

    @Test
    void longestAndShortestAreAllowed() {
        var file = WrittenHistory.fold(
                Instance.FIRST,
                SIMPLE + "EVIDENCE_TERM_SET 2024-03-05 days=15; EVIDENCE_TERM_SET 2024-03-06 days=1;"
                        + " PROCEDURE_CONVERTED 2024-03-07 to=ORDINARY; EXTENDED 2024-03-08 days=1;"
                        + " SUSPENDED 2024-03-09 ground=7; EXCLUDED_PERIOD 2024-03-10 ground=APPRAISAL from=2024-03-01;"
                        + " RESUMED 2024-03-11; HEARING_SCHEDULED 2024-03-11 hearingOn=2024-03-11;"
                        + " CONCLUDED 2024-03-12 outcome=PARTLY_REVOKED redo=true performWithinDays=1"
                        + " reconsiderationDecision=CONFIRMED_VOID");
        assertEquals(LitigationStatus.CONCLUDED, file.status);
        assertEquals(TrialProcedure.ORDINARY, file.procedure);
        assertEquals(1, file.evidenceDays);
        WrittenHistory.fold(
                Instance.FIRST,
                SERVED + "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=2027-03-05;"
                        + " CONCLUDED 2024-03-12 outcome=ORDERED_TO_PAY performWithinDays=1095");
    }

    /** 解释 Art. 87: what stopped a suit before its copy was served stops no service after it. */
    @Test
    void aSuitThatStoodStillBeforeServiceIsServedLater() {
        var before = "FILED 2024-03-01; SUSPENDED 2024-03-04 ground=1; RESUMED 2024-05-06; ";
        var file = WrittenHistory.fold(Instance.FIRST, before + "SERVED 2024-05-08; DEFENCE_FILED 2024-05-20");
        assertEquals(LocalDate.of(2024, 5, 8), file.defences.servedOn());
        assertEquals("rule-broken type", refusal(Instance.FIRST, before + "SERVED 2024-05-08; SERVED 2024-05-09"));
        assertEquals("rule-broken type", refusal(Instance.FIRST, SERVED + "SERVED 2024-05-09"));
    }

    /** Refused of what is told; what stands in a record from before must fold, or nobody could open the case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=2027-03-05 |",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=2027-03-06 | to",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=9999-12-31 | to",
                "EXCLUDED_PERIOD 2024-03-05 ground=APPRAISAL from=2024-03-05 to=+57443-01-01 | to",
                "CONCLUDED 2024-03-05 outcome=ORDERED_TO_PAY performWithinDays=1095 |",
                "CONCLUDED 2024-03-05 outcome=ORDERED_TO_PAY performWithinDays=1096 | performWithinDays",
                "CONCLUDED 2024-03-05 outcome=ORDERED_TO_PAY performWithinDays=20240615 | performWithinDays",
            })
    void aPeriodThatIsASlipIsNotTakenAndStandsWhereItIs(String step, String field) {
        WrittenHistory.fold(Instance.FIRST, SERVED + step);
        if (field == null) {
            LongestPeriods.check(WrittenHistory.step(step));
            return;
        }
        var refused = assertThrows(ProblemException.class, () -> LongestPeriods.check(WrittenHistory.step(step)));
        assertEquals(field, refused.faults().get(0).field());
    }
}

package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReconsiderationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private static ReconsiderationStep step(ReconsiderationStepType type, String on) {
        return ReconsiderationStep.of(type, LocalDate.parse(on));
    }

    private static ReconsiderationStep accepted(String on, Procedure procedure) {
        return ReconsiderationStep.with(ACCEPTED, LocalDate.parse(on))
                .procedure(procedure)
                .build();
    }

    private static ReconsiderationStep extended(String on, int days) {
        return ReconsiderationStep.with(EXTENDED, LocalDate.parse(on))
                .days(days)
                .build();
    }

    private static ReconsiderationStep suspended(String on, int ground) {
        return ReconsiderationStep.with(SUSPENDED, LocalDate.parse(on))
                .ground(ground)
                .build();
    }

    private static ReconsiderationStep terminated(String on, int ground) {
        return ReconsiderationStep.with(TERMINATED, LocalDate.parse(on))
                .ground(ground)
                .build();
    }

    private static ReconsiderationStep decided(String on, ReconsiderationOutcome outcome) {
        return ReconsiderationStep.with(DECIDED, LocalDate.parse(on))
                .outcome(outcome)
                .build();
    }

    private static ReconsiderationStep rectified(String on, int sequence, ReconsiderationStep replacement) {
        return ReconsiderationStep.with(RECTIFIED, LocalDate.parse(on))
                .rectifies(sequence, replacement)
                .build();
    }

    private static List<RecordedStep<ReconsiderationStep>> history(ReconsiderationStep... steps) {
        var history = new ArrayList<RecordedStep<ReconsiderationStep>>();
        for (var step : steps) history.add(new RecordedStep<>(history.size() + 1, step, Instant.EPOCH, "officer"));
        return history;
    }

    private static ReconsiderationFile fold(ReconsiderationStep... steps) {
        return ReconsiderationFile.fold(history(steps));
    }

    private static Deadline clock(String code, ReconsiderationStep... steps) {
        return new ReconsiderationDeadlines(fold(steps), ShippedCalendar.load(), TODAY)
                .all().stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationStatus.class)
    void everyStatusHasItsMoves(ReconsiderationStatus status) {
        assertFalse(ReconsiderationState.allowed(status).isEmpty());
        assertFalse(ReconsiderationState.allowed(status).contains(RECTIFIED));
        assertFalse(ReconsiderationState.allowed(status).contains(RECEIVED));
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationStepType.class)
    void everyStepMayFollowSomewhere(ReconsiderationStepType type) {
        if (type == RECTIFIED || type == RECEIVED) return;
        assertTrue(java.util.Arrays.stream(ReconsiderationStatus.values())
                .anyMatch(status -> ReconsiderationState.next(status, type).isPresent()));
    }

    @Test
    void ordinaryCaseOf2024() {
        var received = step(RECEIVED, "2024-02-19");
        var accepted = accepted("2024-02-19", Procedure.ORDINARY);
        assertEquals(
                LocalDate.of(2024, 2, 28), clock("SERVE", received, accepted).end());
        assertEquals(
                LocalDate.of(2024, 3, 13),
                clock("REPLY", received, accepted, step(COPY_SERVED, "2024-02-28"))
                        .end());
        assertEquals(
                LocalDate.of(2024, 4, 19), clock("DECIDE", received, accepted).end());
        var extended = clock("DECIDE", received, accepted, extended("2024-04-10", 30));
        assertEquals(LocalDate.of(2024, 5, 19), extended.rawEnd());
        assertEquals(LocalDate.of(2024, 5, 20), extended.end());
    }

    @Test
    void suspensionStopsTheClock() {
        var clock = clock(
                "DECIDE",
                step(RECEIVED, "2024-02-19"),
                accepted("2024-02-19", Procedure.ORDINARY),
                suspended("2024-03-11", 7),
                step(RESUMED, "2024-04-10"));
        assertEquals(LocalDate.of(2024, 5, 19), clock.rawEnd());
        assertEquals(LocalDate.of(2024, 5, 20), clock.end());
        assertEquals(1, clock.excluded().size());
        assertTrue(clock.breached(), "still open on the day of asking");
    }

    @Test
    void simplifiedCaseOf2024() {
        var received = step(RECEIVED, "2024-02-19");
        var accepted = accepted("2024-02-19", Procedure.SIMPLIFIED);
        assertEquals(
                LocalDate.of(2024, 2, 22), clock("SERVE", received, accepted).end());
        assertEquals(
                LocalDate.of(2024, 2, 29),
                clock("REPLY", received, accepted, step(COPY_SERVED, "2024-02-22"))
                        .end());
        assertEquals(
                LocalDate.of(2024, 3, 20), clock("DECIDE", received, accepted).end());
    }

    @Test
    void oldReplyIsCountedInCalendarDays() {
        var clock = clock(
                "REPLY",
                step(RECEIVED, "2022-09-20"),
                accepted("2022-09-22", Procedure.ORDINARY),
                step(COPY_SERVED, "2022-09-28"));
        assertEquals(LocalDate.of(2022, 10, 8), clock.end());
    }

    @Test
    void aStepThatNeverWasLeavesNoTrace() {
        var received = step(RECEIVED, "2024-02-19");
        var accepted = accepted("2024-02-19", Procedure.ORDINARY);
        var plain = clock("DECIDE", received, accepted);
        var struck = clock("DECIDE", received, accepted, extended("2024-04-10", 30), rectified("2024-04-11", 3, null));
        assertEquals(plain.end(), struck.end());
        assertEquals(plain.extendedDays(), struck.extendedDays());
    }

    @Test
    void aRectificationNamesTheStepItWouldMakeIllegal() {
        var refused = assertThrows(
                ProblemException.class,
                () -> fold(
                        step(RECEIVED, "2024-02-19"),
                        accepted("2024-02-20", Procedure.ORDINARY),
                        step(COPY_SERVED, "2024-02-22"),
                        rectified("2024-03-01", 2, null)));
        assertEquals(CaseProblem.LATER_STEP_ILLEGAL, refused.code());
        assertTrue(refused.toProblem(true).title().contains("3"));
    }

    @ParameterizedTest
    @CsvSource({"1,59,false", "1,60,true", "2,60,true", "3,90,false", "4,60,true", "7,90,false"})
    void onlyThreeGroundsTimeOut(int ground, int days, boolean allowed) {
        var suspendedOn = LocalDate.of(2024, 3, 1);
        var steps = new ReconsiderationStep[] {
            step(RECEIVED, "2024-02-19"),
            accepted("2024-02-20", Procedure.ORDINARY),
            suspended("2024-03-01", ground),
            terminated(suspendedOn.plusDays(days).toString(), 5)
        };
        if (allowed) assertEquals(ReconsiderationOutcome.TERMINATED, fold(steps).outcome);
        else assertThrows(ProblemException.class, () -> fold(steps));
    }

    @Test
    void refusesWhatCannotBe() {
        var received = step(RECEIVED, "2024-02-19");
        var accepted = accepted("2024-02-20", Procedure.ORDINARY);
        assertIllegal(received, decided("2024-02-21", ReconsiderationOutcome.UPHELD));
        assertIllegal(received, accepted("2024-02-18", Procedure.ORDINARY));
        assertIllegal(received, accepted, step(REPLY_RECEIVED, "2024-02-21"));
        assertIllegal(received, accepted, extended("2024-04-01", 31));
        assertIllegal(received, accepted, extended("2024-04-01", 10), extended("2024-04-02", 10));
        assertIllegal(received, accepted, decided("2024-03-01", ReconsiderationOutcome.MEDIATED));
        assertIllegal(
                received, accepted, decided("2024-03-01", ReconsiderationOutcome.UPHELD), suspended("2024-03-02", 1));
        assertIllegal(step(RECEIVED, "2022-02-21"), accepted("2022-02-22", Procedure.SIMPLIFIED));
        assertIllegal(received, accepted("2024-02-20", Procedure.SIMPLIFIED), extended("2024-03-01", 10));
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationStepType.class)
    void fourStepsNeedAnother(ReconsiderationStepType type) {
        var approved = type == REFUSED || type == PROCEDURE_CONVERTED || type == DECIDED || type == EXTENDED;
        if (type == RECTIFIED) return;
        var history = history(step(RECEIVED, "2024-02-19"), step(type, "2024-02-20"), step(COPY_SERVED, "2024-02-20"));
        assertEquals(approved, ReconsiderationRules.needsApproval(step(type, "2024-02-20"), history));
        assertEquals(approved, ReconsiderationRules.needsApproval(rectified("2024-02-21", 2, null), history));
        assertEquals(
                approved,
                ReconsiderationRules.needsApproval(rectified("2024-02-21", 3, step(type, "2024-02-20")), history));
        assertFalse(ReconsiderationRules.needsApproval(rectified("2024-02-21", 3, null), history));
        var harmless = step(OPINIONS_HEARD, "2024-02-20");
        assertEquals(approved, ReconsiderationRules.needsApproval(rectified("2024-02-21", 2, harmless), history));
    }

    /** A decision that stands by a rectification is struck out only as it came in. */
    @Test
    void whatARectificationMadeIsApprovedToo() {
        var history = history(
                step(RECEIVED, "2024-02-19"),
                step(ACCEPTED, "2024-02-19"),
                step(OPINIONS_HEARD, "2024-02-20"),
                rectified("2024-02-21", 3, decided("2024-02-20", ReconsiderationOutcome.UPHELD)));
        assertTrue(ReconsiderationRules.needsApproval(rectified("2024-02-22", 3, null), history));
        assertFalse(ReconsiderationRules.needsApproval(rectified("2024-02-22", 2, null), history));
    }

    @Test
    void aRectificationNamesAStepThatIsThere() {
        assertIllegal(step(RECEIVED, "2024-02-19"), rectified("2024-02-20", 7, null));
        assertIllegal(step(RECEIVED, "2024-02-19"), rectified("2024-02-20", 1, null), step(REFUSED, "2024-02-20"));
    }

    @Test
    void anIllegalMoveSaysWhatIsAllowed() {
        var refused = assertThrows(
                ProblemException.class, () -> fold(step(RECEIVED, "2024-02-19"), step(COPY_SERVED, "2024-02-20")));
        assertEquals(CaseProblem.ILLEGAL_MOVE, refused.code());
        assertTrue(refused.toProblem(true).title().contains("CORRECTION_REQUESTED, ACCEPTED"));
    }

    private static void assertIllegal(ReconsiderationStep... steps) {
        assertThrows(ProblemException.class, () -> fold(steps));
    }
}

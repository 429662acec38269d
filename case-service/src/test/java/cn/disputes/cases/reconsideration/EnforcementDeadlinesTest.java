package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.DECIDED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.DECISION_SERVED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.ENFORCEMENT_APPLIED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.MEDIATED;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.PERFORMED;
import static cn.disputes.cases.reconsideration.Told.CALENDAR;
import static cn.disputes.cases.reconsideration.Told.TODAY;
import static cn.disputes.cases.reconsideration.Told.clock;
import static cn.disputes.cases.reconsideration.Told.clocks;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.cases.calendar.CountedDay.Reason;
import cn.disputes.cases.calendar.Term;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Three months from the end of the time to sue to ask the court for enforcement (解释 Art. 156). */
class EnforcementDeadlinesTest {
    private static final ReconsiderationStep IN = received("2024-02-19");
    private static final ReconsiderationStep ORDINARY = ordinary("2024-02-19");

    private static ReconsiderationStep decided(ReconsiderationOutcome outcome) {
        return with(DECIDED, "2024-03-08").outcome(outcome).build();
    }

    private static ReconsiderationStep[] served(String on, ReconsiderationStep... more) {
        var steps = new ReconsiderationStep[4 + more.length];
        steps[0] = IN;
        steps[1] = ORDINARY;
        steps[2] = decided(ReconsiderationOutcome.UPHELD);
        steps[3] = step(DECISION_SERVED, on);
        System.arraycopy(more, 0, steps, 4, more.length);
        return steps;
    }

    @ParameterizedTest
    @CsvSource({
        // fifteen days end on a working day; three months later is one too
        "2024-03-11, 2024-03-26, 2024-06-26",
        // the fifteen days roll over Qingming, and the three months start where they end
        "2024-03-20, 2024-04-07, 2024-07-08",
        // no 31st in the last month, and its last day a Sunday
        "2024-08-16, 2024-09-02, 2024-12-02"
    })
    void countsFromTheLastDayToSue(String served, LocalDate start, LocalDate end) {
        var enforce = clock("ENFORCE", served(served));
        assertEquals("解释 Art. 156", enforce.article());
        assertEquals(3, enforce.length());
        assertEquals(Term.Unit.MONTHS, enforce.unit());
        assertEquals(start, enforce.startsOn());
        assertEquals(end, enforce.end());
        assertFalse(enforce.breached(), "a right lapses, nobody breaks it");
        var proof = enforce.proven(CALENDAR, TODAY).days();
        assertEquals(Reason.TRIGGER_DAY, proof.get(0).reason());
        assertEquals(end, proof.get(proof.size() - 1).date());
    }

    @Test
    void beginsWhenTheTimeToSueHasPassed() {
        var steps = served("2024-03-11");
        assertFalse(clocks(LocalDate.of(2024, 3, 26), steps).stream()
                .anyMatch(c -> c.code().equals("ENFORCE")));
        assertEquals(
                1,
                clocks(LocalDate.of(2024, 3, 27), steps).stream()
                        .filter(c -> c.code().equals("ENFORCE"))
                        .count());
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationOutcome.class)
    void onlyAnActThatStandsIsEnforced(ReconsiderationOutcome outcome) {
        if (outcome.compareTo(ReconsiderationOutcome.APPLICATION_REJECTED) > 0) return;
        var expected = outcome == ReconsiderationOutcome.UPHELD || outcome == ReconsiderationOutcome.CHANGED;
        var shown = clocks(TODAY, IN, ORDINARY, decided(outcome), step(DECISION_SERVED, "2024-03-11")).stream()
                .anyMatch(c -> c.code().equals("ENFORCE"));
        assertEquals(expected, shown);
        if (expected) legal(IN, ORDINARY, decided(outcome), step(DECISION_SERVED, "2024-03-11"), applied("2024-04-01"));
        else
            refused("type", IN, ORDINARY, decided(outcome), step(DECISION_SERVED, "2024-03-11"), applied("2024-04-01"));
    }

    private static ReconsiderationStep applied(String on) {
        return step(ENFORCEMENT_APPLIED, on);
    }

    @Test
    void isMetByTheApplicationOrByPerformance() {
        assertNull(clock("ENFORCE", served("2024-03-11")).metOn());
        assertEquals(
                LocalDate.of(2024, 5, 6),
                clock("ENFORCE", served("2024-03-11", applied("2024-05-06"))).metOn());
        var late = clock("ENFORCE", served("2024-03-11", applied("2024-06-27")));
        assertEquals(true, late.breached());
        assertEquals(
                LocalDate.of(2024, 4, 8),
                clock("ENFORCE", served("2024-03-11", step(PERFORMED, "2024-04-08")))
                        .metOn());
        refused("type", served("2024-03-11", applied("2024-05-06"), applied("2024-05-07")));
        refused("type", IN, ORDINARY, decided(ReconsiderationOutcome.UPHELD), applied("2024-03-09"));
    }

    /** Nobody sues against what all have signed: the text gives the three months no beginning. */
    @Test
    void aMediationStatementIsEnforcedWithoutAClock() {
        var mediated = step(MEDIATED, "2024-03-08");
        legal(IN, ORDINARY, mediated, applied("2024-04-01"));
        assertFalse(clocks(TODAY, IN, ORDINARY, mediated, step(DECISION_SERVED, "2024-03-11")).stream()
                .anyMatch(c -> c.code().equals("ENFORCE")));
    }
}

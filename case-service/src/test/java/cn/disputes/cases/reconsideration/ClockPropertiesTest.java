package cn.disputes.cases.reconsideration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.CountedDay;
import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.Span;
import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClockPropertiesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final LocalDate FAR = LocalDate.of(2026, 6, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365).map(LocalDate.of(2024, 1, 15)::plusDays);
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        var span = Combinators.combine(days(), Arbitraries.integers().between(0, 90))
                .as((from, length) -> new Span(from, from.plusDays(length)));
        return span.list().ofMaxSize(4);
    }

    @Property(tries = 500)
    void theOrderOfSuspensionsDoesNotMatter(@ForAll("days") LocalDate start, @ForAll("spans") List<Span> spans) {
        var other = new ArrayList<>(spans);
        Collections.reverse(other);
        var term = Term.days(60);
        assertEquals(term.from(start, 0, spans, CALENDAR), term.from(start, 0, other, CALENDAR));
    }

    @Property(tries = 500)
    void aFurtherSuspensionNeverShortens(
            @ForAll("days") LocalDate start,
            @ForAll("spans") List<Span> spans,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 90) int length) {
        var more = new ArrayList<>(spans);
        more.add(new Span(from, from.plusDays(length)));
        var term = Term.days(60);
        var before = term.from(start, 0, spans, CALENDAR).rawEnd();
        assertFalse(term.from(start, 0, more, CALENDAR).rawEnd().isBefore(before));
    }

    @Property(tries = 500)
    void whatHasRunOutIsNotRevived(@ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 90) int length) {
        var term = Term.days(60);
        var end = term.from(start, CALENDAR);
        var late = new Span(end.end().plusDays(1), end.end().plusDays(1L + length));
        assertEquals(end, term.from(start, 0, List.of(late), CALENDAR));
    }

    /** The days counted in the proof are the budget of the term, whatever was taken out of it. */
    @Property(tries = 500)
    void theProofCountsTheBudget(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 50) int after,
            @ForAll @IntRange(max = 90) int length) {
        var from = start.plusDays(1L + after);
        var spans = List.of(new Span(from, from.plusDays(length)));
        var end = Term.days(60).from(start, 0, spans, CALENDAR);
        var counted = CountedDay.prove(start, end, Term.Unit.DAYS, spans, CALENDAR).stream()
                .filter(CountedDay::counted)
                .count();
        assertEquals(60, counted);
    }

    private static ReconsiderationStep step(ReconsiderationStepType type, LocalDate on) {
        return ReconsiderationStep.of(type, on);
    }

    private static ReconsiderationStep suspended(LocalDate on) {
        return ReconsiderationStep.with(ReconsiderationStepType.SUSPENDED, on)
                .ground(7)
                .build();
    }

    private static ReconsiderationStep struck(LocalDate on, int sequence) {
        return ReconsiderationStep.with(ReconsiderationStepType.RECTIFIED, on)
                .reason("笔误")
                .rectifies(sequence, null)
                .build();
    }

    private static List<Deadline> clocks(List<ReconsiderationStep> steps, LocalDate today) {
        var recorded = new ArrayList<RecordedStep<ReconsiderationStep>>();
        for (var step : steps) recorded.add(new RecordedStep<>(recorded.size() + 1, step, Instant.EPOCH, "合成"));
        return new ReconsiderationDeadlines(ReconsiderationFile.fold(recorded), CALENDAR, today).all();
    }

    @Property(tries = 300)
    void aSuspensionStruckOutIsAsIfItNeverWas(
            @ForAll("days") LocalDate received,
            @ForAll @IntRange(max = 40) int after,
            @ForAll @IntRange(max = 60) int length) {
        var plain = new ArrayList<>(List.of(
                step(ReconsiderationStepType.RECEIVED, received), step(ReconsiderationStepType.ACCEPTED, received)));
        var before = clocks(plain, FAR);
        var from = received.plusDays(after);
        plain.add(suspended(from));
        plain.add(step(ReconsiderationStepType.RESUMED, from.plusDays(length)));
        plain.add(struck(from.plusDays(length), 4));
        plain.add(struck(from.plusDays(length), 3));
        assertEquals(before, clocks(plain, FAR));
    }

    /** Art. 30 para 3: silence accepts on the day the review ends, and a late acceptance does not move the term. */
    @Property(tries = 300)
    void silenceAccepts(@ForAll("days") LocalDate received, @ForAll @IntRange(min = 1, max = 40) int late) {
        var reviewEnd = Term.workingDays(5).from(received, CALENDAR).end();
        var silent = clocks(List.of(step(ReconsiderationStepType.RECEIVED, received)), reviewEnd.plusDays(1));
        var decide = silent.stream()
                .filter(c -> c.code().equals("DECIDE"))
                .findFirst()
                .orElseThrow();
        assertEquals(reviewEnd, decide.startsOn());
        var recorded = clocks(
                List.of(
                        step(ReconsiderationStepType.RECEIVED, received),
                        step(ReconsiderationStepType.ACCEPTED, reviewEnd.plusDays(late))),
                FAR);
        var same = recorded.stream()
                .filter(c -> c.code().equals("DECIDE"))
                .findFirst()
                .orElseThrow();
        assertEquals(decide.end(), same.end());
        assertTrue(recorded.stream().anyMatch(c -> c.code().equals("ACCEPT") && c.breached()));
    }

    @Property(tries = 100)
    void onTheLastDayOfReviewNothingIsAcceptedYet(@ForAll("days") LocalDate received) {
        var reviewEnd = Term.workingDays(5).from(received, CALENDAR).end();
        var open = clocks(List.of(step(ReconsiderationStepType.RECEIVED, received)), reviewEnd);
        assertTrue(open.stream().noneMatch(c -> c.code().equals("DECIDE")));
    }
}

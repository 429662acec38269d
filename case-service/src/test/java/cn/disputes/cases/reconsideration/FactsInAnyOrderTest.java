package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The dates follow from what happened and when, not from the order in which it was written down. */
class FactsInAnyOrderTest {
    private static final LocalDate FAR = LocalDate.of(2026, 6, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 700).map(LocalDate.of(2024, 1, 15)::plusDays);
    }

    /** Facts of one day, none of which needs another of them. */
    private static List<ReconsiderationStep> facts(LocalDate on) {
        return List.of(
                ReconsiderationStep.of(COPY_SERVED, on),
                ReconsiderationStep.of(OPINIONS_HEARD, on),
                ReconsiderationStep.of(COMMITTEE_CONSULTED, on),
                ReconsiderationStep.with(HEARING_NOTIFIED, on).hearingOn(on.plusDays(10)).build(),
                ReconsiderationStep.with(DOCUMENT_QUESTIONED, on).ownPower(true).build(),
                ReconsiderationStep.with(TIME_EXCLUDED, on)
                        .ground(ExcludedGround.INSPECTION)
                        .from(on)
                        .build(),
                ReconsiderationStep.with(EXTENDED, on).days(30).build());
    }

    private static List<ReconsiderationStep> begun(LocalDate received) {
        return new ArrayList<>(List.of(
                ReconsiderationStep.of(RECEIVED, received),
                ReconsiderationStep.of(ACCEPTED, received)));
    }

    private static Set<Deadline> clocks(List<ReconsiderationStep> steps) {
        return new HashSet<>(Told.clocks(FAR, steps.toArray(ReconsiderationStep[]::new)));
    }

    @Property(tries = 300)
    void factsOfOneDay(@ForAll("days") LocalDate received, @ForAll @IntRange(max = 50) int after, @ForAll Random random) {
        var facts = new ArrayList<>(facts(received.plusDays(after)));
        var one = begun(received);
        one.addAll(facts);
        java.util.Collections.shuffle(facts, random);
        var other = begun(received);
        other.addAll(facts);
        assertEquals(clocks(one), clocks(other));
    }

    /** Extended before the suspension, or after the resumption: the same days are added. */
    @Property(tries = 300)
    void extensionAndSuspension(
            @ForAll("days") LocalDate received,
            @ForAll @IntRange(max = 30) int after,
            @ForAll @IntRange(max = 20) int length,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        var from = received.plusDays(after);
        var until = from.plusDays(length);
        var suspended = ReconsiderationStep.with(SUSPENDED, from).ground(7).build();
        var resumed = ReconsiderationStep.of(RESUMED, until);
        var before = begun(received);
        before.add(ReconsiderationStep.with(EXTENDED, from).days(days).build());
        before.add(suspended);
        before.add(resumed);
        var later = begun(received);
        later.add(suspended);
        later.add(resumed);
        later.add(ReconsiderationStep.with(EXTENDED, until).days(days).build());
        assertEquals(clocks(before), clocks(later));
    }

    @Property(tries = 300)
    void aLaterSuspensionNeverShortens(
            @ForAll("days") LocalDate received,
            @ForAll @IntRange(max = 100) int after,
            @ForAll @IntRange(max = 60) int length,
            @ForAll @IntRange(min = 1, max = 10) int ground) {
        var plain = begun(received);
        var before = decide(plain);
        plain.add(ReconsiderationStep.with(SUSPENDED, received.plusDays(after)).ground(ground).build());
        plain.add(ReconsiderationStep.of(RESUMED, received.plusDays(after + length)));
        assertFalse(decide(plain).rawEnd().isBefore(before.rawEnd()));
        assertFalse(decide(plain).end().isBefore(before.end()));
    }

    private static Deadline decide(List<ReconsiderationStep> steps) {
        return clocks(steps).stream().filter(c -> c.code().equals("DECIDE")).findFirst().orElseThrow();
    }

    /** Whatever is recorded and struck out again leaves no trace; a fact put right is as if it had been told so. */
    @Property(tries = 300)
    void whatIsStruckOutNeverWas(
            @ForAll("days") LocalDate received,
            @ForAll @IntRange(max = 50) int after,
            @ForAll @IntRange(max = 6) int which,
            @ForAll @IntRange(max = 9) int later) {
        var fact = facts(received.plusDays(after)).get(which);
        var plain = begun(received);
        var before = clocks(plain);
        plain.add(fact);
        var on = received.plusDays(60L + later);
        plain.add(ReconsiderationStep.with(RECTIFIED, on).rectifies(3, null).build());
        assertEquals(before, clocks(plain));
        var right = facts(received.plusDays(after + later)).get(which);
        plain.add(ReconsiderationStep.with(RECTIFIED, on).rectifies(3, right).build());
        var told = begun(received);
        told.add(right);
        assertEquals(clocks(told), clocks(plain));
    }
}

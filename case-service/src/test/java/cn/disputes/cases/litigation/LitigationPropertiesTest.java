package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.Instance;
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

/** What holds of the clocks of any suit. */
class LitigationPropertiesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final LocalDate FILED = LocalDate.of(2024, 1, 15);
    private static final LocalDate SERVED = LocalDate.of(2024, 1, 18);
    private static final LocalDate FAR = LocalDate.of(2026, 6, 1);

    /** A span that does not count, as a suspension or as another period. */
    record Stop(int from, int length, Integer suspensionGround) {
        LocalDate begins() {
            return SERVED.plusDays(from);
        }

        LocalDate ends() {
            return begins().plusDays(length);
        }
    }

    @Provide
    Arbitrary<Stop> stops() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(1, 7))
                .as(Stop::new);
    }

    @Provide
    Arbitrary<List<Stop>> manyStops() {
        return stops().list().ofMaxSize(4);
    }

    private static LitigationStep period(Stop stop, LocalDate on) {
        return LitigationStep.with(LitigationStepType.EXCLUDED_PERIOD, on)
                .ground(UncountedPeriod.MEDIATION)
                .from(stop.begins())
                .to(stop.ends().toString())
                .build();
    }

    private static List<LitigationStep> opened() {
        var steps = new ArrayList<LitigationStep>();
        steps.add(LitigationStep.of(LitigationStepType.FILED, FILED));
        steps.add(LitigationStep.of(LitigationStepType.SERVED, SERVED));
        return steps;
    }

    private static List<Deadline> clocks(List<LitigationStep> steps) {
        var recorded = new ArrayList<RecordedStep<LitigationStep>>();
        for (var step : steps) recorded.add(new RecordedStep<>(recorded.size() + 1, step, Instant.EPOCH, "经办人"));
        return new LitigationDeadlines(LitigationFile.fold(Instance.FIRST, recorded), CALENDAR, FAR).all();
    }

    private static Deadline first(List<LitigationStep> steps) {
        return clocks(steps).stream()
                .filter(clock -> clock.code().equals("FIRST"))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 300)
    void theOrderOfEqualFactsDoesNotMatter(@ForAll("manyStops") List<Stop> stops) {
        var on = SERVED.plusDays(300);
        var one = opened();
        stops.forEach(stop -> one.add(period(stop, on)));
        var turned = new ArrayList<>(stops);
        Collections.reverse(turned);
        var other = opened();
        turned.forEach(stop -> other.add(period(stop, on)));
        assertEquals(first(one).rawEnd(), first(other).rawEnd());
        assertEquals(first(one).end(), first(other).end());
    }

    @Property(tries = 300)
    void whateverElseStopsTheClockNeverShortens(@ForAll("manyStops") List<Stop> stops, @ForAll("stops") Stop more) {
        var on = SERVED.plusDays(300);
        var steps = opened();
        stops.forEach(stop -> steps.add(period(stop, on)));
        var before = first(steps).rawEnd();
        steps.add(period(more, on));
        assertFalse(first(steps).rawEnd().isBefore(before));
    }

    @Property(tries = 300)
    void aSuspensionIsAPeriodLikeAnyOther(@ForAll("stops") Stop stop) {
        var suspended = opened();
        suspended.add(LitigationStep.with(LitigationStepType.SUSPENDED, stop.begins())
                .ground(stop.suspensionGround())
                .build());
        suspended.add(LitigationStep.of(LitigationStepType.RESUMED, stop.ends()));
        var other = opened();
        other.add(period(stop, stop.ends()));
        assertEquals(first(other).rawEnd(), first(suspended).rawEnd());
    }

    @Property(tries = 300)
    void whatIsAddedAndStruckOutIsAsIfItNeverWas(@ForAll("manyStops") List<Stop> stops, @ForAll("stops") Stop wrong) {
        var on = SERVED.plusDays(300);
        var steps = opened();
        stops.forEach(stop -> steps.add(period(stop, on)));
        var before = clocks(steps);
        steps.add(period(wrong, on));
        steps.add(LitigationStep.with(LitigationStepType.RECTIFIED, on)
                .step(steps.size())
                .reason("笔误")
                .build());
        assertEquals(before, clocks(steps));
    }

    @Property(tries = 200)
    void whatIsReplacedIsAsIfItHadBeenRight(
            @ForAll("stops") Stop right, @ForAll("stops") Stop wrong, @ForAll @IntRange(max = 30) int later) {
        var on = SERVED.plusDays(300);
        var straight = opened();
        straight.add(period(right, on));
        var rectified = opened();
        rectified.add(period(wrong, on));
        rectified.add(LitigationStep.with(LitigationStepType.RECTIFIED, on.plusDays(later))
                .step(3)
                .replacement(period(right, on))
                .build());
        assertEquals(clocks(straight), clocks(rectified));
    }

    @Property(tries = 200)
    void laterServiceNeverEndsTheDefenceEarlier(@ForAll @IntRange(max = 300) int day) {
        var defence = new LocalDate[2];
        for (var i = 0; i < 2; i++) {
            var steps = List.of(
                    LitigationStep.of(LitigationStepType.FILED, FILED),
                    LitigationStep.of(LitigationStepType.SERVED, SERVED.plusDays(day + i)));
            defence[i] = clocks(steps).stream()
                    .filter(clock -> clock.code().equals("DEFENCE"))
                    .findFirst()
                    .orElseThrow()
                    .end();
        }
        assertFalse(defence[1].isBefore(defence[0]));
    }
}

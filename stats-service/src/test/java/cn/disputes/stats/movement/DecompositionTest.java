package cn.disputes.stats.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.stats.movement.Decomposition.Counts;
import cn.disputes.stats.movement.Decomposition.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    @Property(tries = 500)
    void effectsOfARateAddUpToItsChange(
            @ForAll("rates") Map<String, Counts> before, @ForAll("rates") Map<String, Counts> after) {
        assumeDivisible(before, after);
        assertEquals(rate(after).subtract(rate(before)), sum(Decomposition.ofRate(before, after)));
    }

    @Property(tries = 500)
    void effectsOfARatioAddUpToItsChange(
            @ForAll("ratios") Map<String, Counts> before, @ForAll("ratios") Map<String, Counts> after) {
        assumeDivisible(before, after);
        assertEquals(rate(after).subtract(rate(before)), sum(Decomposition.ofRatio(before, after)));
    }

    @Property(tries = 200)
    void contributionsToACountAddUpToItsChange(
            @ForAll("ratios") Map<String, Counts> before, @ForAll("ratios") Map<String, Counts> after) {
        assertEquals(
                BigFraction.of(Decomposition.numerator(after) - Decomposition.numerator(before)),
                sum(Decomposition.ofCount(before, after)));
    }

    /** What makes the two parts mean what they say: equal shares leave no mix, equal rates no rate effect. */
    @Property(tries = 300)
    void sameSharesAreNoMixAndSameRatesNoRateEffect(@ForAll("rates") Map<String, Counts> before) {
        Assume.that(Decomposition.denominator(before) > 0);
        var doubled = new LinkedHashMap<String, Counts>();
        before.forEach((group, c) -> doubled.put(group, new Counts(2 * c.numerator(), 2 * c.denominator())));
        for (var effect : Decomposition.ofRate(before, doubled)) {
            assertEquals(BigFraction.ZERO, effect.own());
            assertEquals(BigFraction.ZERO, effect.structure());
        }
    }

    @Test
    void aGroupThatGrowsPushesUpOnlyWhenItLiesAboveTheMean() {
        var before = Map.of("good", new Counts(1, 100), "bad", new Counts(50, 100));
        var after = Map.of("good", new Counts(1, 100), "bad", new Counts(100, 200));
        var bad = effect(Decomposition.ofRate(before, after), "bad");
        assertTrue(bad.own().signum() == 0 && bad.structure().signum() > 0, bad.toString());
        // 1/2 × (1/3 lower share) … by hand: s0 = 1/2, s1 = 2/3, r = 1/2, R0 = 51/200, R1 = 101/300
        var mean = BigFraction.of(51, 200).add(BigFraction.of(101, 300)).divide(2);
        assertEquals(BigFraction.of(1, 6).multiply(BigFraction.of(1, 2).subtract(mean)), bad.structure());
    }

    @Test
    void newAndVanishedGroupsOnlyMix() {
        var before = Map.of("stays", new Counts(10, 100), "goes", new Counts(5, 10));
        var after = Map.of("stays", new Counts(20, 100), "comes", new Counts(9, 10));
        var effects = Decomposition.ofRate(before, after);
        assertEquals(BigFraction.ZERO, effect(effects, "goes").own());
        assertEquals(BigFraction.ZERO, effect(effects, "comes").own());
        assertTrue(effect(effects, "comes").structure().signum() > 0);
        assertTrue(effect(effects, "goes").structure().signum() < 0);
        assertEquals(rate(after).subtract(rate(before)), sum(effects));
    }

    @Test
    void theLargestEffectComesFirstWhicheverWayItGoes() {
        var effects = Decomposition.ofCount(
                Map.of("a", new Counts(10, 0), "b", new Counts(10, 0)),
                Map.of("a", new Counts(13, 0), "b", new Counts(1, 0), "c", new Counts(4, 0)));
        assertEquals(List.of("b", "c", "a"), effects.stream().map(Effect::group).toList());
    }

    @Provide
    Arbitrary<Map<String, Counts>> rates() {
        var counts = Combinators.combine(
                        Arbitraries.longs().between(0, 400), Arbitraries.longs().between(0, 400))
                .as((a, b) -> new Counts(Math.min(a, b), b));
        return groups(counts);
    }

    /** The numerator has nothing to do with the denominator, and may be there without one. */
    @Provide
    Arbitrary<Map<String, Counts>> ratios() {
        return groups(Combinators.combine(
                        Arbitraries.longs().between(0, 400), Arbitraries.longs().between(0, 400))
                .as(Counts::new));
    }

    private static Arbitrary<Map<String, Counts>> groups(Arbitrary<Counts> counts) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e", "f"), counts)
                .ofMaxSize(6);
    }

    private static void assumeDivisible(Map<String, Counts> before, Map<String, Counts> after) {
        Assume.that(Decomposition.denominator(before) > 0 && Decomposition.denominator(after) > 0);
    }

    private static BigFraction rate(Map<String, Counts> groups) {
        return BigFraction.of(Decomposition.numerator(groups), Decomposition.denominator(groups));
    }

    private static BigFraction sum(List<Effect> effects) {
        return effects.stream().map(Effect::total).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static Effect effect(List<Effect> effects, String group) {
        return effects.stream().filter(e -> group.equals(e.group())).findFirst().orElseThrow();
    }
}

package cn.disputes.stats.movement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Why a figure moved, shared out over groups in exact fractions, so that the effects add up to the change to the last
 * digit.
 *
 * <p>A rate {@code R = N / D} over groups {@code g} with share {@code s = D_g / D} and rate {@code r = N_g / D_g}, before
 * (0) and after (1), after Kitagawa (1955):
 *
 * <pre>
 * rate effect of g = (s0 + s1) / 2 × (r1 − r0)
 * mix effect of g  = (s1 − s0) × ((r0 + r1) / 2 − (R0 + R1) / 2)
 * </pre>
 *
 * The subtraction of the mean rate changes no sum, as the shares of both periods sum to one; it lets a group that grows
 * push the rate up only if its own rate lies above the mean. A new group has no rate before and a vanished one none after:
 * it is given the one it has, so that all it does is mix.
 *
 * <p>A ratio of two counts of different cases, whose groups may have a numerator without a denominator:
 *
 * <pre>
 * numerator effect of g   = (N1_g − N0_g) × (1/D0 + 1/D1) / 2
 * denominator effect of g = (D0_g − D1_g) × (N0 + N1) / (2 × D0 × D1)
 * </pre>
 *
 * A count: the difference of the group's counts.
 */
final class Decomposition {
    /** Counts of one group in one period; denominator 0 for plain counts. */
    record Counts(long numerator, long denominator) {
        static final Counts NONE = new Counts(0, 0);
    }

    /** What a group contributes. {@code own}: by its own rate or count; {@code structure}: by its share or denominator. */
    record Effect(String group, Counts before, Counts after, BigFraction own, BigFraction structure) {
        BigFraction total() {
            return own.add(structure);
        }
    }

    private static final BigFraction HALF = BigFraction.of(1, 2);

    private Decomposition() {}

    static List<Effect> ofCount(Map<String, Counts> before, Map<String, Counts> after) {
        return each(before, after, (b, a) ->
                new BigFraction[] {BigFraction.of(a.numerator() - b.numerator()), BigFraction.ZERO});
    }

    /** Both periods must have a denominator. */
    static List<Effect> ofRate(Map<String, Counts> before, Map<String, Counts> after) {
        var d0 = denominator(before);
        var d1 = denominator(after);
        var mean = rate(numerator(before), d0).add(rate(numerator(after), d1)).multiply(HALF);
        return each(before, after, (b, a) -> {
            if (b.denominator() == 0 && a.denominator() == 0)
                return new BigFraction[] {BigFraction.ZERO, BigFraction.ZERO};
            var s0 = rate(b.denominator(), d0);
            var s1 = rate(a.denominator(), d1);
            var known = b.denominator() == 0 ? a : b;
            var r0 = rate(known.numerator(), known.denominator());
            var r1 = a.denominator() == 0 ? r0 : rate(a.numerator(), a.denominator());
            return new BigFraction[] {
                s0.add(s1).multiply(HALF).multiply(r1.subtract(r0)),
                s1.subtract(s0).multiply(r0.add(r1).multiply(HALF).subtract(mean))
            };
        });
    }

    /** Both periods must have a denominator. */
    static List<Effect> ofRatio(Map<String, Counts> before, Map<String, Counts> after) {
        var d0 = denominator(before);
        var d1 = denominator(after);
        var perCase = rate(1, d0).add(rate(1, d1)).multiply(HALF);
        var perSuit = BigFraction.of(numerator(before))
                .add(numerator(after))
                .multiply(HALF)
                .multiply(rate(1, d0))
                .multiply(rate(1, d1));
        return each(before, after, (b, a) -> new BigFraction[] {
            perCase.multiply(a.numerator() - b.numerator()), perSuit.multiply(b.denominator() - a.denominator())
        });
    }

    static long numerator(Map<String, Counts> groups) {
        return groups.values().stream().mapToLong(Counts::numerator).sum();
    }

    static long denominator(Map<String, Counts> groups) {
        return groups.values().stream().mapToLong(Counts::denominator).sum();
    }

    static BigFraction rate(long numerator, long denominator) {
        return BigFraction.of(numerator, denominator);
    }

    private interface Share {
        BigFraction[] of(Counts before, Counts after);
    }

    /** The largest effect first, whichever way it goes; ties by the group's code. */
    private static List<Effect> each(Map<String, Counts> before, Map<String, Counts> after, Share share) {
        var groups = new LinkedHashMap<String, Counts>(before);
        after.keySet().forEach(group -> groups.putIfAbsent(group, Counts.NONE));
        var effects = new ArrayList<Effect>();
        for (var group : groups.keySet()) {
            var b = before.getOrDefault(group, Counts.NONE);
            var a = after.getOrDefault(group, Counts.NONE);
            var parts = share.of(b, a);
            effects.add(new Effect(group, b, a, parts[0], parts[1]));
        }
        effects.sort(Comparator.comparing((Effect e) -> e.total().abs())
                .reversed()
                .thenComparing(e -> String.valueOf(e.group())));
        return effects;
    }
}

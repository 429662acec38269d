package cn.disputes.stats.movement;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.movement.Decomposition.Counts;
import cn.disputes.stats.movement.Decomposition.Effect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** Shares a change out and says it in numbers and words. */
final class MovementRules {
    private static final String RATE =
            "率效应 = (s0+s1)/2×(r1−r0)；结构效应 = (s1−s0)×((r0+r1)/2−(R0+R1)/2)；s 为占比，r 为本组比率，R 为总比率";
    private static final String RATIO = "分子效应 = ΔN×(1/D0+1/D1)/2；分母效应 = −ΔD×(N0+N1)/(2×D0×D1)";
    private static final String COUNT = "贡献 = 本期件数 − 对比期件数";

    private final Indicator indicator;
    private final GroupBy by;
    private final Cut cutBefore;
    private final Cut cutAfter;

    MovementRules(Indicator indicator, GroupBy by, Cut cutBefore, Cut cutAfter) {
        this.indicator = indicator;
        this.by = by;
        this.cutBefore = cutBefore;
        this.cutAfter = cutAfter;
    }

    Movement explain(List<GroupCount> groupsBefore, List<GroupCount> groupsAfter) {
        var before = counts(groupsBefore);
        var after = counts(groupsAfter);
        var openBefore = provisional(groupsBefore);
        var openAfter = provisional(groupsAfter);
        var sideBefore = side(cutBefore, total(before), !openBefore.isEmpty());
        var sideAfter = side(cutAfter, total(after), !openAfter.isEmpty());
        var divided = !counted();
        var possible = !divided || sideBefore.value() != null && sideAfter.value() != null;
        var effects = possible ? effects(before, after) : List.<Effect>of();
        var change = effects.stream().map(Effect::total).reduce(BigFraction.ZERO, BigFraction::add);
        var words = new MovementWords(indicator, by, sideBefore, sideAfter);
        return new Movement(
                indicator.code(),
                indicator.zh(),
                indicator.version(),
                cutAfter.regionCode(),
                by.name(),
                sideBefore,
                sideAfter,
                possible ? decimal(change) : null,
                possible ? exact(change) : null,
                possible ? words.amount(change, true) : null,
                divided ? "FRACTION" : "CASES",
                counted() ? COUNT : indicator.shape() == Shape.RATE ? RATE : RATIO,
                effects.stream().map(e -> group(e, openBefore, openAfter)).toList(),
                words.zh(possible, change, effects),
                words.en(possible, change, effects));
    }

    private List<Effect> effects(Map<String, Counts> before, Map<String, Counts> after) {
        if (counted()) return Decomposition.ofCount(before, after);
        return indicator.shape() == Shape.RATE
                ? Decomposition.ofRate(before, after)
                : Decomposition.ofRatio(before, after);
    }

    /** Counties without a loss are a number of counties, which needs no denominator. */
    private boolean counted() {
        return indicator.shape() == Shape.COUNT || indicator.shape() == Shape.COUNTIES;
    }

    private Map<String, Counts> counts(List<GroupCount> groups) {
        var counts = new LinkedHashMap<String, Counts>();
        for (var g : groups) counts.put(g.group(), new Counts(g.numerator(), counted() ? 0 : g.denominator()));
        return counts;
    }

    private static Counts total(Map<String, Counts> groups) {
        return new Counts(Decomposition.numerator(groups), Decomposition.denominator(groups));
    }

    /** The groups that cases may still change. */
    private static Set<String> provisional(List<GroupCount> groups) {
        var open = new HashSet<String>();
        for (var g : groups) if (Boolean.TRUE.equals(g.provisional())) open.add(g.group());
        return open;
    }

    private Movement.Group group(Effect effect, Set<String> openBefore, Set<String> openAfter) {
        var none = counted()
                ? effect.before().numerator() == 0
                : effect.before().denominator() == 0 && effect.before().numerator() == 0;
        var gone = counted()
                ? effect.after().numerator() == 0
                : effect.after().denominator() == 0 && effect.after().numerator() == 0;
        var state = none == gone ? Movement.State.KEPT : none ? Movement.State.NEW : Movement.State.GONE;
        return new Movement.Group(
                effect.group(),
                by.nameZh(effect.group()),
                state,
                side(cutBefore, effect.before(), openBefore.contains(effect.group())),
                side(cutAfter, effect.after(), openAfter.contains(effect.group())),
                decimal(effect.own()),
                decimal(effect.structure()),
                decimal(effect.total()),
                exact(effect.total()));
    }

    private Movement.Side side(Cut cut, Counts counts, boolean open) {
        var provisional = open ? Boolean.TRUE : null;
        if (counted()) {
            return new Movement.Side(
                    cut.from(),
                    cut.to(),
                    counts.numerator(),
                    null,
                    BigDecimal.valueOf(counts.numerator()),
                    Long.toString(counts.numerator()),
                    provisional);
        }
        var known = counts.denominator() > 0;
        var value = known ? Decomposition.rate(counts.numerator(), counts.denominator()) : null;
        return new Movement.Side(
                cut.from(),
                cut.to(),
                counts.numerator(),
                counts.denominator(),
                known ? decimal(value) : null,
                known ? display(value) : null,
                provisional);
    }

    private String display(BigFraction value) {
        if (indicator.shape() == Shape.RATIO)
            return value.bigDecimalValue(indicator.digits(), RoundingMode.HALF_UP)
                    .toPlainString();
        return value.multiply(100)
                        .bigDecimalValue(indicator.digits(), RoundingMode.HALF_UP)
                        .toPlainString() + "%";
    }

    private static BigDecimal decimal(BigFraction value) {
        var rounded = new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), MathContext.DECIMAL64)
                .stripTrailingZeros();
        return new BigDecimal(rounded.toPlainString());
    }

    private static String exact(BigFraction value) {
        return value.getDenominator().equals(java.math.BigInteger.ONE)
                ? value.getNumerator().toString()
                : value.getNumerator() + "/" + value.getDenominator();
    }
}

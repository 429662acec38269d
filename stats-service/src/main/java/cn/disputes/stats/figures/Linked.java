package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Condition;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which counts follow from each other, so that one is no secret while the others are shown. */
final class Linked {
    /** Parts and their whole; what came in, what went out and what is left at the end of each month. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of(
                    "SUPERVISION_ISSUED",
                    "SUPERVISION_ISSUED:OPINION",
                    "SUPERVISION_ISSUED:ADVICE",
                    "SUPERVISION_ISSUED:ENFORCEMENT_SUPERVISION"),
            List.of("RECONSIDERATIONS_RECEIVED", "RECONSIDERATIONS_CONCLUDED", "RECONSIDERATIONS_PENDING"));

    private Linked() {}

    /** The counts an indicator is made of, and all that one of these could be told from. */
    static Set<Indicator> with(Indicator indicator) {
        var counts = new LinkedHashSet<>(Counting.parts(indicator));
        for (var family : FAMILIES) {
            var members = family.stream()
                    .map(code -> Indicators.find(code).orElseThrow())
                    .toList();
            if (Counting.parts(indicator).stream()
                    .anyMatch(part -> members.stream().anyMatch(m -> tells(part, m)))) counts.addAll(members);
        }
        return counts;
    }

    /** Whether a count is in a figure; that of all cases concluded is the denominator of many rates. */
    private static boolean tells(Indicator figure, Indicator count) {
        var measure = Measure.denominator(count);
        return figure.kind() == count.kind()
                && (Measure.denominator(figure).equals(measure)
                        || Measure.numerator(figure).equals(measure));
    }

    /** The plain indicator of which a variant counts a part of the cases, or which counts a part of its. */
    static Optional<Indicator> whole(Indicator variant) {
        return Indicators.find(variant.plainCode().replaceAll(":.*", ""))
                .filter(plain -> variant.shape() != Shape.COUNTIES && variant.shape() != Shape.RATIO)
                .filter(plain -> plain.period() == variant.period() && nested(plain.base(), variant.base()));
    }

    private static boolean nested(List<Condition> one, List<Condition> other) {
        return !one.equals(other) && (one.containsAll(other) || other.containsAll(one));
    }
}

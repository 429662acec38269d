package cn.disputes.stats.groups;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One indicator of one group, as exact counts.
 *
 * @param group the code of the group, null where the cases do not say
 * @param numerator of a count: the count itself
 * @param denominator of a count: null
 * @param provisional true while cases behind it may still change it, else null
 */
public record GroupCount(String group, long numerator, Long denominator, String display, Boolean provisional) {

    /** Every group that has a case in the cut. */
    public static List<GroupCount> of(Handle h, Figures figures, Indicator indicator, Cut cut, GroupBy by) {
        return figures.compute(h, List.of(indicator), cut, List.of(by.dimension()), Comparison.NONE).rows().stream()
                .map(row -> of(row.group().get(by.name()), row.values().get(indicator.code()), indicator.shape()))
                .toList();
    }

    private static GroupCount of(String group, Figure.Value value, Shape shape) {
        if (shape == Shape.COUNT) {
            return new GroupCount(group, value.value().longValueExact(), null, value.display(), value.provisional());
        }
        return new GroupCount(group, value.numerator(), value.denominator(), value.display(), value.provisional());
    }
}

package cn.disputes.stats.figures;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be counted, by what.
 *
 * @param dimensions of the groups
 * @param most groups that an answer may have
 * @param group narrowed to these values, no time among them; a null value stands for rows without one
 */
record Question(Cut cut, List<Dimension> dimensions, Map<Dimension, String> group, int most) {
    private static final int MOST_GROUPS = 10_000;

    Question(Cut cut, List<Dimension> dimensions, Map<Dimension, String> group) {
        this(cut, dimensions, group, MOST_GROUPS);
    }

    Set<Dimension> concerned() {
        var concerned = new LinkedHashSet<>(dimensions);
        concerned.addAll(group.keySet());
        return concerned;
    }

    /** The codes of the counties asked about. */
    List<String> counties() {
        return cut.counties().stream()
                .map(Regions.Region::code)
                .filter(code -> !group.containsKey(Dimension.region) || code.equals(group.get(Dimension.region)))
                .toList();
    }

    /** Refuses an answer nobody can read, instead of cutting it short. */
    void bound(int groups) {
        if (groups <= most) return;
        throw ProblemException.invalid(
                "groupBy",
                "分组超过 " + most + " 个，请减少分组或者缩小范围",
                "More than " + most + " groups; group by less or narrow the period or region");
    }
}

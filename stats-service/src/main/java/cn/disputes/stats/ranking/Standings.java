package cn.disputes.stats.ranking;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Suppression;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The groups of an indicator held against each other, in one period and another.
 *
 * @param shy for a reader who may see no small counts
 */
record Standings(Figures figures, Suppression suppression, Indicator indicator, GroupBy by, int minimum, boolean shy) {

    Standing of(Handle h, Cut cut) {
        var groups = GroupCount.of(h, figures, indicator, cut, by);
        var apart = groups.stream().filter(g -> by.ofACityItself(g.group())).toList();
        var competing = groups.stream().filter(g -> !apart.contains(g)).toList();
        var rules = new RankingRules(indicator.shape(), Direction.of(indicator), minimum, shy);
        var table = rules.rank(competing);
        if (!shy) return new Standing(table, apart, List.of());
        var withheld = withheld(table, shown(h, cut));
        var told = competing.stream().filter(g -> !withheld.contains(g)).toList();
        return new Standing(rules.rank(told), apart, withheld);
    }

    private List<GroupCount> withheld(RankingRules.Table table, Set<String> shown) {
        // by county the figures of a year are shown everywhere
        var also = by == GroupBy.region ? List.of() : SmallCounts.alsoWithheld(table, minimum);
        return table.places().stream()
                .map(RankingRules.Place::count)
                .filter(g -> also.contains(g) || !shown.contains(g.group()))
                .sorted(Comparator.comparing(g -> String.valueOf(g.group())))
                .toList();
    }

    /** The groups whose figures the reader may see, as everywhere else. */
    private Set<String> shown(Handle h, Cut cut) {
        var shown = new HashSet<String>();
        var figure = suppression.compute(
                h, List.of(indicator), cut, List.of(by.dimension()), Map.of(), Figures.Comparison.NONE);
        for (var row : figure.rows()) {
            if (!Boolean.TRUE.equals(row.values().get(indicator.code()).suppressed()))
                shown.add(row.group().get(by.name()));
        }
        return shown;
    }
}

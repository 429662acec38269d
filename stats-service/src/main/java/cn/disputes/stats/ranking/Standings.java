package cn.disputes.stats.ranking;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Suppression;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator;
import java.util.Comparator;
import java.util.List;
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
        if (!shy) return new Standing(rules.rank(competing), apart, List.of());
        // whatever their number of cases: who is withheld among the places and who among those without would tell it
        var shown = suppression.shown(h, indicator, cut, by.dimension());
        var withheld = competing.stream()
                .filter(g -> !shown.test(g.group()))
                .sorted(Comparator.comparing(g -> String.valueOf(g.group())))
                .toList();
        var told = competing.stream().filter(g -> shown.test(g.group())).toList();
        return new Standing(rules.rank(told), apart, withheld);
    }
}

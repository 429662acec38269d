package cn.disputes.stats.ranking;

import cn.disputes.stats.groups.GroupCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What must stay unsaid beside the groups without a place, for readers who may see no small counts: the total of a
 * figure is public, so the counts of a single small group, or of several that have fewer cases than the minimum together,
 * are what is left of it when the others are taken away. The smallest ranked groups are then withheld too, until what is
 * left is no longer small, which one small group alone never is.
 */
final class SmallCounts {
    private SmallCounts() {}

    static List<GroupCount> alsoWithheld(RankingRules.Table table, int minimum) {
        var hidden = table.unplaced().stream().filter(g -> size(g) > 0).toList();
        if (hidden.isEmpty()) return List.of();
        var left = hidden.stream().mapToLong(SmallCounts::size).sum();
        var withheld = new ArrayList<GroupCount>();
        var smallestFirst = table.places().stream()
                .map(RankingRules.Place::count)
                .sorted(Comparator.comparingLong(SmallCounts::size).thenComparing(g -> String.valueOf(g.group())))
                .toList();
        for (var next : smallestFirst) {
            if (left >= minimum) break;
            withheld.add(next);
            left += size(next);
        }
        return withheld;
    }

    private static long size(GroupCount g) {
        return g.denominator() == null ? g.numerator() : g.denominator();
    }
}

package cn.disputes.stats.ranking;

import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who stands where (晾晒排名).
 *
 * <p>Places are by the exact fraction; equal ones share a place and the next is left out (1, 1, 3). A rate or ratio on
 * fewer cases than the minimum has no place at all: three cases make no champion. The range of places is what the
 * intervals allow: as good as first after all whose whole interval is better, as bad as last before all whose whole
 * interval is worse.
 */
final class RankingRules {
    /** Below it nobody is ranked, whatever minimum is asked for. */
    static final int LEAST_MINIMUM = 5;

    static final int DEFAULT_MINIMUM = 10;

    /** One place. {@code interval} is null for counts and ratios, which are no shares of anything. */
    record Place(GroupCount count, int rank, boolean tied, Wilson interval, int bestRank, int worstRank) {}

    /** Who has a place, the best first, and who has none. */
    record Table(List<Place> places, List<GroupCount> unplaced) {}

    private final Shape shape;
    private final Direction direction;
    private final int minimum;
    private final boolean countsToo;

    /** @param countsToo whether the minimum holds for plain counts too, as it does for those who may see no small ones */
    RankingRules(Shape shape, Direction direction, int minimum, boolean countsToo) {
        this.shape = shape;
        this.direction = direction;
        this.minimum = minimum;
        this.countsToo = countsToo;
    }

    Table rank(List<GroupCount> groups) {
        var ranked = groups.stream()
                .filter(this::enough)
                .sorted(((Comparator<GroupCount>) this::best).thenComparing(this::order))
                .toList();
        var intervals = ranked.stream()
                .map(g -> shape == Shape.RATE ? Wilson.of(g.numerator(), g.denominator()) : null)
                .toList();
        var places = new ArrayList<Place>();
        for (var i = 0; i < ranked.size(); i++) {
            var same = i > 0 && compare(ranked.get(i), ranked.get(i - 1)) == 0;
            var tied = same || i + 1 < ranked.size() && compare(ranked.get(i), ranked.get(i + 1)) == 0;
            var rank = same ? places.get(i - 1).rank() : i + 1;
            places.add(place(ranked, intervals, i, rank, tied));
        }
        return new Table(
                places,
                groups.stream().filter(g -> !enough(g)).sorted(this::order).toList());
    }

    private Place place(List<GroupCount> ranked, List<Wilson> intervals, int i, int rank, boolean tied) {
        if (shape != Shape.RATE) return new Place(ranked.get(i), rank, tied, null, rank, rank);
        var mine = intervals.get(i);
        var surelyBetter = 0;
        var surelyWorse = 0;
        for (var other : intervals) {
            if (other.low().compareTo(mine.high()) > 0) {
                if (direction == Direction.LOWER_IS_BETTER) surelyWorse++;
                else surelyBetter++;
            } else if (other.high().compareTo(mine.low()) < 0) {
                if (direction == Direction.LOWER_IS_BETTER) surelyBetter++;
                else surelyWorse++;
            }
        }
        return new Place(ranked.get(i), rank, tied, mine, 1 + surelyBetter, ranked.size() - surelyWorse);
    }

    private boolean enough(GroupCount g) {
        if (shape == Shape.COUNT) return !countsToo || g.numerator() >= minimum;
        return g.denominator() >= minimum;
    }

    private int best(GroupCount a, GroupCount b) {
        var compared = compare(a, b);
        return direction == Direction.LOWER_IS_BETTER ? compared : -compared;
    }

    private int order(GroupCount a, GroupCount b) {
        return String.valueOf(a.group()).compareTo(String.valueOf(b.group()));
    }

    /** By cross-multiplication: no rounding may make or break a tie. */
    private static int compare(GroupCount a, GroupCount b) {
        if (a.denominator() == null) return Long.compare(a.numerator(), b.numerator());
        return product(a.numerator(), b.denominator()).compareTo(product(b.numerator(), a.denominator()));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}

package cn.disputes.stats.release;

import cn.disputes.contract.codes.Regions;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The cases of a release and the lists over them, from which every figure of it can be counted again.
 *
 * @param cases the facts as they were sealed
 * @param lists positions in {@code cases} by indicator, period and set
 */
record SealedCases(List<SealedCase> cases, Map<RowList.Key, int[]> lists) {
    private static final int[] NONE = {};

    /** Exact counts; {@code denominator} is null for plain counts. */
    record Counts(long numerator, Long denominator) {}

    int[] list(Indicator indicator, YearMonth from, YearMonth to, RowSet set) {
        return lists.getOrDefault(new RowList.Key(indicator.code(), from, to, set), NONE);
    }

    /** Counted again, for the whole region or for one county. */
    Counts recount(Indicator indicator, Cut cut, String county) {
        IntPredicate here =
                county == null ? at -> true : at -> county.equals(cases.get(at).regionCode());
        var numerator = list(indicator, cut.from(), cut.to(), RowSet.NUMERATOR);
        if (indicator.shape() == Shape.COUNTIES) return counties(numerator, cut, county);
        var counted = Arrays.stream(numerator).filter(here).count();
        if (indicator.shape() == Shape.COUNT) return new Counts(counted, null);
        var denominator = list(indicator, cut.from(), cut.to(), RowSet.DENOMINATOR);
        return new Counts(counted, Arrays.stream(denominator).filter(here).count());
    }

    /** Counties of which no case is listed as lost. */
    private Counts counties(int[] lost, Cut cut, String county) {
        var losers = new HashSet<String>();
        for (var at : lost) losers.add(cases.get(at).regionCode());
        var asked = cut.counties().stream()
                .map(Regions.Region::code)
                .filter(code -> county == null || county.equals(code))
                .toList();
        return new Counts(asked.stream().filter(code -> !losers.contains(code)).count(), (long) asked.size());
    }
}

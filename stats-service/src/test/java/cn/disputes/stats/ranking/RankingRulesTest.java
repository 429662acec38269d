package cn.disputes.stats.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingRulesTest {
    private static final RankingRules HIGHER = new RankingRules(Shape.RATE, Direction.HIGHER_IS_BETTER, 10, false);
    private static final RankingRules LOWER = new RankingRules(Shape.RATE, Direction.LOWER_IS_BETTER, 10, false);

    /** Values published for the score interval, e.g. Newcombe (1998), table I: 81/263, 15/148, 0/20, 1/29. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "3, 3, 0.4385, 1.0000"
    })
    void wilsonAsPublished(long numerator, long denominator, double low, double high) {
        var interval = Wilson.of(numerator, denominator);
        assertEquals(low, interval.low().doubleValue(), 0.00005);
        assertEquals(high, interval.high().doubleValue(), 0.00005);
    }

    /** 0.05522914… to 0.17436566…: what is printed never claims more than the cases bear. */
    @Test
    void wilsonIsRoundedOutwards() {
        assertEquals(new BigDecimal("0.055229"), Wilson.of(10, 100).low());
        assertEquals(new BigDecimal("0.174366"), Wilson.of(10, 100).high());
    }

    @Property
    void anIntervalHoldsItsRateAndStaysWithinBounds(
            @ForAll @IntRange(max = 5000) int a, @ForAll @IntRange(min = 1, max = 5000) int denominator) {
        var numerator = Math.min(a, denominator);
        var interval = Wilson.of(numerator, denominator);
        var rate = (double) numerator / denominator;
        assertTrue(interval.low().signum() >= 0 && interval.high().compareTo(BigDecimal.ONE) <= 0);
        assertTrue(
                interval.low().doubleValue() <= rate && rate <= interval.high().doubleValue());
        assertTrue(interval.low().compareTo(interval.high()) < 0);
    }

    @Test
    void wilsonRefusesNoCases() {
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(4, 3));
    }

    /** However the others stand and whatever minimum is asked for: three of three is not even in the table. */
    @Property
    void threeCasesNeverMakeAChampion(
            @ForAll @Size(max = 8) List<@IntRange(max = 60) Integer> others,
            @ForAll @IntRange(min = RankingRules.LEAST_MINIMUM, max = 40) int minimum) {
        var groups = new ArrayList<GroupCount>();
        for (var i = 0; i < others.size(); i++) groups.add(rate("g" + i, others.get(i) / 2, others.get(i)));
        groups.add(rate("three", 3, 3));
        for (var direction : Direction.values()) {
            var table = new RankingRules(Shape.RATE, direction, minimum, false).rank(groups);
            assertFalse(table.places().stream().anyMatch(p -> p.count().group().equals("three")));
            assertTrue(table.unplaced().stream().anyMatch(g -> g.group().equals("three")));
            assertEquals(groups.size(), table.places().size() + table.unplaced().size());
        }
    }

    @Test
    void tiesShareAPlaceByTheExactFraction() {
        var table = HIGHER.rank(List.of(
                rate("a", 10, 30),
                rate("b", 20, 60),
                rate("c", 333_333, 1_000_000),
                rate("d", 1, 10),
                rate("e", 29, 30)));
        assertEquals(List.of("e", "a", "b", "c", "d"), names(table));
        assertEquals(List.of(1, 2, 2, 4, 5), ranks(table));
        assertEquals(
                List.of(false, true, true, false, false),
                table.places().stream().map(RankingRules.Place::tied).toList());
    }

    @Test
    void theGoodEndComesFirst() {
        var groups = List.of(rate("a", 1, 100), rate("b", 50, 100));
        assertEquals(List.of("b", "a"), names(HIGHER.rank(groups)));
        assertEquals(List.of("a", "b"), names(LOWER.rank(groups)));
    }

    @Test
    void theRangeOfPlacesIsWhatTheIntervalsAllow() {
        var table = LOWER.rank(
                List.of(rate("sure", 1, 1000), rate("mid", 30, 300), rate("near", 33, 300), rate("bad", 90, 100)));
        assertEquals(List.of("sure", "mid", "near", "bad"), names(table));
        assertEquals(
                List.of(1, 2, 2, 4),
                table.places().stream().map(RankingRules.Place::bestRank).toList());
        assertEquals(
                List.of(1, 3, 3, 4),
                table.places().stream().map(RankingRules.Place::worstRank).toList());
    }

    @Property
    void aPlaceLiesWithinItsRange(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 10, max = 80) Integer> sizes) {
        var groups = IntStream.range(0, sizes.size())
                .mapToObj(i -> rate("g" + i, (sizes.get(i) * (i * 7 % 10)) / 10, sizes.get(i)))
                .toList();
        for (var rules : List.of(HIGHER, LOWER)) {
            for (var place : rules.rank(groups).places()) {
                assertTrue(place.bestRank() <= place.rank() && place.rank() <= place.worstRank(), place.toString());
                assertTrue(place.bestRank() >= 1 && place.worstRank() <= groups.size());
            }
        }
    }

    @Test
    void countsRankWithoutIntervalAndWithoutMinimum() {
        var rules = new RankingRules(Shape.COUNT, Direction.LOWER_IS_BETTER, 10, false);
        var table = rules.rank(List.of(count("a", 3), count("b", 0), count("c", 30)));
        assertEquals(List.of("b", "a", "c"), names(table));
        assertNull(table.places().get(0).interval());
        var shy = new RankingRules(Shape.COUNT, Direction.LOWER_IS_BETTER, 10, true);
        assertEquals(List.of("c"), names(shy.rank(List.of(count("a", 3), count("b", 0), count("c", 30)))));
    }

    @Test
    void somebodyDecidedForEveryIndicator() {
        var undecided = Indicators.all().stream()
                .filter(i -> !Direction.decided(i))
                .map(i -> i.code())
                .toList();
        assertEquals(List.of(), undecided);
    }

    private static GroupCount rate(String group, long numerator, long denominator) {
        return new GroupCount(group, numerator, denominator, null, null);
    }

    private static GroupCount count(String group, long count) {
        return new GroupCount(group, count, null, null, null);
    }

    private static List<String> names(RankingRules.Table table) {
        return table.places().stream().map(p -> p.count().group()).toList();
    }

    private static List<Integer> ranks(RankingRules.Table table) {
        return table.places().stream().map(RankingRules.Place::rank).toList();
    }
}

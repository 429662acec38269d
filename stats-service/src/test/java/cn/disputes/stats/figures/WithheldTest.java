package cn.disputes.stats.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An attacker asks for everything a dashboard may see, by every dimension and of every region, and solves the equations.
 * No number of a breakdown between 1 and the threshold can be found out; the yearly totals are shown and not counted.
 */
class WithheldTest {
    private static final List<String> REGIONS = List.of("330102", "330103", "330702", "330782", "330783");
    private static final int MONTHS = 4;
    private static final int DOMAINS = 2;
    private static final int UNKNOWNS = REGIONS.size() * MONTHS * DOMAINS;
    private static final int THRESHOLD = 3;

    /** A breakdown: which part of it an unknown belongs to. */
    private enum Breakdown {
        MONTH,
        QUARTER,
        DOMAIN,
        MONTH_AND_DOMAIN;

        Withheld of(Breakdowns all) {
            return switch (this) {
                case MONTH -> all.of(Set.of(), Dimension.month);
                case QUARTER -> all.of(Set.of(), Dimension.quarter);
                case DOMAIN -> all.of(Set.of(0), null);
                case MONTH_AND_DOMAIN -> all.finest();
            };
        }

        int part(int unknown) {
            var month = unknown / DOMAINS % MONTHS;
            return switch (this) {
                case MONTH -> month;
                case QUARTER -> month / 2;
                case DOMAIN -> unknown % DOMAINS;
                case MONTH_AND_DOMAIN -> unknown % (MONTHS * DOMAINS);
            };
        }
    }

    private static String region(int unknown) {
        return REGIONS.get(unknown / (MONTHS * DOMAINS));
    }

    @Property(tries = 300)
    void nothingSmallCanBeFoundOut(@ForAll long seed) {
        var random = new Random(seed);
        var usual = 1 + random.nextInt(12);
        var counts = IntStream.range(0, UNKNOWNS)
                .mapToLong(i -> random.nextInt(3) == 0 ? 0 : random.nextInt(usual))
                .toArray();
        var known = new Equations();
        for (var place : places()) known.add(i -> region(i).startsWith(place));
        var breakdowns = new Breakdowns(finest(counts), 1, Dimension.month, THRESHOLD);
        for (var breakdown : Breakdown.values()) {
            var withheld = breakdown.of(breakdowns);
            for (var place : places()) {
                if (!shown(withheld, place)) continue;
                for (var part = 0; part < MONTHS * DOMAINS; part++) {
                    var p = part;
                    known.add(i -> region(i).startsWith(place) && breakdown.part(i) == p);
                }
            }
        }
        for (var breakdown : Breakdown.values()) {
            for (var place : places()) {
                for (var from = 0; from < MONTHS * DOMAINS; from++) {
                    // also sums of neighbouring parts: a part of the year is a sum of months
                    for (var to = from; to < MONTHS * DOMAINS; to++) {
                        var first = from;
                        var last = to;
                        IntPredicate target = i ->
                                region(i).startsWith(place) && breakdown.part(i) >= first && breakdown.part(i) <= last;
                        var number = IntStream.range(0, UNKNOWNS)
                                .filter(target)
                                .mapToLong(i -> counts[i])
                                .sum();
                        var total = IntStream.range(0, UNKNOWNS)
                                .filter(i -> region(i).startsWith(place))
                                .mapToLong(i -> counts[i])
                                .sum();
                        if (number == 0 || number >= THRESHOLD || number == total) continue;
                        assertFalse(known.tell(target), breakdown + " " + from + "–" + to + " of " + place);
                    }
                }
            }
        }
    }

    private static List<String> places() {
        var places = new ArrayList<>(REGIONS);
        places.addAll(List.of("3301", "3307", "33"));
        return places;
    }

    private static boolean shown(Withheld withheld, String place) {
        return place.length() == 6 ? withheld.showsAlone(place) : withheld.shows((place + "0000").substring(0, 6));
    }

    /** By domain and month; the four months are halves of two quarters. */
    private static Map<String, Map<List<String>, Long>> finest(long[] counts) {
        var tables = new LinkedHashMap<String, Map<List<String>, Long>>();
        for (var i = 0; i < UNKNOWNS; i++)
            tables.computeIfAbsent(region(i), r -> new HashMap<>())
                    .merge(List.of("" + i % DOMAINS, "2022-0" + (2 + i / DOMAINS % MONTHS)), counts[i], Long::sum);
        return tables;
    }

    /** Linear equations with the unknowns' sums, kept in echelon form modulo a prime. */
    private static final class Equations {
        private static final long PRIME = 1_000_000_007L;
        private final Map<Integer, long[]> rows = new HashMap<>();

        void add(IntPredicate unknowns) {
            var row = reduced(unknowns);
            for (var at = 0; at < UNKNOWNS; at++) {
                if (row[at] == 0) continue;
                var inverse = power(row[at], PRIME - 2);
                for (var i = 0; i < UNKNOWNS; i++) row[i] = row[i] * inverse % PRIME;
                rows.put(at, row);
                return;
            }
        }

        /** Whether what is known gives the sum of these unknowns. */
        boolean tell(IntPredicate unknowns) {
            for (var left : reduced(unknowns)) if (left != 0) return false;
            return true;
        }

        private long[] reduced(IntPredicate unknowns) {
            var row = IntStream.range(0, UNKNOWNS)
                    .mapToLong(i -> unknowns.test(i) ? 1 : 0)
                    .toArray();
            for (var at = 0; at < UNKNOWNS; at++) {
                if (row[at] == 0 || !rows.containsKey(at)) continue;
                var factor = row[at];
                var known = rows.get(at);
                for (var i = 0; i < UNKNOWNS; i++) row[i] = (row[i] + (PRIME - factor) * known[i]) % PRIME;
            }
            return row;
        }

        private static long power(long base, long exponent) {
            var result = 1L;
            for (var b = base; exponent > 0; exponent >>= 1, b = b * b % PRIME)
                if ((exponent & 1) == 1) result = result * b % PRIME;
            return result;
        }
    }

    @Test
    void theSolverItselfFindsWhatCanBeFound() {
        var known = new Equations();
        known.add(i -> i < 3);
        known.add(i -> i < 2);
        assertTrue(known.tell(i -> i == 2));
        assertFalse(known.tell(i -> i == 1));
    }

    @Test
    void whatIsSafeIsShown() {
        var safe = Map.<Object, Long>of("01", 5L, "02", 0L, "03", 3L);
        var unsafe = Map.<Object, Long>of("01", 1L, "02", 9L, "03", 3L);
        var withheld = new Withheld(Map.of("330702", safe, "330703", safe, "330782", unsafe, "330783", safe), THRESHOLD)
                .decide();
        assertTrue(withheld.shows("330700"));
        assertFalse(withheld.showsAlone("330782"));
        // one more keeps it company, so that it is not what is left of the city's
        assertEquals(
                1,
                List.of("330702", "330703", "330783").stream()
                        .filter(r -> !withheld.showsAlone(r))
                        .count());
    }

    @Test
    void whereNothingHelpsOnlyTheYearIsShown() {
        var withheld = new Withheld(Map.of("330702", Map.of("01", 1L), "330782", Map.of("02", 1L)), THRESHOLD).decide();
        assertFalse(withheld.shows("330700"));
        assertFalse(withheld.shows("000000"));
        assertFalse(withheld.showsAlone("330702"));
    }
}

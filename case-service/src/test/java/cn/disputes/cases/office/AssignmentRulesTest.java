package cn.disputes.cases.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentRulesTest {
    private static final AssignableCase CASE =
            new AssignableCase(new UUID(0, 1), null, "330702", null, List.of("避"), List.of("A"), 1);

    private static Officer officer(String subject, long open, int capacity) {
        return new Officer(subject, subject, "330702", true, capacity, List.of(), null, open, 1);
    }

    @ParameterizedTest
    @CsvSource({
        // a: open, capacity; b: open, capacity; whose turn
        "0, 10, 0, 20, a",
        "1, 10, 0, 20, b",
        "1, 10, 2, 20, a",
        "1, 10, 1, 20, b",
        "9, 10, 19, 20, a",
        "333333333, 1000, 333333332, 999, a"
    })
    void theEmptiestIsNext(long openA, int capacityA, long openB, int capacityB, String next) {
        var office = List.of(officer("b", openB, capacityB), officer("a", openA, capacityA));
        assertEquals(next, AssignmentRules.turn(office, CASE).orElseThrow().subject());
    }

    @ParameterizedTest
    @CsvSource({
        "甲, 330702, true, B,",
        "甲, 330700, true, B,",
        "甲, 330702, false, B, OFFICER_INACTIVE",
        "甲, 330703, true, B, OFFICER_ELSEWHERE",
        "避, 330702, true, B, OFFICER_RECUSED",
        "甲, 330702, true, A, OFFICER_RECUSED"
    })
    void someMayNotBeGivenIt(String subject, String region, boolean active, String conflict, OfficeProblem why) {
        var officer = new Officer(subject, subject, region, active, 10, List.of(conflict), null, 0, 1);
        assertEquals(Optional.ofNullable(why), AssignmentRules.refusal(officer, CASE));
        assertEquals(why == null, AssignmentRules.turn(List.of(officer), CASE).isPresent());
    }

    /** Whatever the capacities, dealing cases one by one never leaves anybody a whole case above another. */
    @Property
    void dealingKeepsTheBalance(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 30) Integer> capacities,
            @ForAll @IntRange(min = 0, max = 200) int cases) {
        var open = new long[capacities.size()];
        for (var n = 0; n < cases; n++) {
            var office = java.util.stream.IntStream.range(0, open.length)
                    .mapToObj(i -> officer(String.valueOf(i), open[i], capacities.get(i)))
                    .collect(Collectors.toList());
            open[
                    Integer.parseInt(
                            AssignmentRules.turn(office, CASE).orElseThrow().subject())]++;
        }
        for (var i = 0; i < open.length; i++) {
            for (var j = 0; j < open.length; j++) {
                assertTrue((open[i] - 1) * capacities.get(j) <= open[j] * capacities.get(i));
            }
        }
    }
}

package cn.disputes.stats.release;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gathers the cases behind every figure of a period, of its months and of the same a year before. */
final class Gathering {
    private final Handle h;
    private final Rows rows;
    private final int mostCases;
    private final Map<UUID, Integer> found = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final Map<RowList.Key, int[]> lists = new LinkedHashMap<>();

    Gathering(Handle h, Rows rows, int mostCases) {
        this.h = h;
        this.rows = rows;
        this.mostCases = mostCases;
    }

    static SealedCases of(Handle h, Rows rows, Collection<Indicator> indicators, Cut cut, int mostCases) {
        var gathering = new Gathering(h, rows, mostCases);
        for (var part : parts(cut)) {
            for (var indicator : indicators) {
                for (var set : sets(indicator)) gathering.list(indicator, part, set);
            }
        }
        return gathering.sorted();
    }

    /** The period and its months, this year's and last year's. */
    static Set<Cut> parts(Cut cut) {
        var parts = new LinkedHashSet<Cut>();
        for (var period : List.of(cut, cut.previousYear())) {
            parts.add(period);
            for (var month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1))
                parts.add(new Cut(month, month, period.regionCode(), period.asOf()));
        }
        return parts;
    }

    /** A plain count has no denominator but itself. */
    static List<RowSet> sets(Indicator indicator) {
        if (indicator.shape() == Shape.COUNT) return List.of(RowSet.NUMERATOR, RowSet.EXCLUDED);
        return indicator.shape() == Shape.RATIO
                ? List.of(RowSet.NUMERATOR, RowSet.DENOMINATOR)
                : List.of(RowSet.values());
    }

    private void list(Indicator indicator, Cut part, RowSet set) {
        var members = new ArrayList<Integer>();
        rows.each(h, indicator, part, set, Rows.WHOLE, row -> members.add(place(row.id())));
        if (members.isEmpty()) return;
        lists.put(
                new RowList.Key(indicator.code(), part.from(), part.to(), set),
                members.stream().mapToInt(Integer::intValue).toArray());
    }

    private int place(UUID id) {
        return found.computeIfAbsent(id, unknown -> {
            if (ids.size() == mostCases)
                throw new ProblemException(ReleaseProblem.TOO_LARGE_TO_SEAL, "> " + mostCases, mostCases);
            ids.add(unknown);
            return ids.size() - 1;
        });
    }

    /** In an order of their own, so that lists are mostly runs and two gatherings of the same cases are the same. */
    private SealedCases sorted() {
        var facts = FactReader.now(h, ids);
        var cases = ids.stream()
                .map(facts::get)
                .sorted(Comparator.comparing(SealedCase::kind)
                        .thenComparing(SealedCase::caseNumber)
                        .thenComparing(c -> c.id().toString()))
                .toList();
        var moved = new int[cases.size()];
        for (var at = 0; at < moved.length; at++) moved[found.get(cases.get(at).id())] = at;
        lists.replaceAll((key, members) -> {
            var positions = Arrays.stream(members).map(member -> moved[member]).toArray();
            Arrays.sort(positions);
            return positions;
        });
        return new SealedCases(cases, lists);
    }
}

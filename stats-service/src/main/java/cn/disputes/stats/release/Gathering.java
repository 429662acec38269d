package cn.disputes.stats.release;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gathers the cases behind every figure of a period, of its months and of the same a year before. */
final class Gathering {
    private final Handle h;
    private final Listing listing;
    private final int mostCases;
    private final Map<UUID, Integer> found = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final Map<RowList.Key, int[]> lists = new LinkedHashMap<>();

    private Gathering(Handle h, Rows rows, int mostCases) {
        this.h = h;
        this.listing = new Listing(h, rows);
        this.mostCases = mostCases;
    }

    static SealedCases of(Handle h, Rows rows, Collection<Indicator> indicators, Cut cut, int mostCases) {
        var gathering = new Gathering(h, rows, mostCases);
        for (var indicator : indicators) {
            for (var set : Listing.sets(indicator)) {
                gathering.list(indicator, cut, set);
                gathering.list(indicator, cut.previousYear(), set);
            }
        }
        return gathering.sorted();
    }

    /** The months of a period. */
    static List<Cut> months(Cut period) {
        var months = new ArrayList<Cut>();
        for (var month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1))
            months.add(new Cut(month, month, period.regionCode(), period.asOf()));
        return months;
    }

    private void list(Indicator indicator, Cut period, RowSet set) {
        var rows = listing.list(indicator, period, set);
        keep(indicator, period, set, rows);
        if (!Listing.dated(indicator)) {
            months(period).forEach(month -> keep(indicator, month, set, listing.list(indicator, month, set)));
            return;
        }
        var byMonth = new TreeMap<YearMonth, List<Listing.Member>>();
        rows.forEach(row -> byMonth.computeIfAbsent(YearMonth.from(row.on()), m -> new ArrayList<>())
                .add(row));
        byMonth.forEach(
                (month, some) -> keep(indicator, new Cut(month, month, period.regionCode(), period.asOf()), set, some));
    }

    private void keep(Indicator indicator, Cut part, RowSet set, List<Listing.Member> rows) {
        if (rows.isEmpty()) return;
        lists.put(
                new RowList.Key(indicator.code(), part.from(), part.to(), set),
                rows.stream().mapToInt(row -> place(row.id())).toArray());
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

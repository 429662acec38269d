package cn.disputes.stats.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories, late and repeated and in any order and batching, with what a kill leaves behind and with merges and
 * recounts in between: every indicator by any cut is what a naive count of the same events finds.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CellsPropertyTest {
    private static final List<List<Dimension>> CUTS = List.of(
            List.of(),
            List.of(Dimension.region),
            List.of(Dimension.month),
            List.of(Dimension.quarter, Dimension.region),
            List.of(Dimension.half, Dimension.agency),
            List.of(Dimension.year),
            List.of(Dimension.agency, Dimension.domain),
            List.of(Dimension.domain, Dimension.actType),
            List.of(Dimension.agencyLevel, Dimension.team),
            List.of(Dimension.instance, Dimension.court, Dimension.month),
            List.of(Dimension.team, Dimension.actType),
            List.of(Dimension.court, Dimension.domain),
            List.of(Dimension.agency, Dimension.domain, Dimension.actType, Dimension.team));

    @Inject
    Jdbi jdbi;

    @Inject
    Figures figures;

    @Inject
    Rows rows;

    @Inject
    Cells cells;

    @Inject
    CellRebuild rebuild;

    @Inject
    CellCases cases;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
    }

    @AfterEach
    void oneShare() {
        cases.blocksAShare = Long.MAX_VALUE;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void everyIndicatorIsWhatANaiveCountFinds(long seed) {
        var events = Histories.of(seed);
        var problem = fault(events, seed);
        if (problem == null) return;
        // the shortest history that still shows it
        for (var i = events.size() - 1; i >= 0; i--) {
            var fewer = new ArrayList<>(events);
            fewer.remove(i);
            var still = fault(fewer, seed);
            if (still != null) {
                events = fewer;
                problem = still;
            }
        }
        fail(problem + "\n"
                + String.join("\n", events.stream().map(String::valueOf).toList()));
    }

    private String fault(List<CaseEvent> events, long seed) {
        empty();
        var random = new Random(seed);
        // a recount of a few blocks in one share or in as many as there may be
        cases.blocksAShare = random.nextBoolean() ? 1 : Long.MAX_VALUE;
        deliver(events, random);
        for (var question = 0; question < 5; question++) {
            var wrong = ask(events, random);
            if (wrong != null) return wrong;
        }
        if (random.nextBoolean()) assertEquals(0, recounted(), "a recount finds other cells");
        while (cells.merge(100_000) > 0) {
            // the keeper may be at it too
        }
        if (cells.verify() != 0) return "the cells are not what the facts give";
        for (var question = 0; question < 3; question++) {
            var wrong = ask(events, random);
            if (wrong != null) return "merged: " + wrong;
        }
        return null;
    }

    private long recounted() {
        for (var differences = rebuild.runAndCompare(); ; differences = rebuild.runAndCompare()) {
            if (differences >= 0) return differences;
        }
    }

    private void deliver(List<CaseEvent> events, Random random) {
        var sent = new ArrayList<>(events);
        events.stream().filter(e -> random.nextInt(8) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        var store = new FactStore(FactStore.FACT);
        for (var at = 0; at < sent.size(); ) {
            var page = sent.subList(at, Math.min(sent.size(), at + 1 + random.nextInt(9)));
            if (random.nextInt(5) == 0)
                jdbi.useHandle(h -> {
                    h.begin();
                    store.applyAll(h, page);
                    h.rollback();
                });
            jdbi.useTransaction(h -> store.applyAll(h, page));
            if (random.nextInt(3) == 0) cells.merge(1 + random.nextInt(12));
            if (random.nextInt(25) == 0) rebuild.run();
            at += page.size();
        }
    }

    private String ask(List<CaseEvent> events, Random random) {
        var from = YearMonth.of(2021, 11).plusMonths(random.nextInt(14));
        var day = random.nextInt(3) == 0 ? LocalDate.of(2023, 1, 10).plusDays(random.nextInt(8)) : null;
        var region = List.of("000000", "330700", "330702").get(random.nextInt(3));
        var to = from.plusMonths(random.nextInt(16));
        if (random.nextInt(3) == 0) {
            from = YearMonth.of(2021 + random.nextInt(2), 1);
            to = YearMonth.of(2022, 12);
        }
        var cut = new Cut(from, to, region, day);
        var dimensions = CUTS.get(random.nextInt(CUTS.size()));
        var only = new HashMap<Dimension, String>();
        if (random.nextInt(4) == 0) only.put(Dimension.agency, "B");
        if (random.nextInt(6) == 0) only.put(Dimension.team, null);
        var naive = new Naive(events, cut.knownAt());
        var plain = Indicators.all().stream()
                .filter(i -> i.shape() != Shape.COUNTIES)
                .toList();
        var figure = jdbi.inTransaction(h -> figures.compute(h, plain, cut, dimensions, only, Figures.Comparison.NONE));
        for (var i : plain) {
            var expected = Groups.expected(naive, i.code(), cut, dimensions, only);
            var shown = Groups.shown(figure, i.code(), i.shape() == Shape.COUNT);
            if (!sorted(expected).equals(sorted(shown)))
                return i.code() + " " + cut + " by " + dimensions + " only " + only + ": " + expected + " <> " + shown;
            if (dimensions.isEmpty() && random.nextInt(6) == 0) {
                var wrong = drill(i, cut, only, naive);
                if (wrong != null) return wrong;
            }
        }
        return null;
    }

    /** The listed rows are those counted, and with those left out they are the cases of the period. */
    private String drill(Indicator i, Cut cut, Map<Dimension, String> only, Naive naive) {
        var expected = Groups.expected(naive, i.code(), cut, List.of(), only).getOrDefault(List.of(), List.of(0L, 0L));
        var sizes = new HashMap<RowSet, Long>();
        for (var set : RowSet.values()) {
            var ids = new ArrayList<java.util.UUID>();
            jdbi.useTransaction(h -> {
                rows.each(h, i, cut, set, only, row -> {
                    ids.add(row.id());
                    assertEquals(set == RowSet.EXCLUDED, row.reason() != null);
                });
                assertEquals(ids.size(), rows.count(h, i, cut, set, only), i.code() + " " + set);
                Rows.Place place = null;
                var paged = new ArrayList<java.util.UUID>();
                for (var page = rows.page(h, i, cut, set, only, place, 2); !page.isEmpty(); ) {
                    page.forEach(row -> paged.add(row.id()));
                    place = Rows.Place.after(page.get(page.size() - 1));
                    page = rows.page(h, i, cut, set, only, place, 2);
                }
                assertEquals(ids, paged);
            });
            assertEquals(ids.size(), ids.stream().distinct().count());
            sizes.put(set, (long) ids.size());
        }
        var listed = List.of(sizes.get(RowSet.NUMERATOR), sizes.get(RowSet.DENOMINATOR));
        return listed.equals(expected) ? null : "rows of " + i.code() + " " + cut + ": " + listed + " <> " + expected;
    }

    private static Map<String, List<Long>> sorted(Map<List<String>, List<Long>> groups) {
        var sorted = new TreeMap<String, List<Long>>();
        groups.forEach((key, numbers) -> sorted.put(String.valueOf(key), numbers));
        return sorted;
    }

    /** If two definitions were confused, some history above would show it: for each pair there is one that counts otherwise. */
    @Test
    void theHistoriesTellDefinitionsApart() {
        var seen = new HashMap<String, List<String>>();
        for (var seed = 1L; seed <= 24; seed++) {
            var naive = new Naive(Histories.of(seed), null);
            for (var i : Indicators.all()) {
                if (i.shape() == Shape.RATIO) continue;
                var sets = naive.sets(i.code(), YearMonth.of(2021, 12), YearMonth.of(2022, 12));
                seen.computeIfAbsent(i.code(), c -> new ArrayList<>())
                        .add(sets.numerator().size() + "/" + sets.denominator().size());
            }
        }
        seen.forEach((code, numbers) -> seen.forEach((other, others) -> {
            var same = code.equals("LOSS_RATE:ACTOR") || other.equals("LOSS_RATE:ACTOR");
            if (!code.equals(other) && !same) assertTrue(!numbers.equals(others), code + " and " + other);
        }));
    }
}

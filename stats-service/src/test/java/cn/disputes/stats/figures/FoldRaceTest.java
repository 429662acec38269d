package cn.disputes.stats.figures;

import static cn.disputes.deploy.testing.Together.together;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Followers, merges and recounts at once, and processes that die in the middle: nothing is counted twice or lost. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FoldRaceTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Cells cells;

    @Inject
    CellRebuild rebuild;

    @Inject
    Figures figures;

    @Test
    void manyAtOnceCountAsOne() throws Exception {
        Told.empty(jdbi);
        var events = new ArrayList<CaseEvent>();
        for (var seed = 200; seed < 212; seed++) events.addAll(Histories.of(seed));
        var work = new ArrayList<Callable<Object>>();
        for (var follower = 0; follower < 3; follower++) work.add(follower(events, follower));
        work.add(() -> {
            for (var i = 0; i < 40; i++) cells.merge(1 + i);
            return null;
        });
        work.add(() -> {
            for (var i = 0; i < 3; i++) rebuild.run();
            return null;
        });
        together(work.size(), work::get);
        assertEquals(0, cells.verify());
        while (cells.merge(100_000) > 0) {
            // the keeper may be at it too
        }
        assertEquals(0, cells.verify());
        var naive = new Naive(events, null);
        var cut = new Cut(YearMonth.of(2022, 1), YearMonth.of(2022, 12), "330700", null);
        for (var i : Indicators.all()) {
            if (i.shape() == Shape.COUNTIES) continue;
            var figure = jdbi.inTransaction(h ->
                    figures.compute(h, List.of(i), cut, List.of(Dimension.domain), Map.of(), Figures.Comparison.NONE));
            assertEquals(
                    Groups.expected(naive, i.code(), cut, List.of(Dimension.domain), Map.of()),
                    Groups.shown(figure, i.code(), i.shape() == Shape.COUNT),
                    i.code());
        }
    }

    /** All events, in an order of its own, now and then killed before the commit and sent again. */
    private Callable<Object> follower(List<CaseEvent> events, int seed) {
        return () -> {
            var random = new Random(seed);
            var sent = new ArrayList<>(events);
            Collections.shuffle(sent, random);
            var store = new FactStore(FactStore.FACT);
            for (var at = 0; at < sent.size(); at += 7) {
                var page = sent.subList(at, Math.min(sent.size(), at + 7));
                if (random.nextInt(4) == 0) dies(store, page);
                jdbi.useTransaction(h -> store.applyAll(h, page));
            }
            return null;
        };
    }

    private void dies(FactStore store, List<CaseEvent> page) {
        try (var h = jdbi.open()) {
            h.begin();
            store.applyAll(h, page);
            h.rollback();
        }
    }
}

package cn.disputes.stats.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** While facts come by thousands, the database is told how many there are, and not again for every page. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CatchingUpTest {
    private static final int PAGE = 500;

    @Inject
    Jdbi jdbi;

    @Test
    void theDatabaseKnowsHowManyFactsThereAre() {
        Told.empty(jdbi);
        var store = new FactStore(FactStore.FACT);
        var before = looked();
        for (var page = 1; page <= 3; page++) follow(store, page);
        assertEquals(before, looked(), "too few to look again");
        follow(store, 4);
        assertEquals(before + 1, looked());
        assertTrue(known() >= 4 * PAGE, () -> known() + " known");
        follow(store, 5);
        assertEquals(before + 1, looked(), "not for every page");
    }

    private void follow(FactStore store, int page) {
        List<CaseEvent> events = IntStream.range(0, PAGE)
                .mapToObj(n -> Cases.reconsideration("追赶〔" + page + "〕" + n + "号", "2022-03-01")
                        .event())
                .toList();
        jdbi.useTransaction(h -> store.applyAll(h, events));
    }

    private long looked() {
        return ask("SELECT pg_stat_get_analyze_count(CAST('fact' AS regclass))");
    }

    private long known() {
        return ask("SELECT reltuples FROM pg_class WHERE oid = CAST('fact' AS regclass)");
    }

    private long ask(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }
}

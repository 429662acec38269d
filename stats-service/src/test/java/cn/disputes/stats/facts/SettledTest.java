package cn.disputes.stats.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import cn.disputes.stats.figures.Histories;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that were all taken in and settled then are those that were folded page by page. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SettledTest {
    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20_000})
    void takenInAndSettledIsWhatFoldingGives(int atOnce) {
        Told.empty(jdbi);
        jdbi.useHandle(h -> h.execute("TRUNCATE fact_rebuilt"));
        var events = Histories.of(700);
        jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, events));
        var rebuilt = new FactStore(FactStore.REBUILT);
        rebuilt.spansAtOnce = atOnce;
        jdbi.useTransaction(h -> rebuilt.take(h, events));
        rebuilt.settle(jdbi);
        assertTrue(count("fact WHERE known_to IS NOT NULL") > 5, "hardly any case has a second version");
        assertEquals(count("fact"), count("fact_rebuilt"));
        assertEquals(
                0,
                count("fact f JOIN fact_rebuilt r USING (id, version)"
                        + " WHERE (f.known_to, f.sued, f.standing) IS DISTINCT FROM (r.known_to, r.sued, r.standing)"));
    }

    private long count(String which) {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM " + which).mapTo(Long.class).one());
    }
}

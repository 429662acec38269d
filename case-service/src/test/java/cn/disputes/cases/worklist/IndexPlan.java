package cn.disputes.cases.worklist;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How a query of the worklist is carried out where only some indexes are left. */
final class IndexPlan {
    private IndexPlan() {}

    /** @param kept endings of the names of the indexes that stay, keys aside */
    static String of(Jdbi jdbi, String sql, String... kept) {
        try (var h = jdbi.open()) {
            h.begin();
            // few rows make every way equally short; the only one left shows whether the index has all that is asked
            h.createQuery(
                            """
                            SELECT indexname FROM pg_indexes WHERE tablename IN ('reconsideration', 'litigation')
                            AND indexname !~ :kept""")
                    .bind("kept", "_(" + String.join("|", kept) + "|key|pkey)$")
                    .mapTo(String.class)
                    .list()
                    .forEach(index -> h.execute("DROP INDEX " + index));
            h.execute("SET LOCAL enable_seqscan = off");
            h.execute("SET LOCAL enable_bitmapscan = off");
            var plan = h
                    .createQuery("EXPLAIN " + sql)
                    .bind("caller", "我")
                    .bind("today", LocalDate.of(2025, 3, 3))
                    .bind("afterDue", LocalDate.of(2025, 3, 3))
                    .bind("afterId", new UUID(0, 0))
                    .bind("rows", 51)
                    .mapTo(String.class)
                    .stream()
                    .collect(Collectors.joining("\n"));
            h.rollback();
            return plan;
        }
    }
}

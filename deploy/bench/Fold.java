import cn.disputes.contract.codes.*;
import cn.disputes.contract.events.*;
import cn.disputes.stats.facts.FactStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Folds pages of new cases into the facts, without HTTP: three of four are reconsiderations, one is a suit that names one
 * of them. Arguments: JDBC address, cases, cases a page; with a fourth also where the time goes.
 */
public final class Fold {
    private static final long SEED = System.nanoTime();

    public static void main(String[] a) throws Exception {
        var jdbi = Jdbi.create(a[0], "postgres", System.getenv("PGPASSWORD")).installPlugin(new PostgresPlugin());
        var spent = new TreeMap<String, Long>();
        if (a.length > 3) jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                var sql = context.getRenderedSql().strip().replaceAll("\\s+", " ");
                spent.merge(sql.substring(0, Math.min(70, sql.length())), context.getElapsedTime(java.time.temporal.ChronoUnit.MICROS), Long::sum);
            }
        });
        var store = new FactStore(FactStore.FACT);
        var all = Integer.parseInt(a[1]);
        var size = Integer.parseInt(a[2]);
        var begun = System.nanoTime();
        try (var h = jdbi.open()) {
            for (var from = 0; from < all; from += size) {
                // the first pages are the client's own warm-up
                if (from == all / 5 / size * size) {
                    begun = System.nanoTime();
                    spent.clear();
                }
                var page = page(from, size);
                h.useTransaction(same -> store.applyAll(same, page));
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%d cases in pages of %d: %.0f a second%n", all, size, (all - all / 5 / size * size) / seconds);
        spent.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> System.out.printf("%8.1f ms  %s%n", e.getValue() / 1000.0, e.getKey()));
    }

    private static List<CaseEvent> page(int from, int size) {
        var page = new ArrayList<CaseEvent>();
        for (var n = from; n < from + size; n++) page.add(n % 4 == 3 ? suit(n) : reconsideration(n));
        return page;
    }

    private static CaseEvent reconsideration(int n) {
        var received = LocalDate.of(2022, 1, 1).plusDays(n % 300);
        return new ReconsiderationEvent(new UUID(SEED, n), 1, "bench-" + SEED + "-" + n, region(n), agency(n), "机关", act(n),
                domain(n), "CONCLUDED", "ORDINARY", "XZFY-2023", received, received, received.plusDays(60),
                received.plusDays(30), ReconsiderationOutcome.values()[n % 5], null, received.plusDays(31), Instant.now(),
                particulars(n));
    }

    private static CaseEvent suit(int n) {
        var filed = LocalDate.of(2022, 1, 1).plusDays(n % 300);
        return new LitigationEvent(new UUID(SEED, n), 1, "bench-suit-" + SEED + "-" + n, "法院", Instance.FIRST, region(n),
                agency(n), "机关", null, List.of(), act(n), domain(n), "FILED", filed, null, null, null,
                "bench-" + SEED + "-" + Math.max(0, n - 1 - n % 200 * 4), null, List.of(), null, null, null, null, Instant.now(),
                particulars(n));
    }

    private static String region(int n) {
        return Integer.toString(330701 + n % 25);
    }

    private static String agency(int n) {
        return "A" + n % 25 + "-" + n / 25 % 16;
    }

    private static ActType act(int n) {
        return ActType.values()[n / 7 % ActType.values().length];
    }

    private static Domain domain(int n) {
        return Domain.values()[n / 3 % Domain.values().length];
    }

    private static Particulars particulars(int n) {
        return new Particulars("COUNTY", "DEPARTMENT", 1, 0, "ONLINE", null, null, null, "审理" + n % 25);
    }
}

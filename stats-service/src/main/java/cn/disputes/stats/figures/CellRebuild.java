package cn.disputes.stats.figures;

import cn.disputes.conventions.Patient;
import cn.disputes.stats.facts.Locks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts all cells anew beside those in use. One reading transaction fixes what was known ({@link CellCases}); cubes are
 * written in transactions of their own from it, so that no writing transaction is long. The last one, short, changes the
 * tables' roles and drops the changes that the new cells already count.
 */
@ApplicationScoped
public class CellRebuild {
    static final String FACTS = "(SELECT * FROM fact f WHERE f.known_to IS NULL AND f.kind = '%s') f";

    /** For all groups of a cube at once; by default the database would sort what does not fit into 4 MB. */
    static final String ROOM = "SET LOCAL work_mem = '256MB'";

    /**
     * As many cells, of half a kilobyte each while they are counted, may be held in memory at once. The database expects
     * many more groups than there are and would sort every case for every cube.
     */
    private static final String HELD = "SET LOCAL hash_mem_multiplier = 1000";

    private static final long MOST_HELD = 2_000_000;

    static final int AT_ONCE = 2;

    private final Jdbi jdbi;
    private final CellCases cases;

    CellRebuild(@Patient Jdbi jdbi, CellCases cases) {
        this.jdbi = jdbi;
        this.cases = cases;
    }

    /** Does nothing when another process is at it. */
    public boolean run() {
        return run(null) >= 0;
    }

    /** The same, and compares the cells in use with the new ones. */
    public long runAndCompare() {
        return run(jdbi.withHandle(Cells::table));
    }

    /**
     * The same, and compares.
     *
     * @param used table of the cells that are compared with the new ones; null not to compare
     * @return how many differed, anything but 0 was an error; −1 when another process is at it
     */
    public long run(String used) {
        // of the session, so that no merge writes the cells in between; a process that dies lets go of it
        try (var guard = jdbi.open()) {
            if (!guard.createQuery("SELECT pg_try_advisory_lock(" + Locks.CELLS + ")")
                    .mapTo(Boolean.class)
                    .one()) return -1;
            try {
                return anew(used);
            } finally {
                guard.createQuery("SELECT pg_advisory_unlock(" + Locks.CELLS + ")")
                        .mapTo(Boolean.class)
                        .one();
            }
        }
    }

    private long anew(String used) {
        var table = jdbi.withHandle(
                h -> h.createQuery("SELECT CASE in_use WHEN 'cell_a' THEN 'cell_b' ELSE 'cell_a' END FROM cell_state")
                        .mapTo(String.class)
                        .one());
        jdbi.useHandle(h -> {
            h.execute("TRUNCATE " + table);
            h.execute("DROP INDEX IF EXISTS " + table + "_key");
        });
        var read = cases.read();
        fill(table, read);
        cases.drop();
        jdbi.useHandle(h -> {
            h.execute("SET maintenance_work_mem = '256MB'");
            h.execute("CREATE UNIQUE INDEX " + table + "_key ON " + table + " (" + CellSql.KEYS + ")");
            h.execute("RESET maintenance_work_mem");
            h.execute("ANALYZE " + table);
        });
        long differences =
                used == null ? 0L : jdbi.inTransaction(h -> CellComparison.of(h, used, table, read.changes()));
        jdbi.useTransaction(h -> {
            Cells.change(h);
            h.createUpdate("DELETE FROM fact_change WHERE seq = ANY (:counted)")
                    .bindArray("counted", Long.class, read.changes().toArray())
                    .execute();
            h.createUpdate("UPDATE cell_state SET in_use = :table, dictionary = :dictionary")
                    .bind("table", table)
                    .bind("dictionary", Cells.DICTIONARY)
                    .execute();
        });
        return differences;
    }

    /** About how many cells there will be, from how many there are or else from how many cases. */
    private double about() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT CASE WHEN c.reltuples > 0 THEN c.reltuples WHEN f.reltuples > 0 THEN 2 * f.reltuples
                               ELSE 'Infinity' END
                        FROM cell_state s JOIN pg_class c ON c.oid = CAST(s.in_use AS regclass)
                        JOIN pg_class f ON f.oid = CAST('fact' AS regclass)""")
                .mapTo(Double.class)
                .one());
    }

    /** The widest cubes from the cases, each row read once for all of them; what is narrower from those. */
    private void fill(String table, CellCases.Read cases) {
        var few = about() / cases.shares() <= MOST_HELD;
        var widest = new AtomicLong();
        var work = new ArrayList<Runnable>();
        for (var family : Family.values()) {
            for (var years : List.of(false, true)) {
                var spans = family.spans().stream()
                        .filter(span -> span.years() == years && span.cube().months() != years)
                        .filter(span -> span.cube().wider().isEmpty())
                        .toList();
                if (spans.isEmpty()) continue;
                for (var share : cases.tables(family.kind))
                    work.add(() -> widest.addAndGet(insert(
                            few, table, family, CellSql.cells(spans, CaseSql.rows(family, share, years), false))));
            }
        }
        together(work, Runnable::run);
        var held = widest.get() <= MOST_HELD;
        for (var family : Family.values()) {
            for (var cube : narrowest(family))
                insert(held, table, family, CellSql.sums(table, cube.wider().orElseThrow(), cube));
        }
        together(List.of(Family.values()), family -> insert(held, table, family, CellSql.years(table, family)));
    }

    /** Cubes that others have all keys of, the widest first. */
    private static List<Family.Cube> narrowest(Family family) {
        var narrow = new ArrayList<>(
                family.cubes().stream().filter(cube -> cube.wider().isPresent()).toList());
        Collections.reverse(narrow);
        return narrow;
    }

    /** In the order of the index, so that cells that are read together lie together. */
    private int insert(boolean held, String table, Family family, String cells) {
        return jdbi.inTransaction(h -> {
            h.execute(ROOM);
            if (held) h.execute(HELD);
            return h.execute(
                    "INSERT INTO " + table + " (" + CellSql.columns(family) + ") " + cells + " ORDER BY 1, 2, 3");
        });
    }

    static <T> void together(List<T> all, Consumer<T> work) {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = all.stream()
                    .map(one -> CompletableFuture.runAsync(() -> work.accept(one), pool))
                    .toList();
            running.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
    }
}

package cn.disputes.stats.figures;

import cn.disputes.conventions.Patient;
import cn.disputes.stats.facts.Locks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Counts all cells anew beside those in use. One reading transaction fixes what was known; each cube is written in a
 * transaction of its own under that snapshot, so that no writing transaction is long. The last one, short, changes the
 * tables' roles and drops the changes that the new cells already count.
 */
@ApplicationScoped
public class CellRebuild {
    static final String FACTS = "(SELECT * FROM fact f WHERE f.known_to IS NULL AND f.kind = '%s') f";

    /** For all groups of a cube at once; by default the database would sort what does not fit into 4 MB. */
    private static final String ROOM = "SET LOCAL work_mem = '256MB'";

    private static final int AT_ONCE = 2;

    private final Jdbi jdbi;

    CellRebuild(@Patient Jdbi jdbi) {
        this.jdbi = jdbi;
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
        var counted = new ArrayList<Long>();
        reading(reader -> {
            var snapshot = reader.createQuery("SELECT pg_export_snapshot()")
                    .mapTo(String.class)
                    .one();
            together(List.of(Family.values()), family -> fill(table, family, snapshot));
            counted.addAll(reader.createQuery("SELECT seq FROM fact_change")
                    .mapTo(Long.class)
                    .list());
        });
        jdbi.useHandle(h -> {
            h.execute("CREATE UNIQUE INDEX " + table + "_key ON " + table + " (" + CellSql.KEYS + ")");
            h.execute("ANALYZE " + table);
        });
        long differences = used == null ? 0L : jdbi.withHandle(h -> differences(h, used, table, counted));
        jdbi.useTransaction(h -> {
            Cells.change(h);
            h.createUpdate("DELETE FROM fact_change WHERE seq = ANY (:counted)")
                    .bindArray("counted", Long.class, counted.toArray())
                    .execute();
            h.createUpdate("UPDATE cell_state SET in_use = :table, dictionary = :dictionary")
                    .bind("table", table)
                    .bind("dictionary", Cells.DICTIONARY)
                    .execute();
        });
        return differences;
    }

    /** Cells in use, with the changes that waited, against those counted anew. */
    private static long differences(Handle h, String used, String table, List<Long> counted) {
        var names = IntStream.rangeClosed(1, Family.MOST_COUNTS)
                .mapToObj(i -> "n" + i)
                .toList();
        var columns = CellSql.KEYS + ", " + String.join(", ", names);
        var parts = new ArrayList<String>();
        parts.add("SELECT " + columns + " FROM " + used);
        parts.add("SELECT " + CellSql.KEYS + ", "
                + String.join(", ", names.stream().map(n -> "-" + n).toList()) + " FROM " + table);
        if (!counted.isEmpty()) {
            for (var family : Family.values()) {
                var rows = "(" + CellSql.rows(family, Cells.CHANGES, "f.sign") + ")";
                var rest = ", 0".repeat(Family.MOST_COUNTS - family.measures().size());
                for (var cube : family.cubes()) {
                    for (var years : cube.spans())
                        parts.add("SELECT w.*" + rest + " FROM (" + CellSql.cells(cube, rows, years) + ") w");
                }
            }
        }
        var query = h.createQuery("SELECT count(*) FROM (SELECT 1 FROM (" + String.join(" UNION ALL ", parts)
                + ") a GROUP BY "
                + CellSql.KEYS + " HAVING "
                + String.join(
                        " OR ", names.stream().map(n -> "sum(" + n + ") <> 0").toList()) + ") d");
        if (!counted.isEmpty()) query.bindArray("taken", Long.class, counted.toArray());
        return query.mapTo(Long.class).one();
    }

    /** The conditions are asked once of each case; the cubes then only add up. */
    private void fill(String table, Family family, String snapshot) {
        var rows = "cell_rows_" + family.name().toLowerCase(java.util.Locale.ROOT);
        under(snapshot, h -> {
            h.execute("DROP TABLE IF EXISTS " + rows);
            h.execute("CREATE UNLOGGED TABLE " + rows + " AS " + CellSql.rows(family, FACTS, "1"));
        });
        for (var cube : family.cubes()) {
            for (var years : cube.spans())
                jdbi.useTransaction(h -> {
                    h.execute(ROOM);
                    h.execute("INSERT INTO " + table + " (" + CellSql.columns(family) + ") "
                            + (years && cube.months()
                                    ? sums(table, family, cube)
                                    : CellSql.cells(cube, rows, years, false)));
                });
        }
        jdbi.useHandle(h -> h.execute("DROP TABLE " + rows));
    }

    private static String sums(String table, Family family, Family.Cube cube) {
        return "SELECT cube + " + Family.Cube.YEARS + ", period / 100, region, d1, d2, d3, d4, d5, "
                + String.join(
                        ", ", CellSql.names(family).map(n -> "sum(" + n + ")").toList())
                + " FROM " + table + " WHERE cube = " + cube.id()
                + " GROUP BY cube, period / 100, region, d1, d2, d3, d4, d5";
    }

    private static <T> void together(List<T> all, Consumer<T> work) {
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

    private void under(String snapshot, HandleConsumer<RuntimeException> work) {
        reading(h -> {
            h.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            work.useHandle(h);
        });
    }

    /** In a transaction of one snapshot and a connection of its own: others of this thread go on beside it. */
    private void reading(HandleConsumer<RuntimeException> work) {
        try (var h = jdbi.open()) {
            // set beforehand: a snapshot that is handed over must be the first thing a transaction says
            h.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            h.begin();
            try {
                work.useHandle(h);
                h.commit();
            } finally {
                if (h.isInTransaction()) h.rollback();
                h.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
            }
        }
    }
}

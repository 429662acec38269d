package cn.disputes.stats.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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

    private final Jdbi jdbi;

    CellRebuild(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing when another process is at it. */
    public boolean run() {
        // of the session, so that no merge writes the cells in between; a process that dies lets go of it
        try (var guard = jdbi.open()) {
            if (!guard.createQuery("SELECT pg_try_advisory_lock(79)")
                    .mapTo(Boolean.class)
                    .one()) return false;
            try {
                anew();
                return true;
            } finally {
                guard.createQuery("SELECT pg_advisory_unlock(79)")
                        .mapTo(Boolean.class)
                        .one();
            }
        }
    }

    private void anew() {
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
            for (var family : Family.values()) fill(table, family, snapshot);
            counted.addAll(reader.createQuery("SELECT seq FROM fact_change")
                    .mapTo(Long.class)
                    .list());
        });
        jdbi.useHandle(h -> {
            h.execute("CREATE UNIQUE INDEX " + table + "_key ON " + table + " (" + CellSql.KEYS + ")");
            h.execute("ANALYZE " + table);
        });
        jdbi.useTransaction(h -> {
            h.createUpdate("DELETE FROM fact_change WHERE seq = ANY (:counted)")
                    .bindArray("counted", Long.class, counted.toArray())
                    .execute();
            h.createUpdate("UPDATE cell_state SET in_use = :table, dictionary = :dictionary")
                    .bind("table", table)
                    .bind("dictionary", Cells.DICTIONARY)
                    .execute();
        });
    }

    /** The conditions are asked once of each case; the cubes then only add up. */
    private void fill(String table, Family family, String snapshot) {
        var rows = "cell_rows_" + family.name().toLowerCase(java.util.Locale.ROOT);
        under(snapshot, h -> {
            h.execute("DROP TABLE IF EXISTS " + rows);
            h.execute("CREATE UNLOGGED TABLE " + rows + " AS " + CellSql.rows(family, FACTS, "1"));
        });
        for (var cube : family.cubes()) {
            for (var years : List.of(false, true))
                jdbi.useHandle(h -> h.execute("INSERT INTO " + table + " (" + CellSql.columns(family) + ") "
                        + (years ? sums(table, family, cube) : CellSql.cells(cube, rows, false))));
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

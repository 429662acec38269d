package cn.disputes.stats.figures;

import cn.disputes.stats.facts.Locks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Keeps the cells in step with the facts. A changed fact is at once in {@code fact_change}, and figures add that to the
 * cells, so they are exact at every moment; this only moves changes from there into the cells.
 */
@ApplicationScoped
public class Cells {
    private static final String MINE = "SELECT pg_try_advisory_xact_lock(" + Locks.CELLS + ")";

    static final String DICTIONARY = CellSql.dictionary();
    private static final int MOST_AT_ONCE = 20_000;
    static final String CHANGES = "(SELECT f.* FROM fact_change f WHERE f.kind = '%s' AND f.seq = ANY (:taken)) f";
    private static final String WAITING = "(SELECT f.* FROM fact_change f WHERE f.kind = '%s') f";

    private final Jdbi jdbi;

    Cells(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The table to be read, or null when its cells were counted by other definitions. */
    static String table(Handle h) {
        return h.createQuery("SELECT in_use FROM cell_state WHERE dictionary = :dictionary")
                .bind("dictionary", DICTIONARY)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /**
     * What a reader finds.
     *
     * @param table of the cells; null when they were counted by other definitions
     * @param waiting whether changes wait that the cells do not hold yet
     */
    record State(String table, boolean waiting, boolean ofOneMoment) {
        static final State NONE = new State(null, false, true);
    }

    /**
     * Cells and waiting changes are read one after the other and must be of one moment. A transaction of one snapshot sees
     * them so; any other keeps merges waiting until it ends.
     */
    static State read(Handle h) {
        var state = state(h);
        if (state.ofOneMoment) return state;
        h.createQuery("SELECT pg_advisory_xact_lock_shared(" + Locks.MOVING + ")::text")
                .mapTo(String.class)
                .one();
        return state(h);
    }

    private static State state(Handle h) {
        return h.createQuery(
                        """
                        SELECT CASE WHEN dictionary = :dictionary THEN in_use END AS in_use,
                               EXISTS (SELECT FROM fact_change) AS waiting,
                               current_setting('transaction_isolation') IN ('repeatable read', 'serializable') AS moment
                        FROM cell_state""")
                .bind("dictionary", DICTIONARY)
                .map((row, ctx) ->
                        new State(row.getString("in_use"), row.getBoolean("waiting"), row.getBoolean("moment")))
                .one();
    }

    /** What a writer of cells says before it changes what belongs together; ends with its transaction. */
    static void change(Handle h) {
        h.createQuery("SELECT pg_advisory_xact_lock(" + Locks.MOVING + ")::text")
                .mapTo(String.class)
                .one();
    }

    /** How many changes wait. */
    public long waiting() {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM fact_change")
                .mapTo(Long.class)
                .one());
    }

    /** How many cases there are, as the database estimates. */
    long facts() {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'fact'::regclass")
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Adds waiting changes to the cells, the oldest first.
     *
     * @param most of them
     * @return how many; 0 also when another process is at it
     */
    public int merge(int most) {
        return jdbi.inTransaction(h -> {
            if (!h.createQuery(MINE).mapTo(Boolean.class).one()) return 0;
            var table = table(h);
            if (table == null) return 0;
            var taken = h.createQuery("SELECT seq FROM fact_change ORDER BY seq LIMIT :most")
                    .bind("most", most)
                    .mapTo(Long.class)
                    .list();
            if (taken.isEmpty()) return 0;
            change(h);
            add(h, table, taken);
            h.createUpdate("DELETE FROM fact_change WHERE seq = ANY (:taken)")
                    .bindArray("taken", Long.class, taken.toArray())
                    .execute();
            return taken.size();
        });
    }

    /**
     * Adds all changes that wait, in a transaction that already holds the right to.
     *
     * @return the table they are in then; null when they are too many for that, or it is not up to date anyway
     */
    public static String mergeAll(Handle h) {
        var table = table(h);
        var taken = h.createQuery("SELECT seq FROM fact_change LIMIT " + (MOST_AT_ONCE + 1))
                .mapTo(Long.class)
                .list();
        if (table == null || taken.size() > MOST_AT_ONCE) return null;
        if (!taken.isEmpty()) add(h, table, taken);
        return table;
    }

    private static void add(Handle h, String table, List<Long> taken) {
        var kinds = h.createQuery("SELECT DISTINCT kind FROM fact_change WHERE seq = ANY (:taken)")
                .bindArray("taken", Long.class, taken.toArray())
                .mapTo(String.class)
                .set();
        for (var family : Family.values()) {
            if (!kinds.contains(family.kind.name())) continue;
            h.createUpdate(CellSql.add(table, family, changes(family, CHANGES)))
                    .bindArray("taken", Long.class, taken.toArray())
                    .execute();
        }
    }

    /** All cells of a family that changes amount to. */
    static String changes(Family family, String changes) {
        return cells(family, CaseSql.cases(changes.formatted(family.kind), "f.sign"));
    }

    private static String cells(Family family, String cases) {
        return "WITH one AS MATERIALIZED (" + cases + ") "
                + CellSql.cells(family.spans(), CaseSql.rows(family, "one", false), true);
    }

    /** Counts every cell anew from the facts and says how many differ from those kept; anything but 0 is an error. */
    public long verify() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, Cells::differences);
    }

    static long differences(Handle h) {
        var table = table(h);
        if (table == null) return 0;
        var differences = 0L;
        for (var family : Family.values()) differences += differences(h, table, family);
        return differences;
    }

    private static long differences(Handle h, String table, Family family) {
        var ids = family.spans().stream().map(span -> String.valueOf(span.id())).toList();
        var kept = "SELECT " + CellSql.columns(family) + " FROM " + table + " WHERE cube IN (" + String.join(", ", ids)
                + ")";
        var facts = cells(family, CaseSql.cases(CellRebuild.FACTS.formatted(family.kind), "-1"));
        var sums = CellSql.names(family).map(n -> "sum(" + n + ") <> 0").toList();
        return h.createQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM (SELECT * FROM (" + kept + ") k UNION ALL SELECT * FROM ("
                                + changes(family, WAITING) + ") w UNION ALL SELECT * FROM ("
                                + facts + ") f) a GROUP BY "
                                + CellSql.KEYS + " HAVING " + String.join(" OR ", sums) + ") d")
                .mapTo(Long.class)
                .one();
    }
}

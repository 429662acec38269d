package cn.disputes.stats.figures;

import cn.disputes.conventions.Patient;
import cn.disputes.stats.facts.FactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All cases as the cells ask for them, written down for one count: each condition is asked once. By kind, and by region
 * into shares: a cube of one share's cells stays in the processor's caches while it is counted, one of all does not.
 */
@Singleton
class CellCases {
    private static final String TABLE = "cell_case";
    /** Blocks of facts read in one transaction: about a second's work. */
    private static final long MOST_BLOCKS = 8_000;

    private static final int MOST_SHARES = 16;

    /** Blocks of facts for which there is a share more. */
    long blocksAShare = 40_000;

    private final Jdbi jdbi;

    CellCases(@Patient Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param shares tables of each kind
     * @param changes the changes that are in them, by their number
     */
    record Read(int shares, List<Long> changes) {
        /** Tables of {@link CaseSql#cases}, together all cases of a kind. */
        List<String> tables(FactKind kind) {
            return IntStream.range(0, shares).mapToObj(n -> table(kind, n)).toList();
        }
    }

    /** Reads what is known at one moment, a stretch of the facts at a time. */
    Read read() {
        var changes = new ArrayList<Long>();
        var shares = new int[1];
        reading(reader -> {
            var snapshot = reader.createQuery("SELECT pg_export_snapshot()")
                    .mapTo(String.class)
                    .one();
            changes.addAll(reader.createQuery("SELECT seq FROM fact_change")
                    .mapTo(Long.class)
                    .list());
            var blocks = reader.createQuery("SELECT pg_relation_size('fact') / current_setting('block_size')::int")
                    .mapTo(Long.class)
                    .one();
            shares[0] = (int) Math.min(MOST_SHARES, 1 + blocks / blocksAShare);
            create(shares[0]);
            var size = Math.min(MOST_BLOCKS, blocks / (2 * CellRebuild.AT_ONCE) + 1);
            var stretches = LongStream.rangeClosed(0, blocks / size)
                    .mapToObj(n -> cases(n * size, (n + 1) * size))
                    .toList();
            CellRebuild.together(
                    stretches, cases -> under(snapshot, h -> h.execute("INSERT INTO " + TABLE + " " + cases)));
        });
        jdbi.useHandle(h -> h.execute("ANALYZE " + TABLE));
        return new Read(shares[0], changes);
    }

    void drop() {
        jdbi.useHandle(h -> h.execute("DROP TABLE IF EXISTS " + TABLE));
    }

    private void create(int shares) {
        drop();
        jdbi.useTransaction(h -> {
            var shape = TABLE + "_shape";
            h.execute("CREATE TEMPORARY TABLE " + shape + " ON COMMIT DROP AS " + CaseSql.cases("fact f", "1")
                    + " WITH NO DATA");
            h.execute("CREATE TABLE " + TABLE + " (LIKE " + shape + ") PARTITION BY LIST (kind)");
            for (var kind : FactKind.values()) {
                h.execute("CREATE TABLE " + table(kind) + " PARTITION OF " + TABLE + " FOR VALUES IN ('" + kind
                        + "') PARTITION BY HASH (region)");
                for (var n = 0; n < shares; n++)
                    h.execute("CREATE UNLOGGED TABLE " + table(kind, n) + " PARTITION OF " + table(kind)
                            + " FOR VALUES WITH (MODULUS " + shares + ", REMAINDER " + n + ")");
            }
        });
    }

    private static String table(FactKind kind) {
        return TABLE + "_" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String table(FactKind kind, int share) {
        return table(kind) + "_" + share;
    }

    private static String cases(long fromBlock, long toBlock) {
        return CaseSql.cases("fact f", "1") + " WHERE f.known_to IS NULL AND f.ctid >= '(" + fromBlock
                + ",0)' AND f.ctid < '(" + toBlock + ",0)'";
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

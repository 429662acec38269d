package cn.disputes.stats.rebuild;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A table is filled quicker without its indexes; the two tables of facts have the same ones, under other names. */
final class Indexes {
    private static final int AT_ONCE = 2;

    private Indexes() {}

    /** All but the primary key, which the folding needs. */
    static void drop(Handle h, String table) {
        names(h, table).forEach(name -> h.execute("DROP INDEX " + name));
    }

    static void copy(Jdbi jdbi, String from, String to) {
        var definitions = jdbi.withHandle(h -> names(h, from).stream()
                .map(name -> h.createQuery("SELECT indexdef FROM pg_indexes WHERE indexname = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one()
                        .replace("INDEX " + name + " ON", "INDEX " + other(name) + " ON")
                        .replace("public." + from + " ", "public." + to + " "))
                .toList());
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = definitions.stream()
                    .map(definition -> CompletableFuture.runAsync(() -> create(jdbi, definition), pool))
                    .toList();
            running.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        jdbi.useHandle(h -> h.execute("ANALYZE " + to));
    }

    private static void create(Jdbi jdbi, String definition) {
        jdbi.useTransaction(h -> {
            h.execute("SET LOCAL maintenance_work_mem = '256MB'");
            h.execute(definition);
        });
    }

    private static List<String> names(Handle h, String table) {
        return h.createQuery(
                        """
                        SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                        WHERE x.indrelid = CAST(:table AS regclass) AND NOT x.indisprimary ORDER BY i.relname""")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }

    private static String other(String name) {
        return name.endsWith("_2") ? name.substring(0, name.length() - 2) : name + "_2";
    }
}

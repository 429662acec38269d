package cn.disputes.stats.rebuild;

import org.jdbi.v3.core.Handle;

/** A table is filled quicker without its indexes; the two tables of facts have the same ones, under other names. */
final class Indexes {
    private Indexes() {}

    /** All but the primary key, which the folding needs. */
    static void drop(Handle h, String table) {
        names(h, table).forEach(name -> h.execute("DROP INDEX " + name));
    }

    static void copy(Handle h, String from, String to) {
        for (var name : names(h, from)) {
            var definition = h.createQuery("SELECT indexdef FROM pg_indexes WHERE indexname = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
            h.execute(definition
                    .replace("INDEX " + name + " ON", "INDEX " + other(name) + " ON")
                    .replace("public." + from + " ", "public." + to + " "));
        }
        h.execute("ANALYZE " + to);
    }

    private static java.util.List<String> names(Handle h, String table) {
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

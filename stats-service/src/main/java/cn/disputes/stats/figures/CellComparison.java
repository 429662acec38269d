package cn.disputes.stats.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Cells in use, with the changes that waited, against those counted anew. */
final class CellComparison {
    private static final List<String> NAMES =
            IntStream.rangeClosed(1, Family.MOST_COUNTS).mapToObj(i -> "n" + i).toList();

    private CellComparison() {}

    /**
     * How many cells differ. Nearly all are the same in both tables, which a join finds soonest; only what is left is
     * added up with the changes.
     *
     * @param waiting numbers of the changes that are in the new cells and not in those in use
     */
    static long of(Handle h, String used, String table, List<Long> waiting) {
        h.execute(CellRebuild.ROOM);
        var parts = new ArrayList<String>();
        parts.add("SELECT " + CellSql.KEYS + ", "
                + NAMES.stream()
                        .map(n -> "coalesce(u." + n + ", 0) - coalesce(t." + n + ", 0)")
                        .collect(Collectors.joining(", "))
                + " FROM " + used + " u FULL JOIN " + table + " t USING (" + CellSql.KEYS + ") WHERE ("
                + columns("u") + ") IS DISTINCT FROM (" + columns("t") + ")");
        if (!waiting.isEmpty()) {
            for (var family : Family.values()) {
                var rest = ", 0".repeat(Family.MOST_COUNTS - family.measures().size());
                parts.add("SELECT w.*" + rest + " FROM (" + Cells.changes(family, Cells.CHANGES) + ") w");
            }
        }
        var query = h.createQuery("SELECT count(*) FROM (SELECT 1 FROM (" + String.join(" UNION ALL ", parts)
                + ") a (" + CellSql.KEYS + ", " + String.join(", ", NAMES) + ") GROUP BY " + CellSql.KEYS + " HAVING "
                + NAMES.stream().map(n -> "sum(" + n + ") <> 0").collect(Collectors.joining(" OR ")) + ") d");
        if (!waiting.isEmpty()) query.bindArray("taken", Long.class, waiting.toArray());
        return query.mapTo(Long.class).one();
    }

    private static String columns(String of) {
        return NAMES.stream().map(n -> of + "." + n).collect(Collectors.joining(", "));
    }
}

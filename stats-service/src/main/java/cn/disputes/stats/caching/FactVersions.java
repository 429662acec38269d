package cn.disputes.stats.caching;

import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The version of the facts a caller can see: another one as soon as any figure of the scope may have changed, and not
 * before. It changes with a fact of the scope, with a suit elsewhere that bears on one, with a rebuild or a recount, and at midnight in
 * Shanghai, when a figure may cease to be provisional.
 */
@ApplicationScoped
public class FactVersions {
    /**
     * All versions at one moment: how often each region changed, which tables hold the facts and the cells, and how many
     * targets were set, which rankings show.
     */
    public record Snapshot(Map<String, Long> changes, long storage, long cells, long targets, LocalDate day) {
        /** Opaque; equal as long as nothing in the scope has changed. */
        public String of(RegionScope scope) {
            var sum = changes.entrySet().stream()
                    .filter(region -> scope.covers(region.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return Long.toString(sum, Character.MAX_RADIX)
                    + "." + Long.toString(storage, Character.MAX_RADIX)
                    + "." + Long.toString(cells, Character.MAX_RADIX)
                    + "." + Long.toString(targets, Character.MAX_RADIX)
                    + "." + Long.toString(day.toEpochDay(), Character.MAX_RADIX);
        }
    }

    /** Everything this service holds. */
    public static final RegionScope EVERYWHERE = new RegionScope("000000");

    private final Jdbi jdbi;
    private final Clock clock;

    FactVersions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One statement, one row a region. */
    public Snapshot now() {
        return jdbi.withHandle(this::now);
    }

    private Snapshot now(Handle h) {
        var storage = new long[1];
        var cells = new long[1];
        var targets = new long[1];
        var changes = h.createQuery(
                        """
                        SELECT pg_relation_filenode('fact') AS storage,
                               (SELECT pg_relation_filenode(CAST(in_use AS regclass)) FROM cell_state) AS cells,
                               (SELECT count(*) FROM target) AS targets,
                               c.region_code, c.changes
                        FROM (SELECT 1) one
                        LEFT JOIN (SELECT region_code, sum(changes)::bigint AS changes FROM fact_version
                                   GROUP BY region_code) c ON TRUE""")
                .reduceResultSet(new TreeMap<String, Long>(), (all, row, ctx) -> {
                    storage[0] = row.getLong("storage");
                    cells[0] = row.getLong("cells");
                    targets[0] = row.getLong("targets");
                    if (row.getString("region_code") != null)
                        all.put(row.getString("region_code"), row.getLong("changes"));
                    return all;
                });
        return new Snapshot(changes, storage[0], cells[0], targets[0], LocalDate.now(clock));
    }
}

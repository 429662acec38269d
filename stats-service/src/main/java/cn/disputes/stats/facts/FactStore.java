package cn.disputes.stats.facts;

import cn.disputes.contract.events.AlertSourceEvent;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.conventions.feed.FeedFollower;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Folds events into facts. A lower version never overwrites a higher one; repeats change nothing. What a changed case was
 * counted as and what it is now go to {@code fact_change} in the same transaction, so that figures are exact with it.
 */
public final class FactStore implements FeedFollower.Handler {
    public static final String FACT = "fact";
    public static final String REBUILT = "fact_rebuilt";

    private static final String SAME = String.join(", ", FactRow.COLUMNS) + ", sued, standing";

    /** Facts after which the database is asked how many it knows of. */
    private static final int WEIGHED_EVERY = 2_000;
    /** What came since it last looked, as a part of those, from which it is to look again. */
    private static final double GROWN = 0.2;

    /** Facts that came since, for all feeds. */
    private final AtomicLong unweighed = new AtomicLong();

    /** Facts whose spans are found in one transaction: less than a second's work. */
    int spansAtOnce = 20_000;

    private final String table;
    private final String insert;
    private final String spans;

    public FactStore(String table) {
        this.table = table;
        // a page at once: row by row takes twice as long
        insert = "INSERT INTO " + table + " (" + columns() + ") SELECT " + columns()
                + " FROM jsonb_populate_recordset(CAST(NULL AS fact), CAST(:page AS jsonb))"
                + " ON CONFLICT (id, version) DO NOTHING";
        spans = spans(table, "WHERE id = ANY (:ids)");
    }

    /** The span of each version ends where the next one begins, in whatever order they came. */
    private static String spans(String table, String which) {
        return """
                UPDATE %1$s f SET known_to = spans.ends
                FROM (SELECT id, version, lead(known_from) OVER (PARTITION BY id ORDER BY version) AS ends
                      FROM %1$s %2$s) spans
                WHERE f.id = spans.id AND f.version = spans.version AND f.known_to IS DISTINCT FROM spans.ends
                  AND spans.ends IS NOT NULL"""
                .formatted(table, which);
    }

    /** Every column but the end of knowledge, for comparing two foldings. */
    public static String columns() {
        return String.join(", ", FactRow.COLUMNS);
    }

    /** The same of one table of several. */
    public static String columns(String table) {
        return FactRow.COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    @Override
    public void apply(Handle h, CaseEvent event) {
        applyAll(h, List.of(event));
    }

    @Override
    public void applyAll(Handle h, List<CaseEvent> events) {
        var page = rows(events);
        if (page.isEmpty()) return;
        var ids = events.stream()
                .filter(FactStore::tells)
                .map(CaseEvent::id)
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
        if (table.equals(FACT)) {
            track(h, ids, () -> fold(h, page, ids));
            weigh(h, page.size());
        } else {
            fold(h, page, ids);
        }
    }

    /** Only takes them in; {@link #settle} follows when all are there. */
    public void take(Handle h, List<CaseEvent> events) {
        var page = rows(events);
        if (!page.isEmpty()) insert(h, page);
    }

    /**
     * What becomes of facts because of each other, for all that were taken in; in many transactions, because one that writes
     * for long holds up every feed of the server.
     */
    public void settle(Jdbi jdbi) {
        jdbi.useHandle(h -> h.execute("ANALYZE " + table));
        for (var after = new UUID(0, 0); after != null; ) {
            var from = after;
            after = jdbi.inTransaction(h -> spansAfter(h, from));
        }
        jdbi.useTransaction(h -> {
            // a join of all with all: at 4 MB by default it would be done piece by piece on disk
            h.execute("SET LOCAL work_mem = '256MB'");
            Derived.all(h, table);
        });
    }

    /** Finds out again since when the cases have effect and what they are because of others, and counts them as that. */
    static void findOutAgain(Handle h, UUID[] ids) {
        track(h, ids, () -> Derived.takeEffect(h, ids));
    }

    /** Null when there are no more. */
    private UUID spansAfter(Handle h, UUID after) {
        var last = h.createQuery("SELECT id FROM " + table + " WHERE id > :after ORDER BY id OFFSET :most LIMIT 1")
                .bind("after", after)
                .bind("most", spansAtOnce)
                .mapTo(UUID.class)
                .findOne();
        h.createUpdate(spans(table, "WHERE id > :after" + (last.isPresent() ? " AND id <= :last" : "")))
                .bind("after", after)
                .bindMap(last.isPresent() ? Map.of("last", last.get()) : Map.of())
                .execute();
        return last.orElse(null);
    }

    private static List<Map<String, Object>> rows(List<CaseEvent> events) {
        return events.stream().filter(FactStore::tells).map(FactRow::of).toList();
    }

    /** A warning tells nothing of a case that its own event does not, a silent court nothing of any case. */
    private static boolean tells(CaseEvent event) {
        return !(event instanceof WarningEvent || event instanceof AlertSourceEvent);
    }

    /**
     * By itself the database looks once a minute at most how many facts there are; while they come by thousands a second, it
     * would go by ways that are right for few.
     */
    private void weigh(Handle h, int more) {
        if (unweighed.addAndGet(more) < WEIGHED_EVERY) return;
        var known = h.createQuery("SELECT reltuples FROM pg_class WHERE oid = CAST('fact' AS regclass)")
                .mapTo(Double.class)
                .one();
        if (unweighed.get() < GROWN * known) return;
        unweighed.set(0);
        h.execute("ANALYZE fact");
    }

    private void fold(Handle h, List<Map<String, Object>> page, UUID[] ids) {
        insert(h, page);
        h.createUpdate(spans).bindArray("ids", UUID.class, (Object[]) ids).execute();
    }

    private void insert(Handle h, List<Map<String, Object>> page) {
        h.createUpdate(insert).bind("page", json(page)).execute();
    }

    private static String json(List<Map<String, Object>> page) {
        try {
            return EventJson.MAPPER.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts not writable", e);
        }
    }

    private static void track(Handle h, UUID[] ids, Runnable fold) {
        h.createQuery("SELECT pg_advisory_xact_lock(" + Locks.FOLD + ")::text")
                .mapTo(String.class)
                .one();
        var links = Derived.links(h, ids);
        changed(h, -1, ids);
        fold.run();
        links.addAll(Derived.links(h, ids));
        var moved = Derived.moved(h, ids, links);
        var others = Derived.others(moved, ids);
        changed(h, -1, others);
        Derived.store(h, moved);
        changed(h, 1, ids);
        changed(h, 1, others);
    }

    private static void changed(Handle h, int sign, UUID[] ids) {
        if (ids.length == 0) return;
        h.createUpdate("INSERT INTO fact_change (sign, " + SAME + ") SELECT :sign, " + SAME
                        + " FROM fact WHERE id = ANY (:ids) AND known_to IS NULL")
                .bind("sign", sign)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
    }
}

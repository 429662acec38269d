package cn.disputes.stats.rebuild;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.CloudEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.EventType;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.contract.problem.DatabaseFaults;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Patient;
import cn.disputes.conventions.feed.FeedAhead;
import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedPoison;
import cn.disputes.stats.facts.Derived;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.facts.Feeds;
import cn.disputes.stats.facts.Locks;
import cn.disputes.stats.figures.CellRebuild;
import cn.disputes.stats.figures.Cells;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Folds all facts anew from the feeds, beside those in use, and then puts the new in their place. Readers keep the old
 * figures until the swap; each page commits on its own, so that no long transaction holds up anybody's feed.
 */
@ApplicationScoped
class Rebuild {
    /**
     * What came of it.
     *
     * @param differences facts in use that the new folding does not confirm; anything but 0 was an error mended
     * @param cellDifferences roll-up cells in use that the new facts do not confirm; the same
     * @param setAside events that cannot be applied, among all there are, and are in no figure
     */
    record Result(long facts, long differences, long cellDifferences, long setAside) {}

    private record Swapped(long facts, long differences, String cells) {}

    private static final String LONGEST_WAIT = "2s";
    private static final int MOST_TRIES = 100;
    private static final long RETRY_SECONDS = 30;

    private final Jdbi jdbi;
    private final Feeds feeds;
    private final CellRebuild cellRebuild;
    private final Clock clock;
    private final FactStore rebuilt = new FactStore(FactStore.REBUILT);

    Rebuild(@Patient Jdbi jdbi, Feeds feeds, CellRebuild cellRebuild, Clock clock) {
        this.jdbi = jdbi;
        this.feeds = feeds;
        this.cellRebuild = cellRebuild;
        this.clock = clock;
    }

    Result run() {
        // the lock belongs to the session: a process that dies lets go of it
        try (var guard = jdbi.open()) {
            var mine = guard.createQuery("SELECT pg_try_advisory_lock(" + Locks.REBUILD + ")")
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) {
                throw running();
            }
            try {
                return refold();
            } finally {
                guard.createQuery("SELECT pg_advisory_unlock(" + Locks.REBUILD + ")")
                        .mapTo(Boolean.class)
                        .one();
            }
        }
    }

    private static ProblemException running() {
        return new ProblemException(GeneralProblem.CONFLICT).field("rebuild", "重算正在进行", "A rebuild is already running");
    }

    /** Counts the cells anew from the facts in use; says how many of them the facts did not confirm. */
    long recount() {
        var differences = cellRebuild.runAndCompare();
        if (differences < 0) throw running();
        return differences;
    }

    private Result refold() {
        jdbi.useHandle(h -> {
            h.execute("TRUNCATE fact_rebuilt");
            Indexes.drop(h, FactStore.REBUILT);
        });
        var read = new LinkedHashMap<String, String>();
        feeds.clients().forEach((source, client) -> read.put(source, readAll(source, client, "", rebuilt::take)));
        rebuilt.settle(jdbi);
        Indexes.copy(jdbi, FactStore.FACT, FactStore.REBUILT);
        var result = patiently(() -> jdbi.inTransaction(h -> {
            // a join of all by their key takes a fraction of what sorting all of them by every column does
            h.execute("SET LOCAL work_mem = '256MB'");
            // no cells are written from the facts that are about to go
            h.createQuery("SELECT pg_advisory_xact_lock(" + Locks.CELLS + ")::text")
                    .mapTo(String.class)
                    .one();
            // holds the followers still while the last events are read and the tables change places
            h.createQuery("SELECT source FROM feed_cursor ORDER BY source FOR UPDATE")
                    .mapTo(String.class)
                    .list();
            // each try from where the first reading ended: what a try that gave way has read was undone with it
            var cursors = new LinkedHashMap<>(read);
            feeds.clients()
                    .forEach((source, client) ->
                            cursors.put(source, readAll(source, client, read.get(source), rebuilt::applyAll)));
            if (!cursors.equals(read)) Derived.all(h, FactStore.REBUILT);
            return swap(h, cursors);
        }));
        var differ = Math.max(0, cellRebuild.run(result.cells));
        var setAside = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM feed_poison")
                .mapTo(Long.class)
                .one());
        return new Result(result.facts, result.differences, differ, setAside);
    }

    /**
     * Who waits for the tables makes everybody wait who comes after, so as not to be passed by for ever: better to give
     * way and come again while somebody reads for long.
     */
    private static Swapped patiently(Supplier<Swapped> swap) {
        for (var tries = 1; ; tries++) {
            try {
                return swap.get();
            } catch (RuntimeException busy) {
                if (tries == MOST_TRIES || !DatabaseFaults.waitedInVain(busy)) throw busy;
            }
        }
    }

    private String readAll(String source, FeedClient client, String from, BiConsumer<Handle, List<CaseEvent>> fold) {
        var cursor = from;
        var pages = new FeedAhead(client);
        while (true) {
            var page = page(source, pages, cursor);
            if (page.items().isEmpty()) return cursor;
            jdbi.useTransaction(h -> fold(h, source, page, fold));
            cursor = page.next();
        }
    }

    /** An event that cannot be applied is set aside, as who follows the feed does it, and not its whole page. */
    private void fold(Handle h, String source, FeedPage page, BiConsumer<Handle, List<CaseEvent>> fold) {
        var events = events(h, source, page);
        if (events.isEmpty() || fault(h, List.copyOf(events.values()), fold) == null) return;
        events.forEach((event, payload) -> {
            var fault = fault(h, List.of(payload), fold);
            if (fault != null) FeedPoison.setAside(h, clock.instant(), source, event, fault);
        });
    }

    /** Null when they are applied; else none of them is. */
    private static RuntimeException fault(Handle h, List<CaseEvent> events, BiConsumer<Handle, List<CaseEvent>> fold) {
        h.savepoint("events");
        try {
            fold.accept(h, events);
            h.releaseSavepoint("events");
            return null;
        } catch (RuntimeException e) {
            if (DatabaseFaults.passing(e)) throw e;
            h.rollbackToSavepoint("events");
            return e;
        }
    }

    private static FeedPage page(String source, FeedAhead pages, String cursor) {
        try {
            return pages.page(cursor, Duration.ZERO);
        } catch (IOException away) {
            throw new ProblemException(RebuildProblem.SOURCE_AWAY, source).retryAfter(RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<CloudEvent, CaseEvent> events(Handle h, String source, FeedPage page) {
        var events = new LinkedHashMap<CloudEvent, CaseEvent>();
        for (var event : page.items()) {
            var type = EventType.of(event.type());
            if (type.isEmpty()) continue;
            try {
                events.put(
                        event,
                        EventJson.MAPPER.treeToValue(event.data(), type.get().payload()));
            } catch (JsonProcessingException unreadable) {
                FeedPoison.setAside(h, clock.instant(), source, event, unreadable);
            }
        }
        return events;
    }

    private Swapped swap(Handle h, Map<String, String> cursors) {
        var differences = h.createQuery("SELECT count(*) FROM fact f LEFT JOIN fact_rebuilt r USING (id, version)"
                        + " WHERE (" + FactStore.columns("f") + ") IS DISTINCT FROM (" + FactStore.columns("r") + ")")
                .mapTo(Long.class)
                .one();
        var facts = h.createQuery("SELECT count(*) FROM fact_rebuilt")
                .mapTo(Long.class)
                .one();
        h.execute("SET LOCAL lock_timeout = '" + LONGEST_WAIT + "'");
        h.execute("ALTER TABLE fact RENAME TO fact_swapped");
        h.execute("ALTER TABLE fact_rebuilt RENAME TO fact");
        h.execute("ALTER TABLE fact_swapped RENAME TO fact_rebuilt");
        var cells = Cells.mergeAll(h);
        // until they are counted anew, figures come from the facts themselves
        h.execute("DELETE FROM fact_change");
        h.execute("UPDATE cell_state SET dictionary = ''");
        cursors.forEach(
                (source, cursor) -> h.createUpdate("UPDATE feed_cursor SET cursor = :cursor WHERE source = :source")
                        .bind("cursor", cursor)
                        .bind("source", source)
                        .execute());
        return new Swapped(facts, differences, cells);
    }
}

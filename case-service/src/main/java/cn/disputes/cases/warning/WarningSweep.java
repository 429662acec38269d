package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.feed.Outbox;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Raises what has fallen due and withdraws what has become moot. It may run on any number of replicas: a case in hand is
 * locked, and a warning is one row whoever derives it.
 */
@ApplicationScoped
class WarningSweep {
    private static final Logger LOG = Logger.getLogger(WarningSweep.class);

    private final Jdbi jdbi;
    private final WarningStore store;
    private final List<WatchedCases> kinds;
    private final CalendarStore calendars;
    private final Outbox outbox;
    private final WarningConfig config;
    private final Clock clock;

    WarningSweep(
            Jdbi jdbi,
            WarningStore store,
            @All List<WatchedCases> kinds,
            CalendarStore calendars,
            Outbox outbox,
            WarningConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.kinds = kinds;
        this.calendars = calendars;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${warnings.sweep-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var today = LocalDate.now(clock);
        jdbi.useTransaction(h -> calendar(h, today));
        for (var kind : kinds) {
            while (jdbi.inTransaction(h -> chunk(h, kind, today)) == config.chunk()) {
                // the next chunk, in a transaction of its own
            }
        }
    }

    private void calendar(Handle h, LocalDate today) {
        var asked = WarningRules.calendar(config.region(), calendars.calendar(h), today);
        settle(h, asked.stream().toList(), store.standingOfKind(h, WarningCatalogue.CALENDAR), today);
    }

    private int chunk(Handle h, WatchedCases kind, LocalDate today) {
        var claimed = store.claim(h, kind.table(), today, config.chunk());
        if (claimed.isEmpty()) return 0;
        var calendar = calendars.calendar(h);
        var files = read(h, kind, claimed);
        var asked = files.stream()
                .flatMap(file -> WarningRules.standing(file, calendar, today).stream())
                .toList();
        settle(h, asked, store.standing(h, files.stream().map(WatchedCase::id).toList()), today);
        var next = new HashMap<UUID, LocalDate>();
        claimed.forEach(id -> next.put(id, today.plusDays(1)));
        files.forEach(file ->
                next.put(file.id(), WarningRules.nextLook(file, calendar, today).orElse(null)));
        store.look(h, kind.table(), next);
        return claimed.size();
    }

    /** One history that no longer folds must not keep the others from being warned of. */
    private static List<WatchedCase> read(Handle h, WatchedCases kind, List<UUID> claimed) {
        try {
            return kind.read(h, claimed);
        } catch (ProblemException oneOfThem) {
            var files = new ArrayList<WatchedCase>();
            for (var id : claimed) {
                try {
                    files.addAll(kind.read(h, List.of(id)));
                } catch (ProblemException unreadable) {
                    LOG.warnf("%s %s is not watched: %s", kind.kind(), id, unreadable.code());
                }
            }
            return files;
        }
    }

    private void settle(Handle h, List<Warning> asked, List<UUID> standing, LocalDate today) {
        var wanted = new LinkedHashMap<UUID, Warning>();
        asked.forEach(warning -> wanted.put(warning.id(), warning));
        var moot = new HashSet<>(standing);
        moot.removeAll(wanted.keySet());
        var changed = new ArrayList<>(store.withdraw(h, moot, today));
        wanted.keySet().removeAll(standing);
        changed.addAll(store.raise(h, wanted.values(), today));
        outbox.append(h, changed.stream().map(StoredWarning::event).toList());
    }
}

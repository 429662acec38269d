package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.problem.DatabaseFaults;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.feed.Outbox;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    private static final int PLACES = 4;

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
        RuntimeException failed = null;
        for (var kind : kinds) {
            try {
                while (jdbi.inTransaction(h -> chunk(h, kind, today)) == config.chunk()) {
                    // the next chunk, in a transaction of its own
                }
            } catch (RuntimeException fault) {
                if (DatabaseFaults.passing(fault)) throw fault;
                failed = fault;
            }
        }
        // the other kinds have been watched; the run counts as failed all the same
        if (failed != null) throw failed;
    }

    private void calendar(Handle h, LocalDate today) {
        var asked = WarningRules.calendar(config.region(), calendars.calendar(h), today);
        settle(h, asked.stream().toList(), store.standingOfKind(h, WarningCatalogue.CALENDAR), today);
    }

    private int chunk(Handle h, WatchedCases kind, LocalDate today) {
        var claimed = store.claim(h, kind.table(), today, config.chunk());
        if (claimed.isEmpty()) return 0;
        var looks = look(h, kind, claimed, calendars.calendar(h), today);
        var asked = looks.stream().flatMap(look -> look.asked().stream()).toList();
        settle(h, asked, store.standing(h, looks.stream().map(Look::id).toList()), today);
        var next = new HashMap<UUID, LocalDate>();
        claimed.forEach(id -> next.put(id, today.plusDays(1)));
        looks.forEach(look -> next.put(look.id(), look.next()));
        store.look(h, kind.table(), next);
        return claimed.size();
    }

    /** What a case asks for today, and when it is looked at again; null: no more, as things stand. */
    private record Look(UUID id, Collection<Warning> asked, LocalDate next) {
        static Look at(WatchedCase file, WorkingCalendar calendar, LocalDate today) {
            return new Look(
                    file.id(),
                    WarningRules.standing(file, calendar, today),
                    WarningRules.nextLook(file, calendar, today).orElse(null));
        }
    }

    /** One history that no longer folds, whatever the reason, must not keep the others from being warned of. */
    private static List<Look> look(
            Handle h, WatchedCases kind, List<UUID> cases, WorkingCalendar calendar, LocalDate today) {
        try {
            return kind.read(h, cases).stream()
                    .map(file -> Look.at(file, calendar, today))
                    .toList();
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            if (cases.size() > 1) {
                return cases.stream()
                        .flatMap(one -> look(h, kind, List.of(one), calendar, today).stream())
                        .toList();
            }
            // the message may quote a row: the kind and the place only
            LOG.errorf("%s %s is not watched: %s", kind.kind(), cases.get(0), named(fault));
            return List.of();
        }
    }

    private static String named(RuntimeException fault) {
        if (fault instanceof ProblemException refused) return refused.code().code();
        return fault.getClass().getName() + " at " + Arrays.toString(Arrays.copyOf(fault.getStackTrace(), PLACES));
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

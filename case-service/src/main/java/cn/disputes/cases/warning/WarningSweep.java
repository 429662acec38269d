package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.feed.Outbox;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
        var calendar = calendars.calendar(h);
        for (var id : claimed) {
            try {
                for (var file : kind.read(h, List.of(id))) look(h, kind, file, calendar, today);
            } catch (ProblemException unreadable) {
                // one history that no longer folds must not keep the others from being warned of
                LOG.warnf("%s %s is not watched: %s", kind.kind(), id, unreadable.code());
                store.look(h, kind.table(), id, today.plusDays(1));
            }
        }
        return claimed.size();
    }

    private void look(Handle h, WatchedCases kind, WatchedCase file, WorkingCalendar calendar, LocalDate today) {
        var asked = WarningRules.standing(file, calendar, today);
        settle(h, List.copyOf(asked), store.standing(h, file.id()), today);
        store.look(
                h,
                kind.table(),
                file.id(),
                WarningRules.nextLook(file, calendar, today).orElse(null));
    }

    private void settle(Handle h, List<Warning> asked, List<UUID> standing, LocalDate today) {
        var wanted = asked.stream().map(Warning::id).collect(Collectors.toSet());
        var moot = new HashSet<>(standing);
        moot.removeAll(wanted);
        var changed = new ArrayList<>(store.withdraw(h, moot, today));
        for (var warning : asked) {
            if (!standing.contains(warning.id())) changed.addAll(store.raise(h, warning, today));
        }
        outbox.append(h, changed.stream().map(StoredWarning::event).toList());
    }
}

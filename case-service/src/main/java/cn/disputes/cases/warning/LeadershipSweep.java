package cn.disputes.cases.warning;

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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the leadership what is found of agencies, and takes it back when it no longer holds. It may run on any number of
 * replicas: a warning is one row whoever derives it.
 */
@ApplicationScoped
class LeadershipSweep {
    private final Jdbi jdbi;
    private final WarningStore store;
    private final List<WatchedAgencies> watched;
    private final Outbox outbox;
    private final Clock clock;

    LeadershipSweep(Jdbi jdbi, WarningStore store, @All List<WatchedAgencies> watched, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.watched = watched;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${leadership.sweep-every:1h}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        jdbi.useTransaction(h -> settle(h, LocalDate.now(clock)));
    }

    private void settle(Handle h, LocalDate today) {
        var changed = new ArrayList<StoredWarning>();
        var moot = new HashSet<>(store.standingOfKind(h, WarningCatalogue.AGENCIES));
        for (var one : watched) {
            for (var finding : one.findings(h, today)) {
                var warning = Warning.of(finding);
                moot.remove(warning.id());
                // raised again only where the figures have changed since
                changed.addAll(store.raise(h, List.of(warning), today));
            }
        }
        changed.addAll(store.withdraw(h, moot, today));
        outbox.append(h, changed.stream().map(StoredWarning::event).toList());
    }
}

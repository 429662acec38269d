package cn.disputes.alerts.escalation;

import cn.disputes.contract.problem.DatabaseFaults;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks at what is due and at what has changed, in chunks of a transaction each, on any number of replicas. The first
 * sweep of a day compares every case with what was looked at, whatever its time of change says.
 */
@ApplicationScoped
class EscalationSweep {
    private static final Logger LOG = Logger.getLogger(EscalationSweep.class);
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Escalations escalations;
    private final EscalationStore store;
    private final EscalationConfig config;
    private final Clock clock;

    EscalationSweep(Jdbi jdbi, Escalations escalations, EscalationStore store, EscalationConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.escalations = escalations;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${escalation.sweep-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var begun = clock.instant();
        var since = since(begun);
        jdbi.useTransaction(h -> store.touchIfCalendarChanged(h, store.lastLook(h)));
        while (true) {
            var ids = jdbi.withHandle(h -> store.toLookAt(h, clock.instant(), since, config.chunk()));
            // what another replica has in hand is left to it
            if (ids.isEmpty() || look(ids) == 0) break;
        }
        jdbi.useTransaction(h -> store.looked(h, begun));
    }

    private Instant since(Instant now) {
        var last = jdbi.withHandle(store::lastLook);
        if (day(last).isBefore(day(now))) return Instant.EPOCH;
        return (last.isBefore(now) ? last : now).minus(config.overlap());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, EscalationRules.SHANGHAI);
    }

    private int look(List<UUID> ids) {
        try {
            return jdbi.inTransaction(h -> escalations.look(h, store.claim(h, ids)));
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            // one case that cannot be derived must not keep the others from being looked at
            return ids.stream().mapToInt(this::lookAtOne).sum();
        }
    }

    private int lookAtOne(UUID id) {
        try {
            return jdbi.inTransaction(h -> escalations.look(h, store.claim(h, List.of(id))));
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            LOG.errorf("escalation of %s: %s", id, fault.getClass().getSimpleName());
            jdbi.useTransaction(h -> {
                store.await(h, id);
                store.seen(h, id, version(h, id), clock.instant().plus(AFTER_A_FAULT));
            });
            return 1;
        }
    }

    private static long version(org.jdbi.v3.core.Handle h, UUID id) {
        return h.createQuery("SELECT version FROM risk_case WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }
}

package cn.disputes.alerts.round;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs the rounds that are due in the regions configured for it, on whichever replica looks first; after an outage every
 * month missed, the earliest first. Off unless {@code rounds.automatic-regions} names a region.
 */
@ApplicationScoped
class RoundSchedule {
    private static final Logger LOG = Logger.getLogger(RoundSchedule.class);
    private static final String BY = "automatic";

    private final Jdbi jdbi;
    private final AssignmentRounds rounds;
    private final List<String> regions;
    private final AtomicLong overdue = new AtomicLong();

    RoundSchedule(Jdbi jdbi, AssignmentRounds rounds, RoundConfig config, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.regions = config.automaticRegions().orElse(List.of());
        for (var region : regions) {
            if (!region.matches("[0-9]{6}"))
                throw new IllegalArgumentException("rounds.automatic-regions: not a six-digit region code: " + region);
        }
        metrics.gauge("disputes.rounds.overdue", overdue);
    }

    @Scheduled(every = "${rounds.look-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        look(regions);
    }

    /** One region's trouble is not the others'; what failed is due again at the next look. */
    void look(List<String> named) {
        var troubled = 0;
        for (var region : named) {
            try {
                for (var month : jdbi.inTransaction(h -> rounds.missed(h, region))) {
                    Deadlocks.retried(jdbi, h -> rounds.due(h, month, region, BY))
                            .ifPresent(round -> LOG.infof(
                                    "round of %s in %s: %d orders, %d cases without a leader",
                                    month,
                                    region,
                                    round.orders().size(),
                                    round.unrouted().size()));
                }
            } catch (RuntimeException e) {
                LOG.warnf("round of %s not run: %s", region, e.getClass().getSimpleName());
                troubled++;
            }
        }
        overdue.set(troubled);
    }
}

package cn.disputes.alerts.scoring;

import cn.disputes.alerts.risk.DueScores;
import cn.disputes.alerts.risk.RulesInForce;
import cn.disputes.alerts.scoring.Scorings.Cause;
import cn.disputes.contract.problem.DatabaseFaults;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Works off the suits that are due to be scored, in chunks, on as many threads and replicas as there are. */
@ApplicationScoped
public class ScoreWorker {
    private static final Logger LOG = Logger.getLogger(ScoreWorker.class);

    private final Jdbi jdbi;
    private final Scorer scorer;
    private final RulesInForce rules;
    private final ScoringConfig config;
    private final Clock clock;
    private final ExecutorService threads;

    ScoreWorker(
            Jdbi jdbi, Scorer scorer, RulesInForce rules, ScoringConfig config, Clock clock, ManagedExecutor threads) {
        this.jdbi = jdbi;
        this.scorer = scorer;
        this.rules = rules;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
    }

    /** Works until nothing is due that nobody else has in hand. */
    @Scheduled(every = "${scoring.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void drain() throws InterruptedException {
        if (work() == config.chunk()) inParallel();
        // in a transaction of its own: two that end together each still see what the other has in hand
        jdbi.useTransaction(h -> DueScores.finish(h, clock.instant()));
    }

    private void inParallel() throws InterruptedException {
        var tasks = IntStream.range(0, config.threads())
                .mapToObj(i -> threads.submit(() -> {
                    while (work() > 0) {
                        // the next chunk, in a transaction of its own
                    }
                }))
                .toList();
        for (var task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                LOG.warnf("scoring goes on at the next turn: %s", kind(e.getCause()));
            }
        }
    }

    /** A chunk; where it cannot be worked off whole, one by one, so that one suit does not keep the others waiting. */
    private int work() {
        try {
            return chunk(config.chunk(), entry -> {});
        } catch (JdbiException | IllegalStateException | NullPointerException whole) {
            if (DatabaseFaults.passing(whole)) throw whole;
            LOG.warnf("a chunk of scores is worked off one by one: %s", kind(whole));
            var done = 0;
            while (done < config.chunk() && one() > 0) done++;
            return done;
        }
    }

    private int one() {
        var entry = new AtomicReference<DueScores.Claimed>();
        try {
            return chunk(1, entry::set);
        } catch (JdbiException | IllegalStateException | NullPointerException single) {
            // a suit is not set aside because the line was cut
            if (entry.get() == null || DatabaseFaults.passing(single)) throw single;
            LOG.warnf("suit %s is not scored: %s", entry.get().numbers(), kind(single));
            jdbi.useTransaction(h -> DueScores.setAside(h, entry.get()));
            return 1;
        }
    }

    private static String kind(Throwable fault) {
        return fault.getClass().getSimpleName();
    }

    /** One transaction; how many entries were worked off. */
    int chunk() {
        return chunk(config.chunk(), entry -> {});
    }

    private int chunk(int most, Consumer<DueScores.Claimed> claimed) {
        return jdbi.inTransaction(h -> {
            var due = DueScores.claim(h, most);
            if (due.ids().isEmpty()) return 0;
            claimed.accept(due);
            scorer.claim(h, due.numbers());
            // read after every wait, and once: rules put in force from here on ask for all of it again
            var inForce = rules.now(h);
            // what an older version asked for, the version in force has asked for again
            var byRules = due.byRules().getOrDefault(inForce.version(), List.of());
            var happened = new ArrayList<>(due.happened());
            happened.removeAll(Set.copyOf(byRules));
            scorer.score(h, byRules, Cause.RULES, inForce);
            scorer.score(h, happened, Cause.EVENT, inForce);
            DueScores.done(h, due);
            return due.ids().size();
        });
    }

    /** A term for the defence that ran out is an event that nobody announces. */
    @Scheduled(every = "${scoring.overdue-every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    void overdue() {
        var day = LocalDate.now(clock);
        jdbi.useTransaction(h -> DueScores.add(
                h,
                h.createQuery(
                                """
                                SELECT l.case_number FROM litigation l
                                WHERE l.concluded_on IS NULL AND l.defence_due_on < :day
                                  AND l.defence_filed_on IS NULL AND l.heard_on IS NULL
                                  AND EXISTS (SELECT FROM suit_score s WHERE s.case_number = l.case_number
                                                AND NOT s.inputs -> 'evidence' @> '[{"factor": "DEFENCE_OVERDUE"}]')""")
                        .bind("day", day)
                        .mapTo(String.class)
                        .list()));
    }
}

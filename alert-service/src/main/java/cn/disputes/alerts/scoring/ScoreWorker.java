package cn.disputes.alerts.scoring;

import cn.disputes.alerts.risk.DueScores;
import cn.disputes.alerts.risk.RulesInForce;
import cn.disputes.alerts.scoring.Scorings.Cause;
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
import java.util.stream.IntStream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
        if (chunk() == config.chunk()) inParallel();
        // in a transaction of its own: two that end together each still see what the other has in hand
        jdbi.useTransaction(h -> DueScores.finish(h, clock.instant()));
    }

    private void inParallel() throws InterruptedException {
        var tasks = IntStream.range(0, config.threads())
                .mapToObj(i -> threads.submit(() -> {
                    while (chunk() > 0) {
                        // the next chunk, in a transaction of its own
                    }
                }))
                .toList();
        for (var task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                LOG.warnf(
                        "scoring goes on at the next turn: %s",
                        e.getCause().getClass().getSimpleName());
            }
        }
    }

    /** One transaction; how many entries were worked off. */
    int chunk() {
        return jdbi.inTransaction(h -> {
            var due = DueScores.claim(h, config.chunk());
            if (due.ids().isEmpty()) return 0;
            var version = RulesInForce.version(h);
            // what an older version asked for, the version in force has asked for again
            var byRules = due.byRules().getOrDefault(version, List.of());
            var happened = new ArrayList<>(due.happened());
            happened.removeAll(Set.copyOf(byRules));
            score(h, byRules, happened);
            DueScores.done(h, due);
            return due.ids().size();
        });
    }

    private void score(Handle h, List<String> byRules, List<String> happened) {
        if (byRules.isEmpty()) scorer.score(h, happened, Cause.EVENT);
        else if (happened.isEmpty()) scorer.score(h, byRules, Cause.RULES);
        else {
            // one chunk locks once, so the few events beside a change of rules count as part of it next time round
            scorer.score(h, byRules, Cause.RULES);
            DueScores.add(h, happened);
        }
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

package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.conventions.Trouble;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes into the history of each parallel case how its model ended, whoever ended it: a person, or the judgment that the
 * register brings. Any number of replicas may run it: a link in hand is locked.
 */
@ApplicationScoped
class ModelReleases {
    private static final Logger LOG = Logger.getLogger(ModelReleases.class);
    private static final String BY = "automatic";
    private static final int CHUNK = 200;

    private record Ended(UUID caseId, String number, RiskState result, LocalDate closedOn) {}

    private final Trouble trouble = new Trouble(LOG, "release of parallel cases");
    private final Jdbi jdbi;
    private final RiskCases cases;
    private final RiskCaseBatch batch;
    private final RiskHistory history;
    private final ModelSuits models;
    private final Clock clock;

    ModelReleases(
            Jdbi jdbi, RiskCases cases, RiskCaseBatch batch, RiskHistory history, ModelSuits models, Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.batch = batch;
        this.history = history;
        this.models = models;
        this.clock = clock;
    }

    /** Never fails: what could not be released now is released by the next look. */
    @Scheduled(every = "${models.release-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void release() {
        try {
            while (jdbi.inTransaction(this::chunk) == CHUNK) {
                // the next chunk, in a transaction of its own
            }
            trouble.over();
        } catch (RuntimeException e) {
            trouble.met(e);
        }
    }

    private int chunk(Handle h) {
        var ended = h.createQuery(
                        """
                        SELECT l.case_id, m.litigation_case_number, m.state, m.closed_on
                        FROM model_link l JOIN risk_case m ON m.id = l.model_id JOIN risk_case c ON c.id = l.case_id
                        WHERE l.released_on IS NULL AND m.closed_on IS NOT NULL
                        ORDER BY c.id LIMIT :chunk FOR UPDATE OF l, c SKIP LOCKED""")
                .bind("chunk", CHUNK)
                .map((row, ctx) -> new Ended(
                        row.getObject("case_id", UUID.class),
                        row.getString("litigation_case_number"),
                        RiskState.valueOf(row.getString("state")),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
        var released = new ArrayList<RiskCase>();
        var lines = new ArrayList<RiskAction>();
        for (var one : ended) {
            var risk = cases.find(h, one.caseId(), false).orElseThrow();
            models.released(h, one.caseId(), one.result());
            // one that ended by itself meanwhile has nothing to be released from
            if (risk.state().closed()) continue;
            released.add(risk);
            lines.add(RiskAction.of(risk, ActionType.RELEASED, LocalDate.now(clock), words(one), null, BY));
        }
        history.add(h, List.copyOf(lines));
        batch.save(h, released);
        return ended.size();
    }

    private static String words(Ended model) {
        return "示范案件 %s 于 %s %s（%s）"
                .formatted(model.number(), model.closedOn(), model.result().zh(), model.result());
    }
}

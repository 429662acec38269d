package cn.disputes.alerts.escalation;

import cn.disputes.contract.security.RegionScope;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks over the scheduler's shoulder: one statement over the risk cases and what is stored of their runs, which shares
 * nothing with the code that derives and schedules them. What it finds is a fault of the service, not of a leader.
 */
@ApplicationScoped
public class EscalationAudit {
    private static final Logger LOG = Logger.getLogger(EscalationAudit.class);
    /** Far more than one sweep can leave behind; the list is cut there, the count is not. */
    private static final int LISTED = 500;

    private static final String FINDINGS =
            """
            WITH open AS (
                SELECT c.id, c.region_code, c.litigation_case_number, c.leader_id, c.state, c.version, c.recorded_at
                FROM risk_case c
                WHERE c.state NOT IN ('RESOLVED', 'LOST', 'WON') AND c.leader_id IS NOT NULL
                  AND c.recorded_at < :settled
                  AND NOT EXISTS (SELECT 1 FROM model_link m WHERE m.case_id = c.id AND m.released_on IS NULL)
            ), judged AS (
                SELECT o.id, o.region_code, o.litigation_case_number, o.leader_id,
                    CASE
                        WHEN r.case_id IS NULL THEN 'NO_RUN'
                        WHEN r.leader_id <> o.leader_id THEN 'RUN_OF_ANOTHER_LEADER'
                        WHEN g.rungs = 0 THEN 'NO_RUNGS'
                        WHEN g.overdue > 0 THEN 'OVERDUE_RUNG'
                        WHEN g.waiting > 0 AND (e.next_at IS NULL OR e.next_at > g.earliest) THEN 'NOT_SCHEDULED'
                        WHEN o.state = 'ASSIGNED' AND g.lasting = 0 THEN 'NOTHING_FOLLOWS'
                        WHEN e.seen_version < o.version THEN 'CHANGE_NOT_SEEN'
                    END AS finding,
                    g.waiting = 0 AS exhausted
                FROM open o
                LEFT JOIN escalation_run r ON r.case_id = o.id AND r.ended_at IS NULL
                LEFT JOIN escalation_case e ON e.case_id = o.id
                LEFT JOIN LATERAL (
                    SELECT count(*) AS rungs,
                        count(*) FILTER (WHERE k.state = 'WAITING') AS waiting,
                        count(*) FILTER (WHERE k.state = 'WAITING' AND k.fires_at < :settled) AS overdue,
                        count(*) FILTER (WHERE k.state IN ('WAITING', 'FIRED')) AS lasting,
                        min(k.fires_at) FILTER (WHERE k.state = 'WAITING') AS earliest
                    FROM escalation_rung k WHERE k.case_id = r.case_id AND k.run = r.run) g ON true
                UNION ALL
                SELECT c.id, c.region_code, c.litigation_case_number, c.leader_id, 'RUN_OF_AN_ENDED_CASE', false
                FROM escalation_run r JOIN risk_case c ON c.id = r.case_id
                WHERE r.ended_at IS NULL AND c.state IN ('RESOLVED', 'LOST', 'WON') AND c.recorded_at < :settled
            )
            """;

    /**
     * One case with which something is wrong.
     *
     * @param finding NO_RUN, RUN_OF_ANOTHER_LEADER, NO_RUNGS, OVERDUE_RUNG, NOT_SCHEDULED, NOTHING_FOLLOWS, CHANGE_NOT_SEEN
     *     or RUN_OF_AN_ENDED_CASE
     */
    public record Finding(
            UUID riskCaseId, String litigationCaseNumber, String regionCode, String leader, String finding) {}

    /**
     * What the auditor has to say.
     *
     * @param checked open cases with a leader
     * @param exhausted of these, with every rung behind them: nothing further will be told
     * @param found how many are wrong
     * @param findings the first 500 of them
     */
    public record Report(Instant asOf, long checked, long exhausted, long found, List<Finding> findings) {}

    private final Jdbi jdbi;
    private final EscalationConfig config;
    private final Clock clock;
    private final AtomicLong found = new AtomicLong();

    EscalationAudit(Jdbi jdbi, EscalationConfig config, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
        metrics.gauge("escalation.audit.findings", found);
    }

    @Scheduled(every = "${escalation.audit-every:10m}", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        var report = jdbi.withHandle(h -> report(h, new RegionScope("000000")));
        found.set(report.found());
        report.findings().stream()
                .limit(20)
                .forEach(f -> LOG.warnf("escalation of %s: %s", f.riskCaseId(), f.finding()));
    }

    /** What the last look found. */
    long found() {
        return found.get();
    }

    Report report(Handle h, RegionScope scope) {
        var now = clock.instant();
        var settled = EscalationStore.utc(now.minus(config.auditGrace()));
        var findings = h.createQuery(
                        FINDINGS
                                + """
                                SELECT id, litigation_case_number, region_code, leader_id, finding FROM judged
                                WHERE finding IS NOT NULL AND region_code >= :from AND region_code < :to
                                ORDER BY region_code, id LIMIT :most""")
                .bind("settled", settled)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("most", LISTED)
                .map((row, ctx) -> new Finding(
                        row.getObject("id", UUID.class),
                        row.getString("litigation_case_number"),
                        row.getString("region_code"),
                        row.getString("leader_id"),
                        row.getString("finding")))
                .list();
        return h.createQuery(
                        FINDINGS
                                + """
                                SELECT count(*) FILTER (WHERE finding IS DISTINCT FROM 'RUN_OF_AN_ENDED_CASE') AS checked,
                                    count(*) FILTER (WHERE finding IS NULL AND exhausted) AS exhausted, count(finding) AS found
                                FROM judged WHERE region_code >= :from AND region_code < :to""")
                .bind("settled", settled)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map((row, ctx) -> new Report(
                        now, row.getLong("checked"), row.getLong("exhausted"), row.getLong("found"), findings))
                .one();
    }
}

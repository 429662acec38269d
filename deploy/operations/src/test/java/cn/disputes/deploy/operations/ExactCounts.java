package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

/** What must be exact of imports, orders, rungs, announcements and queues, whoever was killed: asked of the rows by SQL. */
final class ExactCounts {
    private final Trial trial;
    private final TrialPostgres postgres;

    ExactCounts(Trial trial, TrialPostgres postgres) {
        this.trial = trial;
        this.postgres = postgres;
    }

    /** A file whose receiver was killed amid its receipt is no import: nothing of it is loaded, and it is thrown away later. */
    void importsAreWhole(int files, int rows) {
        assertEquals(
                0,
                postgres.count(
                        Service.CASES, "SELECT count(*) FROM import_job WHERE status NOT IN ('DONE', 'RECEIVING')"));
        assertEquals(
                0,
                postgres.count(
                        Service.CASES,
                        "SELECT count(*) FROM import_job WHERE status = 'DONE' AND (processed <> " + rows
                                + " OR total <> " + rows + " OR rejected > 0 OR updated > 0 OR created + unchanged <> "
                                + rows + ")"));
        assertEquals(files * rows, postgres.count(Service.CASES, "SELECT sum(created) FROM import_job"));
        assertEquals(
                files * rows,
                postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration WHERE case_number LIKE '断电%'"));
    }

    void everyCaseIsInOneOrder(int risks, List<String> months) {
        for (var month : months) {
            var of = " WHERE month = '" + month + "'";
            assertEquals(1, postgres.count(Service.ALERTS, "SELECT count(*) FROM assignment_round" + of), month);
            assertEquals(3, postgres.count(Service.ALERTS, "SELECT count(*) FROM monthly_order" + of), month);
            assertEquals(risks, postgres.count(Service.ALERTS, "SELECT count(*) FROM assignment_order" + of), month);
            assertEquals(
                    risks,
                    postgres.count(Service.ALERTS, "SELECT count(DISTINCT case_id) FROM assignment_order" + of),
                    month);
        }
        assertEquals(
                risks,
                postgres.count(
                        Service.ALERTS,
                        "SELECT count(*) FROM risk_case WHERE cardinality(months) = " + months.size()
                                + " AND version = " + (months.size() + 1)));
    }

    /** All rungs of a leader who has not stirred for a hundred days have fallen due, and each was told in one notice. */
    void everyRungIsToldOnce(int risks) {
        var fired = "SELECT count(*) FROM escalation_rung WHERE fired_at IS NOT NULL";
        await("every rung has fallen due")
                .atMost(Duration.ofMinutes(2))
                .until(() -> postgres.count(
                                Service.ALERTS,
                                "SELECT count(*) FROM escalation_rung WHERE fires_at < now() AND fired_at IS NULL")
                        == 0);
        assertTrue(postgres.count(Service.ALERTS, fired) >= risks, "only " + postgres.count(Service.ALERTS, fired));
        assertEquals(
                risks,
                postgres.count(
                        Service.ALERTS,
                        "SELECT count(DISTINCT case_id) FROM escalation_rung WHERE fired_at IS NOT NULL"));
        assertEquals(
                1,
                postgres.count(
                        Service.ALERTS,
                        "SELECT count(DISTINCT n) FROM (SELECT count(*) AS n FROM escalation_rung WHERE fired_at IS NOT NULL"
                                + " GROUP BY case_id) d"),
                "alike for all cases");
        var told = "FROM notice WHERE kind = 'RUNG'";
        assertEquals(postgres.count(Service.ALERTS, fired), postgres.count(Service.ALERTS, "SELECT count(*) " + told));
        assertEquals(
                postgres.count(Service.ALERTS, fired),
                postgres.count(
                        Service.ALERTS, "SELECT count(DISTINCT (case_id, about ->> 'run', about ->> 'rung')) " + told));
        trial.as("coordinator")
                .get(trial.address(Service.ALERTS) + "/v1/escalations/audit")
                .then()
                .statusCode(200)
                .body("found", org.hamcrest.Matchers.equalTo(0));
    }

    void everyChangeIsAnnouncedOnce() {
        for (var service : List.of(Service.CASES, Service.ALERTS)) {
            var announced = postgres.count(
                    service, "SELECT count(*) FROM outbox WHERE aggregatetype IN ('reconsideration', 'risk-case')");
            assertEquals(
                    announced,
                    postgres.count(
                            service,
                            "SELECT count(DISTINCT (aggregateid, payload ->> 'version')) FROM outbox WHERE aggregatetype IN"
                                    + " ('reconsideration', 'risk-case')"),
                    service.title);
        }
        // each version of each risk case from its second on, and the first of those that alerts flagged
        assertEquals(
                postgres.count(Service.ALERTS, "SELECT count(*) FROM risk_case"),
                postgres.count(Service.STATS, "SELECT count(DISTINCT id) FROM fact WHERE kind = 'RISK_CASE'"));
    }

    void queuesAreRight(Attempts attempts) {
        var queues = attempts.get(
                "worklist", trial.address(Service.CASES) + "/v1/worklist?limit=1", trial.token("case-officer"));
        var seen = 0;
        for (var queue : queues.body().path("queues")) {
            var where =
                    switch (queue.path("code").asText()) {
                        case "TO_REVIEW" -> "status = 'RECEIVED'";
                        case "IN_CORRECTION" -> "status = 'IN_CORRECTION'";
                        case "SUSPENDED" -> "status = 'SUSPENDED'";
                        case "UNASSIGNED" -> "assigned_to IS NULL AND concluded_on IS NULL";
                        default -> null;
                    };
            if (where == null) continue;
            seen++;
            assertEquals(
                    postgres.count(Service.CASES, "SELECT count(*) FROM reconsideration WHERE " + where),
                    queue.path("count").asLong(),
                    queue.path("code").asText());
        }
        assertEquals(4, seen);
    }
}

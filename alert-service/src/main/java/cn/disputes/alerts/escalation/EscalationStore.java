package cn.disputes.alerts.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a look at a case leaves behind. */
@ApplicationScoped
class EscalationStore {
    private final Clock clock;

    EscalationStore(Clock clock) {
        this.clock = clock;
    }

    /** Locks the cases that no other replica has in hand, and says which those are. */
    List<UUID> claim(Handle h, Collection<UUID> ids) {
        enter(h, ids);
        return h.createQuery("SELECT case_id FROM escalation_case WHERE case_id = ANY (:ids) FOR UPDATE SKIP LOCKED")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list();
    }

    /** Locks one case, after whoever has it in hand. */
    void await(Handle h, UUID id) {
        enter(h, List.of(id));
        h.createQuery("SELECT case_id FROM escalation_case WHERE case_id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    private static void enter(Handle h, Collection<UUID> ids) {
        h.createUpdate(
                        """
                        INSERT INTO escalation_case (case_id) SELECT i FROM unnest(CAST(:ids AS uuid[])) AS i
                        WHERE NOT EXISTS (SELECT 1 FROM escalation_case e WHERE e.case_id = i)
                        ORDER BY i ON CONFLICT DO NOTHING""")
                .bindArray("ids", UUID.class, ids.toArray())
                .execute();
    }

    /** What is due by the clock, and what has changed since it was looked at. */
    List<UUID> toLookAt(Handle h, Instant now, Instant changedSince, int rows) {
        return h.createQuery(
                        """
                        (SELECT case_id FROM escalation_case WHERE next_at <= :now ORDER BY next_at LIMIT :rows)
                        UNION
                        (SELECT c.id FROM risk_case c LEFT JOIN escalation_case e ON e.case_id = c.id
                         WHERE c.recorded_at >= :since AND c.version > coalesce(e.seen_version, 0)
                         ORDER BY c.recorded_at LIMIT :rows)
                        LIMIT :rows""")
                .bind("now", utc(now))
                .bind("since", utc(changedSince))
                .bind("rows", rows)
                .mapTo(UUID.class)
                .list();
    }

    Instant lastLook(Handle h) {
        return h.createQuery("SELECT looked_at FROM escalation_look")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    void looked(Handle h, Instant at) {
        h.createUpdate(
                        """
                        INSERT INTO escalation_look (looked_at) VALUES (:at)
                        ON CONFLICT (one) DO UPDATE SET looked_at = excluded.looked_at""")
                .bind("at", utc(at))
                .execute();
    }

    /** @param next when to look again unless it changes before; null: never */
    void seen(Handle h, UUID caseId, long version, Instant next) {
        h.createUpdate(
                        """
                        UPDATE escalation_case SET seen_version = :version, next_at = :next, looked_at = :now
                        WHERE case_id = :id""")
                .bind("id", caseId)
                .bind("version", version)
                .bind("next", next == null ? null : utc(next))
                .bind("now", utc(clock.instant()))
                .execute();
    }

    /** What depends on a case from outside its row has changed: it is looked at in the next sweep. */
    void touch(Handle h, String litigationCaseNumber) {
        h.createUpdate(
                        """
                        UPDATE escalation_case SET next_at = :now
                        WHERE case_id = (SELECT id FROM risk_case WHERE litigation_case_number = :number)""")
                .bind("number", litigationCaseNumber)
                .bind("now", utc(clock.instant()))
                .execute();
    }

    /** Days that no row keeps move with the calendar: every run under way is looked at again. */
    void touchIfCalendarChanged(Handle h, Instant lastLook) {
        h.createUpdate(
                        """
                        UPDATE escalation_case e SET next_at = :now
                        WHERE EXISTS (SELECT 1 FROM calendar_year WHERE seen_at > :since)
                          AND EXISTS (SELECT 1 FROM escalation_run r WHERE r.case_id = e.case_id AND r.ended_at IS NULL)""")
                .bind("now", utc(clock.instant()))
                // the calendar may be read as it was a few seconds ago
                .bind("since", utc(lastLook.minusSeconds(10)))
                .execute();
    }

    void put(Handle h, UUID caseId, EscalationRun run, Climb climb) {
        h.createUpdate(
                        """
                        INSERT INTO escalation_run (case_id, run, leader_id, level, ladder_version, started_at, started_on,
                            because, signed, resolve_by, resolve_reason, ended_at, ended_because)
                        VALUES (:case, :run, :leader, :level, :ladder, :startedAt, :startedOn, :because, :signed, :resolveBy,
                            :resolveReason, :endedAt, :endedBecause)
                        ON CONFLICT (case_id, run) DO UPDATE SET resolve_by = excluded.resolve_by,
                            resolve_reason = excluded.resolve_reason, ended_at = excluded.ended_at,
                            ended_because = excluded.ended_because""")
                .bind("case", caseId)
                .bind("run", run.run())
                .bind("leader", run.leader())
                .bind("level", run.level().name())
                .bind("ladder", run.ladderVersion())
                .bind("startedAt", utc(run.startedAt()))
                .bind("startedOn", run.startedOn())
                .bind("because", run.because())
                .bind("signed", run.signed())
                .bind("resolveBy", climb.resolveBy())
                .bind("resolveReason", climb.resolveReason())
                .bind("endedAt", run.endedAt() == null ? null : utc(run.endedAt()))
                .bind("endedBecause", run.endedBecause())
                .execute();
        var batch = h.prepareBatch(
                """
                INSERT INTO escalation_rung (case_id, run, rung, position, state, due_on, fires_at, calendar_known, fired_at,
                    answered_at, answered_by)
                VALUES (:case, :run, :rung, :position, :state, :due, :fires, :known, :fired, :answered, :by)
                ON CONFLICT (case_id, run, rung) DO UPDATE SET state = excluded.state, due_on = excluded.due_on,
                    fires_at = excluded.fires_at, calendar_known = excluded.calendar_known,
                    fired_at = excluded.fired_at, answered_at = excluded.answered_at, answered_by = excluded.answered_by""");
        var position = 0;
        for (var step : climb.steps()) {
            batch.bind("case", caseId)
                    .bind("run", run.run())
                    .bind("rung", step.rung().code())
                    .bind("position", position++)
                    .bind("state", step.state().name())
                    .bind("due", step.dueOn())
                    .bind("fires", step.firesAt() == null ? null : utc(step.firesAt()))
                    .bind("known", step.calendarKnown())
                    .bind("fired", step.firedAt() == null ? null : utc(step.firedAt()))
                    .bind("answered", step.answeredAt() == null ? null : utc(step.answeredAt()))
                    .bind("by", step.answeredBy())
                    .add();
        }
        batch.execute();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

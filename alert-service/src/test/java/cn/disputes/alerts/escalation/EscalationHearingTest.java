package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.escalation.SettableClock.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.WarningEvent;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a hearing bounds the term of a run: while it is fixed, after it was held, and not when it was cancelled or moved. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EscalationHearingTest extends Sweeps {
    /** As the register does on the day after: the term stays where the hearing put it, and so does what follows from it. */
    @Test
    void aHearingThatWasHeldGoesOnBoundingTheTerm() {
        var one = ordered();
        sweepAt("2026-03-05");
        var warning = hearing(one, 1, "2026-03-12", null, at("2026-03-06", 8));
        sweepAt("2026-03-12");
        hearing(one, 2, warning, "2026-03-12", "2026-03-13", at("2026-03-13", 0));
        sweepAt("2026-03-13");
        assertEquals("2026-03-11", resolveBy(one));
        assertEquals("2026-03-11", due(one, "RESOLVE"), "a rung that has fired keeps its day");
        assertEquals("2026-04-10", due(one, "SUPERVISION_LETTER"));
        sweepAt("2026-04-10");
        assertEquals("FIRED", states(one, 1).get("SUPERVISION_LETTER"));
        sweepAt("2026-04-25");
        assertEquals("FIRED", states(one, 1).get("INTERVIEW"));
        var late = ordered();
        hearing(late, 2, "2026-03-12", "2026-03-13", at("2026-03-13", 0));
        sweepAt("2026-04-26");
        assertEquals("2026-03-11", resolveBy(late), "whether or not anybody looked before it was over");
    }

    @Test
    void aHearingCancelledOrMovedBeforeItsDayBoundsNothingAndTheOneItWasMovedToDoes() {
        var one = ordered();
        hearing(one, 2, "2026-03-09", "2026-03-08", at("2026-03-08", 8));
        sweepAt("2026-03-08");
        assertEquals("2026-03-15", resolveBy(one));
        hearing(one, 1, "2026-03-14", null, at("2026-03-08", 9));
        hearing(one, 1, "2026-03-30", null, at("2026-03-08", 9));
        sweepAt("2026-03-08");
        assertEquals("2026-03-13", resolveBy(one), "the first of two");
    }

    /** What was heard before the case was handed over bounds no term that begins after it. */
    @Test
    void aHearingBeforeTheRunBeganBoundsTheRunBeforeAlone() {
        var one = ordered();
        hearing(one, 2, "2026-03-12", "2026-03-13", at("2026-03-13", 0));
        one.action("REASSIGNED", "ASSIGNED", "L-82", at("2026-03-16", 10));
        sweepAt("2026-03-16");
        assertEquals("2026-03-11", resolveBy(one, 1));
        assertEquals("2026-03-26", resolveBy(one, 2));
    }

    private UUID hearing(RecordedCase of, int version, String on, String withdrawn, Instant recordedAt) {
        var id = Ids.next();
        hearing(of, version, id, on, withdrawn, recordedAt);
        return id;
    }

    private void hearing(RecordedCase of, int version, UUID id, String on, String withdrawn, Instant recordedAt) {
        jdbi.useTransaction(h -> {
            h.execute(
                    """
                    INSERT INTO heard_warning (id, version, code, case_number, due_on, withdrawn_on, body)
                    VALUES (?, ?, 'HEARING_TOMORROW', ?, ?, ?, CAST(? AS jsonb))
                    ON CONFLICT (id) DO UPDATE SET version = excluded.version, withdrawn_on = excluded.withdrawn_on,
                        body = excluded.body""",
                    id,
                    version,
                    of.number,
                    LocalDate.parse(on),
                    withdrawn == null ? null : LocalDate.parse(withdrawn),
                    "{\"raisedOn\": \"2026-03-06\", \"recordedAt\": \"" + recordedAt + "\"}");
            clock.set(recordedAt);
            new EscalationStore(clock).touch(h, of.number);
        });
    }

    private String resolveBy(RecordedCase of) {
        return resolveBy(of, 1);
    }

    private String resolveBy(RecordedCase of, int run) {
        return jdbi.withHandle(h -> h.createQuery("SELECT resolve_by FROM escalation_run WHERE case_id = ? AND run = ?")
                .bind(0, of.id)
                .bind(1, run)
                .mapTo(String.class)
                .one());
    }

    private String due(RecordedCase of, String rung) {
        return jdbi.withHandle(h -> h.createQuery("SELECT due_on FROM escalation_rung WHERE case_id = ? AND rung = ?")
                .bind(0, of.id)
                .bind(1, rung)
                .mapTo(String.class)
                .one());
    }

    @Test
    void aHearingHeardOfLaterEndsTheTermSooner() {
        var one = ordered();
        sweepAt("2026-03-05");
        jdbi.useTransaction(h -> {
            var warning = new WarningEvent(
                    Ids.next(),
                    1,
                    REGION,
                    "NAME_THE_ATTENDING_HEAD",
                    "AGENCY_HEAD",
                    "litigations",
                    Ids.next(),
                    one.number,
                    List.of(),
                    LocalDate.parse("2026-03-12"),
                    LocalDate.parse("2026-03-06"),
                    null,
                    "已定开庭日期",
                    "fixed",
                    "法释",
                    at("2026-03-06", 8));
            h.createUpdate(
                            """
                            INSERT INTO heard_warning (id, version, code, case_number, due_on, body)
                            VALUES (:id, 1, :code, :number, :due, CAST(:body AS jsonb))""")
                    .bind("id", warning.id())
                    .bind("code", warning.code())
                    .bind("number", one.number)
                    .bind("due", warning.dueOn())
                    .bind("body", Outbox.json(warning))
                    .execute();
            new HearingNews(new EscalationStore(clock)).hear(h, warning);
        });
        sweepAt("2026-03-06");
        var resolveBy = jdbi.withHandle(h -> h.createQuery("SELECT resolve_by FROM escalation_run WHERE case_id = ?")
                .bind(0, one.id)
                .mapTo(LocalDate.class)
                .one());
        assertEquals(LocalDate.parse("2026-03-11"), resolveBy);
        sweepAt("2026-03-12");
        assertTrue(
                told(one).containsAll(List.of("RESOLVE_LAST_DAY", "RESOLVE")),
                told(one).toString());
    }
}

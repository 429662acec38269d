package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.escalation.SettableClock.at;
import static cn.disputes.deploy.testing.Together.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.Notices;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sweeps over a real database, by replicas made anew as often as a test likes. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EscalationTest extends Sweeps {
    /** A replica dies and another begins, days are missed, or every hour is looked at: the same rungs, each once. */
    @Test
    void aRestartInTheMiddleOfAWaitChangesNothing() {
        var one = ordered();
        sweepAt("2026-03-05");
        sweepAt("2026-03-08");
        assertEquals("WAITING", states(one, 1).get("SIGN_FOR"));
        sweepAt("2026-03-10");
        assertEquals(List.of("SIGN_FOR"), told(one));
        sweepAt("2026-03-10");
        sweepAt("2026-03-13");
        sweepAt("2026-03-31");
        assertEquals(List.of("SIGN_FOR", "PLAN", "RESOLVE_LAST_DAY", "RESOLVE"), told(one));
        sweepAt("2026-04-14");
        sweepAt("2026-04-14");
        sweepAt("2026-05-20");
        assertEquals(
                List.of("SIGN_FOR", "PLAN", "RESOLVE_LAST_DAY", "RESOLVE", "SUPERVISION_LETTER", "INTERVIEW"),
                told(one));
        everythingSoFarIsForgotten();
        var other = ordered();
        sweepAt("2026-05-20");
        assertEquals(
                Map.of(
                        "SIGN_FOR",
                        "FIRED",
                        "PLAN",
                        "FIRED",
                        "RESOLVE_LAST_DAY",
                        "FIRED",
                        "RESOLVE",
                        "FIRED",
                        "SUPERVISION_LETTER",
                        "FIRED",
                        "INTERVIEW",
                        "FIRED",
                        "VERIFY",
                        "DORMANT"),
                states(other, 1));
    }

    @Test
    void threeReplicasAtOnceTellEachRungOnce() throws Exception {
        var cases = new ArrayList<RecordedCase>();
        for (var i = 0; i < 40; i++) cases.add(ordered());
        for (var day : List.of("2026-03-05", "2026-03-10", "2026-03-13", "2026-03-16", "2026-04-14")) {
            clock.set(at(day, 9));
            together(3, () -> {
                replica().sweep();
                return true;
            });
            // whoever found every case taken has left it to the others
            replica().sweep();
        }
        for (var one : cases) {
            assertEquals(List.of("SIGN_FOR", "PLAN", "RESOLVE_LAST_DAY", "RESOLVE", "SUPERVISION_LETTER"), told(one));
        }
        assertEquals(0, audit().found());
    }

    @Test
    void anAnswerDuringTheWaitStopsWhatItAnswersAndAReopeningBeginsAnew() {
        var one = ordered();
        sweepAt("2026-03-05");
        one.action("ACKNOWLEDGED", "ACKNOWLEDGED", null, at("2026-03-08", 22));
        sweepAt("2026-03-10");
        assertEquals("ANSWERED", states(one, 1).get("SIGN_FOR"));
        assertEquals(List.of(), told(one));
        one.action("PLAN_FILED", "IN_COORDINATION", null, at("2026-03-11", 9));
        one.action("RESOLUTION_CLAIMED", "RESOLUTION_CLAIMED", null, at("2026-03-12", 9));
        sweepAt("2026-03-20");
        assertEquals(List.of("VERIFY"), told(one), "the coordinator is asked to verify, the leader to do nothing");
        one.action("REOPENED", "IN_COORDINATION", null, at("2026-03-23", 9));
        sweepAt("2026-03-23");
        assertEquals("FIRED", states(one, 1).get("VERIFY"));
        assertEquals("ANSWERED", states(one, 2).get("SIGN_FOR"), "signed for already");
        sweepAt("2026-04-02");
        assertEquals(List.of("VERIFY", "PLAN", "RESOLVE_LAST_DAY"), told(one));
        one.action("REASSIGNED", "ASSIGNED", "L-82", at("2026-04-02", 10));
        sweepAt("2026-04-08");
        // the Qingming holiday is the 6th of April: 3rd and 7th are the two working days
        assertEquals("FIRED", states(one, 3).get("SIGN_FOR"));
        one.moved("WON", at("2026-04-09", 9));
        sweepAt("2026-05-30");
        assertEquals("ENDED", states(one, 3).get("RESOLVE"));
        assertEquals(0, audit().found());
    }

    @Test
    void whatWasAnsweredBeforeAnybodyLookedIsOnRecordAndToldToNobody() {
        var one = ordered();
        one.action("ACKNOWLEDGED", "ACKNOWLEDGED", null, at("2026-03-11", 9));
        sweepAt("2026-03-11");
        assertEquals("FIRED", states(one, 1).get("SIGN_FOR"), "it fell due on the 10th, whether or not anybody looked");
        assertEquals(List.of("SIGN_FOR ANSWERED"), told(one));
    }

    @Test
    void aLaterLadderDoesNotMoveARunUnderWay() {
        var before = ordered();
        sweepAt("2026-03-05");
        clock.set(at("2026-03-06", 9));
        var ladders = new LadderStore(clock);
        jdbi.useTransaction(h -> {
            var all = ladders.all(h);
            var present = all.version(all.newest());
            var slower = new TreeMap<>(present.levels());
            slower.replaceAll((level, rungs) -> rungs.stream()
                    .map(r -> new Ladder.Rung(
                            r.code(),
                            r.base(),
                            r.days() + 1,
                            r.unit(),
                            r.moment(),
                            r.answer(),
                            r.tells(),
                            r.zh(),
                            r.en()))
                    .toList());
            ladders.add(h, all.newest() + 1, new Ladder(present.resolveWithin(), slower), "K");
        });
        var after = RecordedCase.flagged(jdbi, REGION, "RED", BEGUN).ordered("L-81", at("2026-03-06", 10));
        sweepAt("2026-03-10");
        assertEquals("FIRED", states(before, 1).get("SIGN_FOR"), "two working days, as when it began");
        assertEquals("WAITING", states(after, 1).get("SIGN_FOR"));
        sweepAt("2026-03-11");
        assertEquals("WAITING", states(after, 1).get("SIGN_FOR"), "the third working day is the last");
        sweepAt("2026-03-12");
        assertEquals("FIRED", states(after, 1).get("SIGN_FOR"));
        jdbi.useTransaction(h -> h.execute("UPDATE escalation_run SET ladder_version = 1"));
        jdbi.useTransaction(h -> h.execute("DELETE FROM escalation_ladder WHERE version > 1"));
    }

    @Test
    void aSilenceDelaysSaysThatItDoesAndIsAnnouncedBeforeItEnds() {
        var one = ordered();
        sweepAt("2026-03-05");
        var notices = new Notices(clock);
        jdbi.useTransaction(h -> {
            clock.set(at("2026-03-06", 9));
            new Silences(notices, reader, config, clock).add(h, one.id, LocalDate.parse("2026-03-20"), "法院组织调解", "K");
            escalations().lookNow(h, one.id);
        });
        sweepAt("2026-03-10");
        assertEquals(List.of("SIGN_FOR SILENCED"), told(one));
        sweepAt("2026-03-13");
        sweepAt("2026-03-18");
        assertEquals(List.of(), announced());
        sweepAt("2026-03-19");
        sweepAt("2026-03-19");
        assertEquals(List.of("K", "L-81"), announced(), "the author and the leader, once each");
        sweepAt("2026-03-20");
        assertEquals("WAITING", states(one, 1).get("SIGN_FOR"));
        sweepAt("2026-03-21");
        assertEquals("FIRED", states(one, 1).get("SIGN_FOR"));
        assertEquals("FIRED", states(one, 1).get("RESOLVE"));
    }

    private List<String> announced() {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT leader_id FROM notice WHERE kind = 'SILENCE_ENDING' ORDER BY leader_id")
                        .mapTo(String.class)
                        .list());
    }

    private EscalationAudit.Report audit() {
        return jdbi.withHandle(h -> new EscalationAudit(jdbi, config, clock, new SimpleMeterRegistry())
                .report(h, new RegionScope("330700")));
    }

    @Test
    void theAuditorFindsWhatTheSchedulerHasLost() {
        var one = ordered();
        clock.set(BEGUN.plus(Duration.ofHours(1)));
        assertEquals(List.of("NO_RUN"), findings(), "no sweep has run at all");
        replica().sweep();
        assertEquals(List.of(), findings());
        broken("UPDATE escalation_case SET next_at = NULL", "NOT_SCHEDULED");
        broken("UPDATE escalation_case SET next_at = next_at + interval '3 days'", "NOT_SCHEDULED");
        broken("UPDATE escalation_rung SET fires_at = '2026-03-01' WHERE rung = 'PLAN'", "OVERDUE_RUNG");
        broken("UPDATE escalation_run SET leader_id = 'somebody else'", "RUN_OF_ANOTHER_LEADER");
        broken("UPDATE escalation_rung SET state = 'ENDED'", "NOTHING_FOLLOWS");
        broken("UPDATE escalation_case SET seen_version = 0", "CHANGE_NOT_SEEN");
        broken(
                "UPDATE risk_case SET state = 'WON', recorded_at = '2026-03-05 02:30Z' WHERE leader_id = 'L-81' AND state = 'ASSIGNED'",
                "RUN_OF_AN_ENDED_CASE");
        assertEquals(1, audit().checked());
        jdbi.useHandle(h -> h.execute("DELETE FROM escalation_rung"));
        jdbi.useHandle(h -> h.execute("DELETE FROM escalation_run"));
        assertEquals(List.of("NO_RUN"), findings());
        // looked at once more, the case is as it was
        jdbi.useHandle(h -> h.execute("UPDATE escalation_case SET seen_version = 0"));
        sweepAt("2026-03-06");
        assertEquals(List.of(), findings());
        assertEquals("WAITING", states(one, 1).get("SIGN_FOR"));
    }

    private List<String> findings() {
        return audit().findings().stream().map(EscalationAudit.Finding::finding).toList();
    }

    /** In a transaction that is taken back. */
    private void broken(String sql, String finding) {
        jdbi.useHandle(h -> {
            h.begin();
            h.execute(sql);
            var found = new EscalationAudit(jdbi, config, clock, new SimpleMeterRegistry())
                    .report(h, new RegionScope("330700"));
            h.rollback();
            assertEquals(
                    List.of(finding),
                    found.findings().stream()
                            .map(EscalationAudit.Finding::finding)
                            .toList(),
                    sql);
        });
    }

    /** One case that cannot be derived is left for later and named; the others go on. */
    @Test
    void aCaseThatCannotBeDerivedStopsNoOther() {
        var poisoned = ordered();
        var sound = ordered();
        jdbi.useHandle(h -> h.execute("UPDATE risk_action SET type = type WHERE false"));
        poisoned.action("NO_SUCH_ACTION", "ASSIGNED", null, BEGUN);
        sweepAt("2026-03-10");
        assertEquals(List.of("SIGN_FOR"), told(sound));
        clock.set(at("2026-03-10", 10));
        assertEquals(List.of("NO_RUN"), findings());
        jdbi.useHandle(h -> h.execute("DELETE FROM risk_action WHERE case_id = ?", poisoned.id));
        clock.set(at("2026-03-10", 11));
        replica().sweep();
        assertEquals(List.of("SIGN_FOR"), told(poisoned));
    }

    /** Ten thousand ladders with nothing due: no table is read through. */
    @Test
    void nothingDueIsFoundByIndexesAlone() {
        ordered();
        sweepAt("2026-03-05");
        jdbi.useHandle(h -> {
            h.begin();
            h.execute(
                    """
                    INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level,
                        score, factors, state, leader_id, flagged_on, version, recorded_at)
                    SELECT gen_random_uuid(), 'bulk ' || i, '330781', 'x', 'x', 'RED', 1, '[]', 'ASSIGNED', 'L-81',
                        '2026-01-01', 2, '2026-02-01' FROM generate_series(1, 10000) i""");
            h.execute(
                    """
                    INSERT INTO escalation_case (case_id, seen_version, next_at)
                    SELECT id, 2, '2026-12-01' FROM risk_case WHERE litigation_case_number LIKE 'bulk %'""");
            h.execute("ANALYZE risk_case");
            h.execute("ANALYZE escalation_case");
            assertEquals(List.of(), new EscalationStore(clock).toLookAt(h, clock.instant(), at("2026-03-05", 8), 200));
            var plan = String.join(
                    "\n",
                    h.createQuery(
                                    """
                                    EXPLAIN (SELECT case_id FROM escalation_case WHERE next_at <= '2026-03-05 09:00+08'
                                             ORDER BY next_at LIMIT 200)
                                    UNION
                                    (SELECT c.id FROM risk_case c LEFT JOIN escalation_case e ON e.case_id = c.id
                                     WHERE c.recorded_at >= '2026-03-05 08:00+08' AND c.version > coalesce(e.seen_version, 0)
                                     ORDER BY c.recorded_at LIMIT 200) LIMIT 200""")
                            .mapTo(String.class)
                            .list());
            h.rollback();
            assertFalse(plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains("escalation_case_due") && plan.contains("risk_case_recorded"), plan);
        });
    }
}

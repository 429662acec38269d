package cn.disputes.alerts.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.delivery.Notices;
import cn.disputes.alerts.escalation.SettableClock;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A judgment rectified away takes its report with it; one that is lost after all is demanded from the beginning. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LossDemandedAgainTest {
    private static final String MIGRATION = "/db/migration/V29__losses_demanded_again.sql";
    private static final String NUMBER = "(2026)浙0723行初90001号";

    @Inject
    Jdbi jdbi;

    @Inject
    Calendars calendars;

    @Inject
    LossConfig config;

    private final SettableClock clock = new SettableClock(SettableClock.at("2026-03-02", 10));

    @BeforeEach
    void nothingIsLostYet() {
        jdbi.useHandle(h -> h.execute("TRUNCATE loss_rung, loss_analysis, judged_suit, delivery, notice"));
        jdbi.useHandle(h -> h.execute("UPDATE risk_case SET state = 'WON' WHERE state = 'LOST'"));
    }

    private LossStore store() {
        return new LossStore(calendars, config, clock);
    }

    private void judged(long version, LitigationOutcome outcome) {
        var suit = Judgment.of(Instance.FIRST, NUMBER, null, version, outcome, "2026-03-02", clock.instant());
        jdbi.useTransaction(h -> new LossNews(store()).hear(h, suit));
    }

    private void sweepOn(String... days) {
        for (var day : days) {
            clock.set(SettableClock.at(day, 9));
            new LossSweep(jdbi, store(), calendars, new Notices(clock), config, clock).sweep();
        }
    }

    private List<String> read(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    private List<String> told() {
        return read("SELECT code FROM notice WHERE kind = 'LOSS_ANALYSIS' ORDER BY recorded_at, id");
    }

    private List<String> rungs() {
        return read("SELECT rung FROM loss_rung ORDER BY fired_at, rung");
    }

    @Test
    void itIsRemindedOfAgainAndNotOverdueBeforeItsNewDay() {
        judged(1, LitigationOutcome.REVOKED);
        sweepOn("2026-03-11", "2026-03-17", "2026-03-30");
        assertEquals(List.of("LOSS_REMINDER", "LOSS_OVERDUE", "LOSS_CRITICISM"), told());
        judged(2, LitigationOutcome.CLAIM_REJECTED);
        clock.set(SettableClock.at("2026-04-01", 10));
        judged(3, LitigationOutcome.REVOKED);
        assertEquals(List.of(), rungs(), "of the demand before, which the quarter would count as overdue");
        sweepOn("2026-04-02");
        assertEquals(3, told().size(), "not due yet");
        sweepOn("2026-04-13", "2026-04-20", "2026-05-06");
        assertEquals(
                List.of(
                        "LOSS_REMINDER",
                        "LOSS_OVERDUE",
                        "LOSS_CRITICISM",
                        "LOSS_REMINDER",
                        "LOSS_OVERDUE",
                        "LOSS_CRITICISM"),
                told());
        assertEquals(List.of("LOSS_REMINDER", "LOSS_OVERDUE", "LOSS_CRITICISM"), rungs());
    }

    @Test
    void theSameNewsAgainIsNoNewDemand() {
        judged(1, LitigationOutcome.REVOKED);
        sweepOn("2026-03-11");
        judged(2, LitigationOutcome.CHANGED);
        assertEquals(List.of("LOSS_REMINDER"), rungs());
        sweepOn("2026-03-12");
        assertEquals(List.of("LOSS_REMINDER"), told());
    }

    /** Before, what was demanded again kept the rungs of the demand before it. */
    @Test
    void whatWasDemandedAgainBeforeBeginsAnewOnce() throws IOException {
        judged(1, LitigationOutcome.REVOKED);
        sweepOn("2026-03-11", "2026-03-17", "2026-03-30");
        jdbi.useHandle(h ->
                h.execute("UPDATE loss_analysis SET known_on = '2026-04-01', due_on = '2026-04-16', next_at = NULL"));
        try (var sql = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            var script = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(h -> h.createScript(script).execute());
            assertEquals(List.of(), rungs());
            sweepOn("2026-04-13");
            jdbi.useHandle(h -> h.createScript(script).execute());
        }
        assertEquals(List.of("LOSS_REMINDER"), rungs());
        assertEquals("LOSS_REMINDER", told().get(3));
    }
}

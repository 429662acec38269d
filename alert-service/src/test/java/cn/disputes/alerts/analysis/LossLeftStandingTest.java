package cn.disputes.alerts.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.delivery.Notices;
import cn.disputes.alerts.escalation.RecordedCase;
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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an appeal makes of a loss below: one dispute, one report, in whatever order it becomes known. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LossLeftStandingTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(72_000);
    private static final String MIGRATION = "/db/migration/V25__losses_left_standing.sql";

    @Inject
    Jdbi jdbi;

    @Inject
    Calendars calendars;

    @Inject
    LossConfig config;

    private final SettableClock clock = new SettableClock(SettableClock.at("2026-03-02", 10));
    private final String below = "(2026)浙0723行初" + NUMBERS.incrementAndGet() + "号";
    private final String appeal = "(2026)浙07行终" + NUMBERS.incrementAndGet() + "号";

    @BeforeEach
    void nothingIsLostYet() {
        jdbi.useHandle(h -> h.execute("TRUNCATE loss_rung, loss_analysis, judged_suit, delivery, notice"));
        jdbi.useHandle(h -> h.execute("UPDATE risk_case SET state = 'WON' WHERE state = 'LOST'"));
    }

    private LossStore store() {
        return new LossStore(calendars, config, clock);
    }

    private void judgedBelow(long version, LitigationOutcome outcome, String effective) {
        var suit = Judgment.of(Instance.FIRST, below, null, version, outcome, effective, clock.instant());
        jdbi.useTransaction(h -> new LossNews(store()).hear(h, suit));
    }

    private void judgedOnAppeal(String number, Instance instance, LitigationOutcome outcome, String effective) {
        var suit = Judgment.of(instance, number, below, 1, outcome, effective, clock.instant());
        jdbi.useTransaction(h -> new LossNews(store()).hear(h, suit));
    }

    private void judgedOnAppeal(LitigationOutcome outcome, String effective) {
        judgedOnAppeal(appeal, Instance.SECOND, outcome, effective);
    }

    private Map<String, String> reports() {
        return jdbi.withHandle(h -> h.createQuery("SELECT case_number, state FROM loss_analysis")
                .setMapKeyColumn("case_number")
                .setMapValueColumn("state")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, String>>() {}));
    }

    private String effectiveOn() {
        return jdbi.withHandle(h -> h.createQuery("SELECT effective_on FROM loss_analysis")
                .mapTo(String.class)
                .one());
    }

    @Test
    void anAppealDismissedBringsTheLossBelowIntoEffect() {
        judgedBelow(1, LitigationOutcome.REVOKED, null);
        assertEquals(Map.of(), reports(), "under appeal");
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, "2026-02-10");
        assertEquals(Map.of(appeal, "DUE"), reports());
        assertEquals("2026-02-10", effectiveOn());
    }

    @Test
    void whatIsLeftStandingMayBecomeKnownAfterTheAppealAndBeRectifiedAway() {
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, "2026-02-10");
        assertEquals(Map.of(), reports(), "nobody knows yet what stands");
        judgedBelow(1, LitigationOutcome.REVOKED, null);
        assertEquals(Map.of(appeal, "DUE"), reports());
        judgedBelow(2, LitigationOutcome.CLAIM_REJECTED, null);
        assertEquals(Map.of(appeal, "VOID"), reports());
    }

    @Test
    void aSecondInstanceIsFinalAtOnce() {
        judgedOnAppeal(LitigationOutcome.CHANGED, null);
        assertEquals(Map.of(appeal, "DUE"), reports());
        assertEquals("2026-02-01", effectiveOn());
    }

    @Test
    void aDismissedAppealOfAWonSuitAndAnOverturnedLossDemandNothing() {
        judgedBelow(1, LitigationOutcome.CLAIM_REJECTED, null);
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, "2026-02-10");
        assertEquals(Map.of(), reports());
        judgedBelow(2, LitigationOutcome.REVOKED, null);
        judgedOnAppeal(
                "(2026)浙07行终" + NUMBERS.incrementAndGet() + "号", Instance.SECOND, LitigationOutcome.REMANDED, null);
        assertEquals(Map.of(appeal, "DUE"), reports());
    }

    @Test
    void oneReportIsDemandedHoweverManyInstancesFollowed() {
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, "2026-02-10");
        judgedBelow(1, LitigationOutcome.REVOKED, "2026-02-10");
        assertEquals(Map.of(below, "DUE"), reports());
        var retrial = "(2026)浙07行再" + NUMBERS.incrementAndGet() + "号";
        judgedOnAppeal(retrial, Instance.RETRIAL, LitigationOutcome.APPEAL_DISMISSED, "2026-02-20");
        assertEquals(Map.of(below, "DUE"), reports());
        nothingIsLostYet();
        judgedBelow(1, LitigationOutcome.REVOKED, null);
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, null);
        judgedOnAppeal(retrial, Instance.RETRIAL, LitigationOutcome.APPEAL_DISMISSED, "2026-02-20");
        assertEquals(Map.of(appeal, "DUE"), reports());
    }

    @Test
    void whatAPersonMadeOfTheRiskCaseDoesNotWithdrawWhatTheAppealDemands() {
        var risk = RecordedCase.flagged(jdbi, "330723", "RED", clock.instant());
        jdbi.useHandle(h -> h.execute(
                "UPDATE risk_case SET litigation_case_number = ?, state = 'RESOLVED' WHERE litigation_case_number = ?",
                appeal,
                risk.number));
        judgedBelow(1, LitigationOutcome.REVOKED, null);
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, null);
        new LossSweep(jdbi, store(), calendars, new Notices(clock), config, clock).sweep();
        assertEquals(Map.of(appeal, "DUE"), reports());
    }

    @Test
    void theSuitsHeardBeforeAreSettledSoOnce() throws IOException {
        judgedBelow(1, LitigationOutcome.REVOKED, null);
        judgedOnAppeal(LitigationOutcome.APPEAL_DISMISSED, null);
        jdbi.useHandle(h -> h.execute("TRUNCATE loss_rung, loss_analysis"));
        jdbi.useHandle(h -> h.execute("UPDATE judged_suit SET effective_on = NULL"));
        jdbi.useHandle(h -> h.execute(
                """
                INSERT INTO litigation (case_number, id, version, region_code, defendant_code, defendant_name, instance,
                    concluded_on, outcome)
                VALUES (?, gen_random_uuid(), 1, '330723', ?, '武义虚构局', 'SECOND', current_date - 20, 'APPEAL_DISMISSED')""",
                appeal,
                Judgment.AGENCY));
        try (var sql = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            var script = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            for (var times : List.of(1, 2))
                jdbi.useHandle(h -> h.createScript(script).execute());
        }
        assertEquals(Map.of(appeal, "DUE"), reports());
    }
}

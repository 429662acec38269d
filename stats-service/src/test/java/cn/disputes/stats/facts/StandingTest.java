package cn.disputes.stats.facts;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import cn.disputes.stats.figures.CellRebuild;
import cn.disputes.stats.figures.Cells;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands of a dispute after its later instances, now and as it was known. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StandingTest {
    @Inject
    Jdbi jdbi;

    @Inject
    DoubtfulStandings standings;

    @Inject
    Cells cells;

    @Inject
    CellRebuild rebuild;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
    }

    private static Cases lost(String number) {
        return Cases.suit(number, "2022-01-05").concluded("2022-04-01", "REVOKED");
    }

    private static Cases appeal(String number, String of, String outcome) {
        return Cases.suit(number, "2022-05-01")
                .with("instance", "SECOND")
                .with("previousCaseNumber", of)
                .concluded("2022-08-01", outcome)
                .with("effectiveOn", "2022-08-05");
    }

    private static void stands(int lost, int ended) {
        assertThat(now(), equalTo(lost + "/" + ended));
        assertThat("as known", known("&asOf=2023-06-01"), equalTo(lost + "/" + ended));
    }

    private static String now() {
        return known("");
    }

    private static String known(String then) {
        var value = as("statistician")
                .get("/v1/statistics?indicators=LOSS_RATE:EFFECTIVE&from=2022-01&to=2022-12" + then)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var figure = "rows[0].values.'LOSS_RATE:EFFECTIVE'.";
        return value.getInt(figure + "numerator") + "/" + value.getInt(figure + "denominator");
    }

    @ParameterizedTest
    @CsvSource({
        // the appeal is withdrawn: the judgment appealed against stands
        "WITHDRAWN,, 1, 1",
        "WITHDRAWN, VOLUNTARY, 1, 1",
        "DEEMED_WITHDRAWN,, 1, 1",
        "APPEAL_DISMISSED,, 1, 1",
        // the suit is over, and the judgment with it
        "WITHDRAWN, SETTLED, 0, 1",
        "WITHDRAWN, AFTER_ACT_CHANGED, 0, 1",
        "CLAIM_REJECTED,, 0, 1",
        // nothing is over
        "REMANDED,, 0, 0",
        "TRANSFERRED,, 0, 0"
    })
    void whatAnAppealLeavesStanding(String outcome, String ground, int lost, int ended) {
        Cases.apply(jdbi, lost("A"), appeal("B", "A", outcome).with("outcomeGround", ground));
        stands(lost, ended);
    }

    /** What an older process counted by its own rules is counted anew without anybody's doing. */
    @Test
    void whatAnOlderProcessStoredIsSetRight() {
        Cases.apply(
                jdbi,
                lost("A"),
                appeal("B", "A", "WITHDRAWN"),
                lost("C"),
                appeal("D", "C", "REMANDED"),
                lost("E"),
                appeal("F", "E", "WITHDRAWN").with("outcomeGround", "SETTLED"));
        jdbi.useHandle(h -> h.execute("UPDATE fact SET standing = outcome WHERE instance = 'SECOND'"));
        while (!rebuild.run()) Thread.onSpinWait();
        assertThat(now(), equalTo("0/3"));
        standings.setRight();
        stands(1, 2);
        while (cells.merge(100) > 0) Thread.onSpinWait();
        assertThat(cells.verify(), equalTo(0L));
    }

    /** Nobody need record that an end no appeal lies against took effect: neither now nor where an older process was told. */
    @Test
    void whatIsFinalHasEffectAtOnce() {
        Cases.apply(
                jdbi,
                lost("A"),
                appeal("B", "A", "APPEAL_DISMISSED").with("effectiveOn", null),
                Cases.suit("C", "2022-01-05").concluded("2022-04-01", "MEDIATED"),
                lost("D"));
        stands(1, 2);
        jdbi.useHandle(h -> h.execute("UPDATE fact SET effective_on = NULL, standing = NULL"));
        while (!rebuild.run()) Thread.onSpinWait();
        assertThat(now(), equalTo("0/0"));
        standings.setRight();
        stands(1, 2);
        while (cells.merge(100) > 0) Thread.onSpinWait();
        assertThat(cells.verify(), equalTo(0L));
    }

    @Test
    void aSuitWithdrawnInTheFirstInstanceIsNotLost() {
        Cases.apply(
                jdbi,
                Cases.suit("A", "2022-01-05")
                        .concluded("2022-04-01", "WITHDRAWN")
                        .with("effectiveOn", "2022-04-05"));
        stands(0, 1);
    }

    @Test
    void afterARemandTheNewJudgmentStands() {
        Cases.apply(jdbi, lost("A"), appeal("B", "A", "REMANDED"));
        stands(0, 0);
        Cases.apply(
                jdbi,
                Cases.suit("C", "2022-09-01")
                        .with("previousCaseNumber", "B")
                        .concluded("2022-10-01", "CONFIRMED_UNLAWFUL"),
                appeal("D", "C", "WITHDRAWN").with("concludedOn", "2022-12-01"));
        stands(1, 1);
    }
}

package cn.disputes.alerts.register;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.suit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Courts.Suit;
import cn.disputes.alerts.Office;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** How the case of an appeal ends when the appeal is dismissed: as what is left standing does, whenever that is known. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AppealDismissedTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private final Office office = new Office("330700");
    private final Suit below = suit().ended("2021-04-01", LitigationOutcome.REVOKED);
    private final Suit appeal = suit().appealOf(below.number()).ended("2021-08-01", LitigationOutcome.APPEAL_DISMISSED);

    private String flagged() {
        return court().body(alert("dismissed", appeal.number(), appeal.number(), "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .path("riskCaseId");
    }

    private void tell(Suit... suits) {
        var events = new ArrayList<cn.disputes.contract.events.CaseEvent>();
        for (var suit : suits) events.add(suit.event());
        jdbi.useTransaction(h -> follower.applyAll(h, events));
    }

    private String state(String id) {
        return office.risk(id).getString("state");
    }

    @Test
    void whatIsLeftStandingMayBecomeKnownAfterTheAppealAndBeRectified() {
        var id = flagged();
        tell(appeal);
        assertEquals("WON", state(id), "nobody knows yet what stands");
        tell(below);
        assertEquals("LOST", state(id));
        assertEquals("2021-08-01", office.risk(id).getString("closedOn"));
        tell(below.version(2).ended("2021-04-01", LitigationOutcome.CLAIM_REJECTED));
        assertEquals("WON", state(id));
        tell(below.version(3).ended("2021-04-01", LitigationOutcome.CHANGED));
        assertEquals("LOST", state(id));
    }

    @Test
    void bothAtOnceEndAlike() {
        var id = flagged();
        tell(below, appeal);
        assertEquals("LOST", state(id));
        var version = office.risk(id).getInt("version");
        tell(below.version(2));
        assertEquals(version, office.risk(id).getInt("version"), "nothing else came of it");
    }

    @Test
    void whatAPersonHasClosedStaysClosedAsItIs() {
        var id = flagged();
        office.act(office.coordinator(), id, Map.of("type", "WON", "on", "2021-07-01"))
                .statusCode(201);
        tell(appeal);
        tell(below);
        assertEquals("WON", state(id));
        assertEquals("2021-07-01", office.risk(id).getString("closedOn"));
        assertEquals(List.of("WON"), office.history(id).getList("items.type"));
    }
}

package cn.disputes.alerts.alert;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.suit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.alerts.Courts;
import cn.disputes.alerts.Office;
import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a court's alert makes of a case that a person has closed. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReopeningTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private final Office office = new Office("330700");
    private final String number = Courts.number();

    /** Posts an alert, new or another revision; the suit's risk case. */
    private String alarm(String id, String raisedOn, String reason) {
        return court().body(alert("reopening", number + id, number, raisedOn, reason))
                .post("/v1/alerts")
                .then()
                .extract()
                .path("riskCaseId");
    }

    private String closed() {
        var id = alarm("1", "2021-05-01", "GROUP_CASE");
        office.act(office.coordinator(), id, Map.of("type", "WON", "on", "2021-06-01"))
                .statusCode(201);
        return id;
    }

    @Test
    void aNewAlertAboutASuitThatGoesOnReopensItsCase() {
        var id = closed();
        alarm("2", "2021-06-01", "COURT_OPINION");
        var risk = office.risk(id);
        assertEquals("FLAGGED", risk.getString("state"));
        assertEquals("RED", risk.getString("level"));
        assertNull(risk.getString("closedOn"));
        var history = office.history(id);
        assertEquals(List.of("WON", "REOPENED"), history.getList("items.type"));
        assertEquals("automatic", history.getString("items[1].recordedBy"));
        alarm("3", "2021-06-02", "EVIDENCE_GAP");
        assertEquals(2, office.history(id).getList("items").size(), "open already");
    }

    @Test
    void whoeverHadItHasItAgainAndTheLadderBeginsAnew() {
        var id = alarm("1", "2021-05-01", "GROUP_CASE");
        jdbi.useHandle(h -> h.execute(
                "UPDATE risk_case SET leader_id = 'L-reopened', state = 'ASSIGNED' WHERE litigation_case_number = ?",
                number));
        office.act(office.coordinator(), id, Map.of("type", "LOST", "on", "2021-06-01"))
                .statusCode(201);
        alarm("2", "2021-06-10", "EVIDENCE_GAP");
        assertEquals("ASSIGNED", office.risk(id).getString("state"));
        assertEquals("L-reopened", office.risk(id).getString("leader"));
        var ladder =
                office.coordinator().get("/v1/risk-cases/" + id + "/escalation").jsonPath();
        assertEquals("REOPENED", ladder.getString("current.because"));
        assertEquals("L-reopened", ladder.getString("current.leader"));
    }

    @Test
    void whatRepeatsOrRevisesAnOlderAlertOrWasRaisedBeforeItEndedDoesNot() {
        var id = closed();
        alarm("1", "2021-05-01", "GROUP_CASE");
        alarm("1", "2021-07-01", "COURT_OPINION");
        alarm("2", "2021-05-31", "EVIDENCE_GAP");
        assertEquals("WON", office.risk(id).getString("state"));
        assertEquals(List.of("WON"), office.history(id).getList("items.type"));
    }

    @Test
    void norDoesAnyAlertOnceTheRegisterHasConcludedTheSuit() {
        var id = closed();
        var judged = suit(number).ended("2021-06-05", LitigationOutcome.CLAIM_REJECTED);
        jdbi.useTransaction(h -> follower.applyAll(h, List.of(judged.event())));
        alarm("2", "2021-06-10", "COURT_OPINION");
        assertEquals("WON", office.risk(id).getString("state"));
        assertEquals(List.of("WON"), office.history(id).getList("items.type"));
    }
}

package cn.disputes.alerts.round;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a round must leave as it is: what came of a case since a past month, and a term that is running. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OvertakenRoundTest {
    @Inject
    Jdbi jdbi;

    @Test
    void aPastMonthRunAfterALaterOneRecordsItsOrderAndTakesNothingAway() {
        var office = new Office("612100");
        for (var leader : List.of("L-then", "L-now")) office.putLeader(leader, "COUNTY");
        office.putDuty("D-then", "L-then", "612100", "to", "2022-05-31");
        office.putDuty("D-now", "L-now", "612100", "from", "2022-06-01");
        var id = office.flag("612101", "2022-05-20", "COURT_OPINION");
        office.round("2022-06", "612100").statusCode(201).body("orders[0].leader.id", equalTo("L-now"));
        office.round("2022-05", "612100")
                .statusCode(201)
                .body("orders[0].leader.id", equalTo("L-then"))
                .body("orders[0].cases.riskCaseId", equalTo(List.of(id)));
        var risk = office.risk(id);
        assertEquals("L-now", risk.getString("leader"));
        assertEquals("2022-07-10", risk.getString("dueOn"));
        assertEquals(List.of("2022-05", "2022-06"), risk.getList("months"));
        office.coordinator()
                .get("/v1/risk-cases/" + id + "/escalation")
                .then()
                .statusCode(200)
                .body("current.leader", equalTo("L-now"))
                .body("current.because", equalTo("ORDERED"))
                .body("earlier", empty());
    }

    @Test
    void aCaseThatHasEndedSinceStaysAsItEnded() {
        var office = new Office("612200");
        office.putLeader("L-late", "COUNTY");
        office.putDuty("D-late", "L-late", "612200");
        var id = office.flag("612201", "2022-05-20", "COURT_OPINION");
        office.act(office.coordinator(), id, Map.of("type", "WON")).statusCode(201);
        office.round("2022-05", "612200").statusCode(201).body("orders[0].cases.riskCaseId", equalTo(List.of(id)));
        var risk = office.risk(id);
        assertEquals("WON", risk.getString("state"));
        assertEquals(List.of("2022-05"), risk.getList("months"));
        assertNull(risk.getString("leader"));
        assertNull(risk.getString("dueOn"));
        office.coordinator()
                .get("/v1/risk-cases/" + id + "/escalation")
                .then()
                .body("current", nullValue())
                .body("earlier", empty());
    }

    @Test
    void theNextMonthsOrderNamesTheTermThatIsRunningUnlessItBeginsAnew() {
        var office = new Office("612300");
        office.putLeader("L-keeps", "COUNTY");
        office.putDuty("D-keeps", "L-keeps", "612300");
        var kept = office.flag("612301", "2022-05-20", "COURT_OPINION");
        var taken = office.flag("612301", "2022-05-20", "COURT_OPINION");
        office.round("2022-05", "612300").statusCode(201);
        assertEquals("2022-06-10", office.risk(kept).getString("dueOn"));
        onTheLadder(kept, "L-keeps", "2022-06-08");
        onTheLadder(taken, "L-gone", "2022-06-08");
        office.round("2022-06", "612300").statusCode(201);
        assertEquals("2022-06-08", office.risk(kept).getString("dueOn"));
        assertEquals("2022-07-10", office.risk(taken).getString("dueOn"));
    }

    private void onTheLadder(String risk, String leader, String resolveBy) {
        jdbi.useHandle(h -> h.execute(
                """
                INSERT INTO escalation_run (case_id, run, leader_id, level, ladder_version, started_at, started_on, because,
                    signed, resolve_by, resolve_reason)
                VALUES (?, 1, ?, 'RED', 1, now(), current_date, 'ORDERED', false, ?, 'HEARING')""",
                UUID.fromString(risk),
                leader,
                LocalDate.parse(resolveBy)));
    }
}

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a round must leave as it is: what came of a case since a past month. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OvertakenRoundTest {
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
}

package cn.disputes.alerts.round;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RoundRaceTest {
    @Inject
    Jdbi jdbi;

    @Inject
    RoutingStore routing;

    private static Office office(String city, String leader) {
        var office = new Office(city);
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, city);
        return office;
    }

    @Test
    void aCountysRoundAndTheCitysNeverOrderACaseTwice() throws Exception {
        var office = office("610600", "L-both");
        for (var i = 0; i < 20; i++) office.flag("61060" + (1 + i % 2), "2022-05-02", "GROUP_CASE");
        var regions = List.of("610600", "610601", "610602");
        var answers = together(
                9,
                i -> () -> office.round("2022-05", regions.get(i % 3)).extract().statusCode());
        assertEquals(3, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(6, answers.stream().filter(status -> status == 200).count(), answers.toString());
        var ordered = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(*) || ' ' || count(DISTINCT case_id) FROM assignment_order o
                        JOIN risk_case c ON c.id = o.case_id WHERE c.region_code LIKE '6106%' AND o.leader_id IS NOT NULL""")
                .mapTo(String.class)
                .one());
        assertEquals("20 20", ordered);
    }

    /** Whoever comes first, no change is lost: versions, history and months agree at the end. */
    @Test
    void reassigningWhileARoundRunsLosesNothing() throws Exception {
        var office = office("610700", "L-duty");
        office.putLeader("L-hand", "COUNTY");
        var id = office.flag("610701", "2022-05-02", "COURT_OPINION");
        for (var month = 1; month <= 6; month++) {
            var named = "2023-0" + month;
            var before = office.risk(id).getInt("version");
            var answers = together(
                    6,
                    i -> () -> i == 0
                            ? office.round(named, "610700").extract().statusCode()
                            : office.act(
                                            office.coordinator(),
                                            id,
                                            Map.of("type", "REASSIGNED", "leaderId", "L-hand", "note", "第" + i))
                                    .extract()
                                    .statusCode());
            assertEquals(List.of(201, 201, 201, 201, 201, 201), answers);
            assertEquals(before + 6, office.risk(id).getInt("version"));
            assertEquals(month, office.risk(id).getList("months").size());
            office.coordinator()
                    .get("/v1/assignment-rounds/" + named + "?regionCode=610700")
                    .then()
                    .body("orders.leader.id", equalTo(List.of("L-duty")));
        }
        assertEquals(30, office.history(id).getList("items").size());
    }
}

package cn.disputes.alerts.routing;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class GapTest {
    @Inject
    Clock clock;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ValidatableResponse change(Office office, String path, Map<String, Object> body) {
        return office.coordinator().header("If-Match", "*").body(body).put(path).then();
    }

    /** An empty system takes its first duties plainly; only a change that strands an open case is stopped. */
    @Test
    void aChangeThatStrandsAnOpenCaseIsRefusedUnlessItIsMeant() {
        var office = new Office("510400");
        office.putLeader("G-a", "COUNTY");
        office.putLeader("G-b", "COUNTY");
        office.putDuty("G-1", "G-a", "510400");
        var ended = Office.duty("G-a", "510400", "to", today().minusDays(1).toString());
        change(office, "/v1/duties/G-1", ended).statusCode(200);
        change(office, "/v1/duties/G-1", Office.duty("G-a", "510400")).statusCode(200);
        office.flag("510401", "2022-03-01", "COURT_OPINION");
        var later = Office.duty("G-a", "510400", "to", today().plusDays(9).toString());
        change(office, "/v1/duties/G-1", later)
                .statusCode(422)
                .body("code", equalTo("gap-opens"))
                .body("violations", hasSize(1))
                .body("violations[0].message", containsString("510401 红色"))
                .body("violations[0].message", containsString("自 " + today().plusDays(10)))
                .body("violations[0].message", containsString("1 件在办"));
        office.coordinator().get("/v1/duties/G-1").then().body("to", nullValue());
        office.coordinator().get("/v1/routing/gaps").then().body("items", empty());
        change(office, "/v1/duties/G-1?acceptGaps=true", later)
                .statusCode(200)
                .header("Warning", containsString("510401 RED: nobody answers from " + today().plusDays(10)));
        office.coordinator()
                .get("/v1/routing/gaps")
                .then()
                .statusCode(200)
                .body("items.regionCode", equalTo(List.of("510401")))
                .body("items[0].level", equalTo("RED"))
                .body("items[0].need", equalTo("OPEN_CASES"))
                .body("items[0].openCases", equalTo(1));
        office.putDuty("G-2", "G-b", "510401");
        office.coordinator().get("/v1/routing/gaps").then().body("items", empty());
        change(office, "/v1/leaders/G-b", absent("G-b", today().plusDays(1), "G-a"))
                .statusCode(200);
        change(office, "/v1/leaders/G-a", absent("G-a", today().plusDays(1), "nobody"))
                .statusCode(422)
                .body("violations[0].message", containsString("自 " + today().plusDays(1)));
    }

    private static Map<String, Object> absent(String id, LocalDate day, String substitute) {
        return Map.of(
                "name",
                "虚构" + id,
                "rank",
                "COUNTY",
                "regionCode",
                "510400",
                "absences",
                List.of(Map.of("from", day.toString(), "to", day.toString(), "substituteId", substitute)));
    }

    @Test
    void aListStillToBeFixedWhereRoundsAreHeldIsNotLeftWithNobody() {
        var office = new Office("510500");
        office.putLeader("H-a", "COUNTY");
        office.putDuty("H-1", "H-a", "510500");
        office.round(today().toString().substring(0, 7), "510500").statusCode(201);
        var ended = Office.duty("H-a", "510500", "to", today().toString());
        change(office, "/v1/duties/H-1", ended)
                .statusCode(422)
                .body("violations", hasSize(3))
                .body("violations.message", everyItem(containsString("届时须交办当月清单")));
    }

    /** Each of the two ends would be harmless beside what the other found. */
    @Test
    void ofTwoWhoEachRelyOnTheOthersDutyOneIsRefused() throws Exception {
        var office = new Office("510700");
        office.putLeader("P-a", "COUNTY");
        office.putLeader("P-b", "COUNTY");
        office.flag("510701", "2022-03-01", "COURT_OPINION");
        for (var round = 0; round < 5; round++) {
            var first = round;
            office.putDuty("P-1" + round, "P-a", "510700");
            office.putDuty("P-2" + round, "P-b", "510700");
            for (var old = 0; old < round; old++) {
                end(office, "P-1" + old, "P-a");
                end(office, "P-2" + old, "P-b");
            }
            var answers = together(2, i -> () -> end(office, "P-" + (i + 1) + first, i == 0 ? "P-a" : "P-b"));
            assertEquals(List.of(200, 422), answers.stream().sorted().toList(), "round " + round);
        }
    }

    private int end(Office office, String duty, String leader) {
        var body = Office.duty(leader, "510700", "to", today().minusDays(1).toString());
        return change(office, "/v1/duties/" + duty, body).extract().statusCode();
    }
}

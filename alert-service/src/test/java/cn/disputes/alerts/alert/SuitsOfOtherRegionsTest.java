package cn.disputes.alerts.alert;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.number;
import static cn.disputes.alerts.Courts.suit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Courts;
import cn.disputes.alerts.Office;
import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A court speaks of the suits of its region, whatever region it says a suit is of. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SuitsOfOtherRegionsTest {
    private static final String OURS = "330702";

    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private final Office office = new Office("330700");
    private final String source = "别处-" + UUID.randomUUID();

    /** A suit of another county, as the register knows it. */
    private String registered() {
        Courts.Suit theirs = suit().region("330782");
        jdbi.useTransaction(h -> follower.applyAll(h, List.of(theirs.event())));
        return theirs.number();
    }

    private static RequestSpecification ourCourt() {
        return as("court-liaison", OURS, "婺城法院");
    }

    private Map<String, Object> claimed(String number, String day) {
        var row = alert(source, UUID.randomUUID().toString(), number, day, "COURT_OPINION");
        row.put("regionCode", OURS);
        return row;
    }

    @Test
    void theCaseOfAnotherCountysSuitIsNeitherScoredNorOpenedAgainNorShown() {
        var number = registered();
        var id = court().body(alert(source, "theirs", number, "2021-05-01", "GROUP_CASE"))
                .post("/v1/alerts")
                .<String>path("riskCaseId");
        office.act(office.coordinator(), id, Map.of("type", "WON", "on", "2021-06-01"))
                .statusCode(201);
        var before = office.risk(id).getMap("");
        ourCourt()
                .body(claimed(number, "2021-06-10"))
                .post("/v1/alerts")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("regionCode"))
                .body("violations[0].message", containsString("协调员"))
                .body("riskCaseId", nullValue());
        ourCourt()
                .header("Accept-Language", "en")
                .body(Map.of("items", List.of(claimed(number, "2021-06-10"), claimed(number(), "2021-06-10"))))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of("REJECTED", "CREATED")))
                .body("items[0].violations.field", equalTo(List.of("regionCode")))
                .body("items[0].violations[0].message", containsString("coordinator"))
                .body("items[0].riskCaseId", nullValue());
        assertEquals(before, office.risk(id).getMap(""));
        assertEquals(List.of("WON"), office.history(id).getList("items.type"));
    }

    @Test
    void aSuitThatTheRegisterKnowsNeedsNoCaseToBeAnothers() {
        var number = registered();
        ourCourt().body(claimed(number, "2021-06-10")).post("/v1/alerts").then().statusCode(404);
        var stated = alert(source, "true", number, "2021-06-10", "GROUP_CASE");
        ourCourt().body(stated).post("/v1/alerts").then().statusCode(404);
        as("court-liaison", "330782", "义乌法院")
                .body(stated)
                .post("/v1/alerts")
                .then()
                .statusCode(201);
    }

    /** What a court said before the register knew better is not a window into the case afterwards. */
    @Test
    void whoeverWasTakenAtItsWordIsHeardNoMoreOnceTheRegisterKnowsTheRegion() {
        var theirs = suit().region("330782");
        var said = claimed(theirs.number(), "2021-06-10");
        ourCourt().body(said).post("/v1/alerts").then().statusCode(201);
        jdbi.useTransaction(h -> follower.applyAll(h, List.of(theirs.event())));
        ourCourt().body(said).post("/v1/alerts").then().statusCode(404).body("score", nullValue());
        said.put("note", "改");
        ourCourt().body(said).post("/v1/alerts").then().statusCode(404);
    }

    /** Until the register knows, a wrong number somewhere else keeps no court from being heard. */
    @Test
    void whoeverSpokeFirstOfASuitShutsNobodyOut() {
        var number = number();
        var id = ourCourt()
                .body(claimed(number, "2021-06-10"))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .body("level", notNullValue())
                .extract()
                .<String>path("riskCaseId");
        var stated = alert(source, "true", number, "2021-06-11", "GROUP_CASE");
        stated.put("regionCode", "330782");
        as("court-liaison", "330782", "义乌法院")
                .body(stated)
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .body("riskCaseId", equalTo(id))
                .body("level", nullValue())
                .body("score", nullValue());
    }

    @Test
    void aCourtOfTheCitySpeaksOfEveryCountyAndTheSuitsCountySeesIt() {
        var number = registered();
        var id = court().body(claimed(number, "2021-06-10"))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var region : List.of("330782", OURS)) {
            var coordinator = as("coordinator", region, "K");
            coordinator.get("/v1/alerts?source=" + source).then().body("items.id", equalTo(List.of(id)));
            as("coordinator", region, "K")
                    .get("/v1/alerts/" + id + "/revisions")
                    .then()
                    .statusCode(200);
        }
        as("coordinator", "330726", "K")
                .get("/v1/alerts?source=" + source)
                .then()
                .body("items", hasSize(0));
        as("coordinator", "330726", "K")
                .get("/v1/alerts/" + id + "/revisions")
                .then()
                .statusCode(404);
    }
}

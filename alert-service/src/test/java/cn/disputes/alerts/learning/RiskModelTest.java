package cn.disputes.alerts.learning;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.suit;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RiskModelTest {
    private static final String REGION = "330781";

    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private static io.restassured.specification.RequestSpecification county() {
        return as("coordinator", REGION, "兰溪协调员");
    }

    /** Six hundred judged suits: COERCION loses two of three, PENALTY one of ten. */
    private void history() {
        var random = new Random(7);
        var events = new ArrayList<CaseEvent>();
        for (var i = 0; i < 600; i++) {
            var coercion = random.nextInt(3) == 0;
            var lost = random.nextDouble() < (coercion ? 0.66 : 0.1);
            var filed = LocalDate.of(2015, 1, 1).plusDays(i);
            events.add(suit().region(REGION)
                    .about(coercion ? ActType.COERCION : ActType.PENALTY, Domain.OTHER)
                    .filed(filed.toString())
                    .ended(
                            filed.plusDays(90).toString(),
                            lost ? LitigationOutcome.REVOKED : LitigationOutcome.CLAIM_REJECTED)
                    .event());
        }
        jdbi.useTransaction(h -> follower.applyAll(h, events));
    }

    private static String train() {
        return county().body(Map.of("from", "2015-01-01", "to", "2016-12-31"))
                .post("/v1/risk-models")
                .then()
                .statusCode(201)
                .body("active", equalTo(false))
                .body("opinion.suits.trained", equalTo(360))
                .body("opinion.reliability.suits", equalTo(120))
                .extract()
                .path("id");
    }

    @Test
    void learnsIsTriedAndStandsBesideTheRulesOnlyWhenTold() throws Exception {
        county().body(Map.of("from", "2015-01-01", "to", "2015-01-31"))
                .post("/v1/risk-models")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-few-suits"));
        history();
        var id = train();
        county().get("/v1/risk-models/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("opinion.regression.coefficients.ACT_COERCION", greaterThan(0f));
        county().body(Map.of("from", "2015-01-01", "to", "2016-12-31"))
                .post("/v1/risk-models/" + id + "/backtest")
                .then()
                .statusCode(200)
                .body("inSample", equalTo(true))
                .body("figures.suits", equalTo(600))
                .body("figures.levels.find { it.level == 'RED' }.lift", greaterThan(1.5f));
        as("coordinator", "330702", "x").get("/v1/risk-models/" + id).then().statusCode(404);

        var open = suit().region(REGION).about(ActType.COERCION, Domain.OTHER).filed("2021-03-01");
        jdbi.useTransaction(h -> follower.apply(h, open.event()));
        var alert = alert("model", "m", open.number(), "2021-05-01", "GROUP_CASE");
        alert.put("regionCode", REGION);
        var risk = court().body(alert)
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("riskCaseId");
        var level = coordinator().get("/v1/risk-cases/" + risk).jsonPath().getString("level");
        coordinator()
                .get("/v1/risk-cases/" + risk + "/opinions")
                .then()
                .statusCode(200)
                .body("model", nullValue())
                .body("level", equalTo(level))
                .body("courts.highRisk", equalTo(false));

        county().body(Map.of("active", true))
                .post("/v1/risk-models/" + id + "/activation")
                .then()
                .statusCode(428);
        var answers = together(6, () -> county().header("If-Match", "\"v1\"")
                .body(Map.of("active", true))
                .post("/v1/risk-models/" + id + "/activation")
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 412).count(), answers.toString());
        var seen = coordinator()
                .get("/v1/risk-cases/" + risk + "/opinions")
                .then()
                .statusCode(200)
                .body("model.id", equalTo(id))
                .body("level", equalTo(level))
                .body("model.contributions.feature", org.hamcrest.Matchers.hasItem("ACT_COERCION"))
                .extract()
                .jsonPath();
        assertTrue(seen.getDouble("model.probability") > 0.4, seen.prettify());
        assertEquals(
                level, coordinator().get("/v1/risk-cases/" + risk).jsonPath().getString("level"));
        as("coordinator", "330702", "x")
                .get("/v1/risk-cases/" + risk + "/opinions")
                .then()
                .statusCode(404);
        as("leader", REGION, "L-somebody")
                .get("/v1/risk-cases/" + risk + "/opinions")
                .then()
                .statusCode(404);
    }

    /** Two models of a region turned on at one instant: in the end one of them is. */
    @Test
    void ofModelsTurnedOnAtOnceOneIsActive() throws Exception {
        if (jdbi.withHandle(h -> h.createQuery(
                                "SELECT count(*) FROM litigation WHERE region_code = ? AND concluded_on < '2017-01-01'")
                        .bind(0, REGION)
                        .mapTo(Integer.class)
                        .one())
                == 0) history();
        var ids = List.of(train(), train());
        together(
                8,
                i -> () -> county().header("If-Match", "*")
                        .body(Map.of("active", true))
                        .post("/v1/risk-models/" + ids.get(i % 2) + "/activation")
                        .then()
                        .statusCode(200)
                        .extract()
                        .statusCode());
        county().get("/v1/risk-models?limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.active }.size()", equalTo(1));
    }

    @Test
    void refusesThresholdsOutOfOrder() {
        county().body(Map.of("from", "2015-01-01", "to", "2016-12-31", "red", 0.2))
                .post("/v1/risk-models")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("orange"));
    }
}

package cn.disputes.alerts.backtest;

import static cn.disputes.alerts.Courts.agency;
import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.suit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BacktestTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    private void tell(CaseEvent... events) {
        jdbi.useTransaction(h -> follower.applyAll(h, List.of(events)));
    }

    /** Nothing weighs but what is given here. */
    private static Map<String, Object> rules(Map<String, Integer> register) {
        return Map.of(
                "red",
                70,
                "orange",
                45,
                "yellow",
                25,
                "reasons",
                Map.of("EVIDENCE_GAP", 30),
                "domains",
                Map.of(),
                "actTypes",
                Map.of("COERCION", 30),
                "register",
                register);
    }

    private static Map<String, Object> asked(String region, String from, String to, Map<String, Object> rules) {
        return Map.of("from", from, "to", to, "regionCode", region, "rules", rules);
    }

    @Test
    void neitherTheOutcomeNorAnythingLaterIsKnownToTheRules() {
        var bureau = agency();
        var rules = rules(Map.of("SIMILAR_CASE_LOST", 40, "HEAD_ABSENT", 40, "DEFENCE_OVERDUE", 40, "GROUP_CASE", 40));
        // lost on the same day as another of the agency: neither can have known of the other
        var one = suit().region("330727")
                .by(bureau, "局")
                .about(ActType.PENALTY, Domain.OTHER)
                .filed("2018-01-01")
                .ended("2018-06-01", LitigationOutcome.REVOKED);
        var two = suit().region("330727")
                .by(bureau, "局")
                .about(ActType.PENALTY, Domain.OTHER)
                .filed("2018-01-02")
                .ended("2018-06-01", LitigationOutcome.REVOKED);
        // its hearing without the head, and its term for the defence, lie on or after the judgment
        var late = suit().region("330727")
                .by(agency(), "局")
                .filed("2018-01-03")
                .heard("2018-06-02", HeadAttendance.ABSENT)
                .defence("2018-06-02", null)
                .ended("2018-06-02", LitigationOutcome.CLAIM_REJECTED);
        // filed later: knows both losses
        var next = suit().region("330727")
                .by(bureau, "局")
                .about(ActType.PENALTY, Domain.OTHER)
                .filed("2018-07-01")
                .ended("2018-09-01", LitigationOutcome.REVOKED);
        // filed before the losses, judged after them: knows from the day they were judged
        var meanwhile = suit().region("330727")
                .by(bureau, "局")
                .about(ActType.PENALTY, Domain.OTHER)
                .filed("2018-05-01")
                .ended("2018-08-31", LitigationOutcome.CLAIM_REJECTED);
        var settled = suit().region("330727")
                .by(bureau, "局")
                .about(ActType.PENALTY, Domain.OTHER)
                .filed("2018-07-01")
                .ended("2018-09-02", LitigationOutcome.WITHDRAWN);
        tell(one.event(), two.event(), late.event(), next.event(), meanwhile.event(), settled.event());
        // an alert of the day of the judgment, and one whose telling revision came only now
        court().body(region(alert("leak", "1", one.number(), "2018-06-01", "EVIDENCE_GAP")))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        var vague = region(alert("leak", "2", two.number(), "2018-03-01", "GROUP_CASE"));
        court().body(vague).post("/v1/alerts").then().statusCode(201);
        vague.put("riskReasons", List.of("GROUP_CASE", "COURT_OPINION"));
        court().body(vague).post("/v1/alerts").then().statusCode(200);
        coordinator()
                .body(asked("330727", "2018-01-01", "2018-12-31", rules))
                .post("/v1/risk-rules/backtest")
                .then()
                .statusCode(200)
                .body("figures.suits", equalTo(5))
                .body("figures.lost", equalTo(3))
                .body(
                        "cases.items.caseNumber",
                        equalTo(List.of(one.number(), two.number(), late.number(), meanwhile.number(), next.number())))
                .body("cases.items[0].level", nullValue())
                .body("cases.items[1].level", equalTo("YELLOW"))
                .body("cases.items[1].flaggedOn", equalTo("2018-03-01"))
                .body("cases.items[2].level", nullValue())
                .body("cases.items[3].flaggedOn", equalTo("2018-06-01"))
                .body("cases.items[4].flaggedOn", equalTo("2018-07-01"))
                .body("cases.items[4].leadDays", equalTo(62))
                .body("figures.levels.find { it.level == 'YELLOW' }.truePositives", equalTo(2))
                .body("figures.levels.find { it.level == 'YELLOW' }.falsePositives", equalTo(1))
                .body("figures.levels.find { it.level == 'YELLOW' }.medianLeadDays", equalTo(77.0f))
                .body("figures.levels.find { it.level == 'RED' }.truePositives", equalTo(0))
                .body("figures.levels.find { it.level == 'RED' }.precision", nullValue());
        // alerts of judged suits close with them; their score is of no use to the next test
    }

    private static Map<String, Object> region(Map<String, Object> alert) {
        var other = new HashMap<>(alert);
        other.put("regionCode", "330727");
        return other;
    }

    @Test
    void pagesTheSuitsAndGivesTheFiguresOnce() {
        for (var i = 1; i <= 5; i++)
            tell(suit().region("330726")
                    .about(ActType.COERCION, Domain.OTHER)
                    .filed("2017-01-01")
                    .ended("2017-06-0" + i, i < 3 ? LitigationOutcome.REVOKED : LitigationOutcome.CLAIM_REJECTED)
                    .event());
        var request = asked("330726", "2017-01-01", "2017-12-31", rules(Map.of()));
        var first = coordinator()
                .body(request)
                .post("/v1/risk-rules/backtest?limit=3")
                .then()
                .statusCode(200)
                .body("cases.items", hasSize(3))
                .body("figures.levels.find { it.level == 'YELLOW' }.precision", equalTo(0.4f))
                .body("figures.levels.find { it.level == 'YELLOW' }.lift", equalTo(1.0f))
                .extract()
                .jsonPath();
        coordinator()
                .body(request)
                .post("/v1/risk-rules/backtest?limit=3&cursor=" + first.getString("cases.next"))
                .then()
                .statusCode(200)
                .body("cases.items", hasSize(2))
                .body("cases.next", nullValue())
                .body("figures", nullValue());
        as("coordinator", "330702", "x")
                .body(request)
                .post("/v1/risk-rules/backtest")
                .then()
                .statusCode(404);
        coordinator()
                .body(Map.of("from", "2017-01-01", "to", "2016-01-01"))
                .post("/v1/risk-rules/backtest")
                .then()
                .statusCode(400);
        coordinator()
                .body(Map.of("from", "2017-01-01", "to", "2017-12-31", "version", 1, "regionCode", "330726"))
                .post("/v1/risk-rules/backtest")
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(1))
                .body("figures.suits", equalTo(5));
        coordinator()
                .body(Map.of("from", "2017-01-01", "to", "2017-12-31", "version", 999))
                .post("/v1/risk-rules/backtest")
                .then()
                .statusCode(422);
    }

    @Test
    void tellsWhichOpenSuitsOtherRulesWouldMove() {
        var up = suit().region("330723").about(ActType.COERCION, Domain.OTHER).filed("2021-03-01");
        var still = suit().region("330723").about(ActType.OTHER, Domain.OTHER).filed("2021-03-01");
        tell(up.event(), still.event());
        var seen = coordinator()
                .body(Map.of("rules", rules(Map.of()), "regionCode", "330723"))
                .post("/v1/risk-rules/what-if")
                .then()
                .statusCode(200)
                .body("cases.items.litigationCaseNumber", hasItem(up.number()))
                .body("cases.items.litigationCaseNumber", not(hasItem(still.number())))
                .body("cases.items[0].from", equalTo("NONE"))
                .body("cases.items[0].to", equalTo("YELLOW"))
                .body("cases.items[0].pointsTo", equalTo(30))
                .extract()
                .jsonPath();
        assertEquals(
                seen.getInt("moves.suits.sum()"), seen.getList("cases.items").size());
        coordinator()
                .body(Map.of("regionCode", "330723"))
                .post("/v1/risk-rules/what-if")
                .then()
                .statusCode(200)
                .body("cases.items", hasSize(0));
    }
}

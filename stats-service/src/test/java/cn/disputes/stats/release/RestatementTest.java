package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RestatementTest {
    @Inject
    Jdbi jdbi;

    private List<Cases> cases;

    @BeforeEach
    void year() {
        Told.empty(jdbi);
        cases = SmallYear.cases();
        Cases.apply(jdbi, cases);
    }

    /** The registers learn of it after the sealing. */
    private static String afterwards() {
        return Instant.now().plus(Duration.ofMinutes(1)).toString();
    }

    private Cases named(String number) {
        return cases.stream()
                .filter(one -> number.equals(caseNumber(one)))
                .findFirst()
                .orElseThrow();
    }

    private static String caseNumber(Cases one) {
        return one.event() instanceof LitigationEvent suit
                ? suit.caseNumber()
                : ((ReconsiderationEvent) one.event()).caseNumber();
    }

    private static JsonPath restated(String id, String query) {
        return as("statistician")
                .get("/v1/releases/" + id + "/restatement?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void nothingChangedIsNothingRestated() {
        var answer = restated(SmallYear.sealed(), "");
        assertEquals(0, answer.getInt("caseCount"));
        assertEquals(List.of(), answer.getList("figures"));
    }

    @Test
    void eachCaseSaysWhatChangedAndWhatItDid() {
        var id = SmallYear.sealed();
        Cases.apply(
                jdbi,
                named("L1").later(2, afterwards()).with("outcome", "REVOKED"),
                named("L2").later(2, afterwards()).with("concludedOn", "2023-01-10"),
                Cases.suit("NEW", "2022-11-01")
                        .concluded("2022-12-01", "CLAIM_REJECTED")
                        .with("recordedAt", afterwards()));
        var answer = restated(id, "&indicators=LOSS_RATE");
        var line = "figures[0].";
        assertEquals("2022-01", answer.getString(line + "from"));
        assertEquals(2, answer.getInt(line + "sealed.numerator"));
        assertEquals(3, answer.getInt(line + "now.numerator"));
        assertEquals(1, answer.getInt(line + "numerator.difference"));
        assertEquals(1, answer.getInt(line + "denominator.entered"));
        assertEquals(1, answer.getInt(line + "denominator.left"));
        assertEquals(0, answer.getInt(line + "denominator.difference"));
        var changed = "cases.find { it.caseNumber == 'L1' }.";
        assertEquals("CHANGED", answer.getString(changed + "why"));
        assertEquals("结果", answer.getString(changed + "changes[0].name"));
        assertEquals("CLAIM_REJECTED", answer.getString(changed + "changes[0].before"));
        assertEquals("REVOKED", answer.getString(changed + "changes[0].after"));
        assertEquals("ENTERED", answer.getString(changed + "effects[0].direction"));
        assertEquals("2023-01-10", answer.getString("cases.find { it.caseNumber == 'L2' }.changes[0].after"));
        assertEquals("NEW", answer.getString("cases.find { it.caseNumber == 'NEW' }.why"));
        assertEquals(3, answer.getInt("caseCount"));
    }

    @Test
    void aCaseThatAnotherMovedNamesTheOther() {
        var id = SmallYear.sealed();
        Cases.apply(
                jdbi,
                Cases.suit("AFTER", "2023-02-01")
                        .with("reconsiderationCaseNumber", "R3")
                        .with("recordedAt", afterwards()));
        as("statistician")
                .get("/v1/releases/" + id + "/restatement?indicators=DISPUTE_SETTLED_RATE")
                .then()
                .body("figures[0].numerator.left", equalTo(1))
                .body("cases", hasSize(1))
                .body("cases[0].caseNumber", equalTo("R3"))
                .body("cases[0].why", equalTo("RELATED"))
                .body("cases[0].because.caseNumber", hasItem("AFTER"));
    }

    @Test
    void aCountyThatLosesItsCleanSheetIsNamed() {
        var id = SmallYear.sealed();
        Cases.apply(
                jdbi,
                Cases.suit("LATE", "2022-02-01")
                        .region("330784")
                        .with("reconsiderationCaseNumber", "R3")
                        .concluded("2022-08-01", "REVOKED")
                        .with("recordedAt", afterwards()));
        as("statistician")
                .get("/v1/releases/" + id + "/restatement?indicators=ZERO_LOSS_COUNTIES")
                .then()
                .body("figures[0].sealed.value", equalTo(9))
                .body("figures[0].now.value", equalTo(8))
                .body("figures[0].counties[0].regionCode", equalTo("330784"))
                .body("figures[0].counties[0].lossesNow", equalTo(1));
    }

    /** Whatever changes at random, the cases listed add up exactly to the difference of every figure. */
    @Test
    void casesAddUpToTheDifference() {
        for (var seed = 0; seed < 4; seed++) {
            year();
            var id = SmallYear.sealed();
            Cases.apply(jdbi, changes(new Random(seed)));
            var answer = restated(id, "");
            var sums = new HashMap<String, Integer>();
            List<Map<String, Object>> moved = answer.getList("cases");
            assertEquals(answer.getInt("caseCount"), moved.size());
            for (var one : moved) {
                for (var effect : effects(one)) {
                    var key = effect.get("indicator") + " " + effect.get("from") + " " + effect.get("set");
                    sums.merge(key, effect.get("direction").equals("ENTERED") ? 1 : -1, Integer::sum);
                }
            }
            List<Map<String, Object>> lines = answer.getList("figures");
            assertTrue(lines.size() > 10, "many figures moved");
            for (var line : lines) {
                var key = line.get("indicator") + " " + line.get("from") + " ";
                assertEquals(difference(line, "numerator"), sums.getOrDefault(key + "NUMERATOR", 0), key);
                assertEquals(published(line, "now") - published(line, "sealed"), difference(line, "numerator"), key);
                if (line.get("denominator") == null) continue;
                assertEquals(difference(line, "denominator"), sums.getOrDefault(key + "DENOMINATOR", 0), key);
            }
        }
    }

    private List<Cases> changes(Random random) {
        var changes = new ArrayList<Cases>();
        for (var one : cases) {
            if (random.nextInt(3) > 0) continue;
            var suit = one.event() instanceof LitigationEvent;
            var later = one.later(2, afterwards());
            switch (random.nextInt(4)) {
                case 0 -> later.with("outcome", suit ? "REVOKED" : "MEDIATED");
                case 1 -> later.with("concludedOn", "2023-03-01");
                case 2 -> later.with("outcome", suit ? "WITHDRAWN" : "REFUSED");
                default -> later.region("330781");
            }
            changes.add(later);
        }
        for (var i = 0; i < 5; i++)
            changes.add(Cases.suit("N" + i, "2022-06-01")
                    .with("reconsiderationCaseNumber", "R" + i)
                    .concluded("2022-07-0" + (i + 1), i % 2 == 0 ? "REVOKED" : "CLAIM_REJECTED")
                    .with("recordedAt", afterwards()));
        return changes;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> effects(Map<String, Object> moved) {
        return (List<Map<String, String>>) moved.get("effects");
    }

    private static int difference(Map<String, Object> line, String set) {
        return (int) ((Map<?, ?>) line.get(set)).get("difference");
    }

    /** What the figure itself says; a figure of counties says nothing of its rows. */
    private static int published(Map<String, Object> line, String when) {
        var value = (Map<?, ?>) line.get(when);
        if (line.get("counties") != null) {
            var moves = (Map<?, ?>) line.get("numerator");
            return (int) moves.get(when.equals("now") ? "now" : "sealed");
        }
        return (int) (value.get("numerator") == null ? value.get("value") : value.get("numerator"));
    }
}

package cn.disputes.stats.figures;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import cn.disputes.stats.facts.FactStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions of one definition at once, and case by case what lies between them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MovesTest {
    @Inject
    Jdbi jdbi;

    private static RequestSpecification statistician() {
        return given().auth().oauth2(token("statistician").region("330700").sign());
    }

    @Test
    void theCasesThatMoveAreTheDifferenceOfTheFigures() {
        Told.empty(jdbi);
        var events = new ArrayList<CaseEvent>();
        for (var seed = 300; seed < 340; seed++) events.addAll(Histories.of(seed));
        jdbi.useTransaction(h -> new FactStore(FactStore.FACT).applyAll(h, events));
        var figures = statistician()
                .get("/v1/statistics?indicators=DISPUTE_SETTLED_RATE,DISPUTE_SETTLED_RATE@2&from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var moves = new ArrayList<Map<String, String>>();
        String cursor = "";
        while (cursor != null) {
            var page = statistician()
                    .get("/v1/indicators/DISPUTE_SETTLED_RATE/moves?from=2022-01&to=2022-12&limit=2&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            moves.addAll(page.getList("items"));
            cursor = page.getString("next");
        }
        assertTrue(moves.size() > 2);
        for (var move : moves) {
            assertEquals("EXCLUDED", move.get("becomes"));
            assertEquals("未受理（不予受理、视为放弃、告知移送）", move.get("reason"));
        }
        for (var number : List.of("numerator", "denominator")) {
            var difference = figures.getInt("rows[0].values.DISPUTE_SETTLED_RATE." + number)
                    - figures.getInt("rows[0].values.'DISPUTE_SETTLED_RATE@2'." + number);
            assertEquals(
                    difference,
                    moves.stream()
                            .filter(m ->
                                    number.equals("denominator") || m.get("was").equals("NUMERATOR"))
                            .count());
        }
        var known = events.stream().map(e -> e.id().toString()).toList();
        moves.forEach(move -> assertTrue(known.contains(move.get("id"))));
    }

    @Test
    void listsTheVersionsAndWhichIsInForce() {
        statistician()
                .get("/v1/indicators/DISPUTE_SETTLED_RATE/versions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].code", equalTo("DISPUTE_SETTLED_RATE"))
                .body("items[1].code", equalTo("DISPUTE_SETTLED_RATE@2"))
                .body("items[1].trial", equalTo(true))
                .body("items[1].excluded[0].reason", equalTo("未受理（不予受理、视为放弃、告知移送）"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISPUTE_SETTLED_RATE/moves?from=2022-01&to=2022-12&newer=7",
                "DISPUTE_SETTLED_RATE/moves?from=2022-13&to=2022-12",
                "DISPUTE_SETTLED_RATE/moves?from=2022-01&to=2022-12&cursor=Zm9yZ2Vk",
                "RECONSIDERATION_LITIGATION_RATIO/moves?from=2022-01&to=2022-12"
            })
    void refusesWhatItCannotRead(String path) {
        statistician().get("/v1/indicators/" + path).then().statusCode(400).body("violations", hasSize(1));
    }

    @Test
    void knowsNoOtherIndicator() {
        for (var path : List.of("moves?from=2022-01&to=2022-12", "versions"))
            statistician().get("/v1/indicators/NO_SUCH/" + path).then().statusCode(404);
    }
}

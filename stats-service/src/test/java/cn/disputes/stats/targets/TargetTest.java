package cn.disputes.stats.targets;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TargetTest {
    @Inject
    Jdbi jdbi;

    private static Response put(String indicator, String region, String ifMatch, String body) {
        var request = as("statistician").contentType(ContentType.JSON).body(body);
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.put("/v1/targets/" + indicator + "?regionCode=" + region);
    }

    @Test
    void everyVersionIsKept() {
        as("leader")
                .get("/v1/targets/ON_TIME_RATE?regionCode=330723")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("value", nullValue())
                .body("versions", hasSize(0));
        put("ON_TIME_RATE", "330723", null, "{\"value\":0.95,\"validFrom\":\"2022-01\",\"note\":\"年度目标\"}")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .body("value", equalTo(0.95f))
                .body("heldBy", equalTo("330723"));
        put("ON_TIME_RATE", "330723", null, "{\"value\":0.97,\"validFrom\":\"2023-01\"}")
                .then()
                .statusCode(428);
        put("ON_TIME_RATE", "330723", "\"v9\"", "{\"value\":0.97,\"validFrom\":\"2023-01\"}")
                .then()
                .statusCode(412);
        put("ON_TIME_RATE", "330723", "\"v1\"", "{\"value\":0.97,\"validFrom\":\"2023-01\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("versions.value", contains(0.97f, 0.95f));
        // the same once more is no change
        put("ON_TIME_RATE", "330723", null, "{\"value\":0.97,\"validFrom\":\"2023-01\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void whereARegionHasNoneThatOfTheRegionAboveHolds() {
        put("RECTIFICATION_RATE", "330700", null, "{\"value\":0.9,\"validFrom\":\"2022-01\"}");
        as("dashboard")
                .get("/v1/targets/RECTIFICATION_RATE?regionCode=330726")
                .then()
                .body("value", equalTo(0.9f))
                .body("heldBy", equalTo("330700"))
                .body("version", equalTo(0));
        put("RECTIFICATION_RATE", "330726", null, "{\"value\":0.5,\"validFrom\":\"2022-01\"}")
                .then()
                .body("heldBy", equalTo("330726"));
        put("RECTIFICATION_RATE", "330726", "\"v1\"", "{\"validFrom\":\"2022-02\"}")
                .then()
                .statusCode(200)
                .body("heldBy", equalTo("330700"));
        // not yet in force
        put("RECTIFICATION_RATE", "330726", "\"v2\"", "{\"value\":0.1,\"validFrom\":\"2999-01\"}")
                .then()
                .body("value", equalTo(0.9f));
    }

    @Test
    void ofManyAtOnceOneIsSet() throws Exception {
        var statuses = Together.together(
                8,
                i -> () -> put("LOSS_RATE:JUDGED", "330727", null, "{\"value\":0.0" + i + ",\"validFrom\":\"2022-01\"}")
                        .statusCode());
        assertEquals(1, statuses.stream().filter(s -> s == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(s -> s == 428).count(), statuses.toString());
        var changed = Together.together(
                8,
                i -> () -> put(
                                "LOSS_RATE:JUDGED",
                                "330727",
                                "\"v1\"",
                                "{\"value\":0.5" + i + ",\"validFrom\":\"2022-01\"}")
                        .statusCode());
        assertEquals(1, changed.stream().filter(s -> s == 200).count(), changed.toString());
        assertEquals(7, changed.stream().filter(s -> s == 412).count(), changed.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":1.5,\"validFrom\":\"2022-01\"}",
                "{\"value\":-0.1,\"validFrom\":\"2022-01\"}",
                "{\"value\":0.5}",
                "{\"value\":0.5,\"validFrom\":\"2022-13\"}",
                "{\"value\":\"0.5\",\"validFrom\":\"2022-01\"}",
                "{\"value\":1e-400,\"validFrom\":\"2022-01\"}",
                "{\"value\":0.5,\"validFrom\":\"2022-01\",\"more\":1}"
            })
    void refusesWhatIsNoTarget(String body) {
        put("LOSS_RATE", "330781", null, body).then().statusCode(400);
    }

    @Test
    void keepsToTheRegionAndTheRole() {
        as("statistician", "330702")
                .get("/v1/targets/LOSS_RATE?regionCode=330782")
                .then()
                .statusCode(404);
        as("statistician", "330702")
                .contentType(ContentType.JSON)
                .body("{\"value\":0.5,\"validFrom\":\"2022-01\"}")
                .put("/v1/targets/LOSS_RATE?regionCode=330700")
                .then()
                .statusCode(404);
        as("dashboard")
                .contentType(ContentType.JSON)
                .body("{\"value\":0.5,\"validFrom\":\"2022-01\"}")
                .put("/v1/targets/LOSS_RATE?regionCode=330700")
                .then()
                .statusCode(403);
        as("statistician").get("/v1/targets/NO_SUCH").then().statusCode(404);
    }

    @Test
    void nothingIsEverChangedOrDeleted() {
        put("LITIGATION_SETTLEMENT_RATE", "330784", null, "{\"value\":0.4,\"validFrom\":\"2022-01\"}");
        for (var sql : new String[] {"UPDATE target SET value = 1", "DELETE FROM target", "TRUNCATE target"})
            assertThrows(Exception.class, () -> jdbi.useHandle(h -> h.execute(sql)), sql);
    }
}

package cn.disputes.alerts.round;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OrderTest {
    private static Office office(String city, String... leaders) {
        var office = new Office(city);
        for (var i = 0; i < leaders.length; i++) {
            office.putLeader(leaders[i], "COUNTY");
            office.putDuty("D-" + leaders[i], leaders[i], city.substring(0, 5) + (i + 1));
        }
        return office;
    }

    private static String order(Office office, String month, String leader) {
        return office.coordinator()
                .get("/v1/orders?month=" + month + "&leaderId=" + leader)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    @Test
    void aLeaderSignsOnceWithDayAndPersonAndTheCasesAreAcknowledged() {
        var office = office("620100", "O-1", "O-2");
        var mine = office.flag("620101", "2022-05-02", "COURT_OPINION");
        var passedOn = office.flag("620101", "2022-05-02", "COURT_OPINION");
        var others = office.flag("620102", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "620100").statusCode(201);
        office.act(office.coordinator(), passedOn, Map.of("type", "REASSIGNED", "leaderId", "O-2"))
                .statusCode(201);
        var id = order(office, "2022-05", "O-1");
        var etag = office.leader("O-1")
                .get("/v1/orders/" + id)
                .then()
                .statusCode(200)
                .body("receipt", nullValue())
                .body("cases.riskCaseId", equalTo(List.of(mine, passedOn)))
                .extract()
                .header("ETag");
        office.leader("O-2").get("/v1/orders/" + id).then().statusCode(404);
        office.leader("O-2")
                .body(Map.of())
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(404);
        office.coordinator()
                .body(Map.of())
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(403);
        office.leader("O-1")
                .body(Map.of("on", "2022-04-30"))
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("on"));
        office.leader("O-1")
                .header("If-Match", "\"v9\"")
                .body(Map.of())
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(412);
        office.leader("O-1")
                .header("If-Match", etag)
                .body(Map.of("on", "2022-05-07", "by", "虚构办公室"))
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v2\""))
                .body("receipt.on", equalTo("2022-05-07"))
                .body("receipt.by", equalTo("虚构办公室"));
        office.leader("O-1")
                .body(Map.of())
                .post("/v1/orders/" + id + "/receipt")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-signed"))
                .body("title", containsString("2022-05-07"));
        assertEquals("ACKNOWLEDGED", office.risk(mine).getString("state"));
        assertEquals("ASSIGNED", office.risk(passedOn).getString("state"));
        assertEquals("ASSIGNED", office.risk(others).getString("state"));
        assertEquals("2022-05-07", office.history(mine).getString("items[0].on"));
        assertEquals(List.of("ACKNOWLEDGED"), office.history(mine).getList("items.type"));
        office.coordinator()
                .get("/v1/assignment-rounds/2022-05")
                .then()
                .body("orders.find { it.leader.id == 'O-1' }.receipt.by", equalTo("虚构办公室"))
                .body("orders.find { it.leader.id == 'O-2' }.receipt", nullValue());
    }

    @Test
    void signedByManyAtOnceItIsSignedOnce() throws Exception {
        var office = office("620200", "P-1");
        var id = office.flag("620201", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "620200").statusCode(201);
        var order = order(office, "2022-05", "P-1");
        var version = office.risk(id).getInt("version");
        var answers = together(
                8,
                i -> () -> office.leader("P-1")
                        .body(Map.of("by", "第" + i))
                        .post("/v1/orders/" + order + "/receipt")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(version + 1, office.risk(id).getInt("version"));
        assertEquals(1, office.history(id).getList("items").size());
    }

    @Test
    void theSameReceiptWithItsKeyAnswersAgain() {
        var office = office("620300", "Q-1");
        office.flag("620301", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "620300").statusCode(201);
        var order = order(office, "2022-05", "Q-1");
        for (var i = 0; i < 2; i++) {
            office.leader("Q-1")
                    .header("Idempotency-Key", "k-1")
                    .body(Map.of("on", "2022-05-07"))
                    .post("/v1/orders/" + order + "/receipt")
                    .then()
                    .statusCode(201)
                    .header("ETag", equalTo("\"v2\""));
        }
    }

    @Test
    void aCountySeesItsCasesOfTheCitysOrdersAndNoOthers() {
        var office = new Office("620400");
        office.putLeader("R-1", "COUNTY");
        office.putDuty("D-R-1", "R-1", "620400");
        var here = office.flag("620401", "2022-05-02", "COURT_OPINION");
        var there = office.flag("620402", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "620400").statusCode(201);
        office.as("coordinator", "620401", "县协调员")
                .get("/v1/orders?month=2022-05")
                .then()
                .statusCode(200)
                .body("items.regionCode", equalTo(List.of("620400")))
                .body("items[0].cases.riskCaseId", equalTo(List.of(here)));
        office.as("coordinator", "620403", "县协调员").get("/v1/orders").then().body("items", empty());
        var id = order(office, "2022-05", "R-1");
        office.as("coordinator", "620403", "县协调员")
                .get("/v1/orders/" + id)
                .then()
                .statusCode(404);
        office.as("leader", "620401", "R-1")
                .get("/v1/orders/" + id)
                .then()
                .statusCode(200)
                .body("cases.riskCaseId", equalTo(List.of(here, there)));
        office.coordinator()
                .get("/v1/orders?regionCode=620402")
                .then()
                .body("items[0].cases.riskCaseId", equalTo(List.of(there)));
        office.coordinator().get("/v1/orders?regionCode=330700").then().statusCode(404);
        office.coordinator()
                .queryParam("format", "docx")
                .get("/v1/orders/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .contentType(containsString("wordprocessingml"));
    }

    @Test
    void listsTheLatestMonthsFirstPageByPage() {
        var office = office("620500", "S-1", "S-2");
        office.flag("620501", "2022-05-02", "COURT_OPINION");
        office.flag("620502", "2022-05-02", "COURT_OPINION");
        for (var month : List.of("2022-05", "2022-06", "2022-07"))
            office.round(month, "620500").statusCode(201);
        var first = office.coordinator().get("/v1/orders?limit=4").jsonPath();
        assertEquals(List.of("2022-07", "2022-07", "2022-06", "2022-06"), first.getList("items.month"));
        var rest = office.coordinator()
                .queryParam("limit", 4)
                .queryParam("cursor", first.getString("next"))
                .get("/v1/orders")
                .jsonPath();
        assertEquals(List.of("2022-05", "2022-05"), rest.getList("items.month"));
        office.leader("S-1").get("/v1/orders").then().body("items.leader.id", equalTo(List.of("S-1", "S-1", "S-1")));
        office.leader("S-1").get("/v1/orders?leaderId=S-2").then().body("items", empty());
        office.coordinator().get("/v1/orders?cursor=x").then().statusCode(400);
        office.coordinator().get("/v1/orders/nothing").then().statusCode(404);
    }
}

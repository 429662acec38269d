package cn.disputes.alerts;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The people of one pretended city and what they ask of the service; each test takes a city of its own. */
public final class Office {
    public static final String AGENCY = "11330700002592265Y";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    private final String city;

    public Office(String city) {
        this.city = city;
    }

    public RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    public RequestSpecification coordinator() {
        return as("coordinator", city, "协调员");
    }

    public RequestSpecification leader(String id) {
        return as("leader", city, id);
    }

    public static String number() {
        return "(2022)浙0702行初" + NUMBERS.incrementAndGet() + "号";
    }

    /** A suit flagged by a court's alert; its risk case. */
    public String flag(String region, String raisedOn, String... reasons) {
        return flagSuit(number(), region, raisedOn, reasons);
    }

    public String flagSuit(String number, String region, String raisedOn, String... reasons) {
        return as("court-liaison", city, "法院")
                .body(Map.of(
                        "source",
                        "court",
                        "sourceAlertId",
                        UUID.randomUUID().toString(),
                        "court",
                        "法院",
                        "litigationCaseNumber",
                        number,
                        "regionCode",
                        region,
                        "defendantCode",
                        AGENCY,
                        "defendantName",
                        "虚构局",
                        "riskReasons",
                        List.of(reasons),
                        "raisedOn",
                        raisedOn))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .path("riskCaseId");
    }

    public void putLeader(String id, String rank, Object... absence) {
        var body = new HashMap<String, Object>(Map.of("name", "虚构" + id, "rank", rank, "regionCode", city));
        if (absence.length > 0)
            body.put("absences", List.of(Map.of("from", absence[0], "to", absence[1], "substituteId", absence[2])));
        coordinator().body(body).put("/v1/leaders/" + id).then().statusCode(201);
    }

    public void putDuty(String id, String leader, String region, Object... more) {
        coordinator()
                .body(duty(leader, region, more))
                .put("/v1/duties/" + id)
                .then()
                .statusCode(201);
    }

    public static Map<String, Object> duty(String leader, String region, Object... more) {
        var body = new HashMap<String, Object>(Map.of("leaderId", leader, "regionCode", region, "from", "2020-01-01"));
        for (var i = 0; i < more.length; i += 2) body.put((String) more[i], more[i + 1]);
        return body;
    }

    public ValidatableResponse round(String month, String region) {
        return coordinator()
                .body(Map.of("month", month, "regionCode", region))
                .post("/v1/assignment-rounds")
                .then();
    }

    public JsonPath risk(String id) {
        return coordinator()
                .get("/v1/risk-cases/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public ValidatableResponse act(RequestSpecification who, String id, Map<String, Object> action) {
        return who.header("If-Match", "*")
                .body(action)
                .post("/v1/risk-cases/" + id + "/actions")
                .then();
    }

    public JsonPath history(String id) {
        return coordinator()
                .get("/v1/risk-cases/" + id + "/actions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

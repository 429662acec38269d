package cn.disputes.cases.litigation;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of suits over HTTP share; all of it is in one county. */
final class Suits {
    static final String SUITS = "/v1/litigations";
    static final String CASES = "/v1/reconsiderations";
    static final String REGION = "330726";
    static final String GOVERNMENT = "11330726726000018Q";
    static final String BUREAU = "11330726726000026K";
    static final String TOWN = "113307267260000429";
    private static final AtomicInteger NUMBER = new AtomicInteger(7000);

    private Suits() {}

    static RequestSpecification as(String name, String... roles) {
        return given().auth()
                .oauth2(token(roles).name(name).region(REGION).sign())
                .contentType("application/json");
    }

    static RequestSpecification officer() {
        return as("应诉经办人", "case-officer");
    }

    static void agencies() {
        for (var agency : Map.of(GOVERNMENT, "浦江县人民政府", BUREAU, "浦江县某局（虚构）", TOWN, "浦江县某镇人民政府（虚构）")
                .entrySet()) {
            var path = "/v1/agencies/" + agency.getKey();
            if (officer().get(path).statusCode() == 200) continue;
            officer()
                    .body(Map.of("name", agency.getValue(), "regionCode", REGION))
                    .put(path)
                    .then()
                    .statusCode(201);
        }
    }

    static String number(String type) {
        return "(2024)浙0726" + type + NUMBER.incrementAndGet() + "号";
    }

    static Map<String, Object> filing(String number, String instance) {
        return new HashMap<>(Map.of(
                "caseNumber",
                number,
                "court",
                "浦江县人民法院",
                "instance",
                instance,
                "regionCode",
                REGION,
                "plaintiffs",
                List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                "defendantCode",
                BUREAU,
                "domain",
                "OTHER",
                "actType",
                "PENALTY",
                "filedOn",
                "2024-03-01"));
    }

    static ValidatableResponse file(Map<String, Object> filing) {
        return officer().body(filing).post(SUITS).then();
    }

    static String filed(Map<String, Object> filing) {
        return file(filing).statusCode(201).extract().path("id");
    }

    static ValidatableResponse step(RequestSpecification as, String path, Map<String, Object> step) {
        return as.header("If-Match", officer().get(path).header("ETag"))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    static ValidatableResponse step(String id, Map<String, Object> step) {
        return step(officer(), SUITS + "/" + id, step);
    }

    /** A step of a suit by its type and day, and whatever else: name, value, name, value. */
    static ValidatableResponse step(String id, String type, String on, Object... fields) {
        var body = new HashMap<String, Object>(Map.of("type", type, "on", on));
        for (var i = 0; i < fields.length; i += 2) body.put((String) fields[i], fields[i + 1]);
        return step(id, body);
    }

    /** A reconsideration that is decided and served; the way the law asks for, with a second person's approval. */
    static Map<String, Object> decided(String respondent, String outcome, String served) {
        var body = Map.of(
                "regionCode", REGION,
                "receivedOn", "2024-01-10",
                "channel", "POST",
                "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                "respondentCode", respondent,
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）");
        var id = officer()
                .body(body)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = CASES + "/" + id;
        step(officer(), path, Map.of("type", "ACCEPTED", "on", "2024-01-11", "procedure", "ORDINARY"))
                .statusCode(201);
        step(officer(), path, Map.of("type", "COPY_SERVED", "on", "2024-01-12")).statusCode(201);
        step(officer(), path, Map.of("type", "REPLY_RECEIVED", "on", "2024-01-20"))
                .statusCode(201);
        step(officer(), path, Map.of("type", "OPINIONS_HEARD", "on", "2024-01-21"))
                .statusCode(201);
        var approval = step(officer(), path, Map.of("type", "DECIDED", "on", "2024-02-01", "outcome", outcome))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        as("审批人", "approver")
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200);
        if (served != null) {
            step(officer(), path, Map.of("type", "DECISION_SERVED", "on", served))
                    .statusCode(201);
        }
        return officer().get(path).jsonPath().getMap("$");
    }
}

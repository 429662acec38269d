package cn.disputes.cases.office;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Steps that the tests of an office share. */
public final class Office {
    public static final String CASES = "/v1/reconsiderations";
    public static final String SUITS = "/v1/litigations";
    private static int number;

    private Office() {}

    public static RequestSpecification as(String name, String region, String... roles) {
        return given().auth()
                .oauth2(token(roles).name(name).region(region).sign())
                .contentType("application/json");
    }

    public static RequestSpecification head(String region) {
        return as("处长", region, "approver");
    }

    public static void officer(String subject, String region, int capacity) {
        head(region)
                .body(Map.of("name", subject, "regionCode", region, "capacity", capacity))
                .put("/v1/officers/" + subject)
                .then()
                .statusCode(201);
    }

    public static ValidatableResponse registered(String region) {
        return as("收案", region, "case-officer")
                .body(Map.of(
                        "regionCode", region,
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201);
    }

    public static String received(String region) {
        return registered(region).extract().path("id");
    }

    public static synchronized String filed(String region) {
        return as("收案", region, "case-officer")
                .body(Map.of(
                        "caseNumber", "(2025)浙0727行初" + ++number + "号",
                        "court", "磐安县人民法院",
                        "instance", "FIRST",
                        "regionCode", region,
                        "plaintiffs", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成乙")),
                        "defendantCode", "11330700002592265Y",
                        "domain", "OTHER",
                        "actType", "PENALTY",
                        "filedOn", "2025-03-03"))
                .post(SUITS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String etag(String path, String region) {
        return head(region).get(path).header("ETag");
    }

    public static ValidatableResponse assign(String path, String region, Map<String, Object> body) {
        return head(region)
                .header("If-Match", etag(path, region))
                .body(body)
                .post(path + "/assignment")
                .then();
    }
}

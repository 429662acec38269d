package cn.disputes.alerts;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address with a character that nothing is called by, which the database would not even take. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UnreadablePathTest {
    private static RequestSpecification anybody() {
        return given().auth()
                .oauth2(token("coordinator", "leader", "case-officer")
                        .region("330700")
                        .sign())
                .contentType("application/json")
                .urlEncodingEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/leaders/a%00b",
                "/v1/duties/%00",
                "/v1/subscriptions/%00",
                "/v1/risk-cases/%00",
                "/v1/alerts/%00/revisions"
            })
    void namesNothingThatCouldBeRead(String path) {
        anybody().get(path).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/risk-cases/%00/actions",
                "/v1/risk-cases/%00/recusals",
                "/v1/risk-cases/%00/silences",
                "/v1/risk-cases/%00/escalation/acknowledgements",
                "/v1/orders/%00/receipt"
            })
    void norThatCouldBeActedOnUnderAKey(String path) {
        anybody()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*")
                .body(body(path))
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("id")));
    }

    private static Map<String, Object> body(String path) {
        if (path.endsWith("actions")) return Map.of("type", "WON", "on", "2022-01-01");
        if (path.endsWith("recusals")) return Map.of("leaderId", "x", "reason", "虚构");
        if (path.endsWith("silences")) return Map.of("until", "2099-01-01", "reason", "虚构");
        if (path.endsWith("acknowledgements")) return Map.of("rung", "SIGN_FOR");
        return Map.of();
    }
}

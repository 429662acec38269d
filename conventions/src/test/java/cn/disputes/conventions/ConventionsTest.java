package cn.disputes.conventions;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.local.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ConventionsTest {
    private static RequestSpecification officer() {
        return given().auth().oauth2(token("case-officer").sign()).contentType("application/json");
    }

    static Stream<String> badTokens() {
        return Stream.of(
                token("case-officer").expired().sign(),
                token("case-officer").issuer("https://elsewhere").sign(),
                token("case-officer").audience("other").sign(),
                token("case-officer").forged(),
                token("case-officer").confused(),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiZ3JvdXBzIjpbImNhc2Utb2ZmaWNlciJdfQ.",
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesATokenThatProvesNothing(String bad) {
        given().header("Authorization", "Bearer " + bad)
                .get("/v1/things")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void refusesWithoutTokenWrongRoleAndUndeclaredEndpoint() {
        given().get("/v1/things").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        given().auth()
                .oauth2(token("leader").sign())
                .contentType("application/json")
                .body("{\"name\":\"x\"}")
                .post("/v1/things")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        officer().get("/v1/undeclared").then().statusCode(403);
        officer().get("/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
        officer().delete("/v1/things").then().statusCode(405).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"other\":1}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"a\\ud800b\"}",
                "{\"on\":\"2022-02-30\",\"name\":\"x\"}",
                "{\"on\":\"0000-01-01\",\"name\":\"x\"}",
                "{\"on\":\"+999999999-12-31\",\"name\":\"x\"}",
                "{\"on\":99999999999999,\"name\":\"x\"}",
                "{\"on\":[2022,2,3],\"name\":\"x\"}",
                "{\"month\":\"-999999999-01\",\"name\":\"x\"}",
                "{\"month\":\"+10000-01\",\"name\":\"x\"}",
                "{\"month\":[2022,13],\"name\":\"x\"}",
                "{\"at\":\"0999-12-31T23:59:59Z\",\"name\":\"x\"}",
                "{\"at\":\"+1000000000-12-31T23:59:59Z\",\"name\":\"x\"}",
                "{\"at\":1e30,\"name\":\"x\"}",
                "{\"kind\":\"NO_SUCH\",\"name\":\"x\"}",
                "{\"kind\":1,\"name\":\"x\"}",
                "{\"name\":{\"deep\":1}}",
                "{\"name\":5}",
                "{\"name\":\"一二三四五六七八九十一二三四五六七八九十一\"}",
                "{}"
            })
    void namesTheFieldAtFault(String body) {
        officer()
                .body(body)
                .post("/v1/things")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"on\":\"1000-01-01\",\"month\":\"1000-01\",\"at\":\"1000-01-01T00:00:00Z\",\"name\":\"x\"}",
                "{\"on\":\"9999-12-31\",\"month\":\"9999-12\",\"at\":\"9999-12-30T23:59:59Z\",\"name\":\"x\"}",
                "{\"on\":null,\"month\":null,\"at\":null,\"name\":\"x\"}"
            })
    void readsDatesOfFourDigitYears(String body) {
        officer().body(body).post("/v1/things").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "{\"name\":\"x\"} trailing", "\u0000", "{\"name\":\"x\",\"name\":\"y\"}"})
    void refusesABodyThatIsNone(String body) {
        officer().body(body).post("/v1/things").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesDepthAndSizeAndOtherTypes() {
        officer().body("[".repeat(1_000)).post("/v1/things").then().statusCode(400);
        officer()
                .body("{\"name\":\"" + "x".repeat(10_000_000) + "\"}")
                .post("/v1/things")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
        given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("text/plain")
                .body("x")
                .post("/v1/things")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void readsQueryParametersStrictly() {
        officer().get("/v1/things?limit=-1").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        officer().get("/v1/things?from=2022-02-30").then().statusCode(400).body("violations[0].field", equalTo("from"));
        officer().get("/v1/things?sort=name").then().statusCode(400).body("violations[0].field", equalTo("sort"));
        officer().get("/v1/things?limit=500").then().statusCode(200).body("limit", equalTo(500));
    }

    @Test
    void answersInTheCallersLanguage() {
        officer().get("/v1/things?limit=0").then().body("title", containsString("不符合"));
        officer()
                .header("Accept-Language", "en")
                .get("/v1/things?limit=0")
                .then()
                .body("title", containsString("rule"));
    }

    @Test
    void tellsNothingOfAFault() {
        officer()
                .get("/v1/fault")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("合成甲")))
                .body(not(containsString("Exception")));
    }

    @Test
    void describesItself() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("application/problem+json"));
        given().get("/q/health").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void refusesAFeedToAllButServices() {
        officer().get("/v1/events").then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.token("service").sign())
                .get("/v1/events?after=forged")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("after"));
    }
}

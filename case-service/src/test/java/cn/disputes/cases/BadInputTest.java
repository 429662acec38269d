package cn.disputes.cases;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.conventions.paging.Cursor;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request, however malformed, is answered as a fault of the service. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BadInputTest {
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    private static String officer() {
        return token("case-officer").sign();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reconsiderations",
                "/v1/litigations",
                "/v1/supervision-documents",
                "/v1/warnings",
                "/v1/worklist/OVERDUE"
            })
    void aForgedDayInACursor(String list) {
        for (var day : new String[] {"+999999999-01-01", "-0001-01-01", "0999-12-31"}) {
            given().auth()
                    .oauth2(officer())
                    .queryParam("cursor", Cursor.encode(day, ID))
                    .get(list)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reconsiderations", "litigations"})
    void aForgedDayInTheBodyOfASearch(String kind) {
        given().auth()
                .oauth2(officer())
                .contentType("application/json")
                .body(Map.of("cursor", Cursor.encode("+999999999-01-01", ID)))
                .post("/v1/" + kind + "/search")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "1", "true", "\"q\"", "\"\""})
    void aSearchThatIsNoObject(String body) {
        for (var kind : new String[] {"reconsiderations", "litigations"}) {
            given().auth()
                    .oauth2(officer())
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/" + kind + "/search")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void aFileOfNoType() throws Exception {
        assertEquals(415, untyped("/v1/imports?kind=litigations"));
        assertEquals(415, untyped("/v1/imports?kind=reconsiderations"));
        assertEquals(415, untyped(CASES + "/" + received("330700") + "/documents?name=x"));
    }

    /** Over a plain client: the test client always names a type. */
    private static int untyped(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + officer())
                .POST(HttpRequest.BodyPublishers.ofString("text"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aCodeThatNoDatabaseHolds() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(officer())
                .get("/v1/agencies/%00")
                .then()
                .statusCode(is(400))
                .contentType("application/problem+json");
    }
}

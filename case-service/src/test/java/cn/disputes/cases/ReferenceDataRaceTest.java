package cn.disputes.cases;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReferenceDataRaceTest {
    private static final String AGENCY = "/v1/agencies/11330702002593364M";

    private static RequestSpecification admin() {
        return given().auth().oauth2(token("admin").sign()).contentType("application/json");
    }

    private static long count(List<Integer> answers, int status) {
        return answers.stream().filter(answer -> answer == status).count();
    }

    @Test
    void ofManyWhoAddOrChangeOneAgencyOneDoes() throws Exception {
        var entry = Map.of("name", "合成街道办事处", "regionCode", "330702");
        var added = together(8, () -> admin().body(entry).put(AGENCY).statusCode());
        assertEquals(1, count(added, 201), added.toString());
        assertEquals(7, count(added, 428), added.toString());
        var etag = admin().get(AGENCY).header("ETag");
        var changed = together(
                8,
                () -> admin().header("If-Match", etag).body(entry).put(AGENCY).statusCode());
        assertEquals(1, count(changed, 200), changed.toString());
        assertEquals(7, count(changed, 412), changed.toString());
    }

    @Test
    void ofManyWhoLoadOneYearOneDoes() throws Exception {
        var notice = Map.of("days", List.of(Map.of("date", "2031-01-01", "working", false)));
        var answers =
                together(8, () -> admin().body(notice).put("/v1/calendar/2031").statusCode());
        assertEquals(1, count(answers, 200), answers.toString());
        assertEquals(7, count(answers, 428), answers.toString());
        admin().get("/v1/calendar/2031").then().body("days[0].date", equalTo("2031-01-01"));
    }
}

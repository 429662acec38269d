package cn.disputes.cases.calendar;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A holiday notice comes while cases are open: what was provisional is counted again, and the change is on record. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(NoticeTest.LateIn2026.class)
class NoticeTest {
    public static class LateIn2026 implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(December2026.class);
        }
    }

    @Alternative
    @Singleton
    static class December2026 {
        @Produces
        @Alternative
        @Singleton
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-12-10T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role).sign()).contentType("application/json");
    }

    @Test
    void aNoticeMovesWhatIsOpenAndSaysSo() {
        var id = as("case-officer")
                .body(Map.of(
                        "regionCode", "330700",
                        "receivedOn", "2026-12-08",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("case-officer")
                .header("If-Match", "\"v1\"")
                .body(Map.of("type", "ACCEPTED", "on", "2026-12-09", "procedure", "ORDINARY"))
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(201)
                .body("decideDueOn", equalTo("2027-02-08"));
        deadlines(id).body("items.find { it.code == 'DECIDE' }.calendarKnown", equalTo(false));
        // an invented notice: the spring festival from 2027-02-05 to 02-12, the Sunday after it worked
        var days = new java.util.ArrayList<Map<String, Object>>();
        for (var day = 5; day <= 12; day++) days.add(Map.of("date", "2027-02-%02d".formatted(day), "working", false));
        days.add(Map.of("date", "2027-02-14", "working", true));
        as("admin").body(Map.of("days", days)).put("/v1/calendar/2027").then().statusCode(200);
        deadlines(id)
                .body("items.find { it.code == 'DECIDE' }.end", equalTo("2027-02-14"))
                .body("items.find { it.code == 'DECIDE' }.calendarKnown", equalTo(true))
                .body("changes", hasSize(1))
                .body("changes[0].code", equalTo("DECIDE"))
                .body("changes[0].before", equalTo("2027-02-08"))
                .body("changes[0].after", equalTo("2027-02-14"))
                .body("changes[0].year", equalTo(2027));
        as("case-officer")
                .get("/v1/reconsiderations/" + id)
                .then()
                .header("ETag", "\"v3\"")
                .body("decideDueOn", equalTo("2027-02-14"));
        as("case-officer")
                .get("/v1/reconsiderations/" + id + "/deadlines?proof=true")
                .then()
                .body("items.find { it.code == 'DECIDE' }.days.findAll { it.counted }", hasSize(60))
                .body("items.find { it.code == 'DECIDE' }.days[-1].reason", equalTo("ROLLED_TO"))
                .body("items.days.flatten().en", everyItem(org.hamcrest.Matchers.notNullValue()));
    }

    private static io.restassured.response.ValidatableResponse deadlines(String id) {
        return as("case-officer")
                .get("/v1/reconsiderations/" + id + "/deadlines")
                .then()
                .statusCode(200);
    }
}

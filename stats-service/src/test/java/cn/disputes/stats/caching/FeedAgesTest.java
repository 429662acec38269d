package cn.disputes.stats.caching;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.PretendFeeds;
import cn.disputes.stats.Telling;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed that stopped makes the figures older, in every place where they are shown, and the other one does not. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class FeedAgesTest {
    @Inject
    FeedAges ages;

    @BeforeEach
    void told() {
        Telling.tell(Told.reconsideration("FA1", "330702", "2020-01-05"));
        awaiting(() -> !of("case-service").stopped() && of("case-service").lastEventAt() != null);
    }

    @AfterEach
    void goOn() {
        Telling.go("case-service");
    }

    private FeedAges.Age of(String source) {
        return ages.all().stream()
                .filter(age -> age.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static void awaiting(Callable<Boolean> state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(state);
    }

    private static String header(String tag) {
        var request = given().auth().oauth2(token("leader").sign());
        if (tag != null) request.header("If-None-Match", tag);
        return request.get("/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12")
                .header("Feed-Age");
    }

    private static double gauge(String name) {
        return given().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{source=\"case-service\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statistics?indicators=LOSS_RATE&",
                "/v1/statistics/LOSS_RATE/cases?",
                "/v1/rankings/LOSS_RATE?",
                "/v1/forms/GFFTZ-1?",
                "/v1/indicators/DISPUTE_SETTLED_RATE/moves?older=1&newer=2&",
                "/v1/narrative?",
                "/v1/movements/LOSS_RATE?",
                "/v1/targets/LOSS_RATE/misses?"
            })
    void everyAnswerMadeOfFactsSaysHowOldItIs(String path) {
        given().auth()
                .oauth2(token("statistician").sign())
                .get(path + "from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .header("Feed-Age", startsWith("case-service="));
    }

    @Test
    void aStoppedFeedAgesAndIsSaidToHaveStopped() {
        assertNotNull(of("case-service").lastEventAt());
        assertTrue(header(null).matches("case-service=[0-2], alert-service=[0-2]"), header(null));
        Telling.stop("case-service");
        awaiting(() -> of("case-service").stopped());
        assertTrue(of("case-service").ageSeconds() >= 3);
        assertFalse(of("alert-service").stopped());
        assertTrue(gauge("disputes_feed_age_seconds") >= 3);
        assertTrue(gauge("disputes_feed_stopped") == 1);
        var tag = given().auth()
                .oauth2(token("leader").sign())
                .get("/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12")
                .header("ETag");
        // an answer that has not changed grows old all the same
        assertTrue(header(tag).matches("case-service=([3-9]|[1-9][0-9]), alert-service=[0-2]"), header(tag));
        Telling.go("case-service");
        awaiting(() -> !of("case-service").stopped());
        assertTrue(gauge("disputes_feed_stopped") == 0);
    }
}

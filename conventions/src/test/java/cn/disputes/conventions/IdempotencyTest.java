package cn.disputes.conventions;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class IdempotencyTest {
    private static Response post(String key, String name) {
        return given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/things");
    }

    @Test
    void answersTheSameAgainAndRefusesAnotherBody() {
        var key = UUID.randomUUID().toString();
        var before = TrialResource.EFFECTS.get();
        var first = post(key, "x");
        var again = post(key, "x");
        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(422, post(key, "y").statusCode());
        assertEquals(before + 1, TrialResource.EFFECTS.get());
    }

    @Test
    void hasOneEffectUnderSixteenAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = TrialResource.EFFECTS.get();
        var pool = Executors.newFixedThreadPool(16);
        var together = new CyclicBarrier(16);
        var answers = IntStream.range(0, 16)
                .mapToObj(i -> pool.submit(() -> {
                    together.await();
                    return post(key, "x").statusCode();
                }))
                .collect(Collectors.toList());
        for (var answer : answers) assertTrue(Set.of(201, 409).contains(answer.get()));
        pool.shutdown();
        assertEquals(before + 1, TrialResource.EFFECTS.get());
    }
}

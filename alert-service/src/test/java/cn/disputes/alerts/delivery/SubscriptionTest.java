package cn.disputes.alerts.delivery;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may subscribe to what, and what becomes of a secret. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class SubscriptionTest extends DeliveryFixture {
    @Test
    void theSecretIsShownOnceAndRenewedBesideTheOldOne() throws Exception {
        var body = webhook(receiver.url());
        body.put("regionCode", REGION);
        var secret = coordinator()
                .body(body)
                .put("/v1/subscriptions/once")
                .then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract()
                .<String>path("secret");
        coordinator()
                .body(body)
                .put("/v1/subscriptions/once")
                .then()
                .statusCode(200)
                .body("secret", nullValue());
        coordinator().get("/v1/subscriptions/once").then().statusCode(200).body("secret", nullValue());
        assertFalse(coordinator().get("/v1/subscriptions").asString().contains("whsec_"));
        var stored = jdbi.withHandle(h -> h.createQuery("SELECT secret FROM subscription WHERE id = 'once'")
                .mapTo(String.class)
                .one());
        assertFalse(stored.contains(secret.substring(6, 20)));
        var renewed = coordinator()
                .post("/v1/subscriptions/once/secret")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("secret");
        assertNotEquals(secret, renewed);
        clock.set(Instant.now());
        hear();
        deliver();
        assertTrue(verified(receiver.requests.get(0), secret) && verified(receiver.requests.get(0), renewed));
        clock.tick(Duration.ofHours(25));
        hear();
        deliver();
        assertFalse(verified(receiver.requests.get(1), secret));
        assertTrue(verified(receiver.requests.get(1), renewed));
    }

    @Test
    void subscriptionsAreTheOwnersAndTheRegions() {
        as("leader", REGION, "L-x")
                .body(mail("x@example.org"))
                .put("/v1/subscriptions/of-x")
                .then()
                .statusCode(201)
                .body("owner", equalTo("L-x"));
        as("leader", REGION, "L-y").get("/v1/subscriptions/of-x").then().statusCode(404);
        as("leader", REGION, "L-y").delete("/v1/subscriptions/of-x").then().statusCode(404);
        as("leader", REGION, "L-y")
                .body(mail("y@example.org"))
                .put("/v1/subscriptions/of-x")
                .then()
                .statusCode(404);
        as("coordinator", "330782", "z").get("/v1/subscriptions/of-x").then().statusCode(404);
        as("leader", REGION, "L-y").get("/v1/subscriptions").then().body("items", hasSize(0));
        coordinator().get("/v1/subscriptions").then().body("items.id", hasItem("of-x"));
        as("coordinator", "330782", "z").get("/v1/subscriptions").then().body("items.id", not(hasItem("of-x")));
        var greedy = mail("x@example.org");
        greedy.put("regionCode", REGION);
        as("leader", REGION, "L-x")
                .body(greedy)
                .put("/v1/subscriptions/more")
                .then()
                .statusCode(403);
        var foreign = mail("x@example.org");
        foreign.put("owner", "L-y");
        as("leader", REGION, "L-x")
                .body(foreign)
                .put("/v1/subscriptions/more")
                .then()
                .statusCode(403);
        var elsewhere = mail("x@example.org");
        elsewhere.put("regionCode", "330100");
        coordinator().body(elsewhere).put("/v1/subscriptions/more").then().statusCode(404);
        coordinator()
                .body(mail("x@example.org"))
                .put("/v1/subscriptions/leader:L-x:mail")
                .then()
                .statusCode(400);
        as("leader", REGION, "L-x")
                .body(mail("new@example.org"))
                .put("/v1/subscriptions/of-x")
                .then()
                .statusCode(428);
        as("leader", REGION, "L-x")
                .header("If-Match", "\"v1\"")
                .body(mail("new@example.org"))
                .put("/v1/subscriptions/of-x")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());
        as("leader", REGION, "L-x").delete("/v1/subscriptions/of-x").then().statusCode(204);
    }

    @Test
    void badSubscriptionsAreRefusedByField() {
        for (var bad : Map.<Map<String, Object>, String>of(
                        Map.of("channel", "WEBHOOK", "target", "https://10.0.0.1/"), "target",
                        Map.of("channel", "WEBHOOK", "target", "file:///etc/passwd"), "target",
                        Map.of("channel", "MAIL", "target", "no address"), "target",
                        Map.of("channel", "MAIL", "target", "a@b.cn, c@d.cn"), "target",
                        Map.of("channel", "MAIL", "target", "a@b.cn", "digest", Map.of()), "digest",
                        Map.of("channel", "MAIL", "target", "a@b.cn", "digest", Map.of("everyMinutes", 0)),
                                "digest.everyMinutes",
                        Map.of(
                                        "channel",
                                        "MAIL",
                                        "target",
                                        "a@b.cn",
                                        "quietHours",
                                        Map.of("from", "25:00", "to", "07:00")),
                                "quietHours.from")
                .entrySet()) {
            coordinator()
                    .body(bad.getKey())
                    .put("/v1/subscriptions/bad")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(bad.getValue()));
        }
    }

    @Test
    void ofManyWhoChangeASubscriptionOneDoes() throws Exception {
        coordinator()
                .body(mail("a@example.org"))
                .put("/v1/subscriptions/race")
                .then()
                .statusCode(201);
        var answers = together(
                8,
                i -> () -> coordinator()
                        .header("If-Match", "\"v1\"")
                        .body(mail("a" + i + "@example.org"))
                        .put("/v1/subscriptions/race")
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 412).count(), answers.toString());
    }
}

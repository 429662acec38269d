package cn.disputes.alerts.delivery;

import static cn.disputes.deploy.testing.Together.together;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.Receiver.Manner;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Webhooks to a receiver that misbehaves. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class WebhookDeliveryTest extends DeliveryFixture {
    @Test
    void aWebhookIsSignedAndSaysWhatAndWhy() throws Exception {
        var secret = watch("hook", webhook(receiver.url()));
        assertTrue(secret.startsWith("whsec_"));
        hear();
        deliver();
        var request = receiver.requests.get(0);
        assertTrue(verified(request, secret));
        assertFalse(verified(request, secrets.make()));
        assertEquals("/hook?a=b", request.path());
        var trace = request.headers().get("traceparent");
        assertTrue(trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), "the receiver can follow the trace: " + trace);
        assertEquals(
                clock.instant().getEpochSecond(),
                Long.parseLong(request.headers().get("webhook-timestamp")));
        var body = EventJson.MAPPER.readTree(request.body());
        assertEquals("cn.disputes.notices.v1", body.get("type").asText());
        var item = body.at("/data/items/0");
        assertEquals("WARNING", item.get("kind").asText());
        assertEquals("REGION", item.get("because").asText());
        assertTrue(item.get("zh").asText().contains("答复期限还有两个工作日"));
        var line = only("subscriptionId=hook");
        assertEquals("SENT", line.get("status"));
        assertEquals(204, line.get("answered"));
        assertEquals(request.id(), line.get("messageId"));
    }

    @Test
    void aReceiverThatFailsAfterDoingTheWorkKnowsTheRetry() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.FAIL_AFTER_WORK, Manner.HANG_AFTER_WORK);
        hear();
        deliver();
        assertEquals("QUEUED", only("subscriptionId=hook").get("status"));
        assertEquals("HTTP 500", only("subscriptionId=hook").get("failure"));
        send(postman());
        assertEquals(1, receiver.requests.size(), "not before the pause is over");
        clock.tick(Duration.ofMinutes(1));
        send(postman());
        assertEquals("no answer within 3 s", only("subscriptionId=hook").get("failure"));
        clock.tick(Duration.ofHours(1));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"));
        assertEquals(3, receiver.requests.size());
        assertEquals(1, receiver.done.size(), "one id, one piece of work");
    }

    @Test
    void everyTryCarriesTheFactsOfItsDay() throws Exception {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.ANSWER_500);
        var id = hear();
        deliver();
        var later = new WarningEvent(
                id,
                1,
                REGION,
                "REPLY_DUE_2",
                "RESPONDENT",
                "reconsiderations",
                null,
                "东政复〔2026〕7号",
                List.of(AGENCY),
                LocalDate.parse("2026-03-30"),
                LocalDate.now(clock),
                null,
                "答复期限已顺延",
                "moved",
                "Art. 48",
                clock.instant());
        jdbi.useHandle(h -> h.createUpdate("UPDATE heard_warning SET body = CAST(:body AS jsonb) WHERE id = :id")
                .bind("body", EventJson.MAPPER.valueToTree(later).toString())
                .bind("id", id)
                .execute());
        clock.tick(Duration.ofMinutes(1));
        send(postman());
        assertTrue(receiver.requests.get(1).body().contains("2026-03-30"));
        assertEquals(receiver.requests.get(0).id(), receiver.requests.get(1).id());
    }

    @Test
    void redirectionsAreNotFollowedAndAHugeAnswerIsNotRead() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.REDIRECT_TO_ITSELF);
        hear();
        deliver();
        assertEquals(
                "HTTP 303, redirections are not followed",
                only("subscriptionId=hook").get("failure"));
        assertEquals(1, receiver.requests.size());
        receiver.then(Manner.HUGE_ANSWER);
        clock.tick(Duration.ofMinutes(1));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"));
        await().pollDelay(Duration.ofMillis(100)).atMost(5, TimeUnit.SECONDS).until(() -> {
            var before = receiver.sentOfHugeAnswer;
            TimeUnit.MILLISECONDS.sleep(200);
            return before == receiver.sentOfHugeAnswer;
        });
        assertTrue(receiver.sentOfHugeAnswer < 100_000_000, "cut off after " + receiver.sentOfHugeAnswer);
    }

    /** A weekend without anybody at the receiver, and no week. */
    @Test
    void aReceiverThatIsDownForDaysStillGetsItsLetterAndOneThatStaysDownDoesNot() {
        watch("hook", webhook(receiver.url()));
        receiver.always = Manner.CLOSE;
        hear();
        deliver();
        for (var hours = 0; hours < 60; hours += 6) {
            clock.tick(Duration.ofHours(6));
            send(postman());
        }
        var line = only("subscriptionId=hook");
        assertEquals("QUEUED", line.get("status"));
        assertTrue((int) line.get("attempts") > config.attempts(), line.toString());
        // what answers again is not refused for its absence
        receiver.always = Manner.REDIRECT_TO_ITSELF;
        clock.tick(Duration.ofHours(6));
        send(postman());
        assertEquals("QUEUED", only("subscriptionId=hook").get("status"));
        receiver.always = Manner.CLOSE;
        clock.tick(Duration.ofHours(7));
        send(postman());
        assertEquals("DEAD", only("subscriptionId=hook").get("status"));
        receiver.always = Manner.ANSWER_204;
        coordinator()
                .post("/v1/deliveries/" + line.get("id") + "/replay")
                .then()
                .statusCode(200);
        receiver.then(Manner.CLOSE);
        clock.set(Instant.now().plusSeconds(60));
        send(postman());
        assertEquals("QUEUED", only("subscriptionId=hook").get("status"), "a life of its own");
        clock.tick(Duration.ofHours(7));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"));
    }

    @Test
    void aDeadLetterIsListedAndReplayedOnceUnderItsOldId() throws Exception {
        watch("hook", webhook(receiver.url()));
        receiver.always = Manner.REDIRECT_TO_ITSELF;
        hear();
        deliver();
        for (var i = 0; i < 6; i++) {
            clock.tick(Duration.ofHours(7));
            send(postman());
        }
        assertEquals(3, receiver.requests.size(), "bounded");
        var dead = only("status=DEAD");
        assertEquals(3, dead.get("attempts"));
        receiver.always = Manner.ANSWER_204;
        as("leader", "330700", "somebody")
                .post("/v1/deliveries/" + dead.get("id") + "/replay")
                .then()
                .statusCode(404);
        as("coordinator", "330782", "other")
                .post("/v1/deliveries/" + dead.get("id") + "/replay")
                .then()
                .statusCode(404);
        var answers = together(6, () -> coordinator()
                .post("/v1/deliveries/" + dead.get("id") + "/replay")
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals("QUEUED", only("subscriptionId=hook").get("status"));
        clock.set(Instant.now().plusSeconds(60));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"));
        assertEquals(
                1,
                receiver.requests.stream().map(Receiver.Request::id).distinct().count());
        coordinator()
                .post("/v1/deliveries/" + dead.get("id") + "/replay")
                .then()
                .statusCode(409);
    }

    @Test
    void oneThatIsGoneIsDeadAtOnceAndOneThatAsksForTimeIsGivenIt() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.ANSWER_429_IN_AN_HOUR);
        hear();
        deliver();
        clock.tick(Duration.ofMinutes(59));
        send(postman());
        assertEquals(1, receiver.requests.size());
        receiver.then(Manner.ANSWER_410);
        clock.tick(Duration.ofMinutes(2));
        send(postman());
        assertEquals("DEAD", only("subscriptionId=hook").get("status"));
    }

    @Test
    void whatIsDueAndWhatBecameOfEveryTryIsCounted() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.ANSWER_500);
        hear();
        deliver();
        gauges.look();
        assertEquals(0, metrics.get("disputes.letters.due").gauge().value(), "it rests");
        clock.tick(Duration.ofMinutes(10));
        gauges.look();
        assertEquals(1, metrics.get("disputes.letters.due").gauge().value());
        var delay = metrics.get("disputes.delivery.delay.seconds").gauge().value();
        assertTrue(delay > 500 && delay <= 600, "since the pause was over: " + delay);
        send(postman());
        gauges.look();
        assertEquals(0, metrics.get("disputes.delivery.delay.seconds").gauge().value());
        for (var fate : List.of("FAILED", "ARRIVED"))
            assertEquals(
                    1,
                    metrics.get("disputes.letters.tries")
                            .tag("fate", fate)
                            .counter()
                            .count(),
                    fate);
    }

    /** Ten that hang, ten letters each: whoever answers has the own letter within the time of one hanging try. */
    @Test
    void poisonedRecipientsDelayNobodyElse() throws Exception {
        try (var hanging = new Receiver()) {
            hanging.always = Manner.HANG_AFTER_WORK;
            for (var i = 0; i < 10; i++) watch("hangs-" + i, webhook(hanging.url()));
            var postman = postman();
            hear();
            router().route();
            postman.send();
            // every one of them has failed once before the sound one subscribes
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() ->
                            jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM subscription WHERE failures > 0")
                                            .mapTo(Integer.class)
                                            .one())
                                    == 10);
            watch("sound", webhook(receiver.url()));
            for (var i = 0; i < 10; i++) hear();
            router().route();
            var begun = System.nanoTime();
            postman.send();
            await().atMost(1400, TimeUnit.MILLISECONDS).until(() -> receiver.requests.size() == 1);
            assertTrue(System.nanoTime() - begun < 1_400_000_000L, "sooner than one hanging try ends");
            postman.stop(null);
        }
    }

    @Test
    void aReplicaThatDiesWithALetterInHandLosesNothing() {
        watch("hook", webhook(receiver.url()));
        hear();
        router().route();
        assertEquals(1, postman().claim(10, false).size());
        send(postman());
        assertEquals(0, receiver.requests.size(), "in another's hand");
        clock.tick(config.lease().plusSeconds(1));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"));
    }

    @Test
    void threeReplicasSendEachLetterOnce() throws Exception {
        for (var i = 0; i < 8; i++) watch("hook-" + i, webhook(receiver.url()));
        for (var i = 0; i < 5; i++) {
            hear();
            router().route();
        }
        together(3, () -> {
            send(postman());
            return true;
        });
        send(postman());
        assertEquals(40, receiver.requests.size());
        assertEquals(40, receiver.done.size());
        together(3, () -> {
            router().route();
            return true;
        });
        assertEquals(40, lines("status=SENT&limit=500").size());
    }
}

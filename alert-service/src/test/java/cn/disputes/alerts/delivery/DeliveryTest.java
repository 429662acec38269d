package cn.disputes.alerts.delivery;

import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
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

import cn.disputes.alerts.delivery.Receiver.Manner;
import cn.disputes.alerts.escalation.RecordedCase;
import cn.disputes.alerts.escalation.SettableClock;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.conventions.Ids;
import cn.disputes.deploy.local.PostgresTestResource;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to a real mail server and to receivers that misbehave, sent by replicas with a clock the test sets. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = DeliveryTestResource.class, restrictToAnnotatedClass = true)
class DeliveryTest {
    private static final String REGION = "330784";
    private static final String AGENCY = "11330784002592265Y";

    @Inject
    Jdbi jdbi;

    @Inject
    @All
    List<NoticeSource> sources;

    @Inject
    SubscriptionSecrets secrets;

    @Inject
    RoutingStore routing;

    @Inject
    MailSender mails;

    @Inject
    DeliveryConfig config;

    @Inject
    OrderNotices orders;

    @Inject
    SourceNotices courts;

    @Inject
    NewsFollower news;

    @Inject
    Vertx vertx;

    private final SettableClock clock = new SettableClock(SettableClock.at("2026-03-10", 10));
    private GreenMail smtp;
    private Receiver receiver;

    @BeforeEach
    void everybodyIsForgotten() throws Exception {
        jdbi.useHandle(
                h -> h.execute(
                        "TRUNCATE delivery, letter, notice, subscription, heard_warning, announced_round, escalation_acknowledgement,"
                                + " escalation_rung, escalation_run, escalation_case, escalation_silence, recusal, alert_source CASCADE"));
        jdbi.useHandle(h -> h.execute("UPDATE leader SET body = body - 'email' - 'webhook' - 'agencyCode'"));
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO announced_round (round_id) SELECT id FROM assignment_round ON CONFLICT DO NOTHING"));
        var port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        receiver = new Receiver();
    }

    @AfterEach
    void nothingGoesOnListening() throws Exception {
        smtp.stop();
        receiver.close();
    }

    private Router router() {
        return new Router(
                jdbi,
                new Notices(clock),
                new SubscriptionStore(clock),
                new LeaderSubscriptions(new SubscriptionStore(clock), secrets, clock),
                new Letters(clock),
                routing,
                config,
                clock);
    }

    /** A replica of its own. */
    private Postman postman() {
        return new Postman(
                jdbi,
                new Letters(clock),
                new SubscriptionStore(clock),
                sources,
                new WebhookSender(vertx, secrets, config, clock),
                mails,
                config,
                clock);
    }

    /** Finds recipients and sends whatever is due, one after the other. */
    private void deliver() {
        router().route();
        send(postman());
    }

    private static void send(Postman postman) {
        for (var troubled : List.of(false, true)) {
            for (var claimed = postman.claim(10, troubled); !claimed.isEmpty(); claimed = postman.claim(10, troubled)) {
                claimed.forEach(postman::deliver);
            }
        }
    }

    private static RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    private static RequestSpecification coordinator() {
        return as("coordinator", "330700", "K");
    }

    private static Map<String, Object> webhook(String url) {
        return new HashMap<>(Map.of("channel", "WEBHOOK", "target", url));
    }

    private static Map<String, Object> mail(String address) {
        return new HashMap<>(Map.of("channel", "MAIL", "target", address));
    }

    /** Subscribes the coordinator to the whole region; returns the secret of a webhook. */
    private static String watch(String id, Map<String, Object> how) {
        how.put("regionCode", "330784");
        return coordinator()
                .body(how)
                .put("/v1/subscriptions/" + id)
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** A warning of the register, which needs no case of ours. */
    private WarningEvent warning(UUID id, long version, LocalDate withdrawn) {
        var raised = LocalDate.now(clock);
        return new WarningEvent(
                id,
                version,
                REGION,
                "REPLY_DUE_2",
                "RESPONDENT",
                "reconsiderations",
                Ids.next(),
                "东政复〔2026〕7号",
                List.of(AGENCY),
                raised.plusDays(2),
                raised,
                withdrawn,
                "答复期限还有两个工作日",
                "two working days left to reply",
                "第四十八条 / Art. 48",
                clock.instant());
    }

    /** Heard as the follower of the feed hears, but by the test's clock. */
    private UUID hear(WarningEvent warning) {
        jdbi.useTransaction(h -> new WarningNotices(new Notices(clock), config).hear(h, warning));
        return warning.id();
    }

    private UUID hear() {
        return hear(warning(Ids.next(), 1, null));
    }

    private static List<Map<String, Object>> lines(String filter) {
        return coordinator()
                .get("/v1/deliveries?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static Map<String, Object> only(String filter) {
        var lines = lines(filter);
        assertEquals(1, lines.size(), lines.toString());
        return lines.get(0);
    }

    /** As the specification of Standard Webhooks reads, apart from the code that signs. */
    private static boolean verified(Receiver.Request request, String secret) throws Exception {
        var headers = request.headers();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update(headers.get("webhook-id").getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        mac.update(headers.get("webhook-timestamp").getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        var expected = mac.doFinal(request.body().getBytes(StandardCharsets.UTF_8));
        for (var entry : headers.get("webhook-signature").split(" ")) {
            var parts = entry.split(",", 2);
            if (parts[0].equals("v1")
                    && java.security.MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), expected)) return true;
        }
        return false;
    }

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
        assertEquals("no answer within 1 s", only("subscriptionId=hook").get("failure"));
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
    void whatIsWithdrawnWhileItWaitsIsNotSent() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.CLOSE);
        var id = hear();
        deliver();
        assertTrue(only("subscriptionId=hook").get("failure").toString().startsWith("no connection"));
        hear(warning(id, 2, LocalDate.now(clock)));
        hear(warning(id, 1, null));
        clock.tick(Duration.ofMinutes(1));
        deliver();
        assertEquals("NOT_SENT", only("subscriptionId=hook").get("status"));
        assertEquals("WITHDRAWN", only("subscriptionId=hook").get("reason"));
        hear(warning(id, 3, null));
        deliver();
        assertEquals(2, lines("subscriptionId=hook").size(), "raised again, told again");
    }

    @Test
    void redirectionsAreNotFollowedAndAHugeAnswerIsNotRead() {
        watch("hook", webhook(receiver.url()));
        receiver.then(Manner.REDIRECT_TO_ITSELF);
        hear();
        deliver();
        assertEquals(
                "HTTP 307, redirections are not followed",
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

    @Test
    void aDeadLetterIsListedAndReplayedUnderItsOldId() {
        watch("hook", webhook(receiver.url()));
        receiver.always = Manner.ANSWER_500;
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
        coordinator()
                .post("/v1/deliveries/" + dead.get("id") + "/replay")
                .then()
                .statusCode(200)
                .body("status", equalTo("QUEUED"));
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

    @Test
    void mailGoesOutWithItsOwnMessageIdAndARefusedAddressIsDead() throws Exception {
        smtp.start();
        watch("mail", mail("k@example.org"));
        hear();
        hear();
        deliver();
        assertTrue(smtp.waitForIncomingEmail(5000, 1));
        var received = smtp.getReceivedMessages()[0];
        var line = lines("subscriptionId=mail").get(0);
        assertEquals("<" + line.get("messageId") + "@example.org>", received.getHeader("Message-ID")[0]);
        assertEquals("k@example.org", received.getAllRecipients()[0].toString());
        assertTrue(received.getSubject().contains("2 项"), received.getSubject());
        assertTrue(received.getContent().toString().contains("答复期限还有两个工作日"));
        assertEquals("SENT", line.get("status"));
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgain() {
        watch("mail", mail("k@example.org"));
        hear();
        deliver();
        assertEquals("QUEUED", only("subscriptionId=mail").get("status"));
        assertTrue(only("subscriptionId=mail").get("failure").toString().startsWith("mail server"));
        smtp.start();
        clock.tick(Duration.ofMinutes(1));
        send(postman());
        assertEquals("SENT", only("subscriptionId=mail").get("status"));
        assertEquals(1, smtp.getReceivedMessages().length);
    }

    @Test
    void aDigestGathersAndQuietHoursHoldBackAndBothSaySo() throws Exception {
        var digest = webhook(receiver.url());
        digest.put("digest", Map.of("everyMinutes", 30));
        digest.put("quietHours", Map.of("from", "22:00", "to", "07:00"));
        watch("digest", digest);
        hear();
        deliver();
        clock.tick(Duration.ofMinutes(10));
        hear();
        deliver();
        assertEquals(0, receiver.requests.size());
        var held = lines("subscriptionId=digest");
        assertEquals(
                List.of("DIGEST", "DIGEST"),
                held.stream().map(l -> l.get("held")).toList());
        assertEquals("2026-03-10T02:30:00Z", held.get(0).get("nextAt"), "from the first of it on");
        clock.tick(Duration.ofMinutes(20));
        deliver();
        assertEquals(
                2,
                EventJson.MAPPER
                        .readTree(receiver.requests.get(0).body())
                        .at("/data/items")
                        .size());
        clock.set(SettableClock.at("2026-03-10", 23));
        hear();
        deliver();
        var quiet = lines("subscriptionId=digest").get(0);
        assertEquals("QUIET_HOURS", quiet.get("held"));
        assertEquals("2026-03-10T23:00:00Z", quiet.get("nextAt"));
        // a retry that comes due in the night waits for the morning too
        clock.set(SettableClock.at("2026-03-11", 21));
        receiver.then(Manner.ANSWER_500);
        send(postman());
        clock.set(SettableClock.at("2026-03-11", 22));
        send(postman());
        assertEquals(2, receiver.requests.size());
        clock.set(SettableClock.at("2026-03-12", 7));
        send(postman());
        assertEquals(3, receiver.requests.size());
    }

    @Test
    void warningsGoToTheAgencyTheRegionAndTheLeaderOfTheCase() {
        RecordedCase.leader(jdbi, "L-84a", REGION, "PRINCIPAL", "");
        jdbi.useHandle(h -> h.execute(
                "UPDATE leader SET body = body || CAST(? AS jsonb) WHERE id = 'L-84a'",
                "{\"agencyCode\":\"" + AGENCY + "\",\"webhook\":\"" + receiver.url() + "\"}"));
        var other = webhook(receiver.url());
        other.put("agencyCode", AGENCY);
        other.put("owner", "agency-clerk");
        coordinator().body(other).put("/v1/subscriptions/of-agency").then().statusCode(201);
        var levels = webhook(receiver.url());
        levels.put("kinds", List.of("ORDER"));
        watch("orders-only", levels);
        hear();
        deliver();
        var told = lines("kind=WARNING").stream()
                .map(l -> l.get("recipient") + " " + l.get("because") + " " + l.get("status")
                        + (l.get("reason") == null ? "" : " " + l.get("reason")))
                .sorted()
                .toList();
        assertEquals(
                List.of("K REGION NOT_SENT NOT_SUBSCRIBED_TO_KIND", "L-84a AGENCY SENT", "agency-clerk AGENCY SENT"),
                told);
    }

    @Test
    void theOrdersOfARoundGoToEachLeaderOnceAndNotToOneRecused() {
        RecordedCase.leader(jdbi, "L-84b", REGION, "PRINCIPAL", "");
        RecordedCase.leader(jdbi, "L-84c", REGION, "PRINCIPAL", "");
        jdbi.useHandle(h -> h.execute(
                "UPDATE leader SET body = body || CAST(? AS jsonb) WHERE id IN ('L-84b', 'L-84c')",
                "{\"webhook\":\"" + receiver.url() + "\"}"));
        var first = RecordedCase.flagged(jdbi, REGION, "RED", clock.instant());
        var second = RecordedCase.flagged(jdbi, REGION, "YELLOW", clock.instant());
        var third = RecordedCase.flagged(jdbi, REGION, "YELLOW", clock.instant());
        jdbi.useTransaction(h -> {
            var round = RecordedCase.round(h, REGION, clock.instant());
            first.order(h, round, "L-84b", clock.instant());
            second.order(h, round, "L-84b", clock.instant());
            third.order(h, round, "L-84c", clock.instant());
            h.execute(
                    """
                    INSERT INTO recusal (case_id, leader_id, reason, declared_on, recorded_by, recorded_at)
                    VALUES (?, 'L-84c', 'x', '2026-03-10', 'x', now())""",
                    third.id);
        });
        second.moved("WON", clock.instant());
        jdbi.useTransaction(orders::announce);
        jdbi.useTransaction(orders::announce);
        deliver();
        assertEquals(1, receiver.requests.size());
        var body = receiver.requests.get(0).body();
        assertTrue(body.contains(first.number));
        assertFalse(body.contains(second.number), "ended meanwhile");
        var line = lines("recipient=L-84c").get(0);
        assertEquals("NOT_SENT", line.get("status"));
        as("leader", REGION, "L-84b")
                .get("/v1/deliveries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipient", equalTo("L-84b"))
                .body("items[0].because", equalTo("OWN_CASE"));
    }

    @Test
    void anAnswerGivenWhileTheLetterWaitsMakesItMoot() {
        RecordedCase.leader(jdbi, "L-84d", REGION, "PRINCIPAL", "");
        var held = mail("d@example.org");
        held.put("digest", Map.of("everyMinutes", 60));
        as("leader", REGION, "L-84d")
                .body(held)
                .put("/v1/subscriptions/own")
                .then()
                .statusCode(201);
        // two weeks ago by the real clock, which the sources look at
        var begun = Instant.now().minus(Duration.ofDays(14));
        var signed = RecordedCase.flagged(jdbi, REGION, "RED", begun).ordered("L-84d", begun);
        jdbi.useTransaction(h -> {
            var notices = new Notices(clock);
            for (var code : List.of("SIGN_FOR", "PLAN"))
                notices.add(
                        h,
                        "rung:" + signed.id + ":1:" + code,
                        NoticeKind.RUNG,
                        code,
                        REGION,
                        null,
                        List.of(),
                        signed.id,
                        "L-84d",
                        java.util.Set.of(Audience.LEADER),
                        Map.of("run", 1, "rung", code));
        });
        router().route();
        signed.action("ACKNOWLEDGED", "ACKNOWLEDGED", null, Instant.now());
        smtp.start();
        clock.tick(Duration.ofMinutes(61));
        send(postman());
        var lines = new HashMap<Object, Object>();
        lines("recipient=L-84d").forEach(l -> lines.put(l.get("code"), l.get("status") + " " + l.get("reason")));
        assertEquals(Map.of("SIGN_FOR", "NOT_SENT ANSWERED", "PLAN", "SENT null"), lines);
        assertEquals(1, smtp.getReceivedMessages().length);
    }

    @Test
    void aCourtThatFellSilentIsToldOnceForEachSilence() {
        watch("hook", webhook(receiver.url()));
        jdbi.useHandle(
                h -> h.execute(
                        """
                INSERT INTO alert_source (id, uid, version, name, region_code, heartbeat_minutes, rows_per_minute, counted_at,
                    expected_from, silent_since)
                VALUES ('dongyang-court', gen_random_uuid(), 1, '东阳法院', '330784', 60, 1000, now(), now(), now())"""));
        jdbi.useTransaction(courts::announce);
        jdbi.useTransaction(courts::announce);
        deliver();
        assertEquals("SENT", only("kind=COURT_SILENT").get("status"));
        assertTrue(receiver.requests.get(0).body().contains("东阳法院"));
        jdbi.useHandle(h -> h.execute("UPDATE alert_source SET silent_since = now() + interval '1 day'"));
        jdbi.useTransaction(courts::announce);
        assertEquals(1, lines("kind=COURT_SILENT").size());
        router().route();
        assertEquals(2, lines("kind=COURT_SILENT").size());
    }

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

    @Test
    void anOldWarningOfAFeedReadFromItsBeginningIsNoNews() {
        watch("hook", webhook(receiver.url()));
        var old = warning(Ids.next(), 1, null);
        clock.tick(Duration.ofDays(30));
        hear(old);
        deliver();
        assertEquals("STALE", only("subscriptionId=hook").get("reason"));
    }
}

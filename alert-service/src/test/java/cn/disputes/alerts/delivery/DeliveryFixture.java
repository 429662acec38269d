package cn.disputes.alerts.delivery;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.escalation.SettableClock;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.contract.events.WarningEvent;
import cn.disputes.conventions.Ids;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Replicas with a clock the test sets, a mail server and a receiver; what is left of earlier tests is thrown away. */
abstract class DeliveryFixture {
    static final String REGION = "330784";
    static final String AGENCY = "11330784002592265Y";

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

    final SettableClock clock = new SettableClock(SettableClock.at("2026-03-10", 10));
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    DeliveryGauges gauges;
    GreenMail smtp;
    Receiver receiver;

    @BeforeEach
    void everybodyIsForgotten() throws Exception {
        jdbi.useHandle(
                h -> h.execute(
                        "TRUNCATE delivery, letter, notice, subscription, heard_warning, announced_round, escalation_acknowledgement,"
                                + " escalation_rung, escalation_run, escalation_case, escalation_silence, recusal, alert_source CASCADE"));
        jdbi.useHandle(h -> h.execute("UPDATE leader SET body = body - 'email' - 'webhook' - 'agencyCode'"));
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO announced_round (round_id) SELECT id FROM assignment_round ON CONFLICT DO NOTHING"));
        smtp = new GreenMail(new ServerSetup(mailPort(), "127.0.0.1", "smtp"));
        receiver = new Receiver();
        gauges = new DeliveryGauges(jdbi, clock, metrics);
    }

    static int mailPort() {
        return ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
    }

    @AfterEach
    void nothingGoesOnListening() throws Exception {
        smtp.stop();
        receiver.close();
    }

    Router router() {
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
    Postman postman() {
        return new Postman(
                jdbi,
                new Letters(clock),
                new SubscriptionStore(clock),
                new LetterWriter(new Letters(clock), new SubscriptionStore(clock), sources, clock),
                new WebhookSender(vertx, secrets, config, clock),
                mails,
                gauges,
                config,
                clock);
    }

    /** Finds recipients and sends whatever is due, one after the other. */
    void deliver() {
        router().route();
        send(postman());
    }

    static void send(Postman postman) {
        for (var troubled : List.of(false, true)) {
            for (var claimed = postman.claim(10, troubled); !claimed.isEmpty(); claimed = postman.claim(10, troubled)) {
                claimed.forEach(postman::deliver);
            }
        }
    }

    static RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    static RequestSpecification coordinator() {
        return as("coordinator", "330700", "K");
    }

    static Map<String, Object> webhook(String url) {
        return new HashMap<>(Map.of("channel", "WEBHOOK", "target", url));
    }

    static Map<String, Object> mail(String address) {
        return new HashMap<>(Map.of("channel", "MAIL", "target", address));
    }

    /** Subscribes the coordinator to the whole region; returns the secret of a webhook. */
    static String watch(String id, Map<String, Object> how) {
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
    WarningEvent warning(UUID id, long version, LocalDate withdrawn) {
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
    UUID hear(WarningEvent warning) {
        jdbi.useTransaction(h -> new WarningNotices(new Notices(clock), config).hear(h, warning));
        return warning.id();
    }

    UUID hear() {
        return hear(warning(Ids.next(), 1, null));
    }

    static List<Map<String, Object>> lines(String filter) {
        return coordinator()
                .get("/v1/deliveries?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    static Map<String, Object> only(String filter) {
        var lines = lines(filter);
        assertEquals(1, lines.size(), lines.toString());
        return lines.get(0);
    }

    /** As the specification of Standard Webhooks reads, apart from the code that signs. */
    static boolean verified(Receiver.Request request, String secret) throws Exception {
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
}

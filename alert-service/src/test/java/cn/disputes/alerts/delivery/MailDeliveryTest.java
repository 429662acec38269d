package cn.disputes.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.Receiver.Manner;
import cn.disputes.alerts.escalation.SettableClock;
import cn.disputes.contract.events.EventJson;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Mail to a real server; what is held back, and until when. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class MailDeliveryTest extends DeliveryFixture {
    @Test
    void mailGoesOutUnderTheIdOfItsLetter() throws Exception {
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
    void anAddressTheServerRefusesIsDeadAtOnce() throws Exception {
        try (var refusing = new RefusingMailServer(mailPort())) {
            watch("mail", mail("nobody@example.org"));
            hear();
            deliver();
            var line = only("subscriptionId=mail");
            assertEquals("DEAD", line.get("status"));
            assertEquals(550, line.get("answered"));
            assertFalse(line.get("failure").toString().contains("nobody@example.org"), "quotes no address");
        }
    }

    /** Often, since a greeting missed by the client showed only once in twenty times. */
    @RepeatedTest(15)
    void aMailServerThatIsAwayIsTriedAgain() {
        watch("mail", mail("k@example.org"));
        hear();
        deliver();
        assertEquals("QUEUED", only("subscriptionId=mail").get("status"));
        assertTrue(only("subscriptionId=mail").get("failure").toString().startsWith("mail server"));
        smtp.start();
        clock.tick(Duration.ofMinutes(1));
        send(postman());
        assertEquals("SENT", only("subscriptionId=mail").get("status"), () -> lines("subscriptionId=mail")
                .toString());
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
}

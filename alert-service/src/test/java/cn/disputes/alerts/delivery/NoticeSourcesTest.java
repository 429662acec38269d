package cn.disputes.alerts.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.Receiver.Manner;
import cn.disputes.alerts.escalation.RecordedCase;
import cn.disputes.conventions.Ids;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told, to whom, and what is not told any more. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class NoticeSourcesTest extends DeliveryFixture {
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
    void theLetterOfACarriedCaseNamesTheLastDayOfItsLadder() {
        RecordedCase.leader(jdbi, "L-84g", REGION, "PRINCIPAL", "");
        jdbi.useHandle(h -> h.execute(
                "UPDATE leader SET body = body || CAST(? AS jsonb) WHERE id = 'L-84g'",
                "{\"webhook\":\"" + receiver.url() + "\"}"));
        var carried = RecordedCase.flagged(jdbi, REGION, "RED", clock.instant()).ordered("L-84g", clock.instant());
        jdbi.useHandle(h -> h.execute("UPDATE risk_case SET due_on = '2026-03-20' WHERE id = ?", carried.id));
        jdbi.useHandle(h -> h.execute(
                """
                INSERT INTO escalation_run (case_id, run, leader_id, level, ladder_version, started_at, started_on, because,
                    signed, resolve_by, resolve_reason)
                VALUES (?, 1, 'L-84g', 'RED', 1, now(), '2026-02-05', 'ORDERED', true, '2026-02-15', 'TERM')""",
                carried.id));
        jdbi.useTransaction(orders::announce);
        deliver();
        var body = receiver.requests.get(0).body();
        assertTrue(body.contains("化解期限 2026-02-15"), body);
        assertFalse(body.contains("2026-03-20"), body);
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
    void anOldWarningOfAFeedReadFromItsBeginningIsNoNews() {
        watch("hook", webhook(receiver.url()));
        var old = warning(Ids.next(), 1, null);
        clock.tick(Duration.ofDays(30));
        hear(old);
        deliver();
        assertEquals("STALE", only("subscriptionId=hook").get("reason"));
    }

    @Test
    void aNoticeThatCannotBeReadKeepsNobodyElseWaiting() {
        watch("hook", webhook(receiver.url()));
        hear();
        jdbi.useHandle(h -> h.execute("UPDATE notice SET audiences = '{NO_SUCH}'"));
        var poisonedWords = hear();
        jdbi.useHandle(h -> h.execute("UPDATE heard_warning SET body = '{\"id\": 7}' WHERE id = ?", poisonedWords));
        hear();
        deliver();
        assertEquals(1, receiver.requests.size());
        var told = lines("kind=WARNING").stream()
                .map(l -> l.get("status") + " " + l.get("reason"))
                .sorted()
                .toList();
        assertEquals(java.util.List.of("NOT_SENT FAULT", "NOT_SENT FAULT", "SENT null"), told);
    }
}

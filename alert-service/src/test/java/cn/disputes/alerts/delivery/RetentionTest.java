package cn.disputes.alerts.delivery;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.Receiver.Manner;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What was told is forgotten when its days are over, and what was not told never. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class RetentionTest extends DeliveryFixture {
    private static final Duration AGES = Duration.ofDays(3650);

    /** A replica of its own. */
    private Retention retention() {
        return new Retention(jdbi, config, clock);
    }

    private long count(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    private static Map<String, Object> without(Map<String, Object> line, String field) {
        var rest = new HashMap<>(line);
        rest.remove(field);
        return rest;
    }

    @Test
    void whatArrivedIsForgottenAndWhoWasToldOfItWhenAndWhyIsNot() {
        watch("hook", webhook(receiver.url()));
        hear();
        deliver();
        var line = only("subscriptionId=hook");
        assertEquals("SENT", line.get("status"));
        clock.tick(Duration.ofDays(config.keepDays()));
        retention().forget();
        assertEquals(line, only("subscriptionId=hook"), "on its last day it is there");
        assertEquals(1, count("SELECT count(*) FROM letter"));
        assertEquals(0, count("SELECT count(*) FROM notice WHERE about = '{}'"));
        clock.tick(Duration.ofSeconds(1));
        retention().forget();
        assertEquals(0, count("SELECT count(*) FROM letter"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM notice WHERE about = '{}' AND agency_codes = '{}' AND forgotten_at IS NOT NULL"));
        var left = only("subscriptionId=hook");
        assertEquals(clock.instant().toString(), left.get("forgottenAt"));
        assertEquals(line, without(left, "forgottenAt"), "kind, code, reason, channel, instants and message id");
        retention().forget();
        assertEquals(left, only("subscriptionId=hook"));
    }

    /** A receiver that is away, a digest that gathers, a notice that was not looked at, a line nobody decided on. */
    @Test
    void nothingThatWaitsIsForgottenHoweverOld() {
        watch("hook", webhook(receiver.url()));
        var digest = webhook(receiver.url());
        digest.put("digest", Map.of("everyMinutes", 30));
        watch("digest", digest);
        receiver.then(Manner.ANSWER_500);
        hear();
        deliver();
        hear();
        jdbi.useHandle(h ->
                h.execute("INSERT INTO letter (id, subscription_id, channel, state, collecting, next_at, recorded_at)"
                        + " SELECT gen_random_uuid(), 'gone', 'MAIL', 'MOOT', false, recorded_at, recorded_at FROM letter"
                        + " LIMIT 1"));
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO delivery (id, notice_id, subscription_id, because, status, letter_id, region_code, recorded_at)"
                        + " SELECT gen_random_uuid(), n.id, 'gone', 'REGION', 'QUEUED', l.id, n.region_code, n.recorded_at"
                        + " FROM notice n, letter l WHERE n.routed_at IS NOT NULL AND l.state = 'MOOT'"));
        clock.tick(AGES);
        retention().forget();
        assertEquals(3, count("SELECT count(*) FROM letter"));
        assertEquals(0, count("SELECT count(*) FROM notice WHERE about = '{}' OR forgotten_at IS NOT NULL"));
        assertEquals(0, count("SELECT count(*) FROM delivery WHERE forgotten_at IS NOT NULL"));
        send(postman());
        assertEquals("SENT", only("subscriptionId=hook").get("status"), "it still can be put into words");
        assertEquals("SENT", only("subscriptionId=digest").get("status"));
        assertTrue(receiver.requests.get(receiver.requests.size() - 1).body().contains("答复期限还有两个工作日"));
        // arrived late, it is kept from then on
        clock.tick(Duration.ofDays(1));
        retention().forget();
        assertEquals(3, count("SELECT count(*) FROM letter"));
    }

    @Test
    void aDeadLetterIsReplayedWithinItsDaysAndNotAfterThem() {
        receiver.then(Manner.ANSWER_410, Manner.ANSWER_410);
        watch("hook", webhook(receiver.url()));
        hear();
        deliver();
        var line = only("subscriptionId=hook");
        assertEquals("DEAD", line.get("status"));
        clock.tick(Duration.ofDays(config.keepDays() - 1));
        retention().forget();
        var letter = UUID.fromString((String) line.get("messageId"));
        assertTrue(jdbi.inTransaction(h -> new Letters(clock).replay(h, letter)).isPresent());
        send(postman());
        var again = only("subscriptionId=hook");
        assertEquals("DEAD", again.get("status"));
        // its days count from the last try
        clock.tick(Duration.ofDays(2));
        retention().forget();
        assertEquals(again, only("subscriptionId=hook"));
        clock.tick(AGES);
        retention().forget();
        assertEquals(again, without(only("subscriptionId=hook"), "forgottenAt"));
        coordinator()
                .post("/v1/deliveries/" + line.get("id") + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("forgotten"));
    }

    /** A silence that lasts longer than the notice of it is no second silence. */
    @Test
    void whatIsForgottenIsNotToldAnew() {
        watch("hook", webhook(receiver.url()));
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO alert_source (id, uid, version, region_code, heartbeat_minutes, rows_per_minute, counted_at,"
                        + " expected_from, silent_since) VALUES ('法院', gen_random_uuid(), 1, ?, 30, 10, now(), now(), now())",
                REGION));
        var sources = new SourceNotices(jdbi, new Notices(clock));
        jdbi.useTransaction(sources::announce);
        deliver();
        clock.tick(AGES);
        retention().forget();
        jdbi.useTransaction(sources::announce);
        deliver();
        assertEquals(1, receiver.requests.size());
        assertEquals(1, lines("subscriptionId=hook").size());
    }

    private void settled(int letters) {
        jdbi.useHandle(h -> h.execute(
                """
                WITH n AS (
                    INSERT INTO notice (id, key, kind, region_code, audiences, about, recorded_at, routed_at)
                    SELECT gen_random_uuid(), 'many:' || i, 'WARNING', ?, '{COORDINATOR}', '{"warningId":"x"}', ?, ?
                    FROM generate_series(1, ?) i RETURNING id, key),
                l AS (
                    INSERT INTO letter (id, subscription_id, channel, state, collecting, next_at, attempts, sent_at, recorded_at)
                    SELECT id, 'many', 'WEBHOOK', 'SENT', false, ?, 1, ?, ? FROM n RETURNING id)
                INSERT INTO delivery (id, notice_id, subscription_id, because, status, letter_id, region_code, recorded_at)
                SELECT gen_random_uuid(), id, 'many', 'REGION', 'SENT', id, ?, ? FROM l""",
                REGION,
                now(),
                now(),
                letters,
                now(),
                now(),
                now(),
                REGION,
                now()));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(java.time.ZoneOffset.UTC);
    }

    @Test
    void atOneTimeItForgetsAChunk() {
        settled(config.chunk() + 1);
        clock.tick(AGES);
        var before = clock.instant();
        int letters = jdbi.inTransaction(h -> retention().letters(h, before));
        assertEquals(config.chunk(), letters);
        assertEquals(1, count("SELECT count(*) FROM letter"));
        int notices = jdbi.inTransaction(h -> retention().notices(h, before));
        assertEquals(config.chunk(), notices);
        assertEquals(1, count("SELECT count(*) FROM notice WHERE forgotten_at IS NULL"));
    }

    @Test
    void manyReplicasForgetEachLetterOnceAndLoseNoLine() throws Exception {
        settled(3 * config.chunk() + 57);
        clock.tick(AGES);
        together(6, () -> {
            retention().forget();
            return null;
        });
        assertEquals(0, count("SELECT count(*) FROM letter"));
        retention().forget();
        assertEquals(0, count("SELECT count(*) FROM notice WHERE forgotten_at IS NULL"));
        assertEquals(
                3L * config.chunk() + 57,
                count("SELECT count(*) FROM delivery WHERE forgotten_at IS NOT NULL AND told_at IS NOT NULL"
                        + " AND told_by = 'WEBHOOK' AND tries = 1"));
    }

    /** It neither waits for whoever has a letter in hand, nor takes it from them. */
    @Test
    void aLetterThatIsBeingReplayedIsLeftAlone() throws Exception {
        settled(3);
        jdbi.useHandle(h -> h.execute("UPDATE letter SET state = 'DEAD'"));
        jdbi.useHandle(h -> h.execute("UPDATE delivery SET status = 'DEAD'"));
        clock.tick(AGES);
        jdbi.useTransaction(h -> {
            var letter = h.createQuery("SELECT id FROM letter LIMIT 1")
                    .mapTo(UUID.class)
                    .one();
            assertTrue(new Letters(clock).replay(h, letter).isPresent());
            CompletableFuture.runAsync(() -> retention().forget()).get(20, TimeUnit.SECONDS);
        });
        assertEquals(1, count("SELECT count(*) FROM letter WHERE state = 'WAITING'"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM delivery d JOIN notice n ON n.id = d.notice_id JOIN letter l ON l.id = d.letter_id"
                                + " WHERE d.status = 'QUEUED' AND d.forgotten_at IS NULL AND n.about <> '{}'"));
        assertEquals(2, count("SELECT count(*) FROM delivery WHERE status = 'DEAD' AND forgotten_at IS NOT NULL"));
    }

    /** As many as are forgotten in one transaction. */
    private DeliveryConfig chunksOf(int rows) {
        return (DeliveryConfig) Proxy.newProxyInstance(
                DeliveryConfig.class.getClassLoader(),
                new Class<?>[] {DeliveryConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("chunk") ? rows : method.invoke(config, arguments));
    }

    /** Whichever comes first: a replayed letter has all it needs, a forgotten one cannot be replayed. */
    @Test
    void aLetterIsReplayedOrForgottenButNotBoth() throws Exception {
        settled(60);
        jdbi.useHandle(h -> h.execute("UPDATE letter SET state = 'DEAD'"));
        jdbi.useHandle(h -> h.execute("UPDATE delivery SET status = 'DEAD'"));
        clock.tick(AGES);
        var dead = lines("status=DEAD&limit=100").stream()
                .map(line -> (String) line.get("id"))
                .toList();
        assertEquals(60, dead.size());
        var answers = together(6, i -> () -> {
            if (i > 3) {
                new Retention(jdbi, chunksOf(1), clock).forget();
                return List.<Integer>of();
            }
            return dead.subList(i * 15, i * 15 + 15).stream()
                    .map(id -> coordinator()
                            .post("/v1/deliveries/" + id + "/replay")
                            .statusCode())
                    .toList();
        });
        var statuses = answers.stream().flatMap(List::stream).toList();
        assertEquals(60, statuses.size());
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409), statuses.toString());
        var replayed = statuses.stream().filter(status -> status == 200).count();
        assertEquals(replayed, count("SELECT count(*) FROM letter WHERE state = 'WAITING'"));
        assertEquals(
                replayed,
                count(
                        "SELECT count(*) FROM delivery d JOIN letter l ON l.id = d.letter_id JOIN notice n ON n.id = d.notice_id"
                                + " WHERE d.status = 'QUEUED' AND d.forgotten_at IS NULL AND n.about <> '{}'"));
        assertEquals(
                60 - replayed,
                count("SELECT count(*) FROM delivery d WHERE d.status = 'DEAD' AND d.forgotten_at IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.id = d.letter_id)"));
    }
}

package cn.disputes.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedReader;
import cn.disputes.conventions.feed.Outbox;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.local.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FeedTest {
    private static final RegionScope CITY = new RegionScope("330700");

    @Inject
    Jdbi jdbi;

    @Inject
    FeedReader feed;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @BeforeEach
    void empty() {
        jdbi.useHandle(h -> h.execute("TRUNCATE outbox, feed_cursor, feed_poison"));
    }

    private UUID announce() {
        var id = UUID.randomUUID();
        jdbi.useTransaction(h -> outbox.append(h, TrialResource.event(id, 1, "330702")));
        return id;
    }

    private static List<String> subjects(cn.disputes.contract.events.FeedPage page) {
        return page.items().stream().map(e -> e.subject()).toList();
    }

    @Test
    void doesNotSkipATransactionThatCommitsLate() {
        var late = UUID.randomUUID();
        var first = announce();
        try (var open = jdbi.open()) {
            open.begin();
            outbox.append(open, TrialResource.event(late, 1, "330702"));
            var early = announce();
            var page = feed.page("", 100, Duration.ZERO, CITY);
            assertEquals(List.of(first.toString()), subjects(page), "nothing behind the open transaction yet");
            open.commit();
            var rest = feed.page(page.next(), 100, Duration.ZERO, CITY);
            assertEquals(List.of(late.toString(), early.toString()), subjects(rest));
            assertTrue(feed.page(rest.next(), 100, Duration.ZERO, CITY).items().isEmpty());
        }
    }

    /** Transaction ids are numbers: 1000 comes after 999, also where a page ends between them. */
    @Test
    void pagesInTheOrderOfNumbersNotOfDigits() {
        var written = new ArrayList<String>();
        for (var tx : new String[] {"9", "10", "99", "100", "101"}) {
            written.add(announce().toString());
            jdbi.useHandle(h -> h.execute(
                    "UPDATE outbox SET tx = CAST(? AS xid8) WHERE position = (SELECT max(position) FROM outbox)", tx));
        }
        var read = new ArrayList<String>();
        for (var page = feed.page("", 2, Duration.ZERO, CITY);
                !page.items().isEmpty();
                page = feed.page(page.next(), 2, Duration.ZERO, CITY)) {
            read.addAll(subjects(page));
        }
        assertEquals(written, read);
    }

    @Test
    void showsEachReaderItsRegionOnly() {
        announce();
        assertTrue(feed.page("", 9, Duration.ZERO, new RegionScope("330782"))
                .items()
                .isEmpty());
        assertEquals(
                1,
                feed.page("", 9, Duration.ZERO, new RegionScope("330000"))
                        .items()
                        .size());
    }

    @Test
    void waitsForTheFirstEvent() throws Exception {
        var writer = new Thread(this::announce);
        var reading = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> feed.page("", 9, Duration.ofSeconds(20), CITY));
        assertFalse(reading.isDone());
        writer.start();
        assertEquals(1, reading.get().items().size());
    }

    private FeedFollower follower(FeedFollower.Handler handler) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var actual = port == 0 ? io.restassured.RestAssured.port : port;
        var client = new FeedClient(
                "http://127.0.0.1:" + actual, () -> TestTokens.token("service").sign());
        return new FeedFollower(jdbi, clock, "trial", client, handler);
    }

    @Test
    void setsAPoisonEventAsideAndGoesOn() throws Exception {
        var ids = Stream.generate(this::announce).limit(5).toList();
        var applied = new ArrayList<UUID>();
        var follower = follower((h, event) -> {
            if (event.id().equals(ids.get(2))) h.execute("SELECT 1/0");
            applied.add(event.id());
        });
        assertFalse(follower.status().caughtUp());
        assertTrue(follower.step(Duration.ZERO));
        assertFalse(follower.step(Duration.ZERO));
        assertTrue(applied.containsAll(List.of(ids.get(0), ids.get(1), ids.get(3), ids.get(4))));
        assertTrue(follower.status().caughtUp());
        assertEquals(1, follower.status().poisoned());
    }

    /** While a page is applied the next one is fetched; another replica may have applied that one by the time it is wanted. */
    @Test
    void whatWasFetchedAheadIsAppliedOnlyWhereItBelongs() throws Exception {
        var ids = Stream.generate(UUID::randomUUID).limit(1200).toList();
        jdbi.useTransaction(h -> outbox.append(
                h, ids.stream().map(id -> TrialResource.event(id, 1, "330702")).toList()));
        var applied = new ArrayList<UUID>();
        var follower = follower((h, event) -> applied.add(event.id()));
        assertTrue(follower.step(Duration.ZERO));
        var elsewhere = new ArrayList<UUID>();
        assertTrue(follower((h, event) -> elsewhere.add(event.id())).step(Duration.ZERO));
        var late = announce();
        while (follower.step(Duration.ZERO)) {
            // there is more
        }
        assertEquals(ids.subList(500, 1000), elsewhere);
        var expected = new ArrayList<>(ids.subList(0, 500));
        expected.addAll(ids.subList(1000, 1200));
        expected.add(late);
        assertEquals(expected, applied);
    }

    @Test
    void ignoresTypesItDoesNotKnow() throws Exception {
        announce();
        jdbi.useHandle(h -> h.execute("UPDATE outbox SET type = 'cn.disputes.weather.changed.v1'"));
        announce();
        var seen = new ArrayList<CaseEvent>();
        follower((h, event) -> seen.add(event)).step(Duration.ZERO);
        assertEquals(1, seen.size());
    }

    /** The provider of tokens is away: nobody's request fails for it, the follower is just not caught up. */
    @Test
    void withoutATokenItIsNotCaughtUp() {
        var client = new FeedClient("http://127.0.0.1:1", () -> {
            throw new IllegalStateException("no provider");
        });
        assertThrows(IOException.class, () -> client.page("", 1, Duration.ZERO));
        var status = new FeedFollower(jdbi, clock, "trial", client, (h, event) -> {}).status();
        assertFalse(status.caughtUp());
        assertNull(status.behindSeconds());
    }
}

package cn.disputes.conventions.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Stopping;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StoppingReadersTest {
    @jakarta.enterprise.inject.Vetoed
    private static final class Asked extends Stopping {
        private volatile boolean asked;

        @Override
        public boolean asked() {
            return asked;
        }
    }

    @Inject
    Jdbi jdbi;

    /** Whoever waits on a feed is answered with an empty page and where to go on, and whoever comes later waits a moment. */
    @Test
    void areSentAwayByAProcessThatIsToEnd() throws Exception {
        var stopping = new Asked();
        var feed = new FeedReader(jdbi, stopping, "trial");
        var reading = CompletableFuture.supplyAsync(
                () -> feed.page("999999999999999999-7", 9, Duration.ofMinutes(5), new RegionScope("330700")));
        assertFalse(reading.isDone());
        stopping.asked = true;
        var page = reading.get(30, TimeUnit.SECONDS);
        assertTrue(page.items().isEmpty());
        assertTrue(page.next().equals("999999999999999999-7"), page.next());
        var begun = System.nanoTime();
        feed.page("999999999999999999-7", 9, Duration.ofMinutes(5), new RegionScope("330700"));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.toMillis() >= 400, "asked again and again without a pause: " + took);
    }
}

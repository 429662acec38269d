package cn.disputes.conventions.feed;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.FeedPage;
import cn.disputes.conventions.Trouble;
import cn.disputes.conventions.watching.Tracing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows another service's feed on a thread of its own. Cursor and projection commit together; delivery is at least
 * once, the effect exactly once as long as the handler ignores lower versions.
 */
public final class FeedFollower implements AutoCloseable {
    /** What a service does with an event. Called in version order of nothing: compare versions. */
    public interface Handler {
        void apply(Handle h, CaseEvent event);

        /** A whole page; override where a set-based statement is faster. */
        default void applyAll(Handle h, List<CaseEvent> events) {
            events.forEach(event -> apply(h, event));
        }
    }

    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONG_POLL = Duration.ofSeconds(5);

    private final FeedClient client;
    private final FeedAhead pages;
    private final FeedProjection projection;
    private final Clock clock;
    private final String source;
    private final FollowerGauges gauges;
    private volatile boolean running;
    private Thread thread;

    /** @param source name of the service followed, the key of its cursor */
    public FeedFollower(Jdbi jdbi, Clock clock, String source, FeedClient client, Handler handler) {
        this.client = client;
        this.pages = new FeedAhead(client);
        this.clock = clock;
        this.source = source;
        this.gauges = new FollowerGauges(clock);
        this.projection = new FeedProjection(jdbi, clock, source, handler);
    }

    public synchronized void start() {
        if (running) return;
        running = true;
        gauges.register(source);
        thread = new Thread(this::follow, "feed-" + source);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        running = false;
        gauges.forget();
        if (thread != null) thread.interrupt();
    }

    private void follow() {
        var trouble = new Trouble(LOG, "feed of " + source);
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                step(LONG_POLL);
                trouble.over();
                pause = FIRST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!running) return;
                trouble.met(e);
                if (!sleep(pause)) return;
                pause = pause.multipliedBy(2).compareTo(LONG_POLL) > 0 ? LONG_POLL : pause.multipliedBy(2);
            }
        }
    }

    /** Reads one page and applies it; says whether there was anything. */
    public boolean step(Duration wait) throws IOException, InterruptedException {
        try (var step = Tracing.step("follow " + source)) {
            var state = projection.state();
            gauges.setAside(state.poisoned());
            var page = pages.page(state.cursor(), wait);
            if (!page.items().isEmpty()) projection.apply(state.cursor(), page);
            if (page.items().size() < FeedAhead.PAGE) gauges.heldAll();
            return !page.items().isEmpty();
        }
    }

    /** Asks the source whether there is anything further, so "caught up" is true of now and not of the last poll. */
    public FeedStatus status() {
        var state = projection.state();
        try {
            var ahead = client.page(state.cursor(), 1, Duration.ZERO);
            return new FeedStatus(
                    source, ahead.items().isEmpty(), behind(ahead), state.lastEventAt(), state.poisoned());
        } catch (IOException e) {
            return new FeedStatus(source, false, null, state.lastEventAt(), state.poisoned());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FeedStatus(source, false, null, state.lastEventAt(), state.poisoned());
        }
    }

    private double behind(FeedPage ahead) {
        if (ahead.items().isEmpty()) return 0;
        var age = Duration.between(ahead.items().get(0).time(), clock.instant());
        return Math.max(0, age.toMillis()) / 1000.0;
    }

    private static boolean sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

package cn.disputes.conventions.feed;

import cn.disputes.contract.events.FeedPage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Reads a feed page by page, and while one page is worked on fetches the one behind it. Nothing but time depends on that:
 * what was fetched for another cursor than the one asked for, or could not be fetched, is asked for again.
 */
public final class FeedAhead {
    static final int PAGE = 500;

    private final FeedClient client;
    private String cursor;
    private Future<FeedPage> ahead;

    public FeedAhead(FeedClient client) {
        this.client = client;
    }

    /** The page after a cursor; waits for the first event when there is none yet. */
    public FeedPage page(String after, Duration wait) throws IOException, InterruptedException {
        var page = fetched(after);
        if (page == null) page = client.page(after, PAGE, wait);
        // a page that is not full is the last one for now
        if (page.items().size() == PAGE) {
            cursor = page.next();
            ahead = fetch(cursor);
        }
        return page;
    }

    /** Null when there is none for this cursor; an empty one is not worth more than none. */
    private FeedPage fetched(String after) throws InterruptedException {
        var known = ahead;
        ahead = null;
        if (known == null || !after.equals(cursor)) return null;
        try {
            var page = known.get();
            return page.items().isEmpty() ? null : page;
        } catch (ExecutionException e) {
            return null;
        }
    }

    private Future<FeedPage> fetch(String after) {
        var task = new FutureTask<>(() -> client.page(after, PAGE, Duration.ZERO));
        var thread = new Thread(task, "feed-ahead");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}

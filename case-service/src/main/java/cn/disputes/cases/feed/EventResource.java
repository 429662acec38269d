package cn.disputes.cases.feed;

import cn.disputes.contract.events.FeedPage;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.Roles;
import cn.disputes.conventions.feed.FeedReader;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;

/** What has changed in the register, for other services; names no person. */
@Path("/v1/events")
public class EventResource {
    private static final int MAX_WAIT_SECONDS = 30;

    private final FeedReader feed;
    private final Caller caller;

    EventResource(FeedReader feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    public FeedPage events(
            @QueryParam("after") String after, @QueryParam("limit") String limit, @QueryParam("wait") String wait) {
        var seconds = Query.integer("wait", wait, 0, MAX_WAIT_SECONDS, 0);
        return feed.page(after, Query.limit(limit), Duration.ofSeconds(seconds), caller.scope());
    }
}

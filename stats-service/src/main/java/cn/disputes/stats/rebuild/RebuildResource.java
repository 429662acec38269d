package cn.disputes.stats.rebuild;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedStatus;
import cn.disputes.stats.facts.Feeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** How fresh the figures are, and folding them anew. */
@Path("/v1")
public class RebuildResource {
    private final Feeds feeds;
    private final Rebuild rebuild;

    RebuildResource(Feeds feeds, Rebuild rebuild) {
        this.feeds = feeds;
        this.rebuild = rebuild;
    }

    /** {@code caughtUp}: every source was asked just now and had nothing further. */
    public record Freshness(boolean caughtUp, List<FeedStatus> feeds) {}

    @GET
    @Path("/freshness")
    @RolesAllowed({STATISTICIAN, DASHBOARD, COORDINATOR, ADMIN})
    public Freshness freshness() {
        var status = feeds.followers().stream().map(FeedFollower::status).toList();
        return new Freshness(status.stream().allMatch(FeedStatus::caughtUp), status);
    }

    @POST
    @Path("/rebuild")
    @RolesAllowed({STATISTICIAN, ADMIN})
    public Rebuild.Result rebuild() {
        return rebuild.run();
    }

    /** How many roll-up cells the facts did not confirm before they were counted anew; anything but 0 was an error. */
    public record Recounted(long cellDifferences) {}

    /** Counts the roll-up cells anew from the facts in use. */
    @POST
    @Path("/rebuild/cells")
    @RolesAllowed({STATISTICIAN, ADMIN})
    public Recounted recount() {
        return new Recounted(rebuild.recount());
    }
}

package cn.disputes.alerts.alert;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** What was refused and why; kept for 90 days unless {@code alerts.rejected-days} says otherwise. */
@Path("/v1/alerts/rejected")
public class RejectedAlertResource {
    private final Jdbi jdbi;
    private final RejectedAlerts rejected;
    private final Caller caller;

    RejectedAlertResource(Jdbi jdbi, RejectedAlerts rejected, Caller caller) {
        this.jdbi = jdbi;
        this.rejected = rejected;
        this.caller = caller;
    }

    /** The newest first; a court sees its own source's, a coordinator the region's. */
    @GET
    @RolesAllowed({COURT_LIAISON, COORDINATOR})
    public Page<RejectedAlerts.Rejection> list(
            @QueryParam("source") String source,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var afterAt = after == null ? null : instant(after.get(0));
        var afterId = after == null ? null : Query.id("cursor", after.get(1));
        var named = Query.text("source", source);
        var own = caller.has(COORDINATOR) ? null : caller.subject();
        var english = language != null && language.startsWith("en");
        var found =
                jdbi.withHandle(h -> rejected.list(h, caller.scope(), own, named, afterAt, afterId, rows + 1, english));
        return Page.of(found, rows, null, r -> Cursor.encode(r.recordedAt().toString(), r.id().toString()));
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeException e) {
            throw Cursor.forged();
        }
    }
}

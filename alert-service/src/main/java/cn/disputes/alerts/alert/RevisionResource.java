package cn.disputes.alerts.alert;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Every version there ever was of an alert. */
@Path("/v1/alerts/{id}/revisions")
public class RevisionResource {
    private final Jdbi jdbi;
    private final Caller caller;

    RevisionResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** One version of an alert, in the order in which they came; one that is not the newest by its content is outdated. */
    public record Revision(int revision, boolean inForce, boolean outdated, Instant recordedAt, Alert alert) {}

    /** In the order in which they came. */
    @GET
    @RolesAllowed({COURT_LIAISON, COORDINATOR})
    public Page<Revision> revisions(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? 0
                : number(Cursor.decode(cursor, 1).get(0));
        var alert = uuid(id);
        var found = jdbi.withHandle(h -> {
            requireSeen(h, alert);
            return list(h, alert, after, rows + 1);
        });
        return Page.of(found, rows, null, r -> Cursor.encode(Integer.toString(r.revision())));
    }

    private void requireSeen(Handle h, UUID alert) {
        h.createQuery("SELECT 1 FROM alert a WHERE a.id = :id AND %s AND %s"
                        .formatted(AlertStore.within(caller.scope()), AlertStore.OWN))
                .bind("id", alert)
                .bind("own", caller.has(COORDINATOR) ? null : caller.subject())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private static List<Revision> list(Handle h, UUID alert, int after, int rows) {
        return h.createQuery(
                        """
                        SELECT r.revision, r.revision = a.revision AS in_force, r.outdated, r.recorded_at, r.body::text AS body
                        FROM alert a JOIN alert_revision r ON r.alert_id = a.id
                        WHERE a.id = :id AND r.revision > :after ORDER BY r.revision LIMIT :rows""")
                .bind("id", alert)
                .bind("after", after)
                .bind("rows", rows)
                .map((row, ctx) -> new Revision(
                        row.getInt("revision"),
                        row.getBoolean("in_force"),
                        row.getBoolean("outdated"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        AlertStore.read(row.getString("body"))))
                .list();
    }

    private static int number(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw Cursor.forged();
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}

package cn.disputes.alerts.delivery;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What was told to whom and why, what failed, and what was not told and why not. */
@Path("/v1/deliveries")
public class DeliveryResource {
    private static final String ROWS =
            """
            SELECT d.id, d.subscription_id, d.recipient, d.because, d.status, d.reason, d.held, d.letter_id, d.region_code,
                   d.recorded_at, d.forgotten_at, n.kind, n.code, n.case_id, coalesce(l.channel, d.told_by) AS channel,
                   coalesce(l.attempts, d.tries) AS attempts, coalesce(l.answered, d.answer) AS answered,
                   coalesce(l.failure, d.fault) AS failure, coalesce(l.tried_at, d.last_try_at) AS tried_at,
                   coalesce(l.sent_at, d.told_at) AS sent_at, l.next_at
            FROM delivery d JOIN notice n ON n.id = d.notice_id LEFT JOIN letter l ON l.id = d.letter_id
            """;

    /** Where a line stands. */
    public enum Status {
        QUEUED,
        SENT,
        NOT_SENT,
        DEAD
    }

    /**
     * One line: one notice to one recipient.
     *
     * @param recipient the person told; null where nobody is concerned
     * @param because OWN_CASE, SUPERIOR, AGENCY, REGION or ADDRESSED: what ties it to the recipient
     * @param reason of NOT_SENT: NO_SUBSCRIPTION, NOT_SUBSCRIBED_TO_KIND, NOT_SUBSCRIBED_TO_LEVEL,
     *     NOT_SUBSCRIBED_TO_AUDIENCE, PAUSED, RECUSED, STALE, SILENCED, or what has made it moot: ANSWERED, ACKNOWLEDGED,
     *     WITHDRAWN, CLOSED, REASSIGNED, GONE; FAULT: it could not be put into words
     * @param held of QUEUED: QUIET_HOURS or DIGEST, until {@code nextAt}
     * @param messageId {@code webhook-id} or Message-ID of the letter it is in, the same on every try
     * @param attempts tries so far
     * @param answered the last answer's code
     * @param nextAt when it is (again) due, of QUEUED
     * @param forgottenAt since when no more than this line is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Delivery")
    public record Delivery(
            UUID id,
            NoticeKind kind,
            String code,
            UUID riskCaseId,
            String regionCode,
            String recipient,
            String subscriptionId,
            Channel channel,
            String because,
            Status status,
            String reason,
            String held,
            UUID messageId,
            Integer attempts,
            Integer answered,
            String failure,
            Instant triedAt,
            Instant nextAt,
            Instant sentAt,
            Instant recordedAt,
            Instant forgottenAt) {}

    private final Jdbi jdbi;
    private final Letters letters;
    private final Caller caller;

    DeliveryResource(Jdbi jdbi, Letters letters, Caller caller) {
        this.jdbi = jdbi;
        this.letters = letters;
        this.caller = caller;
    }

    /** The newest first; a leader sees the own ones. */
    @GET
    @RolesAllowed({LEADER, COORDINATOR})
    public Page<Delivery> list(
            @QueryParam("status") String status,
            @QueryParam("kind") String kind,
            @QueryParam("riskCaseId") String riskCaseId,
            @QueryParam("recipient") String recipient,
            @QueryParam("subscriptionId") String subscriptionId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var statusCode = Query.code("status", status, Status.class);
        var kindCode = Query.code("kind", kind, NoticeKind.class);
        var after = cursor == null || cursor.isEmpty()
                ? null
                : Query.id("cursor", Cursor.decode(cursor, 1).get(0));
        var scope = caller.scope();
        var found = jdbi.withHandle(h -> h.createQuery(
                        ROWS
                                + """
                        WHERE (CAST(:own AS text) IS NULL OR d.recipient = :own)
                          AND (CAST(:own AS text) IS NOT NULL OR d.region_code >= :from AND d.region_code < :to)
                          AND (CAST(:status AS text) IS NULL OR d.status = :status)
                          AND (CAST(:kind AS text) IS NULL OR n.kind = :kind)
                          AND (CAST(:case AS uuid) IS NULL OR n.case_id = :case)
                          AND (CAST(:recipient AS text) IS NULL OR d.recipient = :recipient)
                          AND (CAST(:subscription AS text) IS NULL OR d.subscription_id = :subscription)
                          AND (CAST(:after AS uuid) IS NULL OR d.id < :after)
                        ORDER BY d.id DESC LIMIT :rows""")
                .bind("own", own())
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("status", statusCode == null ? null : statusCode.name())
                .bind("kind", kindCode == null ? null : kindCode.name())
                .bind("case", riskCaseId == null || riskCaseId.isEmpty() ? null : Query.id("riskCaseId", riskCaseId))
                .bind("recipient", Query.text("recipient", recipient))
                .bind("subscription", Query.text("subscriptionId", subscriptionId))
                .bind("after", after)
                .bind("rows", rows + 1)
                .map(DeliveryResource::map)
                .list());
        return Page.of(found, rows, null, d -> Cursor.encode(d.id().toString()));
    }

    /** A dead letter is tried anew, with all that is in it and under the same message id; in the facts of today. */
    @POST
    @Path("/{id}/replay")
    @RolesAllowed({LEADER, COORDINATOR})
    public Delivery replay(@PathParam("id") String id) {
        return jdbi.inTransaction(h -> {
            var line = require(h, id);
            var again = line.status() == Status.DEAD
                    && letters.replay(h, line.messageId()).isPresent();
            var now = require(h, id);
            if (again) return now;
            throw now.status() == Status.DEAD && now.forgottenAt() != null
                    ? new ProblemException(DeliveryProblem.FORGOTTEN)
                    : new ProblemException(DeliveryProblem.NOT_DEAD, now.status());
        });
    }

    private Delivery require(Handle h, String id) {
        UUID line;
        try {
            line = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        List<Delivery> found = h.createQuery(ROWS + "WHERE d.id = :id")
                .bind("id", line)
                .map(DeliveryResource::map)
                .list();
        return found.stream()
                .filter(d -> own() == null ? caller.scope().covers(d.regionCode()) : own().equals(d.recipient()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private String own() {
        return caller.has(COORDINATOR) ? null : caller.subject();
    }

    private static Delivery map(ResultSet row, StatementContext context) throws SQLException {
        var queued = row.getString("status").equals("QUEUED");
        return new Delivery(
                row.getObject("id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getObject("case_id", UUID.class),
                row.getString("region_code"),
                row.getString("recipient"),
                row.getString("subscription_id"),
                row.getString("channel") == null ? null : Channel.valueOf(row.getString("channel")),
                row.getString("because"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("held"),
                row.getObject("letter_id", UUID.class),
                row.getObject("attempts", Integer.class),
                row.getObject("answered", Integer.class),
                row.getString("failure"),
                Subscription.instant(row, "tried_at"),
                queued ? Subscription.instant(row, "next_at") : null,
                Subscription.instant(row, "sent_at"),
                Subscription.instant(row, "recorded_at"),
                Subscription.instant(row, "forgotten_at"));
    }
}

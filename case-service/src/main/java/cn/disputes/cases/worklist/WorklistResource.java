package cn.disputes.cases.worklist;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an office has before it today: queues with exact counts and their first cases. */
@Path("/v1/worklist")
public class WorklistResource {
    /** Which open reconsiderations stand in a queue, by the columns the steps fold to. */
    private static final Map<String, String> QUEUES = queues();

    private final Jdbi jdbi;
    private final Clock clock;
    private final Caller caller;

    WorklistResource(Jdbi jdbi, Clock clock, Caller caller) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.caller = caller;
    }

    private static Map<String, String> queues() {
        var queues = new LinkedHashMap<String, String>();
        queues.put("TO_REVIEW", "status = 'RECEIVED'");
        queues.put("IN_CORRECTION", "status = 'IN_CORRECTION'");
        queues.put("REPLY_DUE", "status = 'ACCEPTED' AND copy_served_on IS NOT NULL AND replied_on IS NULL");
        queues.put("DUE_IN_20_DAYS", "status = 'ACCEPTED' AND decide_due_on BETWEEN :today AND :in20");
        queues.put("DUE_IN_10_DAYS", "status = 'ACCEPTED' AND decide_due_on BETWEEN :today AND :in10");
        queues.put(
                "OVERDUE",
                "(status = 'ACCEPTED' AND decide_due_on < :today OR status = 'RECEIVED' AND review_due_on < :today)");
        queues.put("SUSPENDED", "status = 'SUSPENDED'");
        queues.put(
                "AWAITING_APPROVAL",
                "EXISTS (SELECT 1 FROM approval a WHERE a.case_id = reconsideration.id AND a.status = 'PENDING')");
        queues.put("UNASSIGNED", "status <> 'CONCLUDED' AND assigned_to IS NULL");
        return queues;
    }

    /** One case of a queue. */
    @Schema(name = "WorklistEntry")
    public record Entry(
            UUID id, String caseNumber, String regionCode, String status, LocalDate receivedOn, LocalDate dueOn) {}

    /** A queue: how many cases it has, and the most urgent of them. */
    public record Queue(String code, long count, List<Entry> items) {}

    public record Worklist(LocalDate asOf, List<Queue> queues) {}

    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER})
    public Worklist worklist(@QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var today = LocalDate.now(clock);
        return jdbi.withHandle(h -> {
            var queues = new ArrayList<Queue>();
            QUEUES.forEach((code, condition) -> queues.add(queue(h, code, condition, today, rows)));
            return new Worklist(today, queues);
        });
    }

    private Queue queue(Handle h, String code, String condition, LocalDate today, int rows) {
        var items = new ArrayList<Entry>();
        var scope = caller.scope();
        var count = h.createQuery(
                        """
                        SELECT id, case_number, region_code, status, received_on,
                               coalesce(decide_due_on, review_due_on) AS due_on, count(*) OVER () AS total
                        FROM reconsideration
                        WHERE status <> 'CONCLUDED' AND region_code >= :from AND region_code < :to
                          AND NOT (:caller = ANY (recused)) AND %s
                        ORDER BY due_on, id LIMIT :rows"""
                                .formatted(condition))
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("caller", caller.subject())
                .bind("today", today)
                .bind("in10", today.plusDays(10))
                .bind("in20", today.plusDays(20))
                .bind("rows", rows)
                .reduceResultSet(0L, (total, row, ctx) -> {
                    items.add(new Entry(
                            row.getObject("id", UUID.class),
                            row.getString("case_number"),
                            row.getString("region_code"),
                            row.getString("status"),
                            row.getObject("received_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class)));
                    return row.getLong("total");
                });
        return new Queue(code, count, items);
    }
}

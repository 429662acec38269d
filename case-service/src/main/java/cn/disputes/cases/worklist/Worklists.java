package cn.disputes.cases.worklist;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.DayCursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts the queues in one statement and fetches their most urgent items in a second. */
@ApplicationScoped
class Worklists {
    private final Clock clock;

    Worklists(Clock clock) {
        this.clock = clock;
    }

    /** An item with the queue it stands in. */
    record Found(WorkQueue queue, WorkItem item) {}

    Map<WorkQueue, Long> count(Handle h, Collection<WorkQueue> queues, Caller caller, boolean mine) {
        return bind(h.createQuery(countSql(queues, caller.scope(), mine)), caller)
                .map((row, ctx) -> {
                    var counts = new EnumMap<WorkQueue, Long>(WorkQueue.class);
                    for (var queue : queues) counts.put(queue, row.getLong(queue.name()));
                    return counts;
                })
                .one();
    }

    static String countSql(Collection<WorkQueue> queues, RegionScope scope, boolean mine) {
        return bySource(queues).entrySet().stream()
                .map(source -> counting(source.getKey(), source.getValue(), scope, mine))
                .collect(Collectors.joining(" CROSS JOIN ", "SELECT * FROM ", ""));
    }

    private static String counting(WorkSource source, List<WorkQueue> queues, RegionScope scope, boolean mine) {
        return queues.stream()
                .map(queue -> "count(*) FILTER (WHERE " + queue.condition + ") AS " + queue.name())
                .collect(Collectors.joining(
                        ", ",
                        "(SELECT ",
                        " FROM " + source.table + " WHERE " + source.where(scope, mine) + ") AS of_" + source.name()));
    }

    /** The innermost selects need nothing but the index of the open cases. */
    static String itemsSql(Collection<WorkQueue> queues, RegionScope scope, boolean mine, boolean continued) {
        return bySource(queues).entrySet().stream()
                .map(source ->
                        """
                        SELECT q.queue, q.due_on, c.id, c.region_code, %s FROM (%s) q JOIN %s c USING (id)"""
                                .formatted(
                                        source.getKey().shown,
                                        source.getValue().stream()
                                                .map(queue -> firstOf(queue, scope, mine, continued))
                                                .collect(Collectors.joining(" UNION ALL ")),
                                        source.getKey().table))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static String firstOf(WorkQueue queue, RegionScope scope, boolean mine, boolean continued) {
        return """
                (SELECT '%s' AS queue, id, %s AS due_on FROM %s
                 WHERE %s AND %s %s ORDER BY %s, id LIMIT :rows)"""
                .formatted(
                        queue.name(),
                        queue.due,
                        queue.source.table,
                        queue.source.where(scope, mine),
                        queue.condition,
                        continued ? "AND (" + queue.due + ", id) > (:afterDue, :afterId)" : "",
                        queue.due);
    }

    private static Map<WorkSource, List<WorkQueue>> bySource(Collection<WorkQueue> queues) {
        return queues.stream().collect(Collectors.groupingBy(queue -> queue.source));
    }

    /** The most urgent items first. */
    List<Found> items(Handle h, Collection<WorkQueue> queues, Caller caller, boolean mine, DayCursor after, int rows) {
        if (queues.isEmpty()) return List.of();
        var continued = after.day() != null;
        var query = bind(h.createQuery(itemsSql(queues, caller.scope(), mine, continued)), caller)
                .bind("rows", rows);
        if (continued) query.bind("afterDue", after.day()).bind("afterId", after.id());
        return query.map(Worklists::map).stream()
                .sorted((a, b) -> WorkItem.URGENT_FIRST.compare(a.item(), b.item()))
                .toList();
    }

    private Query bind(Query query, Caller caller) {
        return query.bind("caller", caller.subject()).bind("today", today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Found map(ResultSet row, StatementContext context) throws SQLException {
        var queue = WorkQueue.valueOf(row.getString("queue"));
        return new Found(
                queue,
                new WorkItem(
                        row.getObject("id", UUID.class),
                        queue.source.path,
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getString("status"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("assigned_to")));
    }

    /** Those of an approver beside those of everybody. */
    static List<WorkQueue> of(boolean approver) {
        return Arrays.stream(WorkQueue.values())
                .filter(queue -> approver || queue != WorkQueue.TO_APPROVE)
                .toList();
    }
}

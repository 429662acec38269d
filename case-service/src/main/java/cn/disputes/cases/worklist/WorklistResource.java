package cn.disputes.cases.worklist;

import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.DayCursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** What an office has before it today: queues with exact counts and their most urgent items. */
@Path("/v1/worklist")
public class WorklistResource {
    private final Jdbi jdbi;
    private final Worklists worklists;
    private final Caller caller;

    WorklistResource(Jdbi jdbi, Worklists worklists, Caller caller) {
        this.jdbi = jdbi;
        this.worklists = worklists;
        this.caller = caller;
    }

    /** A queue: how many it holds, the most urgent of them, and the cursor of the rest of it. */
    public record Queue(
            String code,
            String zh,
            String en,
            long count,
            List<WorkItem> items,
            @Schema(nullable = true) String next) {}

    public record Worklist(LocalDate asOf, List<Queue> queues) {}

    /**
     * Every queue. {@code mine=true}: only what is assigned to the caller; {@code limit} items of each, 1..500, 50 when
     * not given.
     */
    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER})
    public Worklist worklist(@QueryParam("mine") String mine, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var onlyMine = Query.bool("mine", mine);
        var queues = Worklists.of(caller.has(APPROVER));
        return jdbi.withHandle(h -> {
            var counts = worklists.count(h, queues, caller, onlyMine);
            // an empty queue would be looked for through all open cases
            var held = queues.stream().filter(queue -> counts.get(queue) > 0).toList();
            var items = worklists.items(h, held, caller, onlyMine, DayCursor.START, rows + 1).stream()
                    .collect(Collectors.groupingBy(
                            Worklists.Found::queue, Collectors.mapping(Worklists.Found::item, Collectors.toList())));
            return new Worklist(
                    worklists.today(),
                    queues.stream()
                            .map(queue -> queue(queue, counts.get(queue), items.getOrDefault(queue, List.of()), rows))
                            .toList());
        });
    }

    private static Queue queue(WorkQueue queue, long count, List<WorkItem> items, int rows) {
        var page = Page.of(items, rows, null, WorklistResource::cursorOf);
        return new Queue(queue.name(), queue.zh(), queue.en(), count, page.items(), page.next());
    }

    /** One queue by pages, the most urgent first; {@code count=true} adds how many it holds. */
    @GET
    @Path("/{queue}")
    @RolesAllowed({CASE_OFFICER, APPROVER})
    public Page<WorkItem> page(
            @PathParam("queue") String code,
            @QueryParam("mine") String mine,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("count") String count) {
        var queue = Worklists.of(caller.has(APPROVER)).stream()
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var rows = Query.limit(limit);
        var onlyMine = Query.bool("mine", mine);
        var after = DayCursor.read(cursor);
        var counted = Query.bool("count", count);
        return jdbi.withHandle(h -> {
            var one = List.of(queue);
            var total = counted ? worklists.count(h, one, caller, onlyMine).get(queue) : null;
            var items = worklists.items(h, one, caller, onlyMine, after, rows + 1).stream()
                    .map(Worklists.Found::item)
                    .toList();
            return Page.of(items, rows, total, WorklistResource::cursorOf);
        });
    }

    private static String cursorOf(WorkItem item) {
        return DayCursor.after(item.dueOn(), item.id());
    }
}

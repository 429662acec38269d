package cn.disputes.cases.casefile;

import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.DayCursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Pages of the lists of cases, newest first; where whole names are shown, the trail says whose were read. */
@ApplicationScoped
public class CaseLists {
    /**
     * What a list is of.
     *
     * @param dateColumn the day a case came in, by which the list is ordered
     * @param day the same of a row that was read
     */
    public record Kind<R>(
            String table, String dateColumn, RowMapper<R> mapper, Function<R, UUID> id, Function<R, LocalDate> day) {}

    private final Jdbi jdbi;
    private final Caller caller;
    private final AuditTrail audit;
    private final ListedCases listed;

    CaseLists(Jdbi jdbi, Caller caller, AuditTrail audit, ListedCases listed) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.audit = audit;
        this.listed = listed;
    }

    /** @param filter with its conditions set */
    public <R> Page<R> page(Kind<R> kind, CaseFilter filter) {
        return jdbi.withHandle(h -> page(h, "*", kind, filter));
    }

    /**
     * The same of cases that name persons: what the caller may see of each, written out, and a note of the names that were
     * shown whole.
     */
    public <R, V> Page<RawValue> page(Kind<R> kind, CaseFilter filter, BiFunction<R, Viewer, V> view) {
        var viewer = Viewer.of(caller);
        var rows = new Kind<>(
                kind.table(), kind.dateColumn(), ListedCases.Row::map, ListedCases.Row::id, ListedCases.Row::day);
        var page = jdbi.withHandle(h -> {
            var found = page(h, ListedCases.Row.columns(kind.dateColumn()), rows, filter);
            return new Page<>(listed.of(h, kind, filter, found.items(), viewer, view), found.next(), found.total());
        });
        var whole = page.items().stream()
                .filter(ListedCases.Shown::whole)
                .map(ListedCases.Shown::id)
                .toList();
        if (!whole.isEmpty()) audit.read(null, whole, "list");
        return new Page<>(page.items().stream().map(ListedCases.Shown::json).toList(), page.next(), page.total());
    }

    private static <R> Page<R> page(Handle h, String columns, Kind<R> kind, CaseFilter filter) {
        var limit = Query.limit(filter.limit);
        var total = Query.bool("count", filter.count)
                ? h.createQuery("SELECT count(*) FROM " + kind.table() + " WHERE " + filter.where())
                        .bindMap(filter.values())
                        .mapTo(Long.class)
                        .one()
                : null;
        var rows = h.createQuery("SELECT " + columns + " FROM " + kind.table() + " WHERE "
                        + filter.page(kind.dateColumn())
                        // a plan for any number of rows would sort all of them
                        + " ORDER BY " + kind.dateColumn() + " DESC, id DESC LIMIT " + (limit + 1))
                .bindMap(filter.values())
                .map(kind.mapper())
                .list();
        return Page.of(
                rows,
                limit,
                total,
                row -> DayCursor.after(kind.day().apply(row), kind.id().apply(row)));
    }
}

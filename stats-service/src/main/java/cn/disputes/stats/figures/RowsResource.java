package cn.disputes.stats.figures;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The rows behind a figure, or behind one group of it: the group's values are parameters of the same names. */
@Path("/v1/statistics/{indicator}/cases")
public class RowsResource {
    private final Jdbi jdbi;
    private final Rows rows;
    private final Caller caller;

    RowsResource(Jdbi jdbi, Rows rows, Caller caller) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Page<CaseRow> rows(
            @PathParam("indicator") String code,
            @QueryParam("set") String set,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf,
            @BeanParam GroupFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("count") String count) {
        var asked = Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var cut = filter.within(Cut.of(from, to, regionCode, asOf, caller));
        var group = filter.group(cut, List.of(asked));
        var wanted = RowSet.parse(set);
        var counting = Query.bool("count", count);
        var most = Query.limit(limit);
        var after = place(asked, cursor);
        return Snapshot.of(
                jdbi,
                h -> Page.of(
                        rows.page(h, asked, cut, wanted, group, after, most + 1),
                        most,
                        counting ? rows.count(h, asked, cut, wanted, group) : null,
                        row -> {
                            var place = Rows.Place.after(row);
                            return Cursor.encode(place.key(), place.id().toString());
                        }));
    }

    private static Rows.Place place(Indicator asked, String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        var keys = Cursor.decode(cursor, 2);
        var key = keys.get(0);
        if (asked.shape() == Shape.COUNTIES ? !key.matches("[0-9]{6}") : Query.date("cursor", key) == null)
            throw Cursor.forged();
        return new Rows.Place(key, Query.id("cursor", keys.get(1)));
    }
}

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
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** What a changed definition changes, case by case. The figures by both are asked for as CODE and CODE@VERSION. */
@Path("/v1/indicators/{code}/moves")
public class MovesResource {
    private final Jdbi jdbi;
    private final Caller caller;

    MovesResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /**
     * The cases of a period that two versions of one definition count otherwise.
     *
     * @param older version; the one in force when not given
     * @param newer version; the newest when not given
     */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Page<Moves.Move> moves(
            @PathParam("code") String code,
            @QueryParam("older") String older,
            @QueryParam("newer") String newer,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var versions = Indicators.versions(code);
        if (versions.isEmpty()) throw new ProblemException(GeneralProblem.NOT_FOUND);
        var inForce = Indicators.find(code).orElseThrow().version();
        var before = version(versions, "older", older == null || older.isEmpty() ? inForce : older);
        var after = version(
                versions,
                "newer",
                newer == null || newer.isEmpty()
                        ? versions.get(versions.size() - 1).version()
                        : newer);
        if (before.kind() == null || before.kind() != after.kind())
            throw ProblemException.invalid("newer", "两个版本不是对同一类案件的定义", "The two do not define by cases of one kind");
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        var most = Query.limit(limit);
        var place = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var afterId = place == null ? null : Query.id("cursor", place.get(1));
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                h -> Page.of(
                        Moves.page(h, before, after, cut, place == null ? "" : place.get(0), afterId, most + 1),
                        most,
                        null,
                        move -> Cursor.encode(move.caseNumber(), move.id().toString())));
    }

    private static Indicator version(List<Indicator> versions, String field, String version) {
        return versions.stream()
                .filter(i -> i.version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        "没有这个版本，见 /v1/indicators/{code}/versions",
                        "There is no such version, see /v1/indicators/{code}/versions"));
    }
}

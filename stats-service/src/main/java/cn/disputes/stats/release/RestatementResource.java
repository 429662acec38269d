package cn.disputes.stats.release;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.release.Restatement.Effect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** What has changed since a release, case by case. */
@Path("/v1/releases/{id}/restatement")
public class RestatementResource {
    private final Jdbi jdbi;
    private final ReleaseAccess access;
    private final Rows rows;
    private final Figures figures;
    private final Clock clock;

    RestatementResource(Jdbi jdbi, ReleaseAccess access, Rows rows, Figures figures, Clock clock) {
        this.jdbi = jdbi;
        this.access = access;
        this.rows = rows;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Today's figures against the sealed ones, of the period and of the year before it, and every case that entered or
     * left a set of them.
     */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Restatement restatement(
            @PathParam("id") String id,
            @QueryParam("indicators") String indicators,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var most = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? null
                : Query.id("cursor", Cursor.decode(cursor, 1).get(0)).toString();
        // one snapshot, so that figures and cases are of the same moment
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> {
            var stored = access.openIntact(h, id).stored();
            var restating = new Restating(h, rows, figures, stored).compare(asked(stored.release(), indicators));
            return answer(h, stored, restating, after, most);
        });
    }

    private Restatement answer(Handle h, ReleaseStore.Stored stored, Restating restating, String after, int most) {
        Map<UUID, List<Effect>> effects = restating.effects();
        var page = effects.keySet().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .filter(one -> after == null || one.toString().compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        var more = page.size() > most;
        var shown = more ? page.subList(0, most) : page;
        var release = stored.release();
        return new Restatement(
                release.id(),
                release.number(),
                release.sealedAt(),
                clock.instant(),
                restating.lines(),
                effects.size(),
                new Explaining(h, stored).explain(shown, effects),
                more ? Cursor.encode(shown.get(most - 1).toString()) : null);
    }

    private static List<Indicator> asked(Release release, String codes) {
        var sealed = Restating.sealedIndicators(release);
        if (codes == null || codes.isEmpty()) return sealed;
        var named = Arrays.stream(codes.split(",")).map(String::trim).toList();
        var found = sealed.stream().filter(i -> named.contains(i.code())).toList();
        if (found.size() < named.stream().distinct().count())
            throw ProblemException.invalid("indicators", "公报中没有这个指标", "There is no such indicator in the release");
        return found;
    }
}

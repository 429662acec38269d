package cn.disputes.stats.release;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The cases behind a sealed figure, as they were when it was sealed. */
@Path("/v1/releases/{id}/cases")
public class SealedRowsResource {
    private final Jdbi jdbi;
    private final ReleaseAccess access;

    SealedRowsResource(Jdbi jdbi, ReleaseAccess access) {
        this.jdbi = jdbi;
        this.access = access;
    }

    /** @param fact everything that was known of the case, by the columns of the facts */
    public record SealedRow(UUID id, String kind, String caseNumber, String regionCode, JsonNode fact) {}

    /**
     * The rows of a set (numerator, denominator, excluded) of an indicator, for the period sealed, for one of its months
     * or for the same of the year before. Of an indicator that counts counties the numerator is the cases lost.
     */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Page<SealedRow> rows(
            @PathParam("id") String id,
            @QueryParam("indicator") String indicator,
            @QueryParam("set") String set,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("count") String count) {
        var most = Query.limit(limit);
        var counting = Query.bool("count", count);
        var wanted = RowSet.parse(set);
        var asked = Indicators.find(indicator == null ? "" : indicator)
                .orElseThrow(() -> ProblemException.invalid(
                        "indicator", "没有这个指标，见 /v1/indicators", "There is no such indicator, see /v1/indicators"));
        // a plain count is its own denominator
        var kept = asked.shape() == Shape.COUNT && wanted == RowSet.DENOMINATOR ? RowSet.NUMERATOR : wanted;
        var after = cursor == null || cursor.isEmpty()
                ? -1
                : position(Cursor.decode(cursor, 1).get(0));
        var first = Query.month("from", from);
        var last = Query.month("to", to);
        var stored = jdbi.withHandle(h -> access.openIntact(h, id)).stored();
        var key = new RowList.Key(
                asked.code(),
                first == null ? stored.release().from() : first,
                last == null ? stored.release().to() : last,
                kept);
        requireSealed(stored.release(), key.from(), key.to());
        var members = stored.cases().lists().getOrDefault(key, new int[0]);
        var rows = Arrays.stream(members)
                .filter(at -> at > after)
                .limit(most + 1L)
                .boxed()
                .toList();
        var page = Page.of(rows, most, counting ? (long) members.length : null, at -> Cursor.encode(at.toString()));
        List<SealedRow> items = page.items().stream()
                .map(at -> row(stored.cases().cases().get(at)))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    private static SealedRow row(SealedCase one) {
        return new SealedRow(one.id(), one.kind(), one.caseNumber(), one.regionCode(), one.fact());
    }

    private static void requireSealed(Release release, YearMonth from, YearMonth to) {
        var cut = new Cut(release.from(), release.to(), release.regionCode(), null);
        var sealed = Stream.of(cut, cut.previousYear())
                .flatMap(period -> Stream.concat(Stream.of(period), Gathering.months(period).stream()));
        if (sealed.noneMatch(part -> part.from().equals(from) && part.to().equals(to))) {
            throw ProblemException.invalid(
                    "from",
                    "公报封存的是整个时期、其中各月及上年同期",
                    "Sealed are the whole period, its months, and the same a year before");
        }
    }

    private static int position(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Cursor.forged();
        }
    }
}

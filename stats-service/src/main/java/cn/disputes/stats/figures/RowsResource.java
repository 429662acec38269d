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
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows behind a figure: the same conditions, listed instead of counted. */
@Path("/v1/statistics/{indicator}/cases")
public class RowsResource {
    private final Jdbi jdbi;
    private final Caller caller;

    RowsResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** One row of a figure; {@code reason} only for rows left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CaseRow(
            String kind,
            UUID id,
            String caseNumber,
            String regionCode,
            String agencyCode,
            String domain,
            String actType,
            LocalDate receivedOn,
            LocalDate concludedOn,
            String outcome,
            String reason) {}

    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Page<CaseRow> rows(
            @PathParam("indicator") String code,
            @QueryParam("set") String set,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("count") String count) {
        var asked = Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        var wanted = set == null || set.isEmpty() ? "numerator" : set;
        if (!List.of("numerator", "denominator", "excluded").contains(wanted)) {
            throw ProblemException.invalid(
                    "set", "应为 numerator、denominator 或 excluded", "Must be numerator, denominator or excluded");
        }
        var counting = Query.bool("count", count);
        var rows = Query.limit(limit);
        if (asked.shape() == Indicator.Shape.RATIO && wanted.equals("excluded"))
            return new Page<>(List.of(), null, counting ? 0L : null);
        var indicator = asked.shape() == Indicator.Shape.RATIO ? part(wanted) : asked;
        var condition = asked.shape() == Indicator.Shape.RATIO ? "TRUE" : condition(indicator, wanted);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var afterId = after == null ? null : Query.id("cursor", after.get(1));
        return jdbi.withHandle(h -> {
            var where = " FROM " + FigureSql.source(indicator) + " CROSS JOIN " + FigureSql.periods(List.of())
                    + " WHERE " + FigureSql.population(indicator) + " AND (" + condition + ")";
            var total = counting
                    ? FigureSql.bind(h.createQuery(FigureSql.with(indicator, cut) + " SELECT count(*)" + where), cut)
                            .mapTo(Long.class)
                            .one()
                    : null;
            var found = list(
                    h,
                    indicator,
                    cut,
                    where,
                    after == null ? "" : after.get(0),
                    afterId,
                    rows,
                    wanted.equals("excluded"));
            return Page.of(
                    found,
                    rows,
                    total,
                    row -> Cursor.encode(row.caseNumber(), row.id().toString()));
        });
    }

    private static Indicator part(String set) {
        return Indicators.find(set.equals("numerator") ? "RECONSIDERATIONS_RECEIVED" : "FIRST_INSTANCE_RECEIVED")
                .orElseThrow();
    }

    private static String condition(Indicator i, String set) {
        return switch (set) {
            case "numerator" -> "(" + i.counted() + ") AND (" + i.numerator() + ")";
            case "denominator" -> i.counted();
            default -> "(" + i.counted() + ") IS NOT TRUE";
        };
    }

    private static List<CaseRow> list(
            Handle h,
            Indicator i,
            Cut cut,
            String where,
            String afterNumber,
            UUID afterId,
            int limit,
            boolean excluded) {
        var keyset = afterId == null ? "" : " AND (f.case_number, f.id) > (:afterNumber, :afterId)";
        var query = FigureSql.bind(
                h.createQuery(FigureSql.with(i, cut) + " SELECT f.*" + where + keyset
                        + " ORDER BY f.case_number, f.id LIMIT :rows"),
                cut);
        if (afterId != null) query.bind("afterNumber", afterNumber).bind("afterId", afterId);
        return query.bind("rows", limit + 1)
                .map((row, ctx) -> new CaseRow(
                        row.getString("kind"),
                        row.getObject("id", UUID.class),
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getString("agency_code"),
                        row.getString("domain"),
                        row.getString("act_type"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("concluded_on", LocalDate.class),
                        row.getString("outcome"),
                        excluded ? i.excludedReason() : null))
                .list();
    }
}

package cn.disputes.cases.retention;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.APPROVER;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the sweep would make anonymous on a day, and what a hold keeps from it. */
@Path("/v1/retention")
public class RetentionResource {
    private final Jdbi jdbi;
    private final RetentionConfig config;
    private final Clock clock;
    private final Caller caller;

    RetentionResource(Jdbi jdbi, RetentionConfig config, Clock clock, Caller caller) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A case whose term has ended on the day asked for.
     *
     * @param endedOn last day of the proceedings
     * @param keptUntil last day on which everything is kept
     * @param held whether a hold keeps it all the same
     */
    public record Due(String kind, UUID id, String caseNumber, LocalDate endedOn, LocalDate keptUntil, boolean held) {}

    /**
     * @param due how many the sweep would take
     * @param held how many a hold keeps
     * @param items those that ended first
     */
    public record Preview(LocalDate on, int years, long due, long held, List<Due> items) {}

    /** {@code on}: today when not given; {@code limit} of each kind. */
    @GET
    @RolesAllowed({ADMIN, APPROVER})
    public Preview preview(@QueryParam("on") String on, @QueryParam("limit") String limit) {
        var day = Query.date("on", on);
        var today = day == null ? LocalDate.now(clock) : day;
        var rows = Query.limit(limit);
        return jdbi.withHandle(h -> {
            var items = new ArrayList<Due>();
            var counts = new long[2];
            for (var kind : KeptCase.values()) due(h, kind, today, rows, items, counts);
            return new Preview(today, config.years(), counts[0], counts[1], items);
        });
    }

    private void due(Handle h, KeptCase kind, LocalDate today, int rows, List<Due> items, long[] counts) {
        h
                .createQuery(
                        """
                        SELECT id, case_number, ended, held, count(*) FILTER (WHERE NOT held) OVER () AS due,
                               count(*) FILTER (WHERE held) OVER () AS kept
                        FROM (SELECT id, case_number, (%s) AS ended,
                                     EXISTS (SELECT 1 FROM retention_hold AS hold WHERE hold.case_id = c.id) AS held
                              FROM %s AS c
                              WHERE region_code >= :from AND region_code < :to
                                AND NOT EXISTS (SELECT 1 FROM retention_end AS gone WHERE gone.case_id = c.id)) AS file
                        WHERE ended + make_interval(years => :years) < :today
                        ORDER BY ended, id LIMIT :rows"""
                                .formatted(kind.ended, kind.table))
                .bind("from", caller.scope().from())
                .bind("to", caller.scope().to())
                .bind("years", config.years())
                .bind("today", today)
                .bind("rows", rows)
                .map((row, ctx) -> {
                    var ended = row.getObject("ended", LocalDate.class);
                    items.add(new Due(
                            kind.path,
                            row.getObject("id", UUID.class),
                            row.getString("case_number"),
                            ended,
                            RetentionRules.keptUntil(ended, config.years()),
                            row.getBoolean("held")));
                    return new long[] {row.getLong("due"), row.getLong("kept")};
                })
                .list()
                .stream()
                .findFirst()
                .ifPresent(of -> {
                    counts[0] += of[0];
                    counts[1] += of[1];
                });
    }
}

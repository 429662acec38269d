package cn.disputes.alerts.backtest;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Runs a judge over the suits a caller may see. */
@ApplicationScoped
public class Backtests {
    /**
     * How a judge would have done.
     *
     * @param ruleVersion null for rules that are in force nowhere, and for models
     * @param inSample a model was trained on suits of this period: its figures flatter it
     * @param figures with the first page of cases only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            Integer ruleVersion,
            LocalDate from,
            LocalDate to,
            String regionCode,
            Boolean inSample,
            Replay.Figures figures,
            Page<Replay.Case> cases) {}

    private final Jdbi jdbi;

    Backtests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The figures over all suits judged from one day to another, and a page of the suits behind them.
     *
     * @param region null for the caller's own
     */
    public Result run(
            Judge judge,
            Integer version,
            Boolean inSample,
            LocalDate from,
            LocalDate to,
            String region,
            Caller caller,
            String cursor,
            String limit) {
        if (to.isBefore(from)) throw ProblemException.invalid("to", "不能早于 from", "Must not be before from");
        if (region != null) caller.requireRegion(region);
        var scope = region == null ? caller.scope() : new RegionScope(region);
        var asked = new JudgedSuits.Asked(from, to, scope.from(), scope.to());
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, 2);
        var start = after == null
                ? new JudgedSuits.After(from, "")
                : new JudgedSuits.After(Query.date("cursor", after.get(0)), after.get(1));
        var replay = new Replay(judge);
        if (after == null) JudgedSuits.each(jdbi, asked, replay::add);
        var page = jdbi.withHandle(h -> JudgedSuits.page(h, asked, start, rows + 1)).stream()
                .map(replay::of)
                .toList();
        return new Result(
                version,
                from,
                to,
                scope.region(),
                inSample,
                after == null ? replay.figures() : null,
                Page.of(page, rows, null, c -> Cursor.encode(c.concludedOn().toString(), c.caseNumber())));
    }
}

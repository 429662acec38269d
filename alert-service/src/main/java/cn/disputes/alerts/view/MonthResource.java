package cn.disputes.alerts.view;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.escalation.EscalationView;
import cn.disputes.alerts.escalation.EscalationView.RungView;
import cn.disputes.alerts.escalation.Escalations;
import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.alerts.view.MonthStore.Claim;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The month at a glance, for whoever coordinates it (每月交办一览). */
@Path("/v1/month")
public class MonthResource {
    private static final int SILENCE_ENDS_WITHIN_DAYS = 7;

    private final Jdbi jdbi;
    private final MonthStore store;
    private final Escalations escalations;
    private final Caller caller;
    private final Clock clock;

    MonthResource(Jdbi jdbi, MonthStore store, Escalations escalations, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.escalations = escalations;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was handed over in a month and what has become of it. {@code month}: the present one unless given;
     * {@code regionCode}: the caller's region unless given, 404 outside it.
     */
    @GET
    @RolesAllowed(COORDINATOR)
    public MonthView get(@QueryParam("month") String month, @QueryParam("regionCode") String regionCode) {
        var named = Query.month("month", month);
        var asked = Query.region("regionCode", regionCode);
        if (asked != null) caller.requireRegion(asked);
        var today = LocalDate.now(clock);
        var region = asked == null ? caller.scope() : new RegionScope(asked);
        // one moment for all: the sums agree with the lists
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                h -> view(h, named == null ? YearMonth.from(today) : named, region, today));
    }

    private MonthView view(Handle h, YearMonth month, RegionScope region, LocalDate today) {
        var rounds = MonthRounds.of(store.rounds(h, month), region);
        var lists = new MonthLists(store.listed(h, rounds.ids(), region), store.orders(h, rounds.ids()));
        var ends = new MonthEnds(store.closed(h, month.atDay(1), month.atEndOfMonth(), region));
        var beside = rounds.beside(h, month, region);
        return new MonthView(
                month,
                region.region(),
                today,
                rounds.shown(),
                lists.orders(),
                lists.size(),
                lists.counts(),
                lists.carried(),
                MonthView.Section.of(beside.late()),
                MonthView.Section.of(beside.recordedAfter()),
                lists.held(),
                lists.unrouted(),
                MonthView.Section.of(claimed(h, region, today)),
                ends.resolved(),
                ends.evidence(),
                ends.lost(),
                ends.won(),
                MonthRungs.of(store.fired(h, month.atDay(1), month.atEndOfMonth(), region)),
                MonthView.Section.of(store.silences(h, today, today.plusDays(SILENCE_ENDS_WITHIN_DAYS), region)));
    }

    private List<MonthView.Claimed> claimed(Handle h, RegionScope region, LocalDate today) {
        var claims = store.claimed(h, region);
        var ladders = escalations.views(
                h, claims.stream().map(claim -> claim.risk().riskCaseId()).toList());
        return claims.stream()
                .map(claim -> claimed(claim, ladders.get(claim.risk().riskCaseId()), today))
                .toList();
    }

    private static MonthView.Claimed claimed(Claim claim, EscalationView ladder, LocalDate today) {
        var by = ladder.current() == null
                ? null
                : ladder.current().rungs().stream()
                        .filter(rung -> rung.answer() == Answer.VERIFIED)
                        .findFirst()
                        .map(RungView::dueOn)
                        .orElse(null);
        return new MonthView.Claimed(
                claim.risk(),
                claim.on(),
                claim.evidence(),
                by,
                by != null && by.isBefore(today),
                Preconditions.etag(claim.version()).toString());
    }
}

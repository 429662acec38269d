package cn.disputes.alerts.round;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.calendar.CutOff;
import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.risk.Recusals;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCaseBatch;
import cn.disputes.alerts.round.RoundStore.Head;
import cn.disputes.alerts.round.RoundStore.Line;
import cn.disputes.alerts.routing.RoutedCases;
import cn.disputes.alerts.routing.Routing;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Hands each month's open risk cases to the leaders responsible (每月交办), exactly once per month and region, in one
 * transaction: whoever is killed in the middle leaves nothing behind.
 */
@ApplicationScoped
class AssignmentRounds {
    private final RoundStore store;
    private final RiskCaseBatch cases;
    private final RoutingStore routing;
    private final Calendars calendars;
    private final Clock clock;
    private final CutOff cutOff;
    private final int daysToResolve;

    AssignmentRounds(
            RoundStore store,
            RiskCaseBatch cases,
            RoutingStore routing,
            Calendars calendars,
            Clock clock,
            RoundConfig config) {
        this.store = store;
        this.cases = cases;
        this.routing = routing;
        this.calendars = calendars;
        this.clock = clock;
        this.cutOff = new CutOff(config.cutoffDay());
        this.daysToResolve = config.daysToResolve();
    }

    Optional<Round> find(Handle h, YearMonth month, String region) {
        return store.head(h, month, region)
                .map(head -> shown(h, head, store.lines(h, head.id()), store.orders(h, head.id()), false));
    }

    /** Held until the transaction ends; then look whether the round is there. */
    void claim(Handle h, YearMonth month) {
        store.claim(h, month);
    }

    /** Runs the round that a person asks for; there must be none yet. */
    Round byHand(Handle h, YearMonth month, String region, boolean dryRun, String by) {
        var today = LocalDate.now(clock);
        var cutoff = RoundRules.byHand(month, today, cutOff, calendars.current(h));
        return run(h, new Head(Ids.next(), month, region, cutoff, today, false), cutoff, dryRun, by);
    }

    /** Runs a month that is due, unless somebody was quicker. */
    Optional<Round> due(Handle h, YearMonth month, String region, String by) {
        store.claim(h, month);
        if (store.head(h, month, region).isPresent()) return Optional.empty();
        var today = LocalDate.now(clock);
        var cutoff = cutOff.of(month, calendars.current(h));
        return Optional.of(run(h, new Head(Ids.next(), month, region, cutoff, today, true), today, false, by));
    }

    /** The months of a region that are due; the first look decides with which month automatic rounds begin. */
    List<YearMonth> missed(Handle h, String region) {
        WorkingDays calendar = calendars.current(h);
        var today = LocalDate.now(clock);
        var first = store.automaticSince(h, region, RoundRules.firstAutomatic(today, cutOff, calendar));
        return RoundRules.missed(first, store.months(h, region), today, cutOff, calendar);
    }

    /** @param handedOver the day on which the leaders must be there; a round run for the past hands over at its cut-off */
    private Round run(Handle h, Head head, LocalDate handedOver, boolean dryRun, String by) {
        var open = RoundList.open(h, head.month(), head.regionCode(), head.cutoff(), !dryRun);
        // read after the cases are locked: a conflict or a hold declared before that counts
        var recusals = Recusals.ofOpenCases(h);
        var held = RoundList.held(h, head.regionCode());
        var answers = routing.routing(h, loadBeside(open, head.month(), routing.openCases(h)));
        var lines = new ArrayList<Line>();
        var changed = new ArrayList<RiskCase>();
        var due = RoundRules.dueOn(head.cutoff(), handedOver, daysToResolve);
        var terms = store.terms(h, open);
        for (var risk : open) {
            var line = held.contains(risk.id())
                    ? line(head, risk, null, null, RoundStore.HELD)
                    : routed(head, risk, handedOver, answers, recusals.getOrDefault(risk.id(), Set.of()));
            lines.add(line);
            if (line.leaderId() != null)
                changed.add(ordered(risk, line, head.month(), dueOn(terms.get(risk.id()), line, due)));
        }
        var orders = orders(lines, dryRun);
        if (!dryRun) {
            store.insert(h, head, by);
            store.insert(h, head, lines, List.copyOf(orders.values()));
            cases.save(h, changed);
        }
        return shown(h, head, lines, orders, dryRun);
    }

    /** What leaders have beside the cases of the list, which are given out anew. */
    private static Map<String, Integer> loadBeside(List<RiskCase> open, YearMonth month, Map<String, Integer> load) {
        for (var risk : open) {
            if (risk.leader() != null && !RoundRules.overtaken(risk, month))
                load.merge(risk.leader(), -1, Integer::sum);
        }
        return load;
    }

    private static Line routed(Head head, RiskCase risk, LocalDate handedOver, Routing answers, Set<String> recused) {
        var route = answers.route(RoutedCases.of(risk, handedOver, recused));
        if (route.leader() == null)
            return line(head, risk, null, null, route.reason().name());
        if (!RoundRules.overtaken(risk, head.month())) answers.give(route.leader());
        return line(head, risk, route.leader().id(), route.leader().name(), null);
    }

    private static Line line(Head head, RiskCase risk, String leader, String name, String reason) {
        var carried = (int)
                risk.months().stream().filter(m -> m.isBefore(head.month())).count();
        return new Line(
                risk.id(),
                risk.litigationCaseNumber(),
                risk.defendantName(),
                leader,
                name,
                reason,
                risk.level(),
                carried,
                RoundRules.overtaken(risk, head.month()));
    }

    /**
     * Whoever has the case already is on the ladder, and its term goes on; anybody else begins anew. A month played long
     * afterwards keeps its own day, which is sooner than any that counts from today.
     */
    private static LocalDate dueOn(RoundStore.Term running, Line line, LocalDate anew) {
        var goesOn = running != null
                && running.leaderId().equals(line.leaderId())
                && running.resolveBy().isBefore(anew);
        return goesOn ? running.resolveBy() : anew;
    }

    private static RiskCase ordered(RiskCase risk, Line line, YearMonth month, LocalDate due) {
        var months = new ArrayList<>(risk.months());
        months.add(month);
        months.sort(null);
        return line.overtaken() ? risk.noted(months) : risk.assigned(line.leaderId(), months, due);
    }

    private static TreeMap<String, Round.Order> orders(List<Line> lines, boolean dryRun) {
        var orders = new TreeMap<String, Round.Order>();
        for (var line : lines) {
            if (line.leaderId() == null) continue;
            orders.computeIfAbsent(
                    line.leaderId(),
                    id -> new Round.Order(
                            dryRun ? null : Ids.next(),
                            new Round.Responsible(id, line.leaderName()),
                            null,
                            new ArrayList<>()));
        }
        return orders;
    }

    private Round shown(Handle h, Head head, List<Line> lines, Map<String, Round.Order> orders, boolean dryRun) {
        var unrouted = new ArrayList<Round.Unrouted>();
        var held = new ArrayList<Round.Held>();
        for (var line : lines) {
            if (line.leaderId() != null) orders.get(line.leaderId()).cases().add(line.ordered());
            else if (RoundStore.HELD.equals(line.reason())) held.add(new Round.Held(line.caseId(), line.number()));
            else unrouted.add(new Round.Unrouted(line.caseId(), line.number(), line.reason()));
        }
        return new Round(
                head.month(),
                head.regionCode(),
                head.cutoff(),
                calendars.current(h).known(head.cutoff().getYear()),
                List.copyOf(orders.values()),
                // a preview has no list yet that anything could come after
                dryRun ? List.of() : RoundList.late(h, head),
                dryRun ? List.of() : RoundList.recordedAfter(h, head),
                held,
                unrouted,
                head.recordedOn(),
                head.automatic(),
                dryRun);
    }
}

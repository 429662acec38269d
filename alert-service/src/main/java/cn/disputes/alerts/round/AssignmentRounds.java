package cn.disputes.alerts.round;

import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskProblem;
import cn.disputes.alerts.routing.Duty.RoutedCase;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Hands each month's open risk cases to the leaders responsible (每月交办), exactly once per month and region. */
@ApplicationScoped
class AssignmentRounds {
    private final RiskCases cases;
    private final RoutingStore routing;
    private final Clock clock;
    private final int cutoffDay;
    private final int daysToResolve;

    AssignmentRounds(
            RiskCases cases,
            RoutingStore routing,
            Clock clock,
            @ConfigProperty(name = "rounds.cutoff-day", defaultValue = "5") int cutoffDay,
            @ConfigProperty(name = "rounds.days-to-resolve", defaultValue = "10") int daysToResolve) {
        this.cases = cases;
        this.routing = routing;
        this.clock = clock;
        this.cutoffDay = cutoffDay;
        this.daysToResolve = daysToResolve;
    }

    Optional<Round> find(Handle h, YearMonth month, String region) {
        return h.createQuery("SELECT id, cutoff FROM assignment_round WHERE month = :month AND region_code = :region")
                .bind("month", month.toString())
                .bind("region", region)
                .map((row, ctx) -> read(
                        h, row.getObject("id", UUID.class), month, region, row.getObject("cutoff", LocalDate.class)))
                .findOne();
    }

    /** Serialises the rounds of a month: a county's and the city's must not order one case twice. */
    void claim(Handle h, YearMonth month) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:month, 33))::text")
                .bind("month", "round " + month)
                .mapTo(String.class)
                .one();
    }

    /** The list of a month is fixed at the cut-off day, or on the day it is run when that is later; past months whole. */
    LocalDate cutoff(YearMonth month) {
        var today = LocalDate.now(clock);
        if (month.isAfter(YearMonth.from(today))) {
            throw new ProblemException(RiskProblem.MONTH_AHEAD).field("month", "该月尚未开始", "The month has not begun");
        }
        if (month.isBefore(YearMonth.from(today))) return month.atEndOfMonth();
        return today.getDayOfMonth() >= cutoffDay ? today : month.atDay(cutoffDay);
    }

    Round run(Handle h, YearMonth month, String region, boolean dryRun, String by) {
        var cutoff = cutoff(month);
        var answers = routing.routing(h);
        var id = Ids.next();
        if (!dryRun) insert(h, id, month, region, cutoff, by);
        var orders = new LinkedHashMap<String, List<Round.Ordered>>();
        var names = new LinkedHashMap<String, String>();
        var unrouted = new ArrayList<Round.Unrouted>();
        for (var risk : open(h, month, region, cutoff)) {
            var route = answers.route(
                    new RoutedCase(risk.regionCode(), risk.defendantCode(), risk.domain(), risk.level(), cutoff));
            var carried =
                    (int) risk.months().stream().filter(m -> m.isBefore(month)).count();
            if (route.leader() == null)
                unrouted.add(new Round.Unrouted(risk.id(), risk.litigationCaseNumber(), route.reason()));
            else {
                names.put(route.leader().id(), route.leader().name());
                orders.computeIfAbsent(route.leader().id(), leader -> new ArrayList<>())
                        .add(new Round.Ordered(risk.id(), risk.litigationCaseNumber(), risk.level(), carried));
            }
            if (!dryRun)
                order(
                        h,
                        id,
                        month,
                        risk,
                        route.leader() == null ? null : route.leader().id(),
                        route.reason(),
                        carried,
                        cutoff);
        }
        var list = orders.entrySet().stream()
                .map(e -> new Round.Order(new Round.Responsible(e.getKey(), names.get(e.getKey())), e.getValue()))
                .toList();
        return new Round(month, region, cutoff, list, late(h, month, region, cutoff), unrouted, dryRun);
    }

    /** Open at the cut-off by the dates of the case, so that a past month can be run afterwards. */
    private List<RiskCase> open(Handle h, YearMonth month, String region, LocalDate cutoff) {
        var scope = new RegionScope(region);
        return h.createQuery(
                        """
                        SELECT id FROM risk_case
                        WHERE region_code >= :from AND region_code < :to AND flagged_on <= :cutoff
                          AND (closed_on IS NULL OR closed_on > :cutoff)
                          AND NOT EXISTS (SELECT 1 FROM assignment_order o
                                          WHERE o.case_id = risk_case.id AND o.month = :month AND o.leader_id IS NOT NULL)
                        ORDER BY id FOR UPDATE""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("cutoff", cutoff)
                .bind("month", month.toString())
                .mapTo(UUID.class)
                .map(id -> cases.find(h, id, false).orElseThrow())
                .list();
    }

    private void insert(Handle h, UUID id, YearMonth month, String region, LocalDate cutoff, String by) {
        h.execute(
                "INSERT INTO assignment_round (id, month, region_code, cutoff, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                month.toString(),
                region,
                cutoff,
                by,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void order(
            Handle h,
            UUID round,
            YearMonth month,
            RiskCase risk,
            String leader,
            String reason,
            int carried,
            LocalDate cutoff) {
        h.createUpdate(
                        """
                        INSERT INTO assignment_order (round_id, month, case_id, leader_id, reason, level, months_carried)
                        VALUES (:round, :month, :case, :leader, :reason, :level, :carried)""")
                .bind("round", round)
                .bind("month", month.toString())
                .bind("case", risk.id())
                .bind("leader", leader)
                .bind("reason", reason)
                .bind("level", risk.level().name())
                .bind("carried", carried)
                .execute();
        if (leader == null) return;
        var months = new ArrayList<>(risk.months());
        months.add(month);
        months.sort(null);
        cases.save(h, risk.assigned(leader, months, cutoff.plusDays(daysToResolve)));
    }

    private Round read(Handle h, UUID id, YearMonth month, String region, LocalDate cutoff) {
        var orders = new LinkedHashMap<Round.Responsible, List<Round.Ordered>>();
        var unrouted = new ArrayList<Round.Unrouted>();
        h.createQuery(
                        """
                        SELECT o.case_id, o.leader_id, o.reason, o.level, o.months_carried, c.litigation_case_number,
                               l.body ->> 'name' AS leader_name
                        FROM assignment_order o JOIN risk_case c ON c.id = o.case_id LEFT JOIN leader l ON l.id = o.leader_id
                        WHERE o.round_id = :round ORDER BY o.leader_id, o.case_id""")
                .bind("round", id)
                .map((row, ctx) -> {
                    var caseId = row.getObject("case_id", UUID.class);
                    var number = row.getString("litigation_case_number");
                    if (row.getString("leader_id") == null)
                        unrouted.add(new Round.Unrouted(caseId, number, row.getString("reason")));
                    else {
                        orders.computeIfAbsent(
                                        new Round.Responsible(row.getString("leader_id"), row.getString("leader_name")),
                                        l -> new ArrayList<>())
                                .add(new Round.Ordered(
                                        caseId,
                                        number,
                                        RiskLevel.valueOf(row.getString("level")),
                                        row.getInt("months_carried")));
                    }
                    return caseId;
                })
                .list();
        var list = orders.entrySet().stream()
                .map(e -> new Round.Order(e.getKey(), e.getValue()))
                .toList();
        return new Round(month, region, cutoff, list, late(h, month, region, cutoff), unrouted, false);
    }

    /** Flagged in the month after the list was fixed: shown apart, ordered next month. */
    private static List<Round.Late> late(Handle h, YearMonth month, String region, LocalDate cutoff) {
        var scope = new RegionScope(region);
        return h.createQuery(
                        """
                        SELECT id, litigation_case_number, flagged_on FROM risk_case
                        WHERE region_code >= :from AND region_code < :to AND flagged_on <= :end
                          AND (closed_on IS NULL OR closed_on > :cutoff)
                          AND (flagged_on > :cutoff OR recorded_at > (SELECT recorded_at FROM assignment_round
                                                                     WHERE month = :month AND region_code = :region))
                          AND NOT EXISTS (SELECT 1 FROM assignment_order o WHERE o.case_id = risk_case.id AND o.month = :month)
                        ORDER BY flagged_on, id""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("cutoff", cutoff)
                .bind("end", month.atEndOfMonth())
                .bind("month", month.toString())
                .bind("region", region)
                .map((row, ctx) -> new Round.Late(
                        row.getObject("id", UUID.class),
                        row.getString("litigation_case_number"),
                        row.getObject("flagged_on", LocalDate.class)))
                .list();
    }
}

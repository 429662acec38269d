package cn.disputes.alerts.view;

import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.escalation.EscalationView;
import cn.disputes.alerts.escalation.Escalations;
import cn.disputes.alerts.risk.Plans;
import cn.disputes.alerts.risk.RiskActionRules;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.view.MyCaseRules.Task;
import cn.disputes.alerts.view.MyCaseStore.OrderRow;
import cn.disputes.alerts.view.MyCaseStore.WordRow;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** What a leader has in hand (包案领导的案件): the own open cases, and the orders to sign for. */
@Path("/v1/my/cases")
public class MyCasesResource {
    private final Jdbi jdbi;
    private final MyCaseStore store;
    private final Escalations escalations;
    private final Plans plans;
    private final Caller caller;
    private final Clock clock;

    MyCasesResource(Jdbi jdbi, MyCaseStore store, Escalations escalations, Plans plans, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.escalations = escalations;
        this.plans = plans;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's open cases, overdue first, each with what is due next and what a predecessor promised. */
    @GET
    @RolesAllowed(LEADER)
    public MyCases list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty() ? null : position(cursor);
        // one moment for all: what is counted is what is listed
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> page(h, rows, after));
    }

    private MyCases page(Handle h, int rows, MyCase.Position after) {
        var today = LocalDate.now(clock);
        var orders = store.unsigned(h, caller.subject());
        var all = cases(h, orders, today);
        var rest = all.stream()
                .filter(mine -> after == null || mine.position().compareTo(after) > 0)
                .toList();
        var items = rest.subList(0, Math.min(rows, rest.size()));
        return new MyCases(
                today,
                all.size(),
                all.stream().filter(MyCase::overdue).count(),
                unsigned(orders, all),
                items,
                items.size() == rest.size()
                        ? null
                        : cursor(items.get(items.size() - 1).position()));
    }

    private List<MyCase> cases(Handle h, List<OrderRow> orders, LocalDate today) {
        var leader = caller.subject();
        var open = store.open(h, leader, caller.scope());
        var ids = open.stream().map(RiskCase::id).toList();
        var ladders = escalations.views(h, ids);
        var inherited = store.inherited(h, leader, ids);
        var models = store.models(h, ids);
        var promised = plans.ofLeader(h, leader, caller.scope()).items().stream()
                .collect(Collectors.toMap(Plans.Plan::riskCaseId, Function.identity()));
        var unsigned = new HashMap<UUID, UUID>();
        orders.forEach(order -> order.cases().forEach(id -> unsigned.put(id, order.id())));
        return open.stream()
                .map(risk -> mine(
                        risk,
                        ladders.get(risk.id()),
                        promised.get(risk.id()),
                        inherited.getOrDefault(risk.id(), List.of()),
                        models.get(risk.id()),
                        risk.state() == RiskState.ASSIGNED ? unsigned.get(risk.id()) : null,
                        today))
                .sorted(MyCase.IN_ORDER)
                .toList();
    }

    private static MyCase mine(
            RiskCase risk,
            EscalationView ladder,
            Plans.Plan plan,
            List<WordRow> inherited,
            String model,
            UUID unsigned,
            LocalDate today) {
        var run = ladder.current();
        var due = MyCaseRules.due(
                new MyCaseRules.Facts(
                        risk.state(),
                        run,
                        model != null,
                        risk.dueOn(),
                        plan == null ? null : plan.promisedOn(),
                        ladder.hearingOn()),
                today);
        return new MyCase(
                risk.id(),
                risk.litigationCaseNumber(),
                risk.regionCode(),
                risk.defendantName(),
                risk.level(),
                risk.state(),
                risk.months(),
                due.stream().anyMatch(MyCaseRules.Due::overdue),
                due,
                run == null ? null : run.resolveReason(),
                run == null ? null : run.next(),
                reached(run),
                run == null || run.silence() == null ? null : run.silence().until(),
                model,
                plan,
                inherited.stream().map(word -> word(word, plan)).toList(),
                unsigned,
                RiskActionRules.leadersMay(risk.state(), model != null),
                Preconditions.etag(risk.version()).toString());
    }

    private static List<MyCase.Reached> reached(EscalationView.Run run) {
        if (run == null) return List.of();
        return run.rungs().stream()
                .filter(rung -> rung.firedAt() != null)
                .map(rung -> new MyCase.Reached(
                        rung.code(), rung.titleZh(), rung.titleEn(), rung.firedAt(), rung.answeredAt() != null))
                .toList();
    }

    private static MyCase.Word word(WordRow word, Plans.Plan plan) {
        return new MyCase.Word(
                word.type(),
                word.on(),
                word.text(),
                word.promisedOn(),
                word.leaderId(),
                word.leaderName(),
                plan != null && plan.sequence() == word.sequence());
    }

    /** An order is to be signed for by the earliest day of those of its cases that wait for it. */
    private static List<MyCases.Unsigned> unsigned(List<OrderRow> orders, List<MyCase> cases) {
        Map<UUID, List<MyCase>> waiting = cases.stream()
                .filter(mine -> mine.unsignedOrder() != null)
                .collect(Collectors.groupingBy(MyCase::unsignedOrder));
        return orders.stream()
                .map(order -> {
                    var due = waiting.getOrDefault(order.id(), List.of()).stream()
                            .flatMap(mine -> mine.due().stream())
                            .filter(task -> task.what() == Task.SIGN_FOR)
                            .toList();
                    return new MyCases.Unsigned(
                            order.id(),
                            order.month(),
                            order.regionCode(),
                            order.numbers(),
                            due.stream()
                                    .map(MyCaseRules.Due::on)
                                    .filter(Objects::nonNull)
                                    .min(LocalDate::compareTo)
                                    .orElse(null),
                            due.stream().anyMatch(MyCaseRules.Due::overdue),
                            Preconditions.etag(order.version()).toString());
                })
                .toList();
    }

    private static String cursor(MyCase.Position last) {
        return Cursor.encode(
                String.valueOf(last.overdue()), last.on().toString(), last.id().toString());
    }

    private static MyCase.Position position(String cursor) {
        var keys = Cursor.decode(cursor, 3);
        var on = Query.date("cursor", keys.get(1));
        if (on == null) throw Cursor.forged();
        return new MyCase.Position(Query.bool("cursor", keys.get(0)), on, Query.id("cursor", keys.get(2)));
    }
}

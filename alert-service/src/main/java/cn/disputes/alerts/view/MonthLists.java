package cn.disputes.alerts.view;

import cn.disputes.alerts.routing.NoLeader;
import cn.disputes.alerts.view.MonthStore.Listed;
import cn.disputes.alerts.view.MonthStore.OrderRow;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the month's lists hold, each case once. Everything counted here is counted from the same rows. */
final class MonthLists {
    private record Key(UUID round, String leader) {}

    private final List<Listed> listed;
    private final List<OrderRow> orders;

    MonthLists(List<Listed> listed, List<OrderRow> orders) {
        this.listed = listed;
        this.orders = orders;
    }

    long size() {
        return listed.size();
    }

    /** The orders that hold cases of the region. */
    MonthView.Orders orders() {
        var cases = listed.stream()
                .filter(one -> one.order() != null)
                .collect(Collectors.groupingBy(one -> new Key(one.round(), one.order())));
        var shown = orders.stream()
                .filter(order -> cases.containsKey(key(order)))
                .map(order -> order(order, cases.get(key(order))))
                .toList();
        var signed = shown.stream().filter(order -> order.receipt() != null).count();
        return new MonthView.Orders(signed, shown.size() - signed, shown);
    }

    private static Key key(OrderRow order) {
        return new Key(order.round(), order.leader().id());
    }

    private static MonthView.Order order(OrderRow order, List<Listed> cases) {
        var levels = cases.stream()
                .collect(Collectors.groupingBy(
                        Listed::level, () -> new EnumMap<>(RiskLevel.class), Collectors.counting()));
        return new MonthView.Order(
                order.id(),
                order.regionCode(),
                order.leader(),
                order.receipt(),
                cases.size(),
                levels.entrySet().stream()
                        .map(level -> new MonthView.LevelCount(level.getKey(), level.getValue()))
                        .toList(),
                cases.stream().filter(one -> one.carried() > 0).count(),
                cases.stream().filter(one -> !one.risk().state().closed()).count());
    }

    List<MonthView.Count> counts() {
        Map<RiskLevel, Map<RiskState, Long>> counts = listed.stream()
                .collect(Collectors.groupingBy(
                        Listed::level,
                        () -> new EnumMap<>(RiskLevel.class),
                        Collectors.groupingBy(
                                one -> one.risk().state(),
                                () -> new EnumMap<>(RiskState.class),
                                Collectors.counting())));
        return counts.entrySet().stream()
                .map(Map.Entry::getKey)
                .flatMap(level -> counts.get(level).entrySet().stream()
                        .map(state -> new MonthView.Count(level, state.getKey(), state.getValue())))
                .toList();
    }

    /** The longest carried first, as the rows come. */
    MonthView.Section<MonthView.Carried> carried() {
        return MonthView.Section.of(listed.stream()
                .filter(one -> one.carried() > 0)
                .map(one -> new MonthView.Carried(one.risk(), one.carried()))
                .toList());
    }

    MonthView.Section<MonthView.Named> held() {
        return MonthView.Section.of(listed.stream()
                .filter(one -> one.order() == null && why(one).isEmpty())
                .map(Listed::risk)
                .toList());
    }

    MonthView.Section<MonthView.Unrouted> unrouted() {
        return MonthView.Section.of(listed.stream()
                .filter(one -> one.order() == null)
                .map(one -> why(one).map(why -> new MonthView.Unrouted(one.risk(), why.name(), why.zh(), why.en())))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Whatever is not routing's reason is that the case waits for its model. */
    private static Optional<NoLeader> why(Listed one) {
        return Arrays.stream(NoLeader.values())
                .filter(reason -> reason.name().equals(one.reason()))
                .findFirst();
    }
}

package cn.disputes.alerts.round;

import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of orders. */
@ApplicationScoped
class OrderStore {
    /**
     * What a caller may see.
     *
     * @param own a leader's own orders, with every case; else null
     * @param scope else the orders that hold cases of a region, with those cases
     */
    record Sight(String own, RegionScope scope) {}

    record Filter(String month, String leader, YearMonth afterMonth, UUID afterId) {}

    private final Clock clock;

    OrderStore(Clock clock) {
        this.clock = clock;
    }

    List<OrderView> list(Handle h, Sight sight, Filter filter, int limit) {
        var found = h.createQuery(
                        """
                        SELECT m.* FROM monthly_order m
                        WHERE (CAST(:month AS text) IS NULL OR m.month = :month)
                          AND (CAST(:leader AS text) IS NULL OR m.leader_id = :leader)
                          AND (CAST(:afterMonth AS text) IS NULL OR (m.month, m.id) < (:afterMonth, :afterId))
                          AND (m.leader_id = :own OR CAST(:own AS text) IS NULL AND EXISTS (
                                SELECT 1 FROM assignment_order o JOIN risk_case c ON c.id = o.case_id
                                WHERE o.round_id = m.round_id AND o.leader_id = m.leader_id
                                  AND c.region_code >= :from AND c.region_code < :to))
                        ORDER BY m.month DESC, m.id DESC LIMIT :limit""")
                .bind("month", filter.month())
                .bind("leader", filter.leader())
                .bind(
                        "afterMonth",
                        filter.afterMonth() == null ? null : filter.afterMonth().toString())
                .bind("afterId", filter.afterId())
                .bind("own", sight.own())
                .bind("from", sight.scope().from())
                .bind("to", sight.scope().to())
                .bind("limit", limit)
                .map(OrderStore::map)
                .list();
        return filled(h, sight, found);
    }

    Optional<OrderView> find(Handle h, Sight sight, UUID id, boolean lock) {
        var found = h.createQuery("SELECT * FROM monthly_order WHERE id = :id" + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .map(OrderStore::map)
                .list();
        return filled(h, sight, found).stream()
                .filter(order -> sight.own() == null
                        ? !order.cases().isEmpty()
                        : sight.own().equals(order.leader().id()))
                .findFirst();
    }

    private static List<OrderView> filled(Handle h, Sight sight, List<OrderView> orders) {
        if (orders.isEmpty()) return orders;
        var cases = cases(h, sight, orders.stream().map(OrderView::id).toList());
        return orders.stream()
                .map(order -> new OrderView(
                        order.id(),
                        order.month(),
                        order.regionCode(),
                        order.leader(),
                        order.receipt(),
                        cases.getOrDefault(order.id(), List.of()),
                        order.version()))
                .toList();
    }

    private static Map<UUID, List<Round.Ordered>> cases(Handle h, Sight sight, List<UUID> orders) {
        return h
                .createQuery(
                        """
                        SELECT m.id AS order_id, o.case_id, c.litigation_case_number, c.defendant_name, o.level, o.months_carried
                        FROM monthly_order m JOIN assignment_order o ON o.round_id = m.round_id AND o.leader_id = m.leader_id
                        JOIN risk_case c ON c.id = o.case_id
                        WHERE m.id = ANY (:orders)
                          AND (CAST(:own AS text) IS NOT NULL OR c.region_code >= :from AND c.region_code < :to)
                        ORDER BY o.case_id""")
                .bindArray("orders", UUID.class, orders.toArray())
                .bind("own", sight.own())
                .bind("from", sight.scope().from())
                .bind("to", sight.scope().to())
                .map((row, ctx) -> Map.entry(
                        row.getObject("order_id", UUID.class),
                        new Round.Ordered(
                                row.getObject("case_id", UUID.class),
                                row.getString("litigation_case_number"),
                                row.getString("defendant_name"),
                                RiskLevel.valueOf(row.getString("level")),
                                row.getInt("months_carried"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
    }

    void sign(Handle h, UUID id, Round.SignedFor receipt) {
        h.createUpdate(
                        """
                        UPDATE monthly_order SET receipt_on = :on, receipt_by = :by, receipt_recorded_at = :now,
                            version = version + 1
                        WHERE id = :id""")
                .bind("on", receipt.on())
                .bind("by", receipt.by())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /** The cases of an order that its leader still has and has not acknowledged, locked. */
    List<RiskCase> unacknowledged(Handle h, UUID order) {
        return h.createQuery(
                        """
                        SELECT c.* FROM monthly_order m
                        JOIN assignment_order o ON o.round_id = m.round_id AND o.leader_id = m.leader_id
                        JOIN risk_case c ON c.id = o.case_id AND c.leader_id = m.leader_id
                        WHERE m.id = :id AND c.state = 'ASSIGNED' ORDER BY c.id FOR UPDATE OF c""")
                .bind("id", order)
                .map(RiskCase::map)
                .list();
    }

    private static OrderView map(ResultSet row, StatementContext context) throws SQLException {
        return new OrderView(
                row.getObject("id", UUID.class),
                YearMonth.parse(row.getString("month")),
                row.getString("region_code"),
                new Round.Responsible(row.getString("leader_id"), row.getString("leader_name")),
                RoundStore.receipt(row.getObject("receipt_on", LocalDate.class), row.getString("receipt_by")),
                List.of(),
                row.getLong("version"));
    }
}

package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells every leader of a round what it hands over (交办单), once, however the round was run. */
@ApplicationScoped
class OrderNotices implements NoticeSource {
    private record Order(UUID round, String month, String leader, String region, int cases) {}

    private record Ordered(UUID id, String number, RiskLevel level, RiskState state, LocalDate dueOn) {}

    private final Jdbi jdbi;
    private final Notices notices;

    OrderNotices(Jdbi jdbi, Notices notices) {
        this.jdbi = jdbi;
        this.notices = notices;
    }

    @Scheduled(every = "${delivery.route-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void announce() {
        jdbi.useTransaction(this::announce);
    }

    void announce(Handle h) {
        var rounds = h.createQuery(
                        """
                        INSERT INTO announced_round (round_id)
                        SELECT r.id FROM assignment_round r
                        WHERE NOT EXISTS (SELECT 1 FROM announced_round a WHERE a.round_id = r.id)
                        ORDER BY r.id ON CONFLICT DO NOTHING RETURNING round_id""")
                .mapTo(UUID.class)
                .list();
        if (rounds.isEmpty()) return;
        h.createQuery(
                        """
                        SELECT r.id, r.month, o.leader_id, l.region_code, count(*) AS cases
                        FROM assignment_round r JOIN assignment_order o ON o.round_id = r.id
                        JOIN leader l ON l.id = o.leader_id
                        WHERE r.id = ANY (:rounds) GROUP BY r.id, r.month, o.leader_id, l.region_code""")
                .bindArray("rounds", UUID.class, rounds.toArray())
                .map((row, ctx) -> new Order(
                        row.getObject("id", UUID.class),
                        row.getString("month"),
                        row.getString("leader_id"),
                        row.getString("region_code"),
                        row.getInt("cases")))
                .list()
                .forEach(order -> notices.add(
                        h,
                        "order:" + order.round() + ":" + order.leader(),
                        NoticeKind.ORDER,
                        order.month(),
                        order.region(),
                        null,
                        List.of(),
                        null,
                        order.leader(),
                        Set.of(Audience.LEADER),
                        Map.of("roundId", order.round(), "month", order.month())));
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.ORDER);
    }

    @Override
    public Map<UUID, Telling> tell(Handle h, List<Notice> told) {
        var tellings = new HashMap<UUID, Telling>();
        for (var notice : told) {
            var round = UUID.fromString(notice.about().get("roundId").asText());
            tellings.put(notice.id(), telling(notice, open(h, round, notice.leaderId())));
        }
        return tellings;
    }

    /**
     * What is open and still this leader's; the rest is not handed over any more. The last day is the ladder's as soon as
     * the case is on it.
     */
    private static List<Ordered> open(Handle h, UUID round, String leader) {
        return h.createQuery(
                        """
                        SELECT c.id, c.litigation_case_number, c.level, c.state,
                               coalesce(run.resolve_by, c.due_on) AS due_on
                        FROM assignment_order o JOIN risk_case c ON c.id = o.case_id
                        LEFT JOIN escalation_run run ON run.case_id = c.id AND run.leader_id = :leader AND run.ended_at IS NULL
                        WHERE o.round_id = :round AND o.leader_id = :leader AND c.leader_id = :leader
                          AND c.state NOT IN ('RESOLVED', 'LOST', 'WON')
                          AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = c.id AND r.leader_id = :leader)
                        ORDER BY array_position(ARRAY['RED', 'ORANGE', 'YELLOW'], c.level), c.litigation_case_number""")
                .bind("round", round)
                .bind("leader", leader)
                .map((row, ctx) -> new Ordered(
                        row.getObject("id", UUID.class),
                        row.getString("litigation_case_number"),
                        RiskLevel.valueOf(row.getString("level")),
                        RiskState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static Telling telling(Notice notice, List<Ordered> cases) {
        if (cases.isEmpty()) return Telling.moot("CLOSED");
        var month = notice.about().get("month").asText();
        var zh = cases.stream()
                .map(c -> c.number() + "（" + c.level().zh() + "，" + c.state().zh()
                        + (c.dueOn() == null ? "" : "，化解期限 " + c.dueOn()) + "）")
                .collect(Collectors.joining("、"));
        var en = cases.stream()
                .map(c -> c.number() + " (" + c.level().en() + ", " + c.state().en()
                        + (c.dueOn() == null ? "" : ", to be resolved by " + c.dueOn()) + ")")
                .collect(Collectors.joining(", "));
        return Telling.of(
                month + " 交办案件 " + cases.size() + " 件",
                cases.size() + " cases handed over in " + month,
                "请于两个工作日内签收：" + zh + "。",
                "Sign for them within two working days: " + en + ".",
                Map.of(
                        "month",
                        month,
                        "roundId",
                        notice.about().get("roundId").asText(),
                        "cases",
                        cases.stream().map(OrderNotices::facts).toList()));
    }

    private static Map<String, Object> facts(Ordered c) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("riskCaseId", c.id());
        facts.put("litigationCaseNumber", c.number());
        facts.put("level", c.level());
        facts.put("state", c.state());
        facts.put("dueOn", c.dueOn());
        return facts;
    }
}

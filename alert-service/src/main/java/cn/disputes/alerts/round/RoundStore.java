package cn.disputes.alerts.round;

import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of rounds and their orders; whatever is written of them never changes, but for the receipts. */
@ApplicationScoped
class RoundStore {
    /** Why a case is in the list and in no order: it waits for its model. Every other reason is one of routing. */
    static final String HELD = "HELD";

    record Head(
            UUID id, YearMonth month, String regionCode, LocalDate cutoff, LocalDate recordedOn, boolean automatic) {
        /**
         * The first day whose cases are late: the day after the cut-off; but a person who runs the round on the day of the
         * cut-off fixes the list in the course of that day, and what comes later that day comes late.
         */
        LocalDate firstLateDay() {
            return !automatic && cutoff.equals(recordedOn) ? cutoff : cutoff.plusDays(1);
        }
    }

    /**
     * One case of the list: handed to a leader, or not and why not.
     *
     * @param overtaken ordered for the record only, see {@link RoundRules#overtaken}
     */
    record Line(
            UUID caseId,
            String number,
            String defendant,
            String leaderId,
            String leaderName,
            String reason,
            RiskLevel level,
            int carried,
            boolean overtaken) {
        Round.Ordered ordered() {
            return new Round.Ordered(caseId, number, defendant, level, carried);
        }
    }

    private final Clock clock;

    RoundStore(Clock clock) {
        this.clock = clock;
    }

    /** Serialises the rounds of a month: a county's and the city's must not order one case twice. */
    void claim(Handle h, YearMonth month) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:month, 33))::text")
                .bind("month", "round " + month)
                .mapTo(String.class)
                .one();
    }

    Optional<Head> head(Handle h, YearMonth month, String region) {
        return h.createQuery("SELECT * FROM assignment_round WHERE month = :month AND region_code = :region")
                .bind("month", month.toString())
                .bind("region", region)
                .map((row, ctx) -> new Head(
                        row.getObject("id", UUID.class),
                        month,
                        region,
                        row.getObject("cutoff", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate(),
                        row.getBoolean("automatic")))
                .findOne();
    }

    /** The months of which a region has had its round. */
    Set<YearMonth> months(Handle h, String region) {
        return h.createQuery("SELECT month FROM assignment_round WHERE region_code = :region")
                .bind("region", region)
                .mapTo(String.class)
                .map(YearMonth::parse)
                .collect(Collectors.toSet());
    }

    void insert(Handle h, Head round, String by) {
        h.execute(
                """
                INSERT INTO assignment_round (id, month, region_code, cutoff, recorded_by, recorded_at, automatic)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                round.id(),
                round.month().toString(),
                round.regionCode(),
                round.cutoff(),
                by,
                clock.instant().atOffset(ZoneOffset.UTC),
                round.automatic());
    }

    void insert(Handle h, Head round, List<Line> lines, List<Round.Order> orders) {
        h.createUpdate(
                        """
                        INSERT INTO monthly_order (id, round_id, month, region_code, leader_id, leader_name)
                        SELECT o.id, :round, :month, :region, o.leader, o.name
                        FROM unnest(:ids, :leaders, :names) AS o (id, leader, name)""")
                .bind("round", round.id())
                .bind("month", round.month().toString())
                .bind("region", round.regionCode())
                .bindArray(
                        "ids", UUID.class, orders.stream().map(Round.Order::id).toArray())
                .bindArray("leaders", String.class, each(orders, order -> order.leader()
                        .id()))
                .bindArray("names", String.class, each(orders, order -> order.leader()
                        .name()))
                .execute();
        h.createUpdate(
                        """
                        INSERT INTO assignment_order (round_id, month, case_id, leader_id, reason, level, months_carried,
                            overtaken)
                        SELECT :round, :month, l.id, l.leader, l.reason, l.level, CAST(l.carried AS int),
                               CAST(l.overtaken AS boolean)
                        FROM unnest(:ids, :leaders, :reasons, :levels, :carried, :overtaken)
                            AS l (id, leader, reason, level, carried, overtaken)""")
                .bind("round", round.id())
                .bind("month", round.month().toString())
                .bindArray("ids", UUID.class, lines.stream().map(Line::caseId).toArray())
                .bindArray("leaders", String.class, each(lines, Line::leaderId))
                .bindArray("reasons", String.class, each(lines, Line::reason))
                .bindArray(
                        "levels", String.class, each(lines, line -> line.level().name()))
                .bindArray("carried", String.class, each(lines, line -> String.valueOf(line.carried())))
                .bindArray("overtaken", String.class, each(lines, line -> String.valueOf(line.overtaken())))
                .execute();
    }

    private static <T> Object[] each(List<T> rows, Function<T, String> of) {
        return rows.stream().map(of).toArray();
    }

    /** Every case of a round's list, by leader and id. */
    List<Line> lines(Handle h, UUID round) {
        return h.createQuery(
                        """
                        SELECT o.case_id, c.litigation_case_number, c.defendant_name, o.leader_id, m.leader_name, o.reason, o.level,
                               o.months_carried, o.overtaken
                        FROM assignment_order o JOIN risk_case c ON c.id = o.case_id
                        LEFT JOIN monthly_order m ON m.round_id = o.round_id AND m.leader_id = o.leader_id
                        WHERE o.round_id = :round ORDER BY o.leader_id, o.case_id""")
                .bind("round", round)
                .map((row, ctx) -> new Line(
                        row.getObject("case_id", UUID.class),
                        row.getString("litigation_case_number"),
                        row.getString("defendant_name"),
                        row.getString("leader_id"),
                        row.getString("leader_name"),
                        row.getString("reason"),
                        RiskLevel.valueOf(row.getString("level")),
                        row.getInt("months_carried"),
                        row.getBoolean("overtaken")))
                .list();
    }

    /** Id and receipt of each leader's order. */
    TreeMap<String, Round.Order> orders(Handle h, UUID round) {
        var orders = new TreeMap<String, Round.Order>();
        h.createQuery("SELECT * FROM monthly_order WHERE round_id = :round ORDER BY leader_id")
                .bind("round", round)
                .map((row, ctx) -> new Round.Order(
                        row.getObject("id", UUID.class),
                        new Round.Responsible(row.getString("leader_id"), row.getString("leader_name")),
                        receipt(row.getObject("receipt_on", LocalDate.class), row.getString("receipt_by")),
                        new ArrayList<>()))
                .forEach(order -> orders.put(order.leader().id(), order));
        return orders;
    }

    /** The last day of a climb of the ladder (督办) that is under way, and whose it is. */
    record Term(String leaderId, LocalDate resolveBy) {}

    /** By case, where one is under way. */
    Map<UUID, Term> terms(Handle h, List<RiskCase> cases) {
        return h
                .createQuery(
                        """
                        SELECT case_id, leader_id, resolve_by FROM escalation_run
                        WHERE case_id = ANY (:ids) AND ended_at IS NULL""")
                .bindArray("ids", UUID.class, cases.stream().map(RiskCase::id).toArray())
                .map((row, ctx) -> Map.entry(
                        row.getObject("case_id", UUID.class),
                        new Term(row.getString("leader_id"), row.getObject("resolve_by", LocalDate.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Round.SignedFor receipt(LocalDate on, String by) {
        return on == null ? null : new Round.SignedFor(on, by);
    }

    /** The month from which a region's rounds run by themselves; {@code first} when they have not begun. */
    YearMonth automaticSince(Handle h, String region, YearMonth first) {
        h.createUpdate(
                        """
                        INSERT INTO automatic_round (region_code, first_month, recorded_at)
                        VALUES (:region, :first, :now) ON CONFLICT DO NOTHING""")
                .bind("region", region)
                .bind("first", first.toString())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return h.createQuery("SELECT first_month FROM automatic_round WHERE region_code = :region")
                .bind("region", region)
                .mapTo(String.class)
                .map(YearMonth::parse)
                .one();
    }
}

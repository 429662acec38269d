package cn.disputes.alerts.view;

import cn.disputes.alerts.risk.EvidenceType;
import cn.disputes.alerts.round.Round;
import cn.disputes.alerts.view.MonthView.Named;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of a month at a glance. */
@ApplicationScoped
class MonthStore {
    private static final String NAMED =
            """
            c.id, c.litigation_case_number, c.region_code, c.defendant_code, c.defendant_name, c.level, c.state, c.leader_id,
            coalesce((SELECT l.body ->> 'name' FROM leader l WHERE l.id = c.leader_id), c.leader_id) AS leader_name""";

    private static final String IN_THE_REGION = " c.region_code >= :from AND c.region_code < :to";

    /**
     * A case of the month's lists.
     *
     * @param order leader it was ordered to, null when it was not
     * @param reason why it was not
     * @param level it was listed with
     */
    record Listed(Named risk, UUID round, String order, String reason, RiskLevel level, int carried) {}

    /** One leader's order, whatever cases it holds. */
    record OrderRow(UUID id, UUID round, String regionCode, Round.Responsible leader, Round.SignedFor receipt) {}

    record RoundRow(UUID id, String regionCode, LocalDate cutoff, LocalDate recordedOn, boolean automatic) {}

    /** {@code agency}: whose act the suit is about. */
    record Closed(Named risk, String agency, LocalDate on, boolean byRegister, EvidenceType evidence) {}

    record Claim(Named risk, LocalDate on, EvidenceType evidence, long version) {}

    record Fired(
            Named risk,
            String agency,
            String code,
            int position,
            String zh,
            String en,
            String leader,
            Instant at,
            boolean answered) {}

    private final Clock clock;

    MonthStore(Clock clock) {
        this.clock = clock;
    }

    /** Every round of the month, the latest first. */
    List<RoundRow> rounds(Handle h, YearMonth month) {
        return h.createQuery("SELECT * FROM assignment_round WHERE month = :month ORDER BY recorded_at DESC, id DESC")
                .bind("month", month.toString())
                .map((row, ctx) -> new RoundRow(
                        row.getObject("id", UUID.class),
                        row.getString("region_code"),
                        row.getObject("cutoff", LocalDate.class),
                        instant(row, "recorded_at").atZone(clock.getZone()).toLocalDate(),
                        row.getBoolean("automatic")))
                .list();
    }

    /** Each case once: as it was ordered, or else as the latest round left it. */
    List<Listed> listed(Handle h, Collection<UUID> rounds, RegionScope region) {
        return h.createQuery("SELECT " + NAMED
                        + """
                        , o.round_id, o.leader_id AS ordered_to, o.reason, o.level AS listed_level, o.months_carried
                        FROM (SELECT DISTINCT ON (a.case_id) a.* FROM assignment_order a
                              JOIN assignment_round r ON r.id = a.round_id
                              WHERE a.round_id = ANY (:rounds)
                              ORDER BY a.case_id, a.leader_id IS NULL, r.recorded_at DESC, r.id DESC) o
                        JOIN risk_case c ON c.id = o.case_id WHERE"""
                        + IN_THE_REGION + " ORDER BY o.months_carried DESC, c.id")
                .bindArray("rounds", UUID.class, rounds.toArray())
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Listed(
                        named(row),
                        row.getObject("round_id", UUID.class),
                        row.getString("ordered_to"),
                        row.getString("reason"),
                        RiskLevel.valueOf(row.getString("listed_level")),
                        row.getInt("months_carried")))
                .list();
    }

    List<OrderRow> orders(Handle h, Collection<UUID> rounds) {
        return h.createQuery("SELECT * FROM monthly_order WHERE round_id = ANY (:rounds) ORDER BY leader_id, round_id")
                .bindArray("rounds", UUID.class, rounds.toArray())
                .map((row, ctx) -> new OrderRow(
                        row.getObject("id", UUID.class),
                        row.getObject("round_id", UUID.class),
                        row.getString("region_code"),
                        new Round.Responsible(row.getString("leader_id"), row.getString("leader_name")),
                        row.getObject("receipt_on") == null
                                ? null
                                : new Round.SignedFor(
                                        row.getObject("receipt_on", LocalDate.class), row.getString("receipt_by"))))
                .list();
    }

    /** Ended from the first to the last day. The evidence of a claim that was taken back or sent back proves nothing. */
    List<Closed> closed(Handle h, LocalDate first, LocalDate last, RegionScope region) {
        return h.createQuery("SELECT " + NAMED
                        + """
                        , c.closed_on, c.closed_by_register,
                        (SELECT coalesce(v.evidence_type,
                            (SELECT q.evidence_type FROM risk_action q
                             WHERE q.case_id = v.case_id AND q.type = 'RESOLUTION_CLAIMED' AND q.sequence < v.sequence
                               AND NOT EXISTS (SELECT 1 FROM risk_action b
                                               WHERE b.case_id = v.case_id AND b.sequence > q.sequence
                                                 AND b.sequence < v.sequence
                                                 AND b.type IN ('COORDINATED', 'REOPENED', 'REASSIGNED', 'RECUSED'))
                             ORDER BY q.sequence DESC LIMIT 1))
                         FROM risk_action v WHERE v.case_id = c.id AND v.type = 'RESOLVED' AND NOT c.closed_by_register
                         ORDER BY v.sequence DESC LIMIT 1) AS evidence_type
                        FROM risk_case c WHERE c.closed_on >= :first AND c.closed_on <= :last AND"""
                        + IN_THE_REGION + " ORDER BY c.closed_on, c.id")
                .bind("first", first)
                .bind("last", last)
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Closed(
                        named(row),
                        row.getString("defendant_code"),
                        row.getObject("closed_on", LocalDate.class),
                        row.getBoolean("closed_by_register"),
                        evidence(row)))
                .list();
    }

    /** What waits to be verified today, by its last claim. */
    List<Claim> claimed(Handle h, RegionScope region) {
        return h.createQuery("SELECT " + NAMED
                        + """
                        , c.version, q.on_date, q.evidence_type
                        FROM risk_case c
                        LEFT JOIN LATERAL (SELECT a.on_date, a.evidence_type FROM risk_action a
                                           WHERE a.case_id = c.id AND a.type = 'RESOLUTION_CLAIMED'
                                           ORDER BY a.sequence DESC LIMIT 1) q ON true
                        WHERE c.state = 'RESOLUTION_CLAIMED' AND c.closed_on IS NULL AND"""
                        + IN_THE_REGION + " ORDER BY q.on_date, c.id")
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Claim(
                        named(row), row.getObject("on_date", LocalDate.class), evidence(row), row.getLong("version")))
                .list();
    }

    /** Rungs that fell due from the first to the last day of Shanghai, by their place on the ladder. */
    List<Fired> fired(Handle h, LocalDate first, LocalDate last, RegionScope region) {
        return h.createQuery("SELECT " + NAMED
                        + """
                        , g.rung, g.position, g.fired_at, g.answered_at, r.leader_id AS under, w.zh, w.en
                        FROM risk_case c
                        JOIN escalation_run r ON r.case_id = c.id
                        JOIN escalation_rung g ON g.case_id = r.case_id AND g.run = r.run
                        CROSS JOIN LATERAL (
                            SELECT x ->> 'zh' AS zh, x ->> 'en' AS en
                            FROM escalation_ladder l, jsonb_array_elements(l.body -> 'levels' -> r.level) x
                            WHERE l.version = r.ladder_version AND x ->> 'code' = g.rung) w
                        WHERE g.fired_at >= :begin AND g.fired_at < :end AND"""
                        + IN_THE_REGION + " ORDER BY g.position, g.rung, g.fired_at, c.id")
                .bind("begin", first.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .bind("end", last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Fired(
                        named(row),
                        row.getString("defendant_code"),
                        row.getString("rung"),
                        row.getInt("position"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("under"),
                        instant(row, "fired_at"),
                        row.getObject("answered_at") != null))
                .list();
    }

    /** In force today and over by the day given. */
    List<MonthView.Ending> silences(Handle h, LocalDate today, LocalDate by, RegionScope region) {
        return h.createQuery("SELECT " + NAMED
                        + """
                        , s.until, s.author FROM escalation_silence s JOIN risk_case c ON c.id = s.case_id
                        WHERE s.lifted_at IS NULL AND s.until >= :today AND s.until <= :by AND c.closed_on IS NULL AND"""
                        + IN_THE_REGION + " ORDER BY s.until, c.id")
                .bind("today", today)
                .bind("by", by)
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new MonthView.Ending(
                        named(row), row.getObject("until", LocalDate.class), row.getString("author")))
                .list();
    }

    private static Named named(ResultSet row) throws SQLException {
        var leader = row.getString("leader_id");
        return new Named(
                row.getObject("id", UUID.class),
                row.getString("litigation_case_number"),
                row.getString("region_code"),
                row.getString("defendant_name"),
                RiskLevel.valueOf(row.getString("level")),
                RiskState.valueOf(row.getString("state")),
                leader == null ? null : new Round.Responsible(leader, row.getString("leader_name")));
    }

    private static EvidenceType evidence(ResultSet row) throws SQLException {
        var code = row.getString("evidence_type");
        return code == null ? null : EvidenceType.valueOf(code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

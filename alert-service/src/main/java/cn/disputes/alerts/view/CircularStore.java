package cn.disputes.alerts.view;

import cn.disputes.alerts.escalation.SigningDeadlines;
import cn.disputes.alerts.view.CircularRules.Fact;
import cn.disputes.alerts.view.CircularRules.Rung;
import cn.disputes.alerts.view.CircularRules.What;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads what is recorded of a quarter. How cases ended and which rungs fell due is read as a month's view reads it. */
@ApplicationScoped
class CircularStore {
    private final MonthStore months;
    private final Clock clock;

    CircularStore(MonthStore months, Clock clock) {
        this.months = months;
        this.clock = clock;
    }

    List<Fact> facts(Handle h, Quarter quarter, RegionScope region, SigningDeadlines signing) {
        return Stream.of(
                        handedOver(h, quarter, region, signing),
                        claimed(h, quarter, region),
                        ended(h, quarter, region),
                        escalated(h, quarter, region),
                        overdue(h, quarter, region))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * A case counts by the first order of the quarter that handed it to a leader: the next month's begins nothing anew, and
     * one that is on record alone hands over nothing.
     */
    private List<Fact> handedOver(Handle h, Quarter quarter, RegionScope region, SigningDeadlines signing) {
        var today = LocalDate.now(clock);
        var facts = new ArrayList<Fact>();
        h.createQuery(
                        """
                        SELECT c.region_code, c.defendant_code, o.leader_id, o.level, r.recorded_at, r.cutoff,
                               EXISTS (SELECT 1 FROM assignment_order b WHERE b.case_id = o.case_id
                                       AND b.leader_id = o.leader_id AND b.month < :first) AS carried,
                               least(m.receipt_on, (SELECT min(a.on_date) FROM risk_action a
                                                    WHERE a.case_id = o.case_id AND a.type = 'ACKNOWLEDGED'
                                                      AND a.under_leader = o.leader_id)) AS signed_on,
                               least(c.closed_on, (SELECT min(a.on_date) FROM risk_action a
                                                   WHERE a.case_id = o.case_id AND a.under_leader = o.leader_id
                                                     AND a.type IN ('REASSIGNED', 'RECUSED', 'HELD')
                                                     AND a.recorded_at >= r.recorded_at)) AS ended_on
                        FROM (SELECT DISTINCT ON (case_id, leader_id) * FROM assignment_order
                              WHERE month = ANY (:months) AND leader_id IS NOT NULL AND NOT overtaken
                              ORDER BY case_id, leader_id, month) o
                        JOIN assignment_round r ON r.id = o.round_id
                        JOIN risk_case c ON c.id = o.case_id
                        LEFT JOIN monthly_order m ON m.round_id = o.round_id AND m.leader_id = o.leader_id
                        WHERE c.region_code >= :from AND c.region_code < :to""")
                .bind("first", quarter.months().get(0).toString())
                .bindArray(
                        "months",
                        String.class,
                        quarter.months().stream().map(Object::toString).toArray())
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> {
                    var signed = CircularRules.signing(
                            row.getObject("signed_on", LocalDate.class),
                            row.getObject("ended_on", LocalDate.class),
                            signing.lastDay(
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("cutoff", LocalDate.class),
                                    RiskLevel.valueOf(row.getString("level"))),
                            today);
                    var fact = new Fact(
                            signed,
                            row.getString("region_code"),
                            row.getString("defendant_code"),
                            row.getString("leader_id"),
                            null);
                    return row.getBoolean("carried")
                            ? List.of(fact, new Fact(What.CARRIED, fact.region(), fact.agency(), fact.leader(), null))
                            : List.of(fact);
                })
                .forEach(facts::addAll);
        return facts;
    }

    /** A case claimed again after it was sent back counts once. */
    private static List<Fact> claimed(Handle h, Quarter quarter, RegionScope region) {
        return h.createQuery(
                        """
                        SELECT DISTINCT c.id, c.region_code, c.defendant_code,
                               coalesce(a.under_leader, c.leader_id) AS leader_id
                        FROM risk_action a JOIN risk_case c ON c.id = a.case_id
                        WHERE a.type = 'RESOLUTION_CLAIMED' AND a.on_date >= :first AND a.on_date <= :last
                          AND c.region_code >= :from AND c.region_code < :to""")
                .bind("first", quarter.first())
                .bind("last", quarter.last())
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Fact(
                        What.CLAIMED,
                        row.getString("region_code"),
                        row.getString("defendant_code"),
                        row.getString("leader_id"),
                        null))
                .list();
    }

    private List<Fact> ended(Handle h, Quarter quarter, RegionScope region) {
        var facts = new ArrayList<Fact>();
        for (var closed : months.closed(h, quarter.first(), quarter.last(), region)) {
            var what =
                    switch (closed.risk().state()) {
                        case RESOLVED -> closed.byRegister() ? What.BY_REGISTER : What.VERIFIED;
                        case LOST -> What.LOST;
                        default -> null;
                    };
            var leader = closed.risk().leader();
            if (what != null)
                facts.add(new Fact(
                        what, closed.risk().regionCode(), closed.agency(), leader == null ? null : leader.id(), null));
        }
        return facts;
    }

    private List<Fact> escalated(Handle h, Quarter quarter, RegionScope region) {
        return months.fired(h, quarter.first(), quarter.last(), region).stream()
                .map(fired -> new Fact(
                        What.ESCALATED,
                        fired.risk().regionCode(),
                        fired.agency(),
                        fired.leader(),
                        new Rung(fired.position(), fired.code(), fired.zh(), fired.en())))
                .toList();
    }

    /** In the quarter whose days saw them fall overdue; by the agency that has to file. */
    private List<Fact> overdue(Handle h, Quarter quarter, RegionScope region) {
        return h.createQuery(
                        """
                        SELECT a.region_code, a.responsible_code, c.leader_id
                        FROM loss_analysis a JOIN loss_rung g ON g.analysis_id = a.id AND g.rung = 'LOSS_OVERDUE'
                        LEFT JOIN risk_case c ON c.litigation_case_number = a.case_number
                        WHERE a.state <> 'VOID' AND g.fired_at >= :begin AND g.fired_at < :end
                          AND a.region_code >= :from AND a.region_code < :to""")
                .bind("begin", quarter.first().atStartOfDay(clock.getZone()).toOffsetDateTime())
                .bind(
                        "end",
                        quarter.last().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .bind("from", region.from())
                .bind("to", region.to())
                .map((row, ctx) -> new Fact(
                        What.ANALYSIS_OVERDUE,
                        row.getString("region_code"),
                        row.getString("responsible_code"),
                        row.getString("leader_id"),
                        null))
                .list();
    }

    /** As the register last gave them, else as a case or a report says. */
    static Map<String, String> agencies(Handle h, Collection<String> codes) {
        return named(
                h,
                """
                SELECT DISTINCT ON (code) code, name FROM (
                    SELECT code, name, 1 AS source FROM agency_name WHERE code = ANY (:codes)
                    UNION ALL SELECT defendant_code, defendant_name, 2 FROM risk_case WHERE defendant_code = ANY (:codes)
                    UNION ALL SELECT defendant_code, defendant_name, 3 FROM loss_analysis
                              WHERE defendant_code = ANY (:codes)) n
                ORDER BY code, source, name""",
                codes);
    }

    static Map<String, String> leaders(Handle h, Collection<String> ids) {
        return named(h, "SELECT id AS code, body ->> 'name' AS name FROM leader WHERE id = ANY (:codes)", ids);
    }

    private static Map<String, String> named(Handle h, String sql, Collection<String> codes) {
        var names = new HashMap<String, String>();
        h.createQuery(sql)
                .bindArray("codes", String.class, codes.toArray())
                .map((row, ctx) -> Map.entry(row.getString("code"), row.getString("name")))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}

package cn.disputes.alerts.backtest;

import cn.disputes.alerts.register.RegisterFacts;
import cn.disputes.alerts.risk.RiskRules;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.scoring.AlertsInForce;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What other rules would make of the suits that are open today. */
@ApplicationScoped
public class WhatIf {
    /** Below YELLOW and without an alert. */
    static final String NONE = "NONE";

    /** An open suit whose level would change; {@code riskCaseId} where it is a risk case today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String litigationCaseNumber,
            String regionCode,
            UUID riskCaseId,
            String from,
            String to,
            int pointsFrom,
            int pointsTo) {}

    /** How many suits would go from a level to another. */
    public record Move(String from, String to, int suits) {}

    /** {@code suits} open ones in all; both figures with the first page only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(Integer suits, List<Move> moves, Page<Change> cases) {}

    private record Open(String number, String region, UUID risk, RegisterFacts.Suit suit) {}

    private static final int CHUNK = 2_000;

    private final Jdbi jdbi;
    private final Clock clock;

    WhatIf(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param after number of the last suit of the page before, null for the first page */
    Result run(RiskRules now, RiskRules then, RegionScope scope, String after, int rows) {
        var changes = new ArrayList<Change>();
        var moves = new TreeMap<String, Integer>();
        var suits = 0;
        var last = after == null ? "" : after;
        List<Open> chunk;
        do {
            var from = last;
            chunk = jdbi.withHandle(h -> {
                var open = open(h, scope, from);
                compare(h, open, now, then, changes, moves);
                return open;
            });
            suits += chunk.size();
            if (!chunk.isEmpty()) last = chunk.get(chunk.size() - 1).number();
        } while (chunk.size() == CHUNK && (after == null || changes.size() <= rows));
        var page = Page.of(
                changes.subList(0, Math.min(changes.size(), rows + 1)),
                rows,
                null,
                c -> Cursor.encode(c.litigationCaseNumber()));
        if (after != null) return new Result(null, null, page);
        return new Result(
                suits,
                moves.entrySet().stream()
                        .map(e -> new Move(e.getKey().split(" ")[0], e.getKey().split(" ")[1], e.getValue()))
                        .toList(),
                page);
    }

    private void compare(
            Handle h,
            List<Open> open,
            RiskRules now,
            RiskRules then,
            List<Change> changes,
            Map<String, Integer> moves) {
        var numbers = open.stream().map(Open::number).toList();
        var known = RegisterFacts.of(h, open.stream().map(Open::suit).toList());
        var alerts = AlertsInForce.now(h, numbers);
        var today = LocalDate.now(clock);
        for (var suit : open) {
            SuitFacts facts = known.get(suit.number()).facts().alerted(AlertsInForce.all(alerts, suit.number()));
            var before = now.score(facts, today);
            var after = then.score(facts, today);
            if (before.level() == after.level()) continue;
            var change = new Change(
                    suit.number(),
                    suit.region(),
                    suit.risk(),
                    name(before.level()),
                    name(after.level()),
                    before.points(),
                    after.points());
            changes.add(change);
            moves.merge(change.from() + " " + change.to(), 1, Integer::sum);
        }
    }

    private static String name(RiskLevel level) {
        return level == null ? NONE : level.name();
    }

    private static List<Open> open(Handle h, RegionScope scope, String after) {
        return h.createQuery(
                        """
                        SELECT o.case_number, o.region_code, c.id AS risk, c.defendant_code, c.act_type, c.domain, c.flagged_on
                        FROM (SELECT case_number, region_code FROM litigation WHERE concluded_on IS NULL
                              UNION ALL
                              SELECT litigation_case_number, region_code FROM risk_case r WHERE closed_on IS NULL
                                AND NOT EXISTS (SELECT FROM litigation l WHERE l.case_number = r.litigation_case_number)) o
                        LEFT JOIN risk_case c ON c.litigation_case_number = o.case_number
                        WHERE o.case_number > :after AND o.region_code >= :from AND o.region_code < :to
                        ORDER BY o.case_number LIMIT :rows""")
                .bind("after", after)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("rows", CHUNK)
                .map((row, ctx) -> new Open(
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getObject("risk", UUID.class),
                        new RegisterFacts.Suit(
                                row.getString("case_number"),
                                row.getString("defendant_code"),
                                code(row.getString("act_type"), ActType.class),
                                code(row.getString("domain"), Domain.class),
                                row.getObject("flagged_on", LocalDate.class))))
                .list();
    }

    private static <E extends Enum<E>> E code(String name, Class<E> codes) {
        return name == null ? null : Enum.valueOf(codes, name);
    }
}

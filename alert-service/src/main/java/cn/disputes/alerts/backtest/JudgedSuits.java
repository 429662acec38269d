package cn.disputes.alerts.backtest;

import cn.disputes.alerts.register.RegisterFacts;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.scoring.AlertsInForce;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Suits that a court decided, as each could be known on the day before its judgment. Suits that were withdrawn, mediated,
 * transferred or terminated prove nothing: nobody lost them, perhaps because somebody was warned.
 */
public final class JudgedSuits {
    /** Days from and to of the judgment, both included; region and all below it. */
    public record Asked(LocalDate from, LocalDate to, String regionFrom, String regionTo) {}

    /** One suit: how it ended, and what was known the day before. */
    public record Judged(
            String caseNumber,
            String regionCode,
            LocalDate concludedOn,
            boolean lost,
            Instance instance,
            SuitFacts facts) {
        /** The last day on which a warning is worth anything. */
        public LocalDate dayBefore() {
            return concludedOn.minusDays(1);
        }
    }

    /** Where a page begins: after this suit. */
    public record After(LocalDate concludedOn, String caseNumber) {}

    private static final int CHUNK = 2_000;
    private static final String[] DECIDED = Arrays.stream(LitigationOutcome.values())
            .filter(JudgedSuits::decided)
            .map(Enum::name)
            .toArray(String[]::new);

    private JudgedSuits() {}

    private static boolean decided(LitigationOutcome outcome) {
        return outcome.lost()
                || outcome == LitigationOutcome.CLAIM_REJECTED
                || outcome == LitigationOutcome.SUIT_DISMISSED
                || outcome == LitigationOutcome.APPEAL_DISMISSED;
    }

    /** Every suit asked for, by the day of its judgment; read in chunks, so that any number fits. */
    public static void each(Jdbi jdbi, Asked asked, Consumer<Judged> consumer) {
        var after = new After(asked.from(), "");
        List<Judged> chunk;
        do {
            var from = after;
            chunk = jdbi.withHandle(h -> page(h, asked, from, CHUNK));
            chunk.forEach(consumer);
            if (!chunk.isEmpty()) {
                var last = chunk.get(chunk.size() - 1);
                after = new After(last.concludedOn(), last.caseNumber());
            }
        } while (chunk.size() == CHUNK);
    }

    public static List<Judged> page(Handle h, Asked asked, After after, int rows) {
        record Row(String number, String region, LocalDate concludedOn) {}
        var found = h.createQuery(
                        """
                        SELECT case_number, region_code, concluded_on FROM litigation
                        WHERE concluded_on BETWEEN :from AND :to AND region_code >= :regionFrom AND region_code < :regionTo
                          AND filed_on IS NOT NULL AND outcome = ANY (CAST(:decided AS text[]))
                          AND (concluded_on, case_number) > (:afterOn, :afterNumber)
                        ORDER BY concluded_on, case_number LIMIT :rows""")
                .bindMethods(asked)
                .bindArray("decided", String.class, (Object[]) DECIDED)
                .bind("afterOn", after.concludedOn())
                .bind("afterNumber", after.caseNumber())
                .bind("rows", rows)
                .map((row, ctx) -> new Row(
                        row.getString("case_number"),
                        row.getString("region_code"),
                        row.getObject("concluded_on", LocalDate.class)))
                .list();
        var numbers = found.stream().map(Row::number).toList();
        var known = RegisterFacts.of(
                h,
                numbers.stream()
                        .map(number -> new RegisterFacts.Suit(number, null, null, null, null))
                        .toList());
        var alerts = AlertsInForce.asKnownThen(h, numbers);
        var judged = new ArrayList<Judged>(found.size());
        for (var row : found) {
            var suit = known.get(row.number());
            var facts = suit.facts().alerted(alerts.getOrDefault(row.number(), List.of()));
            judged.add(new Judged(
                    row.number(),
                    row.region(),
                    row.concludedOn(),
                    suit.suit().lost(),
                    suit.instance(),
                    facts.asOf(row.concludedOn().minusDays(1))));
        }
        return judged;
    }
}

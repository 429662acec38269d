package cn.disputes.alerts.risk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which suits are to be scored again. An entry commits with what made it necessary and is taken out with the score it
 * led to, so none is lost and none is worked twice, on any number of replicas.
 */
public final class DueScores {
    /** Entries in hand, locked until the transaction ends; {@code byRules} by the version that asks for them. */
    public record Claimed(List<Long> ids, List<String> happened, Map<Integer, List<String>> byRules) {
        /** Every suit among them, once. */
        public Set<String> numbers() {
            var numbers = new TreeSet<>(happened);
            byRules.values().forEach(numbers::addAll);
            return numbers;
        }
    }

    private DueScores() {}

    public static void add(Handle h, Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) return;
        h.createUpdate("INSERT INTO score_due (priority, case_number) SELECT 0, unnest(CAST(:numbers AS text[]))")
                .bindArray("numbers", String.class, List.copyOf(caseNumbers))
                .execute();
    }

    /** Every suit that is open, in the register or as a risk case, once for this version of the rules. */
    static void everythingOpen(Handle h, int version, Instant now) {
        var total = h.createUpdate(
                        """
                        INSERT INTO score_due (priority, case_number, rule_version)
                        SELECT 1, case_number, :version FROM (
                            SELECT case_number FROM litigation WHERE concluded_on IS NULL
                            UNION SELECT litigation_case_number FROM risk_case WHERE closed_on IS NULL
                            ORDER BY 1) open""")
                .bind("version", version)
                .execute();
        h.createUpdate(
                        """
                        INSERT INTO rescoring (rule_version, total, started_at, finished_at)
                        VALUES (:version, :total, :now, CASE WHEN :total = 0 THEN CAST(:now AS timestamptz) END)""")
                .bind("version", version)
                .bind("total", total)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The next entries nobody else has in hand; what happened goes before what the rules ask for. */
    public static Claimed claim(Handle h, int most) {
        record Due(long id, String caseNumber, Integer version) {}
        var due = h.createQuery(
                        """
                        SELECT id, case_number, rule_version FROM score_due WHERE priority < 2 ORDER BY priority, id LIMIT :most
                        FOR UPDATE SKIP LOCKED""")
                .bind("most", most)
                .map((row, ctx) -> new Due(
                        row.getLong("id"), row.getString("case_number"), (Integer) row.getObject("rule_version")))
                .list();
        return new Claimed(
                due.stream().map(Due::id).toList(),
                due.stream()
                        .filter(d -> d.version() == null)
                        .map(Due::caseNumber)
                        .distinct()
                        .toList(),
                due.stream()
                        .filter(d -> d.version() != null)
                        .collect(groupingBy(Due::version, mapping(Due::caseNumber, toList()))));
    }

    public static void done(Handle h, Claimed claimed) {
        h.createUpdate("DELETE FROM score_due WHERE id = ANY (CAST(:ids AS bigint[]))")
                .bindArray(
                        "ids",
                        String.class,
                        claimed.ids().stream().map(String::valueOf).toList())
                .execute();
    }

    /** Entries that cannot be worked off: they stay, for people to see, and nobody takes them up again. */
    public static void setAside(Handle h, Claimed claimed) {
        h.createUpdate("UPDATE score_due SET priority = 2 WHERE id = ANY (CAST(:ids AS bigint[]))")
                .bindArray(
                        "ids",
                        String.class,
                        claimed.ids().stream().map(String::valueOf).toList())
                .execute();
    }

    /** Marks the versions that nothing waits for any more; says nothing of one whose last entries others have in hand. */
    public static void finish(Handle h, Instant now) {
        h.createUpdate(
                        """
                        UPDATE rescoring r SET finished_at = :now WHERE finished_at IS NULL
                          AND NOT EXISTS (SELECT FROM score_due d WHERE d.rule_version = r.rule_version)""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}

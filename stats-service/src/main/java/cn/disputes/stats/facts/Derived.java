package cn.disputes.stats.facts;

import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What a case is because of other cases: a reconsideration that a first-instance suit names, and of each dispute the
 * outcome that stands. Found out again whenever one of the cases concerned changes, in whatever order they come.
 */
public final class Derived {
    /** How long a chain of instances is followed: no dispute has as many. */
    private static final int LONGEST = 10;

    /**
     * An appeal (or a request for a retrial) dismissed or withdrawn leaves standing what it was against; withdrawn because
     * the matter was settled or the act changed, it ends the suit itself.
     */
    private static final String LEAVES_WHAT_WAS_BELOW =
            """
            (%1$s = 'APPEAL_DISMISSED' OR l.instance <> 'FIRST' AND (%1$s = 'DEEMED_WITHDRAWN'
                OR %1$s = 'WITHDRAWN' AND coalesce(l.outcome_ground, 'VOLUNTARY') = 'VOLUNTARY'))""";

    /** What sends a suit on to another court ends nothing. */
    private static final String GOES_ON = "('REMANDED', 'TRANSFERRED')";

    /** An end that no appeal lies against, as an older process stored it: without the day it took effect. */
    private static final String WITHOUT_EFFECT =
            "l.kind = 'LITIGATION' AND l.effective_on IS NULL AND l.concluded_on IS NOT"
                    + " NULL AND (l.instance, l.outcome) IN (" + finalAtOnce() + ")";

    /** A case whose derived values are not those stored. */
    record Moved(UUID id, boolean sued, String standing) {}

    private Derived() {}

    /**
     * SQL of {@code dispute(id, standing)}: each dispute once, from its first instance along the numbers of the instances
     * before, the last one that took effect. 驳回上诉，维持原判 leaves the outcome below standing, and so does an appeal that was
     * withdrawn; 发回重审 and 移送 end nothing.
     *
     * @param known table of the facts as known at one moment
     * @param roots SQL condition on the first instances {@code l}, beginning with AND; empty for all
     */
    public static String disputes(String known, String roots) {
        return """
                chain AS (
                    SELECT l.id AS root, l.id, l.case_number, l.effective_on, l.outcome, l.outcome AS standing, 1 AS depth
                    FROM %1$s l WHERE l.kind = 'LITIGATION' AND l.instance = 'FIRST' %2$s
                    UNION
                    SELECT c.root, l.id, l.case_number, l.effective_on, l.outcome,
                           CASE WHEN %4$s THEN c.standing ELSE l.outcome END, c.depth + 1
                    FROM chain c JOIN %1$s l ON l.kind = 'LITIGATION' AND l.previous_case_number = c.case_number
                    WHERE c.depth < %3$d
                ), ended AS (
                    SELECT DISTINCT ON (root) root, id, coalesce(standing, 'UNKNOWN') AS standing
                    FROM chain WHERE effective_on IS NOT NULL AND coalesce(outcome, '') NOT IN %5$s
                    ORDER BY root, depth DESC, effective_on DESC, case_number DESC, id DESC, standing
                ), dispute AS (SELECT DISTINCT ON (id) id, standing FROM ended ORDER BY id, root)"""
                .formatted(known, roots, LONGEST, LEAVES_WHAT_WAS_BELOW.formatted("l.outcome"), GOES_ON);
    }

    private static String finalAtOnce() {
        return Arrays.stream(Instance.values())
                .flatMap(instance -> Arrays.stream(LitigationOutcome.values())
                        .filter(outcome -> Finality.effectiveOn(instance, outcome, LocalDate.EPOCH, null) != null)
                        .map(outcome -> "('" + instance + "', '" + outcome + "')"))
                .collect(Collectors.joining(", "));
    }

    /** Suits that hold what these rules hardly ever give them: an older process, by other rules, stored it. */
    static List<UUID> doubtful(Handle h) {
        return h.createQuery("SELECT DISTINCT l.id FROM fact l WHERE " + WITHOUT_EFFECT
                        + " OR l.known_to IS NULL AND l.kind = 'LITIGATION' AND (l.standing IN " + GOES_ON + " OR "
                        + LEAVES_WHAT_WAS_BELOW.formatted("l.standing") + ")")
                .mapTo(UUID.class)
                .list();
    }

    /** In every version: what was known of its end was known of its effect. */
    static void takeEffect(Handle h, UUID[] ids) {
        h.createUpdate("UPDATE fact l SET effective_on = l.concluded_on WHERE l.id = ANY (:ids) AND " + WITHOUT_EFFECT)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
    }

    /** The numbers that the cases, as they are now, bear or name. */
    static Set<String> links(Handle h, UUID[] ids) {
        return new HashSet<>(h.createQuery(
                        """
                        SELECT DISTINCT n FROM fact f
                        CROSS JOIN LATERAL (VALUES (f.case_number), (f.reconsideration_case_number),
                                                   (f.previous_case_number)) v(n)
                        WHERE f.id = ANY (:ids) AND f.known_to IS NULL AND f.kind IN ('RECONSIDERATION', 'LITIGATION')
                          AND n IS NOT NULL""")
                .bindArray("ids", UUID.class, (Object[]) ids)
                .mapTo(String.class)
                .list());
    }

    /** Of the cases changed and all that hang together with them by number: those that are no longer what is stored. */
    static List<Moved> moved(Handle h, UUID[] ids, Set<String> links) {
        if (links.isEmpty()) return List.of();
        return h.createQuery(
                        """
                        WITH RECURSIVE known AS NOT MATERIALIZED (SELECT * FROM fact WHERE known_to IS NULL),
                        linked AS (
                            SELECT unnest(CAST(:links AS text[])) AS number
                            UNION
                            SELECT v.number FROM linked k CROSS JOIN LATERAL (
                                SELECT l.case_number, l.previous_case_number FROM known l
                                WHERE l.kind = 'LITIGATION' AND l.case_number = k.number
                                UNION ALL
                                SELECT l.case_number, l.previous_case_number FROM known l
                                WHERE l.kind = 'LITIGATION' AND l.previous_case_number = k.number
                            ) l CROSS JOIN LATERAL (VALUES (l.case_number), (l.previous_case_number)) v(number)
                            WHERE v.number IS NOT NULL
                        ),
                        """
                                + disputes("known", "AND l.case_number IN (SELECT number FROM linked)")
                                + """
                        , concerned AS (
                            SELECT f.* FROM known f
                            WHERE f.kind IN ('RECONSIDERATION', 'LITIGATION')
                              AND f.case_number = ANY (ARRAY (SELECT number FROM linked))
                        ), now AS (
                            SELECT f.id, f.sued AS was_sued, f.standing AS stood, d.standing,
                                   f.kind = 'RECONSIDERATION' AND EXISTS (
                                       SELECT 1 FROM known l WHERE l.kind = 'LITIGATION' AND l.instance = 'FIRST'
                                         AND l.reconsideration_case_number = f.case_number) AS sued
                            FROM concerned f LEFT JOIN dispute d ON d.id = f.id
                        )
                        SELECT id, sued, standing FROM now
                        WHERE sued <> was_sued OR standing IS DISTINCT FROM stood""")
                .bindArray("links", String.class, links.toArray())
                .map((row, ctx) ->
                        new Moved(row.getObject("id", UUID.class), row.getBoolean("sued"), row.getString("standing")))
                .list();
    }

    /** Those that did not change themselves. */
    static UUID[] others(List<Moved> moved, UUID[] ids) {
        var changed = new HashSet<>(Arrays.asList(ids));
        var others = new LinkedHashSet<UUID>();
        moved.forEach(m -> {
            if (!changed.contains(m.id())) others.add(m.id());
        });
        return others.toArray(UUID[]::new);
    }

    static void store(Handle h, List<Moved> moved) {
        if (moved.isEmpty()) return;
        // all in one statement: what is counted of a change is counted once a statement
        h.createUpdate(
                        """
                        UPDATE fact f SET sued = now.sued, standing = now.standing
                        FROM unnest(:ids, :sued, :standing) AS now(id, sued, standing)
                        WHERE f.id = now.id AND f.known_to IS NULL""")
                .bindArray("ids", UUID.class, moved.stream().map(Moved::id).toArray())
                .bindArray(
                        "sued", Boolean.class, moved.stream().map(Moved::sued).toArray())
                .bindArray(
                        "standing",
                        String.class,
                        moved.stream().map(Moved::standing).toArray())
                .execute();
    }

    /** All at once, of a table that was folded without it. */
    public static void all(Handle h, String table) {
        h.execute(
                """
                WITH RECURSIVE known AS MATERIALIZED (SELECT id, kind, case_number, instance, outcome, outcome_ground,
                    effective_on, previous_case_number, reconsideration_case_number FROM %1$s
                    WHERE known_to IS NULL AND kind IN ('RECONSIDERATION', 'LITIGATION')),
                """
                                .formatted(table)
                        + disputes("known", "")
                        + """
                , named AS (SELECT DISTINCT reconsideration_case_number AS number FROM known
                            WHERE kind = 'LITIGATION' AND instance = 'FIRST' AND reconsideration_case_number IS NOT NULL)
                UPDATE %1$s f SET sued = now.sued, standing = now.standing
                FROM (SELECT k.id, k.kind = 'RECONSIDERATION' AND n.number IS NOT NULL AS sued, d.standing
                      FROM known k LEFT JOIN named n ON n.number = k.case_number LEFT JOIN dispute d ON d.id = k.id) now
                WHERE f.id = now.id AND f.known_to IS NULL
                  AND (f.sued <> now.sued OR f.standing IS DISTINCT FROM now.standing)"""
                                .formatted(table));
    }
}

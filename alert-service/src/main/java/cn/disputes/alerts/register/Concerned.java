package cn.disputes.alerts.register;

import cn.disputes.alerts.risk.DueScores;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Which open suits something new in the register bears on: they are scored again. */
final class Concerned {
    private Concerned() {}

    /**
     * The suits themselves; what they lost bears on others of the agency, on an appeal, on those filed beside them. Of
     * one that is amended nobody knows what it was: whoever cites it is asked again.
     */
    static void bySuits(Handle h, RegisterStore.Changed changed) {
        if (changed.all().isEmpty()) return;
        var concerned = new TreeSet<>(changed.all());
        h.createQuery(
                        """
                        WITH changed AS MATERIALIZED (
                            SELECT c.*, s.code FROM litigation c CROSS JOIN LATERAL (
                                SELECT c.defendant_code AS code UNION SELECT c.actor_code WHERE c.actor_code IS NOT NULL) s
                            WHERE c.case_number = ANY (CAST(:changed AS text[])))
                        SELECT o.case_number FROM changed c JOIN litigation o
                            ON o.defendant_code = c.code AND o.act_type = c.act_type
                        WHERE c.lost AND o.concluded_on IS NULL AND c.concluded_on >= o.filed_on - INTERVAL '24 months'
                        UNION
                        SELECT o.case_number FROM changed c JOIN litigation o
                            ON o.actor_code = c.code AND o.act_type = c.act_type
                        WHERE c.lost AND o.concluded_on IS NULL AND c.concluded_on >= o.filed_on - INTERVAL '24 months'
                        UNION
                        SELECT o.case_number FROM changed c JOIN litigation o ON o.previous_case_number = c.case_number
                        WHERE o.concluded_on IS NULL
                        UNION
                        SELECT o.case_number FROM (SELECT DISTINCT defendant_code, act_type, court, instance, filed_on
                                                   FROM changed) c
                        JOIN litigation o ON o.defendant_code = c.defendant_code AND o.act_type = c.act_type
                            AND o.court = c.court AND o.instance = c.instance
                            AND o.filed_on BETWEEN c.filed_on - 30 AND c.filed_on + 30
                        WHERE o.concluded_on IS NULL
                          AND NOT EXISTS (SELECT FROM suit_score s WHERE s.case_number = o.case_number
                                            AND s.inputs -> 'evidence' @> '[{"factor": "GROUP_CASE"}]')
                          AND (SELECT count(*) FROM (
                                 SELECT FROM litigation m
                                 WHERE m.defendant_code = c.defendant_code AND m.act_type = c.act_type AND m.court = c.court
                                   AND m.instance = c.instance AND m.filed_on BETWEEN c.filed_on - 60 AND c.filed_on + 60
                                 LIMIT 10) series) = 10""")
                .bindArray("changed", String.class, changed.all())
                .mapTo(String.class)
                .forEach(concerned::add);
        concerned.addAll(citing(h, changed.amended()));
        DueScores.add(h, concerned);
    }

    /** Suits whose score rests on one of these cases. */
    private static List<String> citing(Handle h, List<String> caseNumbers) {
        if (caseNumbers.isEmpty()) return List.of();
        return h.createQuery(
                        """
                        SELECT case_number FROM suit_score
                        WHERE cites <> '{}' AND cites && CAST(:numbers AS text[])""")
                .bindArray("numbers", String.class, caseNumbers)
                .mapTo(String.class)
                .list();
    }

    /** Suits that followed these reconsiderations, and those about the same agency, act and field. */
    static void byReconsiderations(Handle h, RegisterStore.Changed changed) {
        if (changed.all().isEmpty()) return;
        var concerned = new TreeSet<String>();
        h.createQuery(
                        """
                        SELECT case_number FROM litigation
                        WHERE reconsideration_case_number = ANY (CAST(:changed AS text[])) AND concluded_on IS NULL
                        UNION
                        SELECT o.case_number FROM reconsideration r JOIN litigation o
                            ON o.defendant_code = r.respondent_code AND o.act_type = r.act_type AND o.domain = r.domain
                        WHERE r.case_number = ANY (CAST(:changed AS text[])) AND r.corrected AND o.concluded_on IS NULL
                          AND r.concluded_on BETWEEN o.filed_on - INTERVAL '24 months' AND o.filed_on
                        UNION
                        SELECT o.case_number FROM reconsideration r JOIN litigation o
                            ON o.actor_code = r.respondent_code AND o.act_type = r.act_type AND o.domain = r.domain
                        WHERE r.case_number = ANY (CAST(:changed AS text[])) AND r.corrected AND o.concluded_on IS NULL
                          AND r.concluded_on BETWEEN o.filed_on - INTERVAL '24 months' AND o.filed_on""")
                .bindArray("changed", String.class, changed.all())
                .mapTo(String.class)
                .forEach(concerned::add);
        concerned.addAll(citing(h, changed.amended()));
        DueScores.add(h, concerned);
    }

    /** Suits that followed the reconsiderations these opinions came from. */
    static void byOpinions(Handle h, Collection<String> reconsiderations) {
        if (reconsiderations.isEmpty()) return;
        DueScores.add(
                h,
                h.createQuery(
                                """
                                SELECT case_number FROM litigation
                                WHERE reconsideration_case_number = ANY (CAST(:numbers AS text[])) AND concluded_on IS NULL""")
                        .bindArray("numbers", String.class, List.copyOf(reconsiderations))
                        .mapTo(String.class)
                        .list());
    }

    /** Suits about what these agencies did: only now is it known what kind of agency acted. */
    static void byAgencies(Handle h, Collection<String> named) {
        if (named.isEmpty()) return;
        DueScores.add(
                h,
                h.createQuery(
                                """
                                SELECT case_number FROM litigation
                                WHERE actor_code = ANY (CAST(:named AS text[])) AND concluded_on IS NULL""")
                        .bindArray("named", String.class, List.copyOf(named))
                        .mapTo(String.class)
                        .list());
    }
}

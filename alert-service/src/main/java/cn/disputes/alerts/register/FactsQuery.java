package cn.disputes.alerts.register;

/** The one statement behind {@link RegisterFacts}; every lookup in it is one short read of an index. */
final class FactsQuery {
    static final String SQL =
            """
            WITH s AS MATERIALIZED (
                SELECT n.case_number, l.case_number IS NOT NULL AS known, coalesce(l.defendant_code, n.defendant) AS defendant_code,
                       l.actor_code, CASE WHEN l.case_number IS NULL THEN n.act ELSE l.act_type END AS act_type,
                       CASE WHEN l.case_number IS NULL THEN n.domain ELSE l.domain END AS domain,
                       coalesce(l.filed_on, n.since) AS filed_on, l.concluded_on, l.court, l.instance, l.defence_due_on,
                       l.defence_filed_on, l.head_absent_on, l.reconsideration_case_number, l.previous_case_number,
                       l.outcome, l.outcome_ground, l.id, l.region_code, l.defendant_name,
                       coalesce(l.concluded_on, CAST('infinity' AS date)) AS ended
                FROM json_to_recordset(CAST(:suits AS json)) AS n (case_number text, defendant text, act text, domain text,
                    since date)
                LEFT JOIN litigation l ON l.case_number = n.case_number)
            SELECT s.*, first.case_number IS NOT NULL AS previous_lost,
                   loss.case_number AS loss_number, loss.concluded_on AS loss_on,
                   first.case_number AS first_number, first.concluded_on AS first_on,
                   reviewed.number AS reviewed_number, reviewed.on_day AS reviewed_on, reviewed.how AS reviewed_how,
                   actor.name AS actor_name, series.reached AS series_on
            FROM s
            LEFT JOIN litigation first ON first.case_number = s.previous_case_number AND first.lost
                AND first.concluded_on < s.ended
            LEFT JOIN agency_name actor ON actor.code = coalesce(s.actor_code, s.defendant_code)
            LEFT JOIN LATERAL (
                SELECT case_number, concluded_on FROM (
                    SELECT l.* FROM (SELECT s.defendant_code AS code UNION SELECT s.actor_code) a CROSS JOIN LATERAL (
                        (SELECT case_number, concluded_on, 0 AS later FROM litigation p
                         WHERE p.lost AND p.defendant_code = a.code AND p.act_type = s.act_type
                           AND p.concluded_on BETWEEN s.filed_on - INTERVAL '24 months' AND s.filed_on
                           AND p.concluded_on < s.ended AND p.case_number <> s.case_number
                           AND p.case_number IS DISTINCT FROM s.previous_case_number
                         ORDER BY p.concluded_on DESC LIMIT 1)
                        UNION ALL
                        (SELECT case_number, concluded_on, 0 FROM litigation p
                         WHERE p.lost AND p.actor_code IS NOT NULL AND p.actor_code = a.code AND p.act_type = s.act_type
                           AND p.concluded_on BETWEEN s.filed_on - INTERVAL '24 months' AND s.filed_on
                           AND p.concluded_on < s.ended AND p.case_number <> s.case_number
                           AND p.case_number IS DISTINCT FROM s.previous_case_number
                         ORDER BY p.concluded_on DESC LIMIT 1)
                        UNION ALL
                        (SELECT case_number, concluded_on, 1 FROM litigation p
                         WHERE p.lost AND p.defendant_code = a.code AND p.act_type = s.act_type
                           AND p.concluded_on > s.filed_on AND p.concluded_on < s.ended AND p.case_number <> s.case_number
                           AND p.previous_case_number IS DISTINCT FROM s.case_number
                         ORDER BY p.concluded_on LIMIT 1)
                        UNION ALL
                        (SELECT case_number, concluded_on, 1 FROM litigation p
                         WHERE p.lost AND p.actor_code IS NOT NULL AND p.actor_code = a.code AND p.act_type = s.act_type
                           AND p.concluded_on > s.filed_on AND p.concluded_on < s.ended AND p.case_number <> s.case_number
                           AND p.previous_case_number IS DISTINCT FROM s.case_number
                         ORDER BY p.concluded_on LIMIT 1)) l) losses
                ORDER BY later, CASE WHEN later = 0 THEN -(concluded_on - DATE '2000-01-01')
                                     ELSE concluded_on - DATE '2000-01-01' END, case_number LIMIT 1) loss ON true
            LEFT JOIN LATERAL (
                SELECT number, on_day, how FROM (
                    SELECT r.case_number AS number, r.concluded_on AS on_day, 'OWN' AS how, 1 AS rank FROM reconsideration r
                    WHERE r.case_number = s.reconsideration_case_number AND r.corrected AND r.concluded_on < s.ended
                    UNION ALL
                    (SELECT d.document_number, d.issued_on, 'OPINION', 2 FROM opinion_document d
                     WHERE d.case_number = s.reconsideration_case_number AND d.issued_on < s.ended
                     ORDER BY d.issued_on, d.document_number LIMIT 1)
                    UNION ALL
                    SELECT l.* FROM (SELECT s.defendant_code AS code UNION SELECT s.actor_code) a CROSS JOIN LATERAL (
                        SELECT r.case_number, r.concluded_on, 'SUBJECT', 3 FROM reconsideration r
                        WHERE r.corrected AND r.respondent_code = a.code AND r.act_type = s.act_type AND r.domain = s.domain
                          AND r.concluded_on BETWEEN s.filed_on - INTERVAL '24 months' AND s.filed_on
                          AND r.concluded_on < s.ended
                        ORDER BY r.concluded_on DESC, r.case_number LIMIT 1) l) found
                ORDER BY greatest(on_day, s.filed_on), rank, number LIMIT 1) reviewed ON true
            LEFT JOIN LATERAL (
                SELECT max(filed_on) AS reached FROM (
                    SELECT m.filed_on FROM litigation m
                    WHERE m.defendant_code = s.defendant_code AND m.act_type = s.act_type AND m.court = s.court
                      AND m.instance = s.instance AND m.filed_on BETWEEN s.filed_on - 30 AND s.filed_on + 30
                    ORDER BY m.filed_on LIMIT 10) near HAVING count(*) = 10) series ON true""";

    private FactsQuery() {}
}

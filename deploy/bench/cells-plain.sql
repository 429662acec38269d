-- One plain GROUP BY that counts what one cube of the finest holds: by agency and domain, month by month.
SELECT count(*) FROM (
    SELECT kind, region_code, agency_code, agency_level, domain, date_trunc('month', concluded_on) AS month, count(*),
           count(*) FILTER (WHERE outcome NOT IN ('REFUSED', 'ABANDONED', 'TRANSFERRED')),
           count(*) FILTER (WHERE outcome IN ('CHANGED', 'REVOKED', 'PARTLY_REVOKED', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID',
               'ORDERED_TO_PERFORM', 'AGREEMENT_REMEDY')),
           count(*) FILTER (WHERE outcome IN ('CHANGED', 'REVOKED', 'PARTLY_REVOKED', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID',
               'ORDERED_TO_PERFORM', 'AGREEMENT_REMEDY', 'MEDIATED') OR outcome = 'WITHDRAWN' AND outcome_ground IN ('SETTLED',
               'AFTER_ACT_CHANGED')),
           count(*) FILTER (WHERE outcome IN ('MEDIATED', 'WITHDRAWN')),
           count(*) FILTER (WHERE outcome IN ('MEDIATED', 'WITHDRAWN')
               AND outcome NOT IN ('REFUSED', 'ABANDONED', 'TRANSFERRED')),
           count(*) FILTER (WHERE NOT sued),
           count(*) FILTER (WHERE accepted_on IS NOT NULL AND outcome NOT IN ('REFUSED', 'ABANDONED', 'TRANSFERRED')),
           count(*) FILTER (WHERE accepted_on IS NOT NULL AND outcome NOT IN ('REFUSED', 'ABANDONED', 'TRANSFERRED')
               AND concluded_on <= due_on),
           count(*) FILTER (WHERE instance = 'FIRST'),
           count(*) FILTER (WHERE instance = 'FIRST' AND outcome IN ('REVOKED', 'PARTLY_REVOKED', 'CHANGED',
               'ORDERED_TO_PERFORM', 'ORDERED_TO_PAY', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID', 'COMPENSATION', 'AGREEMENT_REMEDY')),
           count(*) FILTER (WHERE hearings >= 1), count(*) FILTER (WHERE hearings >= 1 AND head_hearings >= 1),
           count(*) FILTER (WHERE hearings >= 1 AND principal_hearings >= 1),
           count(*) FILTER (WHERE hearings >= 1 AND excused_hearings < hearings AND head_hearings >= 1)
    FROM fact WHERE known_to IS NULL GROUP BY 1, 2, 3, 4, 5, 6) c;

-- A second instance is final at once, and an appeal dismissed leaves standing what was lost below: the suits already heard
-- are settled so, as those heard from now on. Their days are counted by the next sweep (calendar_known is false).
UPDATE judged_suit s SET effective_on = l.concluded_on
FROM litigation l
WHERE l.case_number = s.case_number AND l.instance = 'SECOND' AND s.effective_on IS NULL AND l.concluded_on IS NOT NULL;

INSERT INTO loss_analysis (id, case_number, region_code, defendant_code, defendant_name, responsible_code, act_type, domain,
    outcome, effective_on, known_on, due_on, calendar_known, state, next_at, recorded_at)
SELECT DISTINCT ON (coalesce(s.previous_number, s.case_number)) gen_random_uuid(), s.case_number, s.region_code, s.defendant_code, s.defendant_name,
    coalesce(s.actor_code, s.defendant_code), s.act_type, s.domain, s.outcome, s.effective_on, t.day, t.day, false,
    CASE WHEN s.effective_on < t.day - 90 THEN 'HISTORICAL' ELSE 'DUE' END, t.day, now()
FROM judged_suit s
    LEFT JOIN judged_suit p ON p.case_number = s.previous_number,
    (SELECT CAST(now() AT TIME ZONE 'Asia/Shanghai' AS date) AS day) t
WHERE s.effective_on IS NOT NULL AND (s.lost OR s.outcome = 'APPEAL_DISMISSED' AND p.lost)
  AND NOT EXISTS (SELECT 1 FROM loss_analysis a WHERE a.state <> 'VOID' AND (a.case_number IN (s.case_number, s.previous_number)
      OR a.case_number IN (SELECT n.case_number FROM judged_suit n WHERE n.previous_number = s.case_number)))
ORDER BY coalesce(s.previous_number, s.case_number), s.effective_on, s.case_number
ON CONFLICT (case_number) DO NOTHING;

-- A million reconsiderations of one prefecture, one in a hundred open, in the columns a registration fills and with
-- nothing left to seal.
INSERT INTO reconsideration (id, case_number, region_code, received_on, channel, applicants, respondent_code, respondent_name,
    act_type, domain, claims, law_version, status, procedure, accepted_on, review_due_on, decide_due_on, concluded_on, outcome,
    look_on, version, recorded_at)
SELECT gen_random_uuid(), '虚构〔' || extract(year FROM day) || '〕' || n || '号',
    (ARRAY['330702', '330703', '330723', '330726', '330727', '330781', '330782', '330783', '330784'])[1 + n % 9], day, 'ONLINE',
    jsonb_build_array(jsonb_build_object('kind', 'NATURAL_PERSON', 'name', '合成' || n)), '11330700002592265Y', '金华市司法局',
    'PENALTY', 'OTHER', '请求撤销（虚构）', CASE WHEN day < '2024-01-01' THEN 'XZFY-2017' ELSE 'XZFY-2023' END,
    CASE WHEN open THEN 'ACCEPTED' ELSE 'CONCLUDED' END, 'ORDINARY', day + 3, day + 7, day + 63,
    CASE WHEN open THEN NULL ELSE day + 50 END, CASE WHEN open THEN NULL ELSE 'UPHELD' END, NULL, 2, now()
FROM (SELECT n, date '2018-01-01' + n % 2800 AS day, n % 100 = 0 AS open FROM generate_series(1, :rows) AS n) AS made;
INSERT INTO reconsideration_step (case_id, sequence, type, on_date, body, sealed_under, recorded_at, recorded_by)
SELECT id, step.n, step.type, received_on + step.later,
    jsonb_build_object('type', step.type, 'on', received_on + step.later), 'NONE', now(), '对照'
FROM reconsideration CROSS JOIN (VALUES (1, 'RECEIVED', 0), (2, 'ACCEPTED', 3)) AS step (n, type, later)
WHERE case_number LIKE '虚构%';
VACUUM ANALYZE reconsideration;
VACUUM ANALYZE reconsideration_step;

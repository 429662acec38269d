-- The rows a registration writes, statement by statement in one transaction: audit entry, number, case, step,
-- announcement.
BEGIN;
INSERT INTO audit_entry (at, subject, address, action, region_code, case_ids, detail)
VALUES (now(), '对照', '127.0.0.1', 'REGISTERED', '330700', ARRAY[gen_random_uuid()], 'reconsiderations');
INSERT INTO case_number_counter (prefix, year, last) VALUES ('对照', 2026, 1)
ON CONFLICT (prefix, year) DO UPDATE SET last = case_number_counter.last + 1 RETURNING last AS number, gen_random_uuid() AS id \gset
INSERT INTO reconsideration (id, case_number, region_code, received_on, channel, applicants, respondent_code, respondent_name,
    act_type, domain, claims, law_version, status, review_due_on, look_on, version, recorded_at)
VALUES (CAST(:id AS uuid), '对照〔2026〕' || CAST(:number AS text) || '号', '330700', current_date, 'ONLINE',
    CAST('[{"kind":"NATURAL_PERSON","name":"合成甲","sealed":"' || CAST(:sealed AS text) || '","idHash":"01234567.0123456789abcdef012345"}]' AS jsonb),
    '11330700002592265Y', '金华市司法局', 'PENALTY', 'OTHER', '请求撤销处罚决定（虚构）', 'XZFY-2023', 'RECEIVED', current_date + 7, current_date + 3, 1, now());
INSERT INTO reconsideration_step (case_id, sequence, type, on_date, body, recorded_at, recorded_by)
VALUES (CAST(:id AS uuid), 1, 'RECEIVED', current_date, '{"type":"RECEIVED","on":"2025-03-03"}', now(), '对照');
INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
VALUES (gen_random_uuid(), 'reconsideration', CAST(:id AS uuid), 'cn.disputes.reconsideration.changed', '330700',
    '{"id":"01900000-0000-7000-8000-000000000000","version":1,"caseNumber":"对照","regionCode":"330700","respondentCode":"11330700002592265Y","respondentName":"金华市司法局","actType":"PENALTY","domain":"OTHER","status":"RECEIVED","lawVersion":"XZFY-2023","receivedOn":"2025-03-03","recordedAt":"2025-03-03T00:00:00Z"}', now());
COMMIT;

-- The rows an import writes, from a staging table in one transaction: cases, steps, announcements, audit entries.
\timing off
BEGIN;
INSERT INTO reconsideration (id, case_number, region_code, received_on, channel, applicants, respondent_code, respondent_name,
    act_type, domain, law_version, status, procedure, accepted_on, copy_served_on, replied_on, concluded_on, outcome,
    decision_served_on, review_due_on, reply_due_on, decide_due_on, version, recorded_at, import_hash)
SELECT id, case_number, region_code, received_on, channel,
    jsonb_build_array(jsonb_build_object('kind', applicant_kind, 'name', applicant_name)), respondent_code, respondent_name,
    act_type, domain, 'XZFY-2017', 'CONCLUDED', procedure, accepted_on, copy_served_on, replied_on, concluded_on, outcome,
    decision_served_on, received_on + 7, copy_served_on + 10, accepted_on + 60, 1, now(),
    encode(sha256(convert_to(case_number, 'UTF8')), 'hex')
FROM staging;
INSERT INTO reconsideration_step (case_id, sequence, type, on_date, body, recorded_at, recorded_by, imported)
SELECT id, sequence, type, on_date, jsonb_build_object('type', type, 'on', on_date) || more, now(), 'bench', true
FROM staging CROSS JOIN LATERAL (VALUES
    (1, 'RECEIVED', received_on, '{}'::jsonb),
    (2, 'ACCEPTED', accepted_on, jsonb_build_object('procedure', procedure)),
    (3, 'COPY_SERVED', copy_served_on, '{}'::jsonb),
    (4, 'REPLY_RECEIVED', replied_on, '{}'::jsonb),
    (5, 'DECIDED', concluded_on, jsonb_build_object('outcome', outcome)),
    (6, 'DECISION_SERVED', decision_served_on, '{}'::jsonb)) AS step (sequence, type, on_date, more);
INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
SELECT uuidv7(), 'reconsideration', id, 'cn.disputes.reconsideration.changed', region_code,
    jsonb_build_object('id', id, 'version', 1, 'caseNumber', case_number, 'regionCode', region_code,
        'respondentCode', respondent_code, 'respondentName', respondent_name, 'actType', act_type, 'domain', domain,
        'status', 'CONCLUDED', 'procedure', procedure, 'lawVersion', 'XZFY-2017', 'receivedOn', received_on,
        'acceptedOn', accepted_on, 'decideDueOn', accepted_on + 60, 'concludedOn', concluded_on, 'outcome', outcome,
        'decisionServedOn', decision_served_on, 'recordedAt', now()), now()
FROM staging;
INSERT INTO audit_entry (at, subject, address, action, region_code, case_ids, detail)
SELECT now(), 'bench', '127.0.0.1', 'IMPORTED', region_code, array_agg(id), 'reconsiderations'
FROM (SELECT id, region_code, (row_number() OVER () - 1) / 2000 AS chunk FROM staging) AS numbered
GROUP BY chunk, region_code;
COMMIT;

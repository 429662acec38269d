-- The rows one alert writes, statement by statement: the source's count on its own, then risk case and announcement,
-- latest score and score, alert and revision in one transaction.
WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
UPDATE alert_source SET heard_at = now(), counted = counted + 1 FROM quick WHERE id = 'plain-court';
BEGIN;
SELECT gen_random_uuid() AS id, gen_random_uuid() AS risk \gset
INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, act_type, domain, level, score,
    factors, state, months, flagged_on, version, recorded_at)
VALUES (CAST(:risk AS uuid), CAST(:risk AS text), '330702', '11330700002592265Y', '金华市司法局', 'COERCION', 'TOWNSHIP',
    'RED', 75, '[{"code":"EVIDENCE_GAP","points":20,"evidence":"法院预警：证据不足","evidenceEn":"court alert: gap in the evidence"},{"code":"PROCEDURE_DEFECT","points":25,"evidence":"法院预警：程序瑕疵","evidenceEn":"court alert: defect of procedure"},{"code":"DOMAIN_TOWNSHIP","points":15,"evidence":"高发领域：乡镇街道"},{"code":"ACT_COERCION","points":15,"evidence":"高发行为：行政强制"}]',
    'FLAGGED', '{}', '2025-03-03', 1, now())
ON CONFLICT (id) DO UPDATE SET version = excluded.version;
INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
VALUES (gen_random_uuid(), 'risk-case', CAST(:risk AS uuid), 'cn.disputes.risk-case.changed.v1', '330702',
    '{"id":"01900000-0000-7000-8000-000000000000","version":1,"litigationCaseNumber":"x","regionCode":"330702","defendantCode":"11330700002592265Y","defendantName":"金华市司法局","actType":"COERCION","domain":"TOWNSHIP","level":"RED","score":75,"state":"FLAGGED","flaggedOn":"2025-03-03","months":[],"recordedAt":"2025-03-03T00:00:00Z"}', now());
INSERT INTO suit_score (case_number, sequence, region_code, rule_version, level, points, factors, inputs, cites, scored_on,
    recorded_at)
VALUES (CAST(:risk AS text), 1, '330702', 2, 'RED', 75, '[]',
    '{"domain":"TOWNSHIP","actType":"COERCION","from":"2025-03-03","alerted":[{"reason":"PROCEDURE_DEFECT","since":"2025-03-03"}],"evidence":[]}', '{}', '2025-03-03', now())
ON CONFLICT (case_number) DO UPDATE SET points = excluded.points;
INSERT INTO risk_score (case_number, sequence, cause, rule_version, level, points, factors, inputs, scored_on, recorded_at)
VALUES (CAST(:risk AS text), 1, 'ALERT', 2, 'RED', 75, '[]',
    '{"domain":"TOWNSHIP","actType":"COERCION","from":"2025-03-03","alerted":[{"reason":"PROCEDURE_DEFECT","since":"2025-03-03"}],"evidence":[]}', '2025-03-03', now());
INSERT INTO alert (id, source, source_alert_id, revision, revisions, body, litigation_case_number, region_code, raised_on, posted_by,
    risk_case_id, recorded_at)
VALUES (CAST(:id AS uuid), 'plain-court', CAST(:id AS text), 1, 1,
    '{"source":"plain-court","sourceAlertId":"x","court":"金华市婺城区人民法院","litigationCaseNumber":"x","regionCode":"330702","defendantCode":"11330700002592265Y","defendantName":"金华市司法局","domain":"TOWNSHIP","actType":"COERCION","riskReasons":["PROCEDURE_DEFECT","EVIDENCE_GAP"],"note":"合成预警（虚构）","raisedOn":"2025-03-03"}',
    CAST(:risk AS text), '330702', '2025-03-03', 'bench', CAST(:risk AS uuid), now())
ON CONFLICT (source, source_alert_id) DO UPDATE SET revision = excluded.revision;
INSERT INTO alert_revision (alert_id, revision, body, recorded_at)
VALUES (CAST(:id AS uuid), 1,
    '{"source":"plain-court","sourceAlertId":"x","court":"金华市婺城区人民法院","litigationCaseNumber":"x","regionCode":"330702","defendantCode":"11330700002592265Y","defendantName":"金华市司法局","domain":"TOWNSHIP","actType":"COERCION","riskReasons":["PROCEDURE_DEFECT","EVIDENCE_GAP"],"note":"合成预警（虚构）","raisedOn":"2025-03-03"}', now());
COMMIT;

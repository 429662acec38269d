-- The rows a batch of alerts writes, in one statement.
WITH given AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS risk, i,
           '(' || :'year' || ')浙0703行初' || i || '号' AS number,
           jsonb_build_object('source', 'plain-batch', 'sourceAlertId', :'round' || '-' || i, 'court', '金华市金东区人民法院',
               'litigationCaseNumber', '(' || :'year' || ')浙0703行初' || i || '号', 'regionCode', '330703', 'defendantCode',
               '11330700002592265Y', 'defendantName', '金华市司法局', 'domain', 'TOWNSHIP', 'actType', 'COERCION', 'riskReasons',
               jsonb_build_array('PROCEDURE_DEFECT', 'EVIDENCE_GAP'), 'note', '合成预警（虚构）', 'raisedOn', '2025-03-03') AS body
    FROM generate_series(1, :rows) i),
cases AS (
    INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, act_type, domain, level,
        score, factors, state, months, flagged_on, version, recorded_at)
    SELECT risk, number, '330703', '11330700002592265Y', '金华市司法局', 'COERCION', 'TOWNSHIP', 'RED', 75,
        '[{"code":"EVIDENCE_GAP","points":20,"evidence":"法院预警：证据不足","evidenceEn":"court alert: gap in the evidence"},{"code":"PROCEDURE_DEFECT","points":25,"evidence":"法院预警：程序瑕疵","evidenceEn":"court alert: defect of procedure"},{"code":"DOMAIN_TOWNSHIP","points":15,"evidence":"高发领域：乡镇街道"},{"code":"ACT_COERCION","points":15,"evidence":"高发行为：行政强制"}]',
        'FLAGGED', '{}', '2025-03-03', 1, now() FROM given),
announced AS (
    INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
    SELECT gen_random_uuid(), 'risk-case', risk, 'cn.disputes.risk-case.changed.v1', '330703',
        jsonb_build_object('id', risk, 'version', 1, 'litigationCaseNumber', number, 'regionCode', '330703', 'defendantCode',
            '11330700002592265Y', 'defendantName', '金华市司法局', 'actType', 'COERCION', 'domain', 'TOWNSHIP', 'level', 'RED',
            'score', 75, 'state', 'FLAGGED', 'flaggedOn', '2025-03-03', 'months', '[]'::jsonb, 'recordedAt', now()), now()
    FROM given),
latest AS (
    INSERT INTO suit_score (case_number, sequence, region_code, rule_version, level, points, factors, inputs, cites,
        scored_on, recorded_at)
    SELECT number, 1, '330703', 2, 'RED', 75, '[]', jsonb_build_object('domain', 'TOWNSHIP', 'actType', 'COERCION', 'from',
        '2025-03-03', 'alerted', body -> 'riskReasons', 'evidence', '[]'::jsonb), '{}', '2025-03-03', now() FROM given),
scored AS (
    INSERT INTO risk_score (case_number, sequence, cause, rule_version, level, points, factors, inputs, scored_on, recorded_at)
    SELECT number, 1, 'ALERT', 2, 'RED', 75, '[]', jsonb_build_object('domain', 'TOWNSHIP', 'actType', 'COERCION', 'from',
        '2025-03-03', 'alerted', body -> 'riskReasons', 'evidence', '[]'::jsonb), '2025-03-03', now() FROM given),
alerts AS (
    INSERT INTO alert (id, source, source_alert_id, revision, revisions, body, litigation_case_number, region_code, raised_on,
        posted_by, risk_case_id, recorded_at)
    SELECT id, 'plain-batch', body ->> 'sourceAlertId', 1, 1, body, number, '330703', '2025-03-03', 'bench', risk, now() FROM given)
INSERT INTO alert_revision (alert_id, revision, body, recorded_at) SELECT id, 1, body, now() FROM given;

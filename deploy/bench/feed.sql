-- :rows announcements straight into the register's outbox, each of another case: three of four are reconsiderations, one is
-- a suit that names one of them. 25 regions, 16 agencies each, ten years.
\set ON_ERROR_STOP 1
SET session_replication_role = replica;
WITH code AS (SELECT
    ARRAY['PUBLIC_SECURITY','NATURAL_RESOURCES','HOUSING_CONSTRUCTION','MARKET_REGULATION','HUMAN_RESOURCES','TRANSPORT',
          'ECOLOGY','AGRICULTURE','HEALTH','EDUCATION','CIVIL_AFFAIRS','URBAN_ENFORCEMENT','TAX','WATER','EMERGENCY',
          'LAND_EXPROPRIATION','TOWNSHIP','OTHER'] AS domains,
    ARRAY['PENALTY','COERCION','EXPROPRIATION','LICENSING','OWNERSHIP_DETERMINATION','CONFIRMATION',
          'INFORMATION_DISCLOSURE','COMPLAINT_HANDLING','INACTION','AGREEMENT','COMPENSATION','OTHER'] AS acts,
    ARRAY['UPHELD','UPHELD','REVOKED','CHANGED','MEDIATED','WITHDRAWN','TERMINATED','REFUSED'] AS decided),
one AS (
    SELECT n, abs(hashint8(n)::bigint) AS h, n % 4 = 3 AS suit, DATE '2013-01-01' + CAST(n * 3652 / :rows AS int) AS day,
           CAST('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') AS uuid) AS id
    FROM generate_series(0, CAST(:rows AS bigint) - 1) n)
INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
SELECT id, CASE WHEN suit THEN 'litigation' ELSE 'reconsideration' END, id,
       CASE WHEN suit THEN 'cn.disputes.litigation.changed.v1' ELSE 'cn.disputes.reconsideration.changed.v1' END,
       CAST(330701 + h % 25 AS text),
       jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'version', 1, 'caseNumber', CASE WHEN suit THEN 'suit ' ELSE 'case ' END || n,
           'regionCode', CAST(330701 + h % 25 AS text),
           CASE WHEN suit THEN 'defendantCode' ELSE 'respondentCode' END, 'A' || h % 25 || '-' || h / 25 % 16,
           CASE WHEN suit THEN 'defendantName' ELSE 'respondentName' END, '（虚构）机关',
           'actType', acts[1 + h / 576 % 12], 'domain', domains[1 + h / 32 % 18],
           'recordedAt', to_char(day, 'YYYY-MM-DD') || 'T02:00:00Z',
           'particulars', jsonb_build_object('agencyLevel', 'COUNTY', 'team', '审理' || h % 25))
       || CASE WHEN suit THEN jsonb_build_object('court', '法院' || h % 25, 'instance', 'FIRST', 'filedOn', day,
              'coDefendantCodes', '[]'::jsonb, 'hearings', '[]'::jsonb, 'status', 'FILED',
              'reconsiderationCaseNumber', 'case ' || greatest(0, n - 1 - h % 1000 * 4))
          ELSE jsonb_build_object('receivedOn', day, 'acceptedOn', day + 3, 'decideDueOn', day + 63, 'status', 'CONCLUDED',
              'concludedOn', day + 40, 'outcome', decided[1 + h / 11 % 8], 'decisionServedOn', day + 45,
              'procedure', 'ORDINARY', 'lawVersion', 'XZFY-2017') END),
       now()
FROM one, code;

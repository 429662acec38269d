-- :rows cases over the last ten years straight into the facts: 25 counties, 16 agencies each, 18 domains, seven of
-- ten reconsiderations, the others suits, in the order they came in.
\set ON_ERROR_STOP 1
SELECT 'DROP INDEX ' || i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
WHERE x.indrelid = 'fact'::regclass AND NOT x.indisprimary
\gexec
ALTER TABLE fact SET (autovacuum_enabled = false);
CREATE TEMP TABLE code AS SELECT
    ARRAY['PUBLIC_SECURITY','NATURAL_RESOURCES','HOUSING_CONSTRUCTION','MARKET_REGULATION','HUMAN_RESOURCES','TRANSPORT',
          'ECOLOGY','AGRICULTURE','HEALTH','EDUCATION','CIVIL_AFFAIRS','URBAN_ENFORCEMENT','TAX','WATER','EMERGENCY',
          'LAND_EXPROPRIATION','TOWNSHIP','OTHER'] AS domains,
    ARRAY['PENALTY','COERCION','EXPROPRIATION','LICENSING','OWNERSHIP_DETERMINATION','CONFIRMATION',
          'INFORMATION_DISCLOSURE','COMPLAINT_HANDLING','INACTION','AGREEMENT','COMPENSATION','OTHER'] AS acts,
    ARRAY['UPHELD','UPHELD','UPHELD','REVOKED','CHANGED','CONFIRMED_UNLAWFUL','MEDIATED','MEDIATED','WITHDRAWN','WITHDRAWN',
          'TERMINATED','REFUSED','CLAIM_REJECTED','CLAIM_REJECTED','ORDERED_TO_PERFORM','TRANSFERRED'] AS decided,
    ARRAY['CLAIM_REJECTED','CLAIM_REJECTED','CLAIM_REJECTED','REVOKED','CONFIRMED_UNLAWFUL','SUIT_DISMISSED','WITHDRAWN',
          'WITHDRAWN','DEEMED_WITHDRAWN','MEDIATED'] AS judged;
INSERT INTO fact (id, version, known_from, kind, case_number, region_code, agency_code, agency_level, team, domain,
    act_type, court, instance, status, received_on, accepted_on, due_on, concluded_on, outcome, outcome_ground, served_on,
    effective_on, hearings, head_hearings, principal_hearings, excused_hearings, sued, standing, claimants, organisations)
SELECT CAST('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') AS uuid), 1, day + interval '100 days', kind,
       kind || '-' || n, CAST(330701 + county AS text), 'A' || county || '-' || h % 16,
       CASE WHEN h % 16 < 10 THEN 'COUNTY' ELSE 'TOWNSHIP' END, '审理' || county || h / 16 % 2,
       domains[1 + h / 32 % 18], acts[1 + h / 576 % 12],
       CASE WHEN kind = 'LITIGATION' THEN CASE WHEN h / 7 % 5 = 0 THEN '市中级法院' ELSE '法院' || county END END,
       CASE WHEN kind = 'LITIGATION' THEN CASE WHEN h / 7 % 5 = 0 THEN 'SECOND' ELSE 'FIRST' END END,
       'CONCLUDED', day, day + 3, day + 63, ended, outcome,
       CASE WHEN outcome = 'WITHDRAWN' AND kind = 'RECONSIDERATION' THEN 'SETTLED' END, ended + 5,
       CASE WHEN kind = 'LITIGATION' THEN ended + 20 END,
       CASE WHEN kind = 'LITIGATION' AND h % 10 < 6 THEN 1 ELSE 0 END,
       CASE WHEN kind = 'LITIGATION' AND h % 10 < 5 THEN 1 ELSE 0 END,
       CASE WHEN kind = 'LITIGATION' AND h % 10 < 1 THEN 1 ELSE 0 END, 0,
       kind = 'RECONSIDERATION' AND h % 13 = 0, CASE WHEN kind = 'LITIGATION' AND ended IS NOT NULL THEN outcome END, 1, 0
FROM (SELECT b.*, CASE WHEN ended IS NULL THEN NULL WHEN kind = 'RECONSIDERATION' THEN decided[1 + h / 11 % 16]
                     ELSE judged[1 + h / 11 % 10] END AS outcome
      FROM (SELECT n, h, CASE WHEN h % 10 < 7 THEN 'RECONSIDERATION' ELSE 'LITIGATION' END AS kind, h / 3 % 25 AS county,
                   day, CASE WHEN h % 97 = 0 THEN NULL ELSE day + CAST(20 + h % 70 AS int) END AS ended
            FROM (SELECT n, abs(hashint8(n)::bigint) AS h,
                         current_date - 3652 + CAST(n * 3652 / :rows AS int) AS day
                  FROM generate_series(0, CAST(:rows AS bigint) - 1) n) a) b, code) c, code;

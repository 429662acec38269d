-- Open suits as the register would have told of them: fifty agencies, every act and field, some lost before.
INSERT INTO litigation (case_number, id, version, region_code, defendant_code, defendant_name, court, instance, act_type, domain,
    status, filed_on, defence_due_on, concluded_on, outcome, lost, recorded_at)
SELECT '(2024)浙07' || lpad((1 + i % 9)::text, 2, '0') || '行初' || i || '号', gen_random_uuid(), 1,
    (ARRAY['330702','330703','330723','330726','330727','330781','330782','330783','330784'])[1 + i % 9],
    '1133070000259' || lpad((i % 50)::text, 4, '0') || 'Y', '合成镇人民政府' || i % 50, '合成法院' || i % 9, 'FIRST',
    (ARRAY['PENALTY','COERCION','EXPROPRIATION','LICENSING','CONFIRMATION','INFORMATION_DISCLOSURE','INACTION','OTHER'])[1 + i / 9 % 8],
    (ARRAY['PUBLIC_SECURITY','NATURAL_RESOURCES','TOWNSHIP','MARKET_REGULATION','ECOLOGY','OTHER'])[1 + i / 72 % 6],
    CASE WHEN i > :rows THEN 'CONCLUDED' ELSE 'FILED' END, DATE '2024-01-01' + i % 365, DATE '2024-02-01' + i % 365,
    CASE WHEN i > :rows THEN DATE '2024-06-01' + i % 365 END,
    CASE WHEN i > :rows THEN CASE WHEN i % 10 = 0 THEN 'REVOKED' ELSE 'CLAIM_REJECTED' END END, i > :rows AND i % 10 = 0, now()
FROM generate_series(1, :rows + :rows / 5) i;
ANALYZE litigation;

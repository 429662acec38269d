-- What an agency is in the order of government; who hears reconsiderations of its acts follows from it.
ALTER TABLE agency ADD COLUMN kind text;
UPDATE agency SET kind = 'JUSTICE' WHERE code = '11330700002592265Y';

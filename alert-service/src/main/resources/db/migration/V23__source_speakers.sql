-- Whose tokens may speak for a source that has been set up; without a list any court liaison of its region may.
ALTER TABLE alert_source ADD COLUMN speakers text[] CHECK (cardinality(speakers) > 0);

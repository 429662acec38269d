-- A past month's order of a case that has ended, or been ordered again, before the round was run: on record, nothing more.
ALTER TABLE assignment_order ADD COLUMN overtaken boolean NOT NULL DEFAULT false;

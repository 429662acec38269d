-- The file of a bulk load in sealed parts, so that neither a replica nor a transaction ever holds it whole; any replica
-- can go on from them. The parts hold names and go when the load ends.
CREATE TABLE import_part (
    job_id  uuid  NOT NULL,
    part    int   NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (job_id, part)
);
-- sealed bytes do not compress
ALTER TABLE import_part ALTER COLUMN content SET STORAGE EXTERNAL;

-- A load cut off before this was kept whole and unsealed: it is to be sent again, loaded rows being unchanged rows.
UPDATE import_job SET status = 'FAILED', failure = '服务升级时中断，请重新提交同一文件' WHERE status = 'RUNNING';

ALTER TABLE import_job DROP COLUMN file;
ALTER TABLE import_job ADD COLUMN address text NOT NULL DEFAULT '';
ALTER TABLE import_job ADD COLUMN encoding text;
-- rows in the file, where they could be counted before loading
ALTER TABLE import_job ADD COLUMN total int;
-- times a worker took the load up since it last got on: a file that kills its worker is given up
ALTER TABLE import_job ADD COLUMN attempts int NOT NULL DEFAULT 0;
ALTER TABLE import_job ADD COLUMN failure_en text;

-- What a file said may be put right by a later file; what a person recorded may not.
ALTER TABLE reconsideration_step ADD COLUMN imported boolean NOT NULL DEFAULT false;
ALTER TABLE litigation_step ADD COLUMN imported boolean NOT NULL DEFAULT false;
ALTER TABLE supervision_document_step ADD COLUMN imported boolean NOT NULL DEFAULT false;
UPDATE reconsideration_step SET imported = true
    WHERE case_id IN (SELECT id FROM reconsideration WHERE import_hash IS NOT NULL);
UPDATE litigation_step SET imported = true WHERE case_id IN (SELECT id FROM litigation WHERE import_hash IS NOT NULL);
UPDATE supervision_document_step SET imported = true
    WHERE case_id IN (SELECT id FROM supervision_document WHERE import_hash IS NOT NULL);

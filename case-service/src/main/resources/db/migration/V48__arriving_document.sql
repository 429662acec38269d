-- The parts of a file on its way in, sealed and each written by itself: the transaction that keeps the document begins when
-- the file is there, however long its sender took.
CREATE TABLE arriving_part (
    document_id uuid        NOT NULL,
    part        int         NOT NULL,
    content     bytea       NOT NULL,
    arrived_at  timestamptz NOT NULL,
    PRIMARY KEY (document_id, part)
);
-- sealed bytes do not compress
ALTER TABLE arriving_part ALTER COLUMN content SET STORAGE EXTERNAL;

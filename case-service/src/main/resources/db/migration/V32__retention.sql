-- A hold keeps a case beyond its term: for a while, or for good (永久).
CREATE TABLE retention_hold (
    case_id   uuid        PRIMARY KEY,
    kind      text        NOT NULL,
    reason    text        NOT NULL,
    permanent boolean     NOT NULL,
    placed_by text        NOT NULL,
    placed_at timestamptz NOT NULL
);

-- Cases whose term has ended: what was personal is gone, the facts that are counted stay.
CREATE TABLE retention_end (
    case_id       uuid        PRIMARY KEY,
    kind          text        NOT NULL,
    anonymised_at timestamptz NOT NULL
);

ALTER TABLE case_document ADD COLUMN content_removed_at timestamptz;
CREATE INDEX idempotency_key_recorded ON idempotency_key (recorded_at);

-- A step that waits for another person's approval (Art. 30, 55, 61, 62, 76). It is not yet part of the case: only its
-- approval makes it a step. Rows are decided once and never edited after.
CREATE TABLE approval (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    case_id     uuid,
    case_number text        NOT NULL,
    region_code text        NOT NULL,
    step_type   text        NOT NULL,
    body        jsonb       NOT NULL,
    status      text        NOT NULL DEFAULT 'PENDING',
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    note        text,
    CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'OVERTAKEN')),
    CHECK ((status IN ('APPROVED', 'REJECTED')) = (decided_by IS NOT NULL)),
    CHECK (decided_by <> proposed_by)
);
-- one proposal of a kind at a time, for a case or for a document number
CREATE UNIQUE INDEX approval_pending ON approval (kind, case_number, step_type) WHERE status = 'PENDING';
CREATE INDEX approval_list ON approval (status, id DESC);

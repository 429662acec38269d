-- Who works in an office, which case is whose, and who must keep away from one (回避).
CREATE TABLE officer (
    subject           text   PRIMARY KEY,
    name              text   NOT NULL,
    region_code       text   NOT NULL,
    active            boolean NOT NULL,
    capacity          int    NOT NULL CHECK (capacity > 0),
    conflict_agencies text[] NOT NULL DEFAULT '{}',
    version           bigint NOT NULL DEFAULT 1
);
CREATE INDEX officer_region ON officer (region_code, subject);

-- Every hand-over of a case; null means that it went back to nobody.
CREATE TABLE assignment (
    case_id     uuid        NOT NULL,
    sequence    int         NOT NULL,
    officer     text,
    reason      text,
    assigned_by text        NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

CREATE TABLE recusal (
    case_id     uuid        NOT NULL,
    officer     text        NOT NULL,
    reason      text        NOT NULL,
    declared_by text        NOT NULL,
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, officer)
);

-- Both columns are written by assignment and recusal only, never by the fold of the steps. The recused stand in the
-- row itself so that a case is hidden by the row alone, wherever it is read.
ALTER TABLE reconsideration ADD COLUMN recused text[] NOT NULL DEFAULT '{}';
ALTER TABLE litigation ADD COLUMN assigned_to text;
ALTER TABLE litigation ADD COLUMN recused text[] NOT NULL DEFAULT '{}';

CREATE INDEX reconsideration_assigned ON reconsideration (assigned_to, received_on DESC, id DESC)
    WHERE assigned_to IS NOT NULL;
CREATE INDEX litigation_assigned ON litigation (assigned_to, filed_on DESC, id DESC) WHERE assigned_to IS NOT NULL;
CREATE INDEX reconsideration_load ON reconsideration (assigned_to)
    WHERE assigned_to IS NOT NULL AND status <> 'CONCLUDED';
CREATE INDEX litigation_load ON litigation (assigned_to)
    WHERE assigned_to IS NOT NULL AND status NOT IN ('CONCLUDED', 'EFFECTIVE');

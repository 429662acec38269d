-- Leaders in conflict in a case (回避): it is never routed or reassigned to them.
CREATE TABLE recusal (
    case_id     uuid        NOT NULL REFERENCES risk_case,
    leader_id   text        NOT NULL REFERENCES leader,
    reason      text        NOT NULL,
    declared_on date        NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, leader_id)
);
-- the open load that ties are decided by, and the needs a change of duties is checked against
CREATE INDEX risk_case_open ON risk_case (leader_id) WHERE closed_on IS NULL;

-- A date that moved without a step: a year's holiday notice came while the case was open.
CREATE TABLE deadline_change (
    case_id     uuid        NOT NULL,
    code        text        NOT NULL,
    before      date        NOT NULL,
    after       date        NOT NULL,
    year        int         NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL
);
CREATE INDEX deadline_change_case ON deadline_change (case_id, recorded_at);

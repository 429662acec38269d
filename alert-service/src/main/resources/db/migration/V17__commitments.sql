-- What was promised and proved, and under whom: a successor sees a predecessor's word.
ALTER TABLE risk_action
    ADD COLUMN evidence_type text CHECK (evidence_type IN ('WITHDRAWAL_RULING', 'MEDIATION_STATEMENT', 'PROOF_OF_PERFORMANCE')),
    ADD COLUMN promised_on   date,
    ADD COLUMN under_leader  text;

-- Parallel cases and the model each waits for (示范诉讼); released when the model ends or the link is taken off.
CREATE TABLE model_link (
    case_id     uuid        PRIMARY KEY REFERENCES risk_case,
    model_id    uuid        NOT NULL REFERENCES risk_case,
    held_on     date        NOT NULL,
    released_on date,
    result      text,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CHECK (case_id <> model_id)
);
CREATE INDEX model_link_model ON model_link (model_id);
CREATE INDEX model_link_standing ON model_link (case_id) WHERE released_on IS NULL;

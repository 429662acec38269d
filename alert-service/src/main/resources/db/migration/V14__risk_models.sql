-- A second opinion learned from judged suits: coefficients, calibration and how it did on suits it had not seen.
CREATE TABLE risk_model (
    id          uuid        PRIMARY KEY,
    region_code text        NOT NULL,
    body        jsonb       NOT NULL,
    active      boolean     NOT NULL DEFAULT false,
    version     bigint      NOT NULL DEFAULT 1,
    trained_by  text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX risk_model_active ON risk_model (region_code) WHERE active;

-- What the register says of a suit; followed from case-service's feed, a lower version never overwrites a higher one.
CREATE TABLE litigation (
    case_number    text   PRIMARY KEY,
    id             uuid   NOT NULL,
    version        bigint NOT NULL,
    region_code    text   NOT NULL,
    defendant_code text   NOT NULL,
    defendant_name text   NOT NULL,
    act_type       text,
    domain         text,
    concluded_on   date,
    outcome        text,
    outcome_ground text
);

CREATE TABLE risk_case (
    id                     uuid        PRIMARY KEY,
    litigation_case_number text        NOT NULL UNIQUE,
    region_code            text        NOT NULL,
    defendant_code         text        NOT NULL,
    defendant_name         text        NOT NULL,
    act_type               text,
    domain                 text,
    level                  text        NOT NULL,
    score                  int         NOT NULL,
    factors                jsonb       NOT NULL,
    state                  text        NOT NULL,
    leader_id              text,
    months                 text[]      NOT NULL DEFAULT '{}',
    flagged_on             date        NOT NULL,
    due_on                 date,
    closed_on              date,
    closed_by_register     boolean     NOT NULL DEFAULT false,
    version                bigint      NOT NULL,
    recorded_at            timestamptz NOT NULL
);
CREATE INDEX risk_case_region ON risk_case (region_code, flagged_on DESC, id DESC);
CREATE INDEX risk_case_leader ON risk_case (leader_id, flagged_on DESC, id DESC);

-- The revision in force of each alert, and what came before it.
CREATE TABLE alert (
    id               uuid        PRIMARY KEY,
    source           text        NOT NULL,
    source_alert_id  text        NOT NULL,
    revision         int         NOT NULL,
    body             jsonb       NOT NULL,
    litigation_case_number text  NOT NULL,
    region_code      text        NOT NULL,
    raised_on        date        NOT NULL,
    posted_by        text        NOT NULL,
    risk_case_id     uuid        NOT NULL REFERENCES risk_case,
    recorded_at      timestamptz NOT NULL,
    UNIQUE (source, source_alert_id)
);
CREATE INDEX alert_case ON alert (risk_case_id);
CREATE INDEX alert_list ON alert (raised_on DESC, id DESC);
CREATE TABLE alert_revision (
    alert_id    uuid        NOT NULL REFERENCES alert,
    revision    int         NOT NULL,
    body        jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (alert_id, revision)
);

-- What was done about a risk case; append-only.
CREATE TABLE risk_action (
    case_id     uuid        NOT NULL REFERENCES risk_case,
    sequence    int         NOT NULL,
    type        text        NOT NULL,
    on_date     date        NOT NULL,
    note        text,
    evidence    text,
    leader_id   text,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

CREATE TABLE risk_rules (
    version     int         PRIMARY KEY,
    body        jsonb       NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
-- The weights the product ships with; an office puts its own in force with PUT /v1/risk-rules.
INSERT INTO risk_rules (version, body, recorded_by, recorded_at) VALUES (1, '{
  "red": 70, "orange": 45,
  "reasons": {"COURT_OPINION": 70, "DEFENCE_OVERDUE": 35, "FIRST_INSTANCE_LOST": 30, "PROCEDURE_DEFECT": 25,
              "WRONG_SUBJECT": 25, "BEYOND_AUTHORITY": 25, "EVIDENCE_GAP": 20, "LAW_MISAPPLIED": 20,
              "SIMILAR_CASE_LOST": 20, "GROUP_CASE": 15},
  "domains": {"LAND_EXPROPRIATION": 15, "TOWNSHIP": 15, "HOUSING_CONSTRUCTION": 10, "ECOLOGY": 10,
              "HUMAN_RESOURCES": 8, "PUBLIC_SECURITY": 8, "MARKET_REGULATION": 8},
  "actTypes": {"COERCION": 15, "EXPROPRIATION": 15, "INFORMATION_DISCLOSURE": 10, "CONFIRMATION": 10}
}', 'shipped', now());

CREATE TABLE leader (
    id          text   PRIMARY KEY,
    region_code text   NOT NULL,
    body        jsonb  NOT NULL,
    version     bigint NOT NULL DEFAULT 1
);
CREATE TABLE duty (
    id          text   PRIMARY KEY,
    leader_id   text   NOT NULL REFERENCES leader,
    region_code text   NOT NULL,
    body        jsonb  NOT NULL,
    version     bigint NOT NULL DEFAULT 1
);

CREATE TABLE assignment_round (
    id          uuid        PRIMARY KEY,
    month       text        NOT NULL,
    region_code text        NOT NULL,
    cutoff      date        NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    UNIQUE (month, region_code)
);
CREATE TABLE assignment_order (
    round_id       uuid NOT NULL REFERENCES assignment_round,
    month          text NOT NULL,
    case_id        uuid NOT NULL REFERENCES risk_case,
    leader_id      text,
    reason         text,
    level          text NOT NULL,
    months_carried int  NOT NULL,
    PRIMARY KEY (round_id, case_id)
);
-- a case already in an order of the month is not ordered twice, whoever's round comes first
CREATE UNIQUE INDEX assignment_once ON assignment_order (month, case_id) WHERE leader_id IS NOT NULL;

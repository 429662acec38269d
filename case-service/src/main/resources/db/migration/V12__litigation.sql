CREATE TABLE litigation (
    id                          uuid        PRIMARY KEY,
    case_number                 text        NOT NULL UNIQUE,
    court                       text        NOT NULL,
    instance                    text        NOT NULL,
    region_code                 text        NOT NULL,
    plaintiffs                  jsonb       NOT NULL,
    defendant_code              text        NOT NULL,
    defendant_name              text        NOT NULL,
    actor_code                  text,
    co_defendant_codes          text[]      NOT NULL DEFAULT '{}',
    act_type                    text        NOT NULL,
    domain                      text        NOT NULL,
    filed_on                    date        NOT NULL,
    reconsideration_case_number text,
    previous_case_number        text,
    status                      text        NOT NULL,
    served_on                   date,
    defence_filed_on            date,
    defence_due_on              date,
    hearings                    jsonb       NOT NULL DEFAULT '[]',
    concluded_on                date,
    outcome                     text,
    outcome_ground              text,
    effective_on                date,
    version                     bigint      NOT NULL,
    recorded_at                 timestamptz NOT NULL,
    import_hash                 text
);
CREATE INDEX litigation_list ON litigation (filed_on DESC, id DESC);
CREATE INDEX litigation_region ON litigation (region_code, filed_on DESC, id DESC);
CREATE INDEX litigation_defendant ON litigation (defendant_code, filed_on DESC, id DESC);
CREATE INDEX litigation_open ON litigation (status, region_code) WHERE status NOT IN ('CONCLUDED', 'EFFECTIVE');

CREATE TABLE litigation_step (
    case_id     uuid        NOT NULL REFERENCES litigation,
    sequence    int         NOT NULL,
    type        text        NOT NULL,
    on_date     date,
    body        jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

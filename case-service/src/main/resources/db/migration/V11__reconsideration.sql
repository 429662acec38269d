-- The folded result of the steps, for search; the steps are the truth.
CREATE TABLE reconsideration (
    id                  uuid        PRIMARY KEY,
    case_number         text        NOT NULL UNIQUE,
    region_code         text        NOT NULL,
    received_on         date        NOT NULL,
    channel             text        NOT NULL,
    applicants          jsonb       NOT NULL,
    respondent_code     text        NOT NULL,
    respondent_name     text        NOT NULL,
    act_type            text        NOT NULL,
    domain              text        NOT NULL,
    act_document_number text,
    act_known_on        date,
    claims              text,
    amount_in_dispute   numeric(18, 2),
    law_version         text        NOT NULL,
    status              text        NOT NULL,
    procedure           text,
    accepted_on         date,
    copy_served_on      date,
    replied_on          date,
    concluded_on        date,
    outcome             text,
    outcome_ground      text,
    decision_served_on  date,
    review_due_on       date,
    reply_due_on        date,
    decide_due_on       date,
    assigned_to         text,
    version             bigint      NOT NULL,
    recorded_at         timestamptz NOT NULL,
    import_hash         text
);
CREATE INDEX reconsideration_list ON reconsideration (received_on DESC, id DESC);
CREATE INDEX reconsideration_region ON reconsideration (region_code, received_on DESC, id DESC);
CREATE INDEX reconsideration_respondent ON reconsideration (respondent_code, received_on DESC, id DESC);
CREATE INDEX reconsideration_open ON reconsideration (status, region_code) WHERE status <> 'CONCLUDED';

CREATE TABLE reconsideration_step (
    case_id     uuid        NOT NULL REFERENCES reconsideration,
    sequence    int         NOT NULL,
    type        text        NOT NULL,
    on_date     date,
    body        jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

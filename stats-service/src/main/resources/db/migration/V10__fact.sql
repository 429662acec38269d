-- One row per version of a case, with the span in which it was what we knew: any figure can be asked for as of a past
-- day. Columns a kind has no use for are null; received_on is the day that opens the case: received, filed, issued or
-- flagged. No truth of its own: everything here is folded from the feeds and can be folded again.
CREATE TABLE fact (
    id                          uuid        NOT NULL,
    version                     bigint      NOT NULL,
    known_from                  timestamptz NOT NULL,
    known_to                    timestamptz,
    kind                        text        NOT NULL,
    case_number                 text        NOT NULL,
    region_code                 text        NOT NULL,
    agency_code                 text,
    actor_code                  text,
    domain                      text,
    act_type                    text,
    court                       text,
    instance                    text,
    sub_kind                    text,
    status                      text,
    received_on                 date        NOT NULL,
    accepted_on                 date,
    due_on                      date,
    concluded_on                date,
    outcome                     text,
    outcome_ground              text,
    served_on                   date,
    effective_on                date,
    reconsideration_case_number text,
    previous_case_number        text,
    hearings                    int         NOT NULL DEFAULT 0,
    head_hearings               int         NOT NULL DEFAULT 0,
    principal_hearings          int         NOT NULL DEFAULT 0,
    excused_hearings            int         NOT NULL DEFAULT 0,
    co_defendants               text[]      NOT NULL DEFAULT '{}',
    assigned_on                 date,
    closed_on                   date,
    PRIMARY KEY (id, version)
);
CREATE INDEX fact_current ON fact (id) WHERE known_to IS NULL;
CREATE INDEX fact_received ON fact (kind, received_on) WHERE known_to IS NULL;
CREATE INDEX fact_concluded ON fact (kind, concluded_on) WHERE known_to IS NULL;
CREATE INDEX fact_page ON fact (kind, case_number, id);

-- Where a rebuild folds into before it takes the place of the facts.
CREATE TABLE fact_rebuilt (LIKE fact INCLUDING ALL);

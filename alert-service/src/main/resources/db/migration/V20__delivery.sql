-- Who wants to be told of what, and how. A leader's own mail address and webhook are rows here too.
CREATE TABLE subscription (
    id             text        PRIMARY KEY,
    owner          text        NOT NULL,
    channel        text        NOT NULL,
    target         text        NOT NULL,
    kinds          text[]      NOT NULL DEFAULT '{}',
    levels         text[]      NOT NULL DEFAULT '{}',
    audiences      text[]      NOT NULL DEFAULT '{}',
    region_code    text,
    agency_code    text,
    quiet_from     text,
    quiet_to       text,
    digest_minutes int,
    digest_hour    int,
    paused         boolean     NOT NULL DEFAULT false,
    of_leader      boolean     NOT NULL DEFAULT false,
    scope_region   text        NOT NULL,
    secret         text,
    old_secret     text,
    old_until      timestamptz,
    failures       int         NOT NULL DEFAULT 0,
    resting_until  timestamptz,
    version        bigint      NOT NULL DEFAULT 1,
    recorded_by    text        NOT NULL,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX subscription_owner ON subscription (owner);

-- What there is to be told: one row for one thing, whoever finds it first.
CREATE TABLE notice (
    id           uuid        PRIMARY KEY,
    key          text        NOT NULL UNIQUE,
    kind         text        NOT NULL,
    code         text,
    region_code  text        NOT NULL,
    level        text,
    agency_codes text[]      NOT NULL DEFAULT '{}',
    case_id      uuid,
    leader_id    text,
    audiences    text[]      NOT NULL,
    about        jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    routed_at    timestamptz
);
CREATE INDEX notice_unrouted ON notice (recorded_at) WHERE routed_at IS NULL;

-- One message to one recipient; its id is the message id, the same on every try.
CREATE TABLE letter (
    id              uuid        PRIMARY KEY,
    subscription_id text        NOT NULL,
    channel         text        NOT NULL,
    state           text        NOT NULL,
    collecting      boolean     NOT NULL,
    next_at         timestamptz NOT NULL,
    lease_until     timestamptz,
    attempts        int         NOT NULL DEFAULT 0,
    answered        int,
    failure         text,
    tried_at        timestamptz,
    sent_at         timestamptz,
    recorded_at     timestamptz NOT NULL
);
-- what is held back for one recipient gathers in one letter
CREATE UNIQUE INDEX letter_collecting ON letter (subscription_id) WHERE collecting AND state = 'WAITING';
CREATE INDEX letter_due ON letter (next_at) WHERE state = 'WAITING';

-- Why somebody was told, or was not.
CREATE TABLE delivery (
    id              uuid        PRIMARY KEY,
    notice_id       uuid        NOT NULL REFERENCES notice,
    subscription_id text,
    recipient       text,
    because         text        NOT NULL,
    status          text        NOT NULL,
    reason          text,
    held            text,
    letter_id       uuid        REFERENCES letter,
    region_code     text        NOT NULL,
    recorded_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX delivery_once ON delivery (notice_id, coalesce(subscription_id, ''), coalesce(recipient, ''));
CREATE INDEX delivery_letter ON delivery (letter_id);
CREATE INDEX delivery_list ON delivery (region_code, id DESC);
CREATE INDEX delivery_recipient ON delivery (recipient, id DESC);

-- The register's warnings (预警提示) as last heard; a lower version never overwrites a higher one.
CREATE TABLE heard_warning (
    id           uuid   PRIMARY KEY,
    version      bigint NOT NULL,
    code         text   NOT NULL,
    case_number  text,
    due_on       date,
    withdrawn_on date,
    body         jsonb  NOT NULL
);
CREATE INDEX heard_warning_case ON heard_warning (case_number) WHERE withdrawn_on IS NULL;

-- The rounds whose orders have been announced to the leaders.
CREATE TABLE announced_round (
    round_id uuid PRIMARY KEY REFERENCES assignment_round
);

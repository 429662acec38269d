-- The first answer to a request that carried an Idempotency-Key.
CREATE TABLE idempotency_key (
    subject     text        NOT NULL,
    operation   text        NOT NULL,
    key         text        NOT NULL,
    body_hash   text        NOT NULL,
    status      int         NOT NULL,
    headers     jsonb       NOT NULL,
    body        text,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (subject, operation, key)
);

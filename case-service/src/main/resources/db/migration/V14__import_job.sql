-- A bulk load: the file as it came, and how far it has got. Progress commits with each chunk, so that a load that was
-- cut off goes on where it stopped.
CREATE TABLE import_job (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL,
    media_type   text        NOT NULL,
    file         bytea       NOT NULL,
    subject      text        NOT NULL,
    region       text        NOT NULL,
    status       text        NOT NULL DEFAULT 'RUNNING',
    processed    int         NOT NULL DEFAULT 0,
    created      int         NOT NULL DEFAULT 0,
    updated      int         NOT NULL DEFAULT 0,
    unchanged    int         NOT NULL DEFAULT 0,
    rejected     int         NOT NULL DEFAULT 0,
    failure      text,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX import_job_running ON import_job (recorded_at) WHERE status = 'RUNNING';

CREATE TABLE import_error (
    job_id   uuid NOT NULL REFERENCES import_job,
    line     int  NOT NULL,
    position int  NOT NULL,
    field    text,
    code     text NOT NULL,
    zh       text NOT NULL,
    en       text NOT NULL,
    PRIMARY KEY (job_id, line, position)
);

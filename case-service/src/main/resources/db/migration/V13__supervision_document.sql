CREATE TABLE supervision_document (
    id              uuid        PRIMARY KEY,
    document_number text        NOT NULL UNIQUE,
    kind            text        NOT NULL,
    region_code     text        NOT NULL,
    issued_to_code  text        NOT NULL,
    issued_to_name  text        NOT NULL,
    issued_on       date        NOT NULL,
    case_number     text,
    report_due_on   date        NOT NULL,
    reported_on     date,
    rectified_on    date,
    status          text        NOT NULL,
    version         bigint      NOT NULL,
    recorded_at     timestamptz NOT NULL,
    import_hash     text
);
CREATE INDEX supervision_document_list ON supervision_document (issued_on DESC, id DESC);

CREATE TABLE supervision_document_step (
    case_id     uuid        NOT NULL REFERENCES supervision_document,
    sequence    int         NOT NULL,
    type        text        NOT NULL,
    on_date     date,
    body        jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

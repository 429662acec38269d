-- 文书 made from a case and files attached to it, in parts so that neither side ever holds a whole file in memory.
CREATE TABLE case_document (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL,
    kind       text        NOT NULL,
    number     text        UNIQUE,
    name       text        NOT NULL,
    media_type text        NOT NULL,
    size       bigint      NOT NULL,
    sha256     text        NOT NULL,
    made_by    text        NOT NULL,
    made_at    timestamptz NOT NULL
);
CREATE INDEX case_document_case ON case_document (case_id, id);

CREATE TABLE case_document_part (
    document_id uuid  NOT NULL REFERENCES case_document DEFERRABLE INITIALLY DEFERRED,
    part        int   NOT NULL,
    content     bytea NOT NULL,
    PRIMARY KEY (document_id, part)
);

-- An office's own form of a notice, in place of the one that ships.
CREATE TABLE document_template (
    kind        text        PRIMARY KEY,
    content     bytea       NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

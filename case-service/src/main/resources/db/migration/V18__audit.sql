-- Who did or read what, when and from where. Entries commit with the change they speak of. They are chained afterwards,
-- in the order of (tx, position) below the oldest open transaction: a chain made while writing would put every writer
-- in one queue.
CREATE TABLE audit_entry (
    position    bigint GENERATED ALWAYS AS IDENTITY,
    tx          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at          timestamptz NOT NULL,
    subject     text        NOT NULL,
    address     text        NOT NULL,
    action      text        NOT NULL,
    region_code text        NOT NULL,
    case_ids    uuid[]      NOT NULL,
    detail      text,
    PRIMARY KEY (tx, position)
);
CREATE INDEX audit_entry_cases ON audit_entry USING gin (case_ids);
CREATE INDEX audit_entry_subject ON audit_entry (subject, at);

CREATE TABLE audit_seal (
    sequence bigint PRIMARY KEY,
    tx       xid8   NOT NULL,
    position bigint NOT NULL,
    hash     bytea  NOT NULL,
    UNIQUE (tx, position)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only appended to';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal EXECUTE FUNCTION refuse_change();

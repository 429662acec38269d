-- Sealed publications. What was published stays what it was: rows are added once and never changed, and a hash over them,
-- which names the one before, shows whoever went round that.
CREATE TABLE release (
    id            uuid        PRIMARY KEY,
    number        bigint      NOT NULL UNIQUE CHECK (number > 0),
    title         text        NOT NULL,
    from_month    text        NOT NULL,
    to_month      text        NOT NULL,
    region_code   text        NOT NULL,
    sealed_at     timestamptz NOT NULL,
    sealed_by     text        NOT NULL,
    previous_hash text,
    hash          text        NOT NULL,
    -- text and not jsonb: the hash is over these very bytes
    content       text        NOT NULL,
    CONSTRAINT release_once UNIQUE (region_code, from_month, to_month, title)
);
CREATE INDEX release_page ON release (number DESC);

-- Every case behind any figure of the release, as it was known when it was sealed.
CREATE TABLE release_case (
    release_id  uuid NOT NULL REFERENCES release DEFERRABLE INITIALLY DEFERRED,
    position    int  NOT NULL,
    case_id     uuid NOT NULL,
    content     text NOT NULL,
    PRIMARY KEY (release_id, position)
);

-- Which of them are in a set of an indicator in a period: positions as ascending ranges, such as 0-4,7,9-12.
CREATE TABLE release_list (
    release_id  uuid NOT NULL REFERENCES release DEFERRABLE INITIALLY DEFERRED,
    indicator   text NOT NULL,
    from_month  text NOT NULL,
    to_month    text NOT NULL,
    row_set     text NOT NULL,
    members     text NOT NULL,
    PRIMARY KEY (release_id, indicator, from_month, to_month, row_set)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was recorded here is only added to';
END $$;
CREATE TRIGGER release_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON release EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_case_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON release_case EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_list_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON release_list EXECUTE FUNCTION refuse_change();

-- The row of the release comes last: once it is there, nothing is added to it.
CREATE FUNCTION refuse_late_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN release r ON r.id = a.release_id) THEN
        RAISE EXCEPTION 'the release is sealed';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER release_case_complete AFTER INSERT ON release_case REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_row();
CREATE TRIGGER release_list_complete AFTER INSERT ON release_list REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_row();

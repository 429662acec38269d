-- The warnings (预警提示) that clocks have asked for. Rows are derived from cases; the id is made of what a warning is
-- about, so that the same warning is one row however often it is derived.
CREATE TABLE warning (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL,
    addressee    text        NOT NULL,
    kind         text        NOT NULL,
    case_id      uuid,
    case_number  text,
    region_code  text        NOT NULL,
    agency_codes text[]      NOT NULL,
    due_on       date        NOT NULL,
    raised_on    date        NOT NULL,
    withdrawn_on date,
    version      bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX warning_list ON warning (raised_on DESC, id DESC);
CREATE INDEX warning_case ON warning (case_id) WHERE case_id IS NOT NULL;

-- On which day the clocks of a case have to be looked at next; null: never again as things stand. The sweep takes the
-- cases whose day has come and reads no others.
ALTER TABLE reconsideration ADD COLUMN look_on date;
ALTER TABLE litigation ADD COLUMN look_on date;
ALTER TABLE supervision_document ADD COLUMN look_on date;
UPDATE reconsideration SET look_on = '-infinity' WHERE status <> 'CONCLUDED';
UPDATE litigation SET look_on = '-infinity' WHERE status NOT IN ('CONCLUDED', 'EFFECTIVE');
UPDATE supervision_document SET look_on = '-infinity' WHERE status <> 'RECTIFIED';
ALTER TABLE reconsideration ALTER COLUMN look_on SET DEFAULT '-infinity';
ALTER TABLE litigation ALTER COLUMN look_on SET DEFAULT '-infinity';
ALTER TABLE supervision_document ALTER COLUMN look_on SET DEFAULT '-infinity';
CREATE INDEX reconsideration_look ON reconsideration (look_on) WHERE look_on IS NOT NULL;
CREATE INDEX litigation_look ON litigation (look_on) WHERE look_on IS NOT NULL;
CREATE INDEX supervision_document_look ON supervision_document (look_on) WHERE look_on IS NOT NULL;

-- Whatever changes a case makes its clocks due for a look; what was concluded long before it was recorded asks for none.
CREATE FUNCTION look_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.look_on := '-infinity';
    RETURN NEW;
END $$;
CREATE FUNCTION look_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.look_on := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER reconsideration_changed BEFORE UPDATE ON reconsideration FOR EACH ROW
    WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION look_again();
CREATE TRIGGER litigation_changed BEFORE UPDATE ON litigation FOR EACH ROW
    WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION look_again();
CREATE TRIGGER supervision_document_changed BEFORE UPDATE ON supervision_document FOR EACH ROW
    WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION look_again();
CREATE TRIGGER reconsideration_history BEFORE INSERT ON reconsideration FOR EACH ROW
    WHEN (NEW.concluded_on < NEW.recorded_at::date - 400) EXECUTE FUNCTION look_no_more();
CREATE TRIGGER litigation_history BEFORE INSERT ON litigation FOR EACH ROW
    WHEN (NEW.concluded_on < NEW.recorded_at::date - 400) EXECUTE FUNCTION look_no_more();
CREATE TRIGGER supervision_document_history BEFORE INSERT ON supervision_document FOR EACH ROW
    WHEN (NEW.rectified_on < NEW.recorded_at::date - 400) EXECUTE FUNCTION look_no_more();

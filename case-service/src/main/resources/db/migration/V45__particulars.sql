-- What official returns ask besides the course of a case.
ALTER TABLE officer ADD COLUMN team text;
ALTER TABLE reconsideration ADD COLUMN compensated boolean;
ALTER TABLE reconsideration ADD COLUMN compensation_amount numeric(18, 2);

-- Level and kind of the agency and the team of the officer are no part of the case but of other registers. An event is
-- completed with them where it is written, so that each of the many places that announce a case tells them the same way,
-- and so that an event once written never changes.
CREATE FUNCTION tell_particulars() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    known jsonb;
BEGIN
    IF NEW.aggregatetype NOT IN ('reconsideration', 'litigation') THEN
        RETURN NEW;
    END IF;
    SELECT jsonb_strip_nulls(jsonb_build_object(
               'agencyLevel', (SELECT level FROM agency WHERE code = a.code),
               'agencyKind', (SELECT kind FROM agency WHERE code = a.code),
               'team', (SELECT o.team FROM assignment s JOIN officer o ON o.subject = s.officer
                        WHERE s.case_id = NEW.aggregateid
                          AND s.sequence = (SELECT max(sequence) FROM assignment WHERE case_id = NEW.aggregateid))))
    INTO known
    FROM (SELECT coalesce(NEW.payload ->> 'respondentCode', NEW.payload ->> 'defendantCode') AS code) a;
    NEW.payload := jsonb_set(NEW.payload, '{particulars}', coalesce(NEW.payload -> 'particulars', '{}') || known);
    RETURN NEW;
END $$;
CREATE TRIGGER outbox_particulars BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION tell_particulars();

-- Targets per indicator and region. A change is another version, so that what held when, and who set it, stays known.
CREATE TABLE target (
    indicator   text        NOT NULL,
    region_code text        NOT NULL,
    version     int         NOT NULL CHECK (version > 0),
    -- null ends the region's own target: that of the region above holds again
    value       numeric,
    valid_from  date        NOT NULL,
    note        text,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (indicator, region_code, version)
);
CREATE TRIGGER target_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON target EXECUTE FUNCTION refuse_change();

-- A court's system that posts alerts. Version 0: nobody has set it up, it is known because it posted.
CREATE TABLE alert_source (
    id                text             PRIMARY KEY,
    uid               uuid             NOT NULL,
    version           bigint           NOT NULL DEFAULT 0,
    name              text,
    region_code       text             NOT NULL,
    heartbeat_minutes int,
    rows_per_minute   int              NOT NULL,
    -- a leaking bucket: rows not yet leaked at counted_at
    counted           double precision NOT NULL DEFAULT 0,
    counted_at        timestamptz      NOT NULL,
    heard_at          timestamptz,
    -- from when on it is expected, until it is first heard
    expected_from     timestamptz      NOT NULL,
    silent_since      timestamptz,
    event_version     bigint           NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
CREATE INDEX alert_source_watched ON alert_source (id) WHERE heartbeat_minutes IS NOT NULL;

ALTER TABLE alert ADD COLUMN revisions int;
UPDATE alert SET revisions = revision;
ALTER TABLE alert ALTER COLUMN revisions SET NOT NULL;
CREATE INDEX alert_litigation ON alert (litigation_case_number);
-- came after a newer one: kept, never in force
ALTER TABLE alert_revision ADD COLUMN outdated boolean NOT NULL DEFAULT false;

INSERT INTO alert_source (id, uid, region_code, rows_per_minute, counted_at, heard_at, expected_from)
SELECT source, gen_random_uuid(), min(region_code), 120000, now(), max(recorded_at), min(recorded_at) FROM alert GROUP BY source;

CREATE TABLE alert_rejected (
    id              uuid        PRIMARY KEY,
    source          text,
    source_alert_id text,
    region_code     text        NOT NULL,
    field           text,
    code            text        NOT NULL,
    zh              text        NOT NULL,
    en              text        NOT NULL,
    posted_by       text        NOT NULL,
    recorded_at     timestamptz NOT NULL
);
CREATE INDEX alert_rejected_list ON alert_rejected (recorded_at DESC, id DESC);

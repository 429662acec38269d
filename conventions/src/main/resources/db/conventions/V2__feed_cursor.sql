-- Where a follower stands in another service's feed; committed together with what it projected.
CREATE TABLE feed_cursor (
    source        text PRIMARY KEY,
    cursor        text        NOT NULL,
    last_event_at timestamptz
);

-- Events that could not be applied: listed for people, passed over by the feed.
CREATE TABLE feed_poison (
    source      text        NOT NULL,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    subject     text,
    reason      text        NOT NULL,
    payload     jsonb,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);

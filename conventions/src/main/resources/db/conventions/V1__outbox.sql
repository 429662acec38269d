-- Debezium-shaped, so that a connector can publish it to Kafka without touching the service.
-- A reader pages by (tx, position) and only below the oldest open transaction: numbers are taken before commit, so a
-- bare sequence would skip the rows of a transaction that commits late.
CREATE TABLE outbox (
    position      bigint GENERATED ALWAYS AS IDENTITY,
    tx            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id            uuid        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   uuid        NOT NULL,
    type          text        NOT NULL,
    region_code   text        NOT NULL,
    payload       jsonb       NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (tx, position)
);

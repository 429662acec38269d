-- The register's calendar as last seen, a row per year whose notice is known there: {"2026-02-14": true, ...}, the days
-- that differ from the week, true when worked. A year without a row counts as shipped.
CREATE TABLE calendar_year (
    year             int         PRIMARY KEY,
    days             jsonb       NOT NULL,
    register_version bigint      NOT NULL,
    seen_at          timestamptz NOT NULL
);

-- What was told is forgotten after a while (delivery.keep-days); that it was told, by what, when and why stays on its line.
ALTER TABLE delivery
    ADD COLUMN forgotten_at timestamptz,
    ADD COLUMN told_by      text,
    ADD COLUMN told_at      timestamptz,
    ADD COLUMN tries        int,
    ADD COLUMN last_try_at  timestamptz,
    ADD COLUMN answer       int,
    ADD COLUMN fault        text;
-- The letter goes, its id stays on the line: receivers know the message by it.
ALTER TABLE delivery DROP CONSTRAINT delivery_letter_id_fkey;
CREATE INDEX letter_settled ON letter (coalesce(sent_at, tried_at, recorded_at)) WHERE state <> 'WAITING';

-- The notice keeps its key, by which it is told once for ever, and loses what it was about.
ALTER TABLE notice ADD COLUMN forgotten_at timestamptz;
CREATE INDEX notice_kept ON notice (routed_at) WHERE forgotten_at IS NULL AND routed_at IS NOT NULL;

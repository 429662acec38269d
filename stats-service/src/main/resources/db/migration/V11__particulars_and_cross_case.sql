-- What official returns ask besides the course of a case, and what a case is because of another case.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY ['fact', 'fact_rebuilt'] LOOP
        EXECUTE format($f$
            ALTER TABLE %I
                ADD COLUMN agency_level        text,
                ADD COLUMN agency_kind         text,
                ADD COLUMN team                text,
                ADD COLUMN claimants           int,
                ADD COLUMN organisations       int,
                ADD COLUMN channel             text,
                ADD COLUMN procedure           text,
                ADD COLUMN law_version         text,
                ADD COLUMN amount_in_dispute   numeric(18, 2),
                ADD COLUMN compensated         boolean,
                ADD COLUMN compensation_amount numeric(18, 2),
                ADD COLUMN sued                boolean NOT NULL DEFAULT false,
                ADD COLUMN standing            text$f$, t);
        -- Of the version that holds now: a first-instance suit names this reconsideration; the outcome that stands, of
        -- the last instance of a dispute that took effect (null for every other instance).
        EXECUTE format('COMMENT ON COLUMN %I.sued IS %L', t, 'of the version that holds now, from other facts');
        EXECUTE format('COMMENT ON COLUMN %I.standing IS %L', t, 'of the version that holds now, from other facts');
    END LOOP;
END $$;
CREATE INDEX fact_names ON fact (reconsideration_case_number)
    WHERE reconsideration_case_number IS NOT NULL AND known_to IS NULL;
CREATE INDEX fact_previous ON fact (previous_case_number) WHERE previous_case_number IS NOT NULL AND known_to IS NULL;

-- Roll-ups. A cell counts the cases of one month (or one year: cube + 1000) and region with certain values; which values
-- its keys d1…d5 hold is said by its cube, which counts n1…n32 hold by the dictionary of its family. Two tables take
-- turns: one is read while the other is computed anew, so that no reader ever sees a half-filled one.
CREATE TABLE cell_a (
    cube   int  NOT NULL,
    period int  NOT NULL,
    region text NOT NULL,
    d1     text NOT NULL DEFAULT '',
    d2     text NOT NULL DEFAULT '',
    d3     text NOT NULL DEFAULT '',
    d4     text NOT NULL DEFAULT '',
    d5     text NOT NULL DEFAULT ''
) WITH (fillfactor = 85);
DO $$
BEGIN
    FOR i IN 1..32 LOOP
        EXECUTE format('ALTER TABLE cell_a ADD COLUMN n%s int NOT NULL DEFAULT 0', i);
    END LOOP;
END $$;
CREATE TABLE cell_b (LIKE cell_a INCLUDING ALL) WITH (fillfactor = 85);
CREATE UNIQUE INDEX cell_a_key ON cell_a (cube, period, region, d1, d2, d3, d4, d5);
CREATE UNIQUE INDEX cell_b_key ON cell_b (cube, period, region, d1, d2, d3, d4, d5);

-- Which of the two is read, and from which definitions it was counted; cells of other definitions are not read.
CREATE TABLE cell_state (
    id         int  PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    in_use     text NOT NULL,
    dictionary text NOT NULL
);
INSERT INTO cell_state (in_use, dictionary) VALUES ('cell_a', '');

-- What changed since the cells were brought up to date: the case as it was counted (sign −1) and as it is (+1). Cells
-- and changes together are exact at every moment; each change is added to the cells once and deleted in the same
-- transaction, in any order.
CREATE TABLE fact_change (LIKE fact);
ALTER TABLE fact_change ALTER COLUMN known_from DROP NOT NULL;
ALTER TABLE fact_change ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
ALTER TABLE fact_change ADD COLUMN sign int NOT NULL;

-- Whoever empties the facts empties what was counted from them.
CREATE FUNCTION forget_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'fact' THEN
        TRUNCATE fact_change, cell_a, cell_b;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER fact_emptied AFTER TRUNCATE ON fact EXECUTE FUNCTION forget_cells();
CREATE TRIGGER fact_emptied AFTER TRUNCATE ON fact_rebuilt EXECUTE FUNCTION forget_cells();

-- Lists are read newest first within what they are narrowed to.
CREATE INDEX fact_received_list ON fact (kind, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_concluded_list ON fact (kind, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_region_received ON fact (kind, region_code, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_region_concluded ON fact (kind, region_code, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_agency_received ON fact (kind, agency_code, received_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_agency_concluded ON fact (kind, agency_code, concluded_on, id) WHERE known_to IS NULL;
CREATE INDEX fact_effective_list ON fact (kind, effective_on, id) WHERE known_to IS NULL AND effective_on IS NOT NULL;
CREATE INDEX fact_unsettled ON fact (served_on) WHERE known_to IS NULL AND served_on IS NOT NULL;
DROP INDEX fact_received, fact_concluded;

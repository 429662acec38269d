-- How often the facts of a region have changed: what an ETag is made of and what tells a page to read anew. Counted by the
-- database, so that no way of writing a fact can forget it; within the transaction that changes the fact, so that whoever
-- sees the one sees the other. Followers of different sources write different kinds and do not wait for each other.
CREATE TABLE fact_version (
    region_code text   NOT NULL,
    kind        text   NOT NULL,
    changes     bigint NOT NULL,
    PRIMARY KEY (region_code, kind)
);

-- A suit changes the figures of other regions too: of the reconsideration it names (settled or not), and of the
-- instances below it (how the dispute ended). They are looked up by number in the index, however small the table was when
-- the plan was made. A rebuild folds into a table of another name and counts as nothing until that table takes the place
-- of the facts, which shows in its storage (pg_relation_filenode).
CREATE FUNCTION fact_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    regions text[];
    below   text[];
BEGIN
    IF TG_TABLE_NAME <> 'fact' THEN RETURN NULL; END IF;
    below := ARRAY (SELECT DISTINCT reconsideration_case_number FROM changed
                    WHERE kind = 'LITIGATION' AND reconsideration_case_number IS NOT NULL);
    regions := ARRAY (SELECT DISTINCT region_code FROM fact WHERE kind = 'RECONSIDERATION' AND case_number = ANY (below));
    below := ARRAY (SELECT DISTINCT previous_case_number FROM changed
                    WHERE kind = 'LITIGATION' AND previous_case_number IS NOT NULL);
    FOR depth IN 1..10 LOOP
        EXIT WHEN cardinality(below) = 0;
        regions := regions || ARRAY (SELECT DISTINCT region_code FROM fact
                                     WHERE kind = 'LITIGATION' AND case_number = ANY (below));
        below := ARRAY (SELECT DISTINCT previous_case_number FROM fact
                        WHERE kind = 'LITIGATION' AND case_number = ANY (below) AND previous_case_number IS NOT NULL);
    END LOOP;
    INSERT INTO fact_version AS v (region_code, kind, changes)
    SELECT region_code, kind, 1 FROM (
        SELECT region_code, kind FROM changed
        UNION
        SELECT region_code, 'LITIGATION' FROM unnest(regions) AS region_code
    ) touched
    ORDER BY region_code, kind
    ON CONFLICT (region_code, kind) DO UPDATE SET changes = v.changes + 1;
    RETURN NULL;
END $$;

CREATE TRIGGER fact_inserted AFTER INSERT ON fact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
CREATE TRIGGER fact_updated AFTER UPDATE ON fact
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
CREATE TRIGGER fact_deleted AFTER DELETE ON fact
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
CREATE TRIGGER fact_inserted AFTER INSERT ON fact_rebuilt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
CREATE TRIGGER fact_updated AFTER UPDATE ON fact_rebuilt
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
CREATE TRIGGER fact_deleted AFTER DELETE ON fact_rebuilt
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fact_changed();
